import { CodeMarks } from './code-marks.ts';
import type { Factor } from './factor.ts';

/** So many values that grow one by one are a count. Fewer may be a choice. */
const FEWEST_COUNTED = 4;

/** A factor and how many values it takes among the positions looked at. */
export interface Varying {
  readonly factor: Factor;
  readonly levels: number;
}

/** Scratch space, cleared before each use; kept because these functions run for every burst. */
const [marks, backMarks] = [new CodeMarks(), new CodeMarks()];

/** Whether a factor takes several values among the positions. */
export function doesVary({ codes }: Factor, positions: Uint32Array): boolean {
  const first = codes[positions[0] as number];
  for (let index = 1; index < positions.length; index++) if (codes[positions[index] as number] !== first) return true;
  return false;
}

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

/** How many combinations of all values some runs have. Counting them takes long and is seldom needed. */
export type CountOfCells = () => number;

/** The same, counted the first time that it is asked for. */
export function countedOnce(count: CountOfCells): CountOfCells {
  let counted: number | undefined;
  return () => {
    counted ??= count();
    return counted;
  };
}

/**
 * Whether two factors say the same: each value of one goes with one value of the other and back. Where every combination has a value of its own that proves nothing
 * (a random search draws each of its parameters anew), and the values themselves must agree.
 */
function areAliases(left: Varying, right: Varying, positions: Uint32Array, cells: CountOfCells): boolean {
  if (left.levels !== right.levels) return false;
  if (left.levels === positions.length) return haveSameValues(left.factor, right.factor, positions);
  marks.clear(left.factor.values.length);
  backMarks.clear(right.factor.values.length);
  for (const position of positions) {
    const a = left.factor.codes[position] as number;
    const b = right.factor.codes[position] as number;
    const there = marks.get(a);
    const back = backMarks.get(b);
    if ((there >= 0 && there !== b) || (back >= 0 && back !== a)) return false;
    marks.set(a, b);
    backMarks.set(b, a);
  }
  return left.levels < cells() || haveSameValues(left.factor, right.factor, positions);
}

function haveSameValues(left: Factor, right: Factor, positions: Uint32Array): boolean {
  for (const position of positions) if (!sameValue(valueAt(left, position), valueAt(right, position))) return false;
  return true;
}

/** Whether a factor says the same as one of those up to a place. */
export function isAliasOfAny(
  each: Varying,
  others: readonly Varying[],
  upTo: number,
  positions: Uint32Array,
  cells: CountOfCells,
): boolean {
  for (let index = 0; index < upTo; index++)
    if (areAliases(each, others[index] as Varying, positions, cells)) return true;
  return false;
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
    const told = option.codes[position] as number;
    const copied = name.codes[position] as number;
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
  return hasNoNumbers(factor, positions) || isGrowing(factor, positions);
}

function hasNoNumbers(factor: Factor, positions: Uint32Array): boolean {
  for (const position of positions) if (!Number.isNaN(Number(valueAt(factor, position)))) return false;
  return true;
}

/** Whether values are whole numbers each of which is larger than the one before. */
function isGrowing(factor: Factor, positions: Uint32Array): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (const position of positions) {
    const value = valueAt(factor, position);
    if (!/^\d+$/.test(value) || !(Number(value) > before)) return false;
    before = Number(value);
  }
  return true;
}
