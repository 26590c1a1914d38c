import type { Ledger } from '../model/ledger.ts';
import { designOf } from './design.ts';
import type { FactorTable } from './factor-table.ts';
import { familyAxes } from './family-axes.ts';
import { type Axis, type FoundSweep, foundSweep } from './found-sweep.ts';
import { type AlikeRuns, alikeRuns } from './results/outcomes.ts';
import { type Experiment, partByResults } from './results/part-by-results.ts';
import { isAnySubmitTold, type RunView } from './run-view.ts';

/** Each combination comes so often, on average, before results are asked whether the runs are of several experiments: a grid is run twice or thrice by who ran it. Our own judgement. */
const FEWEST_REPEATS = 4;
/** So many runs must have results: elsewhere they tell too little. Our own judgement. */
const MOSTLY_MEASURED = 0.5;
/**
 * Pairs of runs that are compared in one project, in all of its families: 2,000 runs that measured the same, or many lists of fewer. Beyond that families are left as they are, since time and
 * memory grow by the square: 4 million pairs take 3 s of processor time and 200 MB. Of larger families not even the results are read.
 */
const MOST_PAIRS = 4e6;
const MOST_RUNS = 20_000;

/**
 * Tells experiments apart by their results, where nothing else does: a benchmark tries the same combinations on many tasks, equally often on each, and the log does not name the
 * tasks. Runs of one task measure like values and take like times.
 */
export class ByResults {
  readonly #ledger: Ledger;
  readonly #view: RunView;
  #pairsLeft = MOST_PAIRS;

  constructor(ledger: Ledger, view: RunView) {
    this.#ledger = ledger;
    this.#view = view;
  }

  /** The sweeps of a family; undefined where results do not tell, or need not. */
  part(table: FactorTable): FoundSweep[] | undefined {
    if (this.#isToldOtherwise(table)) return undefined;
    const { axes, cells } = familyAxes(table);
    const combinations = new Set(cells).size;
    if (axes.some(({ factor }) => isReplicate(factor))) return undefined;
    if (combinations < 2 || table.runs.length < FEWEST_REPEATS * combinations) return undefined;
    const sets = alikeRuns(table, cells, { ledger: this.#ledger, view: this.#view });
    const measured = sets.flatMap((set) => set.measured).reduce((sum, { length }) => sum + length, 0);
    const pairs = sets.reduce((sum, set) => sum + pairsIn(set), 0);
    if (measured < MOSTLY_MEASURED * table.runs.length || pairs > this.#pairsLeft) return undefined;
    this.#pairsLeft -= pairs;
    const experiments = partByResults(sets);
    return experiments?.filter(({ outcomes }) => outcomes.length > 1).map((each) => sweepOf(table, each));
  }

  /** Whether the log names the experiment or tells when runs were submitted, or has no results, or the family is too large. */
  #isToldOtherwise({ runs, isLabelled }: FactorTable): boolean {
    return (
      this.#ledger.table.measured.length === 0 ||
      isLabelled === true ||
      runs.length > MOST_RUNS ||
      isAnySubmitTold(this.#view, runs)
    );
  }
}

function pairsIn({ measured, others }: AlikeRuns): number {
  const runs = measured.reduce((sum, { length }) => sum + length, 0);
  return measured.reduce((sum, { length }) => sum + length ** 2, 0) + others.length * runs;
}

function sweepOf(table: FactorTable, { outcomes, retries, apartness }: Experiment): FoundSweep {
  const positions = Uint32Array.from(outcomes, ({ position }) => position);
  const design = designOf(table, positions);
  const draft = { positions, isArray: false, retries, additions: 0, doubt: 0, design };
  const sweep = foundSweep(table, draft);
  return { ...sweep, gathering: { ...sweep.gathering, apartness } };
}

const isReplicate = ({ role }: Axis): boolean => role === 'replicate';

/** How often a sweep tries each combination on average, where that is often and nothing tells why: as repeats, or as several experiments. Undefined elsewhere. */
export function unexplainedRepeats(
  table: FactorTable,
  view: RunView,
  { design, runs }: FoundSweep,
): number | undefined {
  const repeats = runs.length / design.distinctCells;
  if (design.axes.length === 0 || repeats < FEWEST_REPEATS || table.isLabelled === true) return undefined;
  const isExplained = design.axes.some(isReplicate) || isAnySubmitTold(view, table.runs);
  return isExplained ? undefined : repeats;
}
