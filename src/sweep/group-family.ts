import type { JobState } from '../model/job-state.ts';
import { NO_ARRAY } from './array-of.ts';
import { type Design, designOf } from './axes.ts';
import type { FactorTable } from './factor-table.ts';
import { familyAxes } from './family-axes.ts';
import { withoutWaiting } from './follow-ups.ts';
import { joinSegments } from './join-segments.ts';
import { refinements } from './refinements.ts';
import type { RunView } from './run-view.ts';
import { cutSegments, type Occasion, type Segment, segmentOf } from './segments.ts';
import { unmix } from './unmix.ts';

/** Runs that make up one sweep. */
export interface SweepDraft {
  /** Ascending. */
  readonly positions: Uint32Array;
  readonly isArray: boolean;
  /** Runs that tried again what had not completed before. */
  readonly retries: number;
  /** Runs that were added to an incomplete grid. */
  readonly additions: number;
  /** How near its runs were to being grouped otherwise, in bits. */
  readonly doubt: number;
  /** The name by which its submit lines call the search. */
  readonly search?: string;
  readonly design: Design;
  /** The earlier sweep whose range it searches more finely. */
  readonly refines?: SweepDraft;
}

/** States after which a run need not be tried again. */
const SETTLED: ReadonlySet<JobState> = new Set<JobState>(['completed', 'running', 'pending']);

/** Pauses between starts tell so much less than those between submissions. Our own judgement. */
const STARTS_TELL = 0.25;

/** Where nothing else tells sweeps apart, pauses tell more. Our own judgement. */
const ALONE_TELL = 2;

/** Groups the runs of a family into sweeps. */
export function groupFamily(table: FactorTable, view: RunView, arrayOf: (run: number) => number): SweepDraft[] {
  const family = familyAxes(table);
  const told = table.runs.some(view.isSubmitTold) ? 1 : STARTS_TELL;
  const clock = clockOf(table, view);
  const settled = new Uint8Array(table.runs.length);
  table.runs.forEach((run, position) => {
    settled[position] = Number(SETTLED.has(view.stateOf(run)));
  });
  const occasion: Occasion = {
    family,
    submit: (position) => clock[position] as number,
    pausesTell: family.axes.length === 0 ? told * ALONE_TELL : told,
    isSettled: (position) => settled[position] === 1,
  };
  // Nothing tells more of an experiment than its label; starts without submissions tell when machines were free.
  const isOneExperiment = table.isLabelled === true && !table.runs.some(view.isSubmitTold);
  const segments = isOneExperiment
    ? [segmentOf(occasion, Uint32Array.from(table.runs.keys()))]
    : segmentsOf(occasion, table, arrayOf);
  const joined = joinSegments(occasion, segments).filter(({ description }) => description.runs > 1);
  const drafts = joined.map(({ positions, isArray, retries, additions, doubt }): SweepDraft => {
    const design = designOf(table, positions);
    return { positions, isArray, retries, additions, doubt, design };
  });
  return linkRefinements(drafts, table, view);
}

/** When runs were submitted, without the time that searches waited for results. */
function clockOf({ runs }: FactorTable, view: RunView): Float64Array {
  const [submit, end] = [new Float64Array(runs.length), new Float64Array(runs.length)];
  for (let position = 0; position < runs.length; position++) {
    const run = runs[position] as number;
    submit[position] = view.submit[run] as number;
    end[position] = view.endOf(run);
  }
  return withoutWaiting(submit, end);
}

function linkRefinements(drafts: readonly SweepDraft[], table: FactorTable, view: RunView): SweepDraft[] {
  const times = drafts.map(({ positions }) => {
    let firstEnd = Number.POSITIVE_INFINITY;
    for (const position of positions) firstEnd = Math.min(firstEnd, view.endOf(table.runs[position] as number));
    return { from: view.submit[table.runs[positions[0] as number] as number] as number, firstEnd };
  });
  const linked: SweepDraft[] = [];
  refinements(drafts, times).forEach((before, index) => {
    const draft = drafts[index] as SweepDraft;
    linked.push(before < 0 ? draft : { ...draft, refines: linked[before] as SweepDraft });
  });
  return linked;
}

function segmentsOf(occasion: Occasion, table: FactorTable, arrayOf: (run: number) => number): Segment[] {
  const arrays = new Map<number, number[]>();
  const loose: number[] = [];
  table.runs.forEach((run, position) => {
    const array = arrayOf(run);
    if (array === NO_ARRAY) loose.push(position);
    else if (arrays.get(array)?.push(position) === undefined) arrays.set(array, [position]);
  });
  const segments = [
    ...[...arrays.values()].map((list) => segmentOf(occasion, new Uint32Array(list), true)),
    ...cutSegments(occasion, Uint32Array.from(loose)).flatMap((segment) => unmix(occasion, segment)),
  ];
  return segments.sort((a, b) => (a.positions[0] as number) - (b.positions[0] as number));
}
