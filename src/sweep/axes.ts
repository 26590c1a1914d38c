import { CodeMarks } from './code-marks.ts';
import { ARRAY_TASK, type Factor, type FactorTable } from './factor-table.ts';
import { numberCells } from './number-cells.ts';

/** So many values that grow one by one are a count. Fewer may be a choice. */
const FEWEST_COUNTED = 4;

/** What a set of runs varies: the factors that matter and how well they fill their grid. */
export interface Design {
  /** Factors that vary, aliases left out; replicates among them. */
  readonly axes: readonly Factor[];
  readonly distinctCells: number;
  /** Distinct combinations ÷ product of the numbers of values; 1 when nothing varies. */
  readonly coverage: number;
}

/**
 * Finds what the runs at `positions` vary. Left out are factors that do not vary here, copies in names of what the command says, aliases of another (one value a value, such as the
 * learning rate in name and command), ids (another value in each run where others repeat), words that follow from the rest, and the array index once anything else varies.
 */
export function designOf(table: FactorTable, positions: Uint32Array): Design {
  const all = table.factors.map((factor) => ({ factor, levels: levels(factor, positions) }));
  const varying = all
    .filter((each) => each.levels > 1)
    .filter(
      ({ factor }) =>
        !all.some((other) => isToldBetter(factor, other.factor) && isCopy(factor, other.factor, positions)),
    )
    .sort((a, b) => byPreference(a.factor, b.factor));
  const cells = countCells(varying, positions);
  const distinct = varying.filter(
    (each, index) => !varying.slice(0, index).some((other) => areAliases(each, other, positions, cells)),
  );
  const repeated = distinct.some((each) => each.levels < positions.length);
  const named = distinct.some(({ factor }) => factor.key !== ARRAY_TASK);
  const axes = withoutWordsThatFollow(
    distinct.filter((each) => !(repeated && isCounter(each, positions)) && !(named && each.factor.key === ARRAY_TASK)),
    positions,
  );
  const distinctCells = axes.length === varying.length ? cells : countCells(axes, positions);
  const product = axes.reduce((count, axis) => count * axis.levels, 1);
  return { axes: axes.map(({ factor }) => factor), distinctCells, coverage: distinctCells / product };
}

/** Whether another factor has a word for what it is, or this one has none either. */
const isToldBetter = (factor: Factor, other: Factor): boolean => other.named || !factor.named;

/** Words of names tell nothing more where the values tell as many combinations without them. */
function withoutWordsThatFollow(axes: readonly Varying[], positions: Uint32Array): Varying[] {
  const kept = [...axes];
  for (const axis of axes) {
    if (!axis.factor.isWord) continue;
    const others = kept.filter((other) => other !== axis);
    if (others.length > 0 && countCells(others, positions) === countCells(kept, positions))
      kept.splice(kept.indexOf(axis), 1);
  }
  return kept;
}

/** A factor and how many values it takes among the positions looked at. */
interface Varying {
  readonly factor: Factor;
  readonly levels: number;
}

/** Factors that the log has a word for come first, and those of the command before those of the name. */
const byPreference = (a: Factor, b: Factor): number =>
  Number(b.named) - Number(a.named) || Number(a.ofName) - Number(b.ofName);

/** Scratch space, cleared before each use; kept because these functions run for every burst. */
const [marks, backMarks] = [new CodeMarks(), new CodeMarks()];

/** How many values a factor takes among the positions. */
export function levels(factor: Factor, positions: Uint32Array): number {
  marks.clear(factor.values.length);
  let count = 0;
  for (let index = 0; index < positions.length; index++) {
    const code = factor.codes[positions[index] as number] as number;
    if (marks.get(code) >= 0) continue;
    marks.set(code, 0);
    count++;
  }
  return count;
}

/**
 * Whether two factors say the same: each value of one goes with one value of the other and back. Where every combination has a value of its own that proves nothing
 * (a random search draws each of its parameters anew), and the values themselves must agree.
 *
 * @param cells how many combinations of all values there are
 */
export function areAliases(left: Varying, right: Varying, positions: Uint32Array, cells = positions.length): boolean {
  if (left.levels !== right.levels) return false;
  if (left.levels === cells) {
    return positions.every((position) => sameValue(valueAt(left.factor, position), valueAt(right.factor, position)));
  }
  marks.clear(left.factor.values.length);
  backMarks.clear(right.factor.values.length);
  for (const position of positions) {
    const a = left.factor.codes[position] as number;
    const b = right.factor.codes[position] as number;
    const [there, back] = [marks.get(a), backMarks.get(b)];
    if ((there >= 0 && there !== b) || (back >= 0 && back !== a)) return false;
    marks.set(a, b);
    backMarks.set(b, a);
  }
  return true;
}

/**
 * Whether a name says again what the command says, wherever it says anything: the same values (`bs16` of `run.sh 16`), or in its own words what an option says whose key has its
 * letters (`wd1e05` of `--weight-decay 1e-05`). The command tells the values.
 */
export function isCopy(name: Factor, option: Factor, positions: Uint32Array): boolean {
  if (!name.ofName || option.ofName) return false;
  const isAbbreviated =
    (name.named && option.named && hasLettersOf(option.key, name.key)) ||
    (!name.isWord && option.role === 'parameter' && option.values.length * TESTED <= positions.length);
  let isEcho = true;
  let isDetermined = isAbbreviated;
  marks.clear(option.values.length);
  for (const position of positions) {
    const [told, copied] = [option.codes[position] as number, name.codes[position] as number];
    if (name.values[copied] === '') continue;
    isEcho &&=
      sameValue(name.values[copied] as string, option.values[told] as string) ||
      isCutOf(name.values[copied] as string, option.values[told] as string);
    const before = marks.get(told);
    isDetermined &&= before < 0 || before === copied;
    if (!isEcho && !isDetermined) return false;
    marks.set(told, copied);
  }
  return true;
}

/** So many runs a value on average, and that a name goes with an option is no accident. */
const TESTED = 3;

/** Whether a name was cut within a number, behind its point or its first figures: `0.1` of `0.119`. */
const isCutOf = (copied: string, told: string): boolean => told.includes('.') && told.startsWith(copied);

/** Whether the letters of an abbreviation come in a word in their order: `wd` in `weight_decay`. */
function hasLettersOf(word: string, abbreviation: string): boolean {
  let at = 0;
  for (const letter of abbreviation.toLowerCase())
    at = word.toLowerCase().indexOf(letter, at) + 1 || Number.POSITIVE_INFINITY;
  return at < Number.POSITIVE_INFINITY;
}

const valueAt = (factor: Factor, position: number): string => factor.values[factor.codes[position] as number] as string;

const sameValue = (left: string, right: string): boolean => left === right || Number(left) === Number(right);

/** A value of its own in every run, and either a whole number that grows with each or no number: an id, not a choice. */
export function isCounter({ factor, levels }: Varying, positions: Uint32Array): boolean {
  if (factor.role === 'replicate' || positions.length < FEWEST_COUNTED || levels < positions.length) return false;
  const values = Array.from(positions, (position) => valueAt(factor, position));
  if (values.every((value) => Number.isNaN(Number(value)))) return true;
  return values.every(
    (value, index) => /^\d+$/.test(value) && (index === 0 || Number(value) > Number(values[index - 1])),
  );
}

/** How many distinct combinations of values the positions hold. */
function countCells(axes: readonly Varying[], positions: Uint32Array): number {
  if (axes.some((axis) => axis.levels === positions.length)) return positions.length;
  return numberCells(
    axes.map(({ factor }) => factor),
    positions,
  ).distinct;
}
