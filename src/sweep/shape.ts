import type { Evidence, SweepKind } from '../model/sweep.ts';
import type { FoundSweep } from './found-sweep.ts';
import { searchKind } from './search-kind.ts';

/** How a sweep came together. */
export interface Gathering {
  readonly runs: number;
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
  /** Where results alone tell its runs from others, how clearly, 0 to 1; NaN where not even they do, and its runs are together for their times. */
  readonly apartness?: number;
  /** How often each combination comes on average, where nothing tells why. */
  readonly repeats?: number;
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

/**
 * The odds that a sweep is found with all of its runs and no others, as a sum of logits, fitted on labelled logs (`npm run bench:sweeps` shows how well they hold): where values are
 * known or nothing is, for each doubling of doubt in the grouping, for a job array, and for a sweep of two runs, which may be two jobs. Where only times tell, doubt is that of another
 * model; fitted on generated labs (seeds 300 to 309 and 500 to 509).
 */
const LOGITS = { known: 2.6, silent: 0.7, doubt: -0.5, silentDoubt: -0.6, array: 1.9, pair: -2.3 };
const BY_TIMES = { clear: 2.95, doubt: -0.8 };
/** Submit lines that name the search are hardly ever wrong. Our own judgement. */
const NAMED = 0.99;
/** Many repeats that nothing explains are of one experiment or of several: as likely as not. Our own judgement; a table does not tell. */
const OPEN = 0.5;
/** A twentieth of a bit of doubt is little. */
const LITTLE_DOUBT = 0.05;

/**
 * Judges the shape of a sweep from its design.
 *
 * @param isSequential whether most runs were submitted when earlier ones had ended; asked only where it matters
 */
export function judge({ gathering, design, codes }: FoundSweep, isSequential: () => boolean): Shape {
  const searched = searchKind({ axes: design.axes, codes, runs: codes.length / design.axes.length, isSequential });
  const kind = gathering.told?.kind ?? gathering.tracked?.kind ?? gathering.reported?.kind ?? searched;
  const evidence = [...groupingEvidence(gathering, design), ...designEvidence(gathering, design, kind)];
  return { kind, confidence: confidenceOf(gathering, design.axes.length === 0), evidence };
}

function confidenceOf(
  { runs, told, tracked, reported, search, isArray, doubt, byTimes, apartness, repeats }: Gathering,
  isSilent: boolean,
): number {
  if (told !== undefined || tracked !== undefined) return 1;
  if (reported?.confidence !== undefined) return reported.confidence;
  if (search !== undefined) return NAMED;
  if (apartness !== undefined) return confidenceByResults(runs, apartness);
  const doubts = Math.log2(1 + doubt / LITTLE_DOUBT);
  if (byTimes === true) return confidenceFrom(BY_TIMES.clear + doubts * BY_TIMES.doubt);
  const given = isSilent ? LOGITS.silent + doubts * LOGITS.silentDoubt : LOGITS.known + doubts * LOGITS.doubt;
  const logit = given + (isArray ? LOGITS.array : 0) + (runs === 2 ? LOGITS.pair : 0);
  return Math.min(repeats === undefined ? 1 : OPEN, confidenceFrom(logit));
}

const confidenceFrom = (logit: number): number =>
  Math.min(0.99, Math.max(0.01, Math.round(100 / (1 + Math.exp(-logit))) / 100));

/**
 * The same where results alone tell runs apart, fitted on generated benchmarks (seeds 400 to 459): the clearer and the fewer they are, the more often all of them are right. Without
 * results hardly ever.
 */
const BY_RESULTS = { base: -1.3, apartness: 6.1, doubling: -0.4, without: 0.05 };

function confidenceByResults(runs: number, apartness: number): number {
  if (Number.isNaN(apartness)) return BY_RESULTS.without;
  const clear = BY_RESULTS.base + BY_RESULTS.apartness * Math.max(0, apartness);
  return confidenceFrom(clear + BY_RESULTS.doubling * Math.log2(runs));
}

const BY_TIMES_NOTE =
  'same user and directory, one rhythm of submission, like durations and resources; nothing else that the logs show tells runs apart';

function groupingEvidence(gathering: Gathering, { axes }: FoundSweep['design']): Evidence[] {
  if (gathering.told !== undefined) return [toldEvidence(gathering.runs, gathering.told)];
  if (gathering.tracked !== undefined) return [trackedEvidence(gathering.runs, gathering.tracked)];
  if (gathering.reported !== undefined) return [reportedEvidence(gathering.runs, gathering.reported)];
  if (gathering.search !== undefined)
    return [{ rule: 'search-id', note: `submit lines name the search: ${gathering.search}` }];
  if (gathering.apartness !== undefined) return [resultsEvidence(gathering.apartness)];
  if (gathering.isArray) return [{ rule: 'array', note: 'tasks of one job array' }];
  if (gathering.byTimes === true) return [{ rule: 'burst', note: BY_TIMES_NOTE }];
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

/** @param apartness NaN where runs measured nothing; 0 where results do not part them */
function resultsEvidence(apartness: number): Evidence {
  const alike =
    apartness === 0 ? 'same metric, which does not part them further' : 'same metric, like values and durations';
  const why = Number.isNaN(apartness) ? 'no results, but starts near each other' : alike;
  return { rule: 'results', note: `${why}; nothing names the experiment` };
}

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
  if (gathering.repeats !== undefined) {
    const times = Math.round(gathering.repeats);
    const why = 'and nothing tells why: repeats, or several experiments';
    evidence.push({ rule: 'repeats', note: `each combination comes about ${times} times, ${why}` });
  }
  if (gathering.retries > 0) {
    evidence.push({ rule: 'retry', note: `${counted(gathering.retries)} tried again what had not completed` });
  }
  if (gathering.additions > 0) {
    evidence.push({ rule: 'addition', note: `${counted(gathering.additions)} added later to the same grid` });
  }
  return evidence;
}
