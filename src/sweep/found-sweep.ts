import type { FoundTrial } from '../model/sweep.ts';
import { CodeMarks } from './code-marks.ts';
import type { Design } from './design.ts';
import type { Factor } from './factor.ts';
import type { FactorTable } from './factor-table.ts';
import type { SweepDraft } from './group-family.ts';
import type { Gathering } from './shape.ts';
import { Slices } from './slices.ts';
import { isTextKey } from './text-keys.ts';

/** A factor of one sweep, with the values that its runs took. */
export type Axis = Pick<Factor, 'key' | 'role' | 'values'>;

/** What is kept of a sweep once its family's table is gone. */
export interface FoundSweep {
  readonly gathering: Gathering;
  readonly design: Pick<Design, 'coverage' | 'distinctCells'> & { readonly axes: readonly Axis[] };
  /** Its runs, ascending. */
  readonly runs: Uint32Array;
  /** For each run, one after the other, the code of its value on each axis. */
  readonly codes: Uint16Array | Uint32Array;
  /** The earlier sweep whose range it searches more finely. */
  refines?: FoundSweep;
  /** The parts of attempts that are its own, where other runs ran in them too. */
  readonly shares?: ReadonlyMap<number, number>;
  /** Its trials, where several of them ran in one attempt. */
  readonly trials?: readonly FoundTrial[];
}

/** Room for what is kept of sweeps. */
const [short, long] = [new Slices(Uint16Array), new Slices(Uint32Array)];

/** Scratch space, cleared before each use. */
const renumbered = new CodeMarks();

/** Takes what a sweep needs out of its family's table. */
export function foundSweep(
  table: FactorTable,
  { positions, isArray, retries, additions, doubt, byTimes, search, design }: SweepDraft,
): FoundSweep {
  const { coverage, distinctCells } = design;
  const width = design.axes.length;
  const codes = (positions.length < 65_536 ? short : long).take(positions.length * width);
  const axes: Axis[] = [];
  for (const factor of design.axes) {
    const values = renumber(factor, positions, codes, axes.length, width);
    axes.push({ key: factor.key, role: factor.role, values: factor.isWord ? whereTheyDiffer(values) : values });
  }
  return {
    gathering: {
      runs: positions.length,
      isArray,
      retries,
      additions,
      doubt,
      ...(byTimes === undefined ? {} : { byTimes }),
      ...(search === undefined ? {} : { search }),
    },
    design: { axes, coverage, distinctCells },
    runs: runsAt(table, positions),
    codes,
  };
}

function runsAt({ runs }: FactorTable, positions: Uint32Array): Uint32Array {
  const found = long.take(positions.length);
  for (let place = 0; place < found.length; place++) found[place] = runs[positions[place] as number] as number;
  return found;
}

/** Writes the codes of some runs on an axis, numbered anew, into a column of all codes. @returns their values */
function renumber(
  factor: Factor,
  positions: Uint32Array,
  codes: FoundSweep['codes'],
  column: number,
  width: number,
): string[] {
  renumbered.clear(factor.values.length);
  const values: string[] = [];
  for (let place = 0; place < positions.length; place++) {
    const code = factor.codes[positions[place] as number] as number;
    let number = renumbered.get(code);
    if (number < 0) {
      number = values.push(factor.values[code] as string) - 1;
      renumbered.set(code, number);
    }
    codes[place * width + column] = number;
  }
  // A copy is no longer than it must be: there are a hundred thousand.
  return values.slice();
}

/** What stands between the words of a text. */
const BETWEEN = /[-_./:=,\s]/;

/** Words without what all of them begin and end with: whole words of it, or a key that is known (`optadam`, `optsgd`). */
function whereTheyDiffer(words: readonly string[]): string[] {
  const [first = ''] = words;
  let from = first.length;
  let shortest = first.length;
  for (const word of words) {
    shortest = Math.min(shortest, word.length);
    from = Math.min(from, alikeFromStart(first, word));
  }
  if (!isTextKey(first.slice(0, from))) while (from > 0 && !BETWEEN.test(first[from - 1] as string)) from--;
  // What they begin with is not what they end with too.
  let shared = shortest - from;
  for (const word of words) shared = Math.min(shared, alikeFromEnd(first, word));
  while (shared > 0 && !BETWEEN.test(first.at(-shared) as string)) shared--;
  const parts: string[] = [];
  for (const word of words) parts.push(word.slice(from, word.length - shared));
  return parts;
}

function alikeFromStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

function alikeFromEnd(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one.at(-1 - at) === other.at(-1 - at)) at++;
  return at;
}
