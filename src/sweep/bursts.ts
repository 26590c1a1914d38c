import { type Design, designOf, levels } from './axes.ts';
import type { Factor, FactorTable } from './factor-table.ts';
import type { RunView } from './run-view.ts';

/** Positions in a factor table that were submitted together. */
export interface Burst {
  readonly positions: Uint32Array;
  /** Whether they are the tasks of one job array. */
  readonly isArray: boolean;
  readonly design: Design;
}

/** What stands for no array. */
export const NO_ARRAY = -1;

/** A pause between submissions after which a loop is held to be over, seconds. Our own judgement: loops of `sbatch` take seconds to minutes. */
const LONGEST_PAUSE = 2 * 3600;

/** A burst may be two loops run one after the other: each fills its grid, and the pause between them stands out this much. */
const STANDING_OUT = { seconds: 60, times: 5, fewestRuns: 4 };

const GOOD_COVERAGE = 0.8;
const BETTER_BY = 0.1;

/** Splits the runs of a family into bursts, in order of submission: a job array is one burst, others end with a pause or where another grid begins. */
export function findBursts(table: FactorTable, view: RunView, arrayOf: (run: number) => number): Burst[] {
  const arrays = new Map<number, number[]>();
  const loose: number[] = [];
  table.runs.forEach((run, position) => {
    const array = arrayOf(run);
    if (array === NO_ARRAY) loose.push(position);
    else if (arrays.get(array)?.push(position) === undefined) arrays.set(array, [position]);
  });
  const submit = (position: number): number => view.submit[table.runs[position] as number] as number;
  const bursts: Burst[] = [...arrays.values()].map((list) => {
    const positions = new Uint32Array(list);
    return { positions, isArray: true, design: designOf(table, positions) };
  });
  for (const positions of splitAtPauses(loose, submit)) refine(table, positions, submit, bursts);
  return bursts.sort((a, b) => (a.positions[0] as number) - (b.positions[0] as number));
}

function splitAtPauses(positions: readonly number[], submit: (position: number) => number): Uint32Array[] {
  const parts: number[][] = [];
  positions.forEach((position, index) => {
    const pause = submit(position) - submit(positions[index - 1] ?? position);
    if (index === 0 || pause > LONGEST_PAUSE) parts.push([]);
    parts.at(-1)?.push(position);
  });
  return parts.map((part) => new Uint32Array(part));
}

/** Adds a burst; one that fills its grid badly is split first, by a word that varies or at a pause that stands out. */
function refine(
  table: FactorTable,
  positions: Uint32Array,
  submit: (position: number) => number,
  bursts: Burst[],
): void {
  const design = designOf(table, positions);
  const byWord = design.coverage < GOOD_COVERAGE ? splitByWord(table, positions, design.coverage) : undefined;
  const parts = byWord ?? (design.coverage < 1 ? splitAtStandingPause(table, positions, submit) : undefined);
  if (parts === undefined) bursts.push({ positions, isArray: false, design });
  else for (const part of parts) refine(table, part, submit, bursts);
}

/**
 * The split by the word under which the parts fill their own grids best; undefined when no split is clearly better. Where every part tries only what the largest one tries, the
 * word is one more loop around them (the last part may be cut short), and no reason to split.
 */
function splitByWord(table: FactorTable, positions: Uint32Array, coverage: number): Uint32Array[] | undefined {
  let best: Uint32Array[] | undefined;
  let bestCoverage = coverage + BETTER_BY;
  for (const factor of table.factors) {
    if (!factor.isWord || levels(factor, positions) < 2) continue;
    const parts = partsBy(factor, positions);
    const mean = parts.reduce((sum, part) => sum + designOf(table, part).coverage * part.length, 0) / positions.length;
    if (mean <= bestCoverage || areOneLoop(table, factor, parts, positions)) continue;
    best = parts;
    bestCoverage = mean;
  }
  return best;
}

/** The positions of each value of a factor. */
function partsBy(factor: Factor, positions: Uint32Array): Uint32Array[] {
  const parts = new Map<number, number[]>();
  for (const position of positions) {
    const code = factor.codes[position] as number;
    if (parts.get(code)?.push(position) === undefined) parts.set(code, [position]);
  }
  return [...parts.values()].map((part) => new Uint32Array(part));
}

function areOneLoop(table: FactorTable, by: Factor, parts: readonly Uint32Array[], positions: Uint32Array): boolean {
  const largest = parts.reduce((best, part) => (part.length > best.length ? part : best));
  const followsWord = (factor: Factor): boolean => parts.every((part) => levels(factor, part) === 1);
  return table.factors.every(
    (factor) =>
      factor === by || levels(factor, positions) === levels(factor, largest) || factor.isWord || followsWord(factor),
  );
}

function splitAtStandingPause(
  table: FactorTable,
  positions: Uint32Array,
  submit: (position: number) => number,
): Uint32Array[] | undefined {
  const pauses = Array.from(
    positions.subarray(1),
    (position, index) => submit(position) - submit(positions[index] as number),
  );
  const sorted = Float64Array.from(pauses).sort();
  const longest = sorted.at(-1) ?? 0;
  const median = sorted[pauses.length >> 1] ?? 0;
  if (!(longest >= STANDING_OUT.seconds && longest >= STANDING_OUT.times * median)) return undefined;
  const at = pauses.indexOf(longest) + 1;
  const parts = [positions.subarray(0, at), positions.subarray(at)];
  const whole = parts.every((part) => part.length >= STANDING_OUT.fewestRuns && designOf(table, part).coverage === 1);
  return whole ? parts : undefined;
}
