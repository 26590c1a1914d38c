import type { JobState } from '../model/job-state.ts';
import { NO_ARRAY } from './array-of.ts';
import type { Descriptions } from './descriptions.ts';
import { type Design, designOf } from './design.ts';
import type { FactorTable } from './factor-table.ts';
import { familyAxes } from './family-axes.ts';
import { withoutWaiting } from './follow-ups.ts';
import { joinSegments } from './join-segments.ts';
import { refinements, type Times } from './refinements.ts';
import { isAnySubmitTold, type RunView } from './run-view.ts';
import { cutSegments, type Occasion, type Segment, segmentOf } from './segments.ts';
import { sweepsByTimes } from './timed/sweeps-by-times.ts';
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
  /** Whether only its times tell its runs from others. */
  readonly byTimes?: boolean;
  /** The name by which its submit lines call the search. */
  readonly search?: string;
  readonly design: Design;
  /** The earlier sweep whose range it searches more finely. */
  readonly refines?: SweepDraft;
}

/** What is known of single runs. */
export interface KnownOfRuns {
  /** A number for its array, or {@link NO_ARRAY}. */
  readonly arrayOf: (run: number) => number;
  /** Whether all that its user submitted from its directory looks alike. */
  readonly isSole: (run: number) => boolean;
}

/** States after which a run need not be tried again. */
const SETTLED: ReadonlySet<JobState> = new Set<JobState>(['completed', 'running', 'pending']);

/** Pauses between starts tell so much less than those between submissions. Our own judgement. */
const STARTS_TELL = 0.25;

/** Where nothing else tells sweeps apart, pauses tell more. Our own judgement. */
const ALONE_TELL = 2;

/** Groups the runs of a family into sweeps. */
export function groupFamily(
  table: FactorTable,
  view: RunView,
  known: KnownOfRuns,
  descriptions: Descriptions,
): SweepDraft[] {
  const family = familyAxes(table);
  if (family.axes.length === 0 && doOnlyTimesTell(table, view, known)) return draftsByTimes(table, view);
  const isTold = isAnySubmitTold(view, table.runs);
  const told = isTold ? 1 : STARTS_TELL;
  const occasion: Occasion = {
    family,
    submit: clockOf(table, view),
    pausesTell: family.axes.length === 0 ? told * ALONE_TELL : told,
    settled: settledIn(table, view),
    descriptions,
  };
  // Nothing tells more of an experiment than its label; starts without submissions tell when machines were free.
  const isOneExperiment = table.isLabelled === true && !isTold;
  const segments = isOneExperiment
    ? [segmentOf(occasion, Uint32Array.from(table.runs.keys()))]
    : segmentsOf(occasion, table, known.arrayOf);
  const drafts: SweepDraft[] = [];
  for (const draft of joinSegments(occasion, segments)) {
    if (draft.description.runs < 2) continue;
    const { positions, isArray, retries, additions, doubt } = draft;
    drafts.push({ positions, isArray, retries, additions, doubt, design: designOf(table, positions) });
  }
  descriptions.end();
  return linkRefinements(drafts, table, view);
}

/** Whether nothing but times may tell sweeps of a family apart, and these are known of all its runs. */
function doOnlyTimesTell({ runs, isLabelled }: FactorTable, view: RunView, known: KnownOfRuns): boolean {
  if (isLabelled === true || !known.isSole(runs[0] as number)) return false;
  for (const run of runs) if (!view.isSubmitTold(run) || known.arrayOf(run) !== NO_ARRAY) return false;
  return true;
}

function draftsByTimes(table: FactorTable, view: RunView): SweepDraft[] {
  const drafts: SweepDraft[] = [];
  for (const sweep of sweepsByTimes(view, table.runs)) {
    const { retries, doubt } = sweep;
    const positions = sweep.positions();
    const design = designOf(table, positions);
    if (positions.length > 1)
      drafts.push({ positions, isArray: false, retries, additions: 0, doubt, byTimes: true, design });
  }
  return drafts;
}

function settledIn({ runs }: FactorTable, view: RunView): Uint8Array {
  const settled = new Uint8Array(runs.length);
  for (let position = 0; position < runs.length; position++)
    settled[position] = SETTLED.has(view.stateOf(runs[position] as number)) ? 1 : 0;
  return settled;
}

/** When runs were submitted, without the time that searches waited for results. */
function clockOf({ runs }: FactorTable, view: RunView): Float64Array {
  const submit = new Float64Array(runs.length);
  const end = new Float64Array(runs.length);
  for (let position = 0; position < runs.length; position++) {
    const run = runs[position] as number;
    submit[position] = view.submit[run] as number;
    end[position] = view.endOf(run);
  }
  return withoutWaiting(submit, end);
}

function linkRefinements(drafts: readonly SweepDraft[], table: FactorTable, view: RunView): SweepDraft[] {
  if (drafts.length < 2) return [...drafts];
  const times: Times[] = [];
  for (const draft of drafts) times.push(timesOf(draft, table, view));
  const linked: SweepDraft[] = [];
  for (const [index, before] of refinements(drafts, times).entries()) {
    const draft = drafts[index] as SweepDraft;
    linked.push(before < 0 ? draft : { ...draft, refines: linked[before] as SweepDraft });
  }
  return linked;
}

function timesOf({ positions }: SweepDraft, { runs }: FactorTable, view: RunView): Times {
  let firstEnd = Number.POSITIVE_INFINITY;
  for (const position of positions) firstEnd = Math.min(firstEnd, view.endOf(runs[position] as number));
  return { from: view.submit[runs[positions[0] as number] as number] as number, firstEnd };
}

function segmentsOf(occasion: Occasion, table: FactorTable, arrayOf: (run: number) => number): Segment[] {
  const arrays = new Map<number, number[]>();
  const loose: number[] = [];
  for (let position = 0; position < table.runs.length; position++) {
    const array = arrayOf(table.runs[position] as number);
    if (array === NO_ARRAY) loose.push(position);
    else if (arrays.get(array)?.push(position) === undefined) arrays.set(array, [position]);
  }
  const segments: Segment[] = [];
  for (const list of arrays.values()) segments.push(segmentOf(occasion, new Uint32Array(list), true));
  for (const segment of cutSegments(occasion, new Uint32Array(loose))) segments.push(...unmix(occasion, segment));
  return segments.sort(byFirst);
}

const byFirst = (a: Segment, b: Segment): number => (a.positions[0] as number) - (b.positions[0] as number);
