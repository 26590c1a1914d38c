import type { Evidence, SweepKind } from '../model/sweep.ts';
import { ARRAY_TASK } from './factor-table.ts';
import type { FoundSweep } from './found-sweep.ts';

/** How a sweep came together. */
export interface Gathering {
  readonly runs: number;
  readonly isArray: boolean;
  /** Runs that tried again what had not completed before. */
  readonly retries: number;
  /** Runs that were added to an incomplete grid. */
  readonly additions: number;
  /** What a tracker knows of the sweep. */
  readonly tracked?: TrackedSweep;
  /** What an earlier report found of it. */
  readonly reported?: ReportedSweep;
  /** What the user says of it. */
  readonly told?: ToldSweep;
}

/** A sweep as the user says it is. */
interface ToldSweep {
  /** Line of the configuration. */
  readonly line: number;
  readonly name?: string | undefined;
  readonly kind?: SweepKind | undefined;
  /** Of how many sweeps that were found its runs are, and how many of them were in none. */
  readonly from: number;
  readonly unknown: number;
}

/** A sweep as its tracker knows it. */
export interface TrackedSweep {
  /** The tracker's id of it. */
  readonly sweep: string;
  /** How many runs it was given in all: some may not be in the logs. */
  readonly assigned: number;
  /** How it searched, where that is logged. */
  readonly kind?: SweepKind;
}

/** A sweep as a `jobs.csv` tells it. */
interface ReportedSweep {
  /** The id that it had there. */
  readonly sweep: string;
  readonly kind?: SweepKind;
  readonly confidence?: number;
}

/** What a sweep is judged to be, how sure, and why. */
export interface Shape {
  readonly kind: SweepKind;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

const GRID_COVERAGE = 0.8;
const FEWEST_RANDOM_RUNS = 6;
const MOSTLY_DISTINCT = 0.8;

/** Confidence by the strongest evidence there is. First values by judgement; they are not yet calibrated on labelled logs. */
const CONFIDENCE = { told: 1, tracked: 1, array: 0.98, fullGrid: 0.95, partialGrid: 0.85, values: 0.75, burst: 0.4 };

/** Judges the shape of a sweep from its design. */
export function judge(gathering: Gathering, design: FoundSweep['design']): Shape {
  const kind = gathering.told?.kind ?? gathering.tracked?.kind ?? gathering.reported?.kind ?? kindOf(gathering, design);
  const evidence = [...groupingEvidence(gathering, design), ...designEvidence(gathering, design, kind)];
  return { kind, confidence: confidenceOf(gathering, design), evidence };
}

function kindOf(gathering: Gathering, { axes, coverage }: FoundSweep['design']): SweepKind {
  const parameters = axes.filter((axis) => axis.role === 'parameter');
  if (axes.length === 0 || axes.every((axis) => axis.key === ARRAY_TASK)) return 'unclear';
  if (parameters.length === 0) return 'seeds';
  if (coverage >= GRID_COVERAGE) return 'grid';
  const runs = gathering.runs;
  const scattered = parameters.filter((axis) => axis.values.length >= MOSTLY_DISTINCT * runs).length;
  if (runs < FEWEST_RANDOM_RUNS || scattered === 0) return 'unclear';
  return scattered === parameters.length ? 'random' : 'mixed';
}

function confidenceOf(gathering: Gathering, { axes, coverage }: FoundSweep['design']): number {
  if (gathering.told !== undefined) return CONFIDENCE.told;
  if (gathering.tracked !== undefined) return CONFIDENCE.tracked;
  if (gathering.reported?.confidence !== undefined) return gathering.reported.confidence;
  if (gathering.isArray) return CONFIDENCE.array;
  if (axes.length === 0) return CONFIDENCE.burst;
  if (coverage === 1) return CONFIDENCE.fullGrid;
  return coverage >= GRID_COVERAGE ? CONFIDENCE.partialGrid : CONFIDENCE.values;
}

function groupingEvidence(gathering: Gathering, { axes }: FoundSweep['design']): Evidence[] {
  if (gathering.told !== undefined) return [toldEvidence(gathering.runs, gathering.told)];
  if (gathering.tracked !== undefined) return [trackedEvidence(gathering.runs, gathering.tracked)];
  if (gathering.reported !== undefined) return [reportedEvidence(gathering.runs, gathering.reported)];
  if (gathering.isArray) return [{ rule: 'array', note: 'tasks of one job array' }];
  const together = { rule: 'burst', note: 'same user, directory and command, submitted without a longer pause' };
  return axes.length === 0
    ? [{ rule: 'burst', note: `${together.note}; nothing that the logs show varies` }]
    : [together];
}

function trackedEvidence(runs: number, { sweep, assigned }: TrackedSweep): Evidence {
  const missing = assigned > runs ? `; it had ${assigned}, of which ${assigned - runs} are not in the logs` : '';
  return { rule: 'wandb-sweep', note: `${counted(runs)} of the Weights & Biases sweep ${sweep}${missing}` };
}

function toldEvidence(runs: number, { line, from, unknown }: ToldSweep): Evidence {
  const sweeps = from === 1 ? '1 sweep' : `${from} sweeps`;
  const shown = [...(from > 0 ? [`in ${sweeps}`] : []), ...(unknown > 0 ? [`${unknown} in none`] : [])].join(' and ');
  const note = `the user says so (line ${line} of the configuration): ${counted(runs)}, which the logs show ${shown}`;
  return { rule: 'user', note };
}

const reportedEvidence = (runs: number, { sweep }: ReportedSweep): Evidence => ({
  rule: 'reported',
  note: `${counted(runs)} that an earlier report put into one sweep, ${sweep} of its jobs.csv`,
});

const counted = (runs: number): string => (runs === 1 ? '1 run' : `${runs} runs`);

function designEvidence(
  gathering: Gathering,
  { axes, coverage, distinctCells }: FoundSweep['design'],
  kind: SweepKind,
): Evidence[] {
  const evidence: Evidence[] = [];
  const names = axes.map((axis) => axis.key).join(', ');
  if (axes.length > 0) {
    const share = kind === 'grid' ? `${Math.round(coverage * 100)} % of their grid` : `${distinctCells} combinations`;
    evidence.push({ rule: 'values', note: `${names} varied: ${share}` });
  }
  if (gathering.retries > 0) {
    evidence.push({ rule: 'retry', note: `${counted(gathering.retries)} tried again what had not completed` });
  }
  if (gathering.additions > 0) {
    evidence.push({ rule: 'addition', note: `${counted(gathering.additions)} added later to the same grid` });
  }
  return evidence;
}
