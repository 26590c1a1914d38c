import type { FoundTrial } from '../model/sweep.ts';
import type { Design } from './axes.ts';
import { CodeMarks } from './code-marks.ts';
import type { Factor, FactorTable } from './factor-table.ts';
import type { SweepDraft } from './group-family.ts';
import type { Gathering } from './shape.ts';

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

/** Scratch space, cleared before each use. */
const renumbered = new CodeMarks();

/** Takes what a sweep needs out of its family's table. */
export function foundSweep(
  table: FactorTable,
  { positions, isArray, retries, additions, doubt, search, design }: SweepDraft,
): FoundSweep {
  const { coverage, distinctCells } = design;
  const width = design.axes.length;
  const codes = new (positions.length < 65_536 ? Uint16Array : Uint32Array)(positions.length * width);
  const axes = design.axes.map((factor, index) => {
    renumbered.clear(factor.values.length);
    const values: string[] = [];
    positions.forEach((position, place) => {
      const code = factor.codes[position] as number;
      if (renumbered.get(code) < 0) renumbered.set(code, values.push(factor.values[code] as string) - 1);
      codes[place * width + index] = renumbered.get(code);
    });
    return { key: factor.key, role: factor.role, values: factor.isWord ? whereTheyDiffer(values) : values };
  });
  return {
    gathering: {
      runs: positions.length,
      isArray,
      retries,
      additions,
      doubt,
      ...(search === undefined ? {} : { search }),
    },
    design: { axes, coverage, distinctCells },
    runs: positions.map((position) => table.runs[position] as number),
    codes,
  };
}

/** Words without what all of them begin and end with. */
function whereTheyDiffer(words: readonly string[]): string[] {
  const [first = ''] = words;
  const areAll = (part: string, at: (word: string) => boolean): boolean => part !== '' && words.every(at);
  let from = 0;
  while (areAll(first.slice(from, from + 1), (word) => word[from] === first[from])) from++;
  const rests = words.map((word) => word.slice(from));
  const [rest = ''] = rests;
  let shared = 0;
  while (
    shared < rest.length &&
    rests.every((word) => word.length > shared && word.at(-1 - shared) === rest.at(-1 - shared))
  )
    shared++;
  return rests.map((word) => word.slice(0, word.length - shared));
}
