import { AppError } from '../errors.ts';
import type { CostedSweep } from '../model/facts.ts';
import { stateOf } from '../model/job-state.ts';
import type { Ledger, NestedRun } from '../model/ledger.ts';
import type { Usage } from '../model/usage.ts';
import { medianOf } from '../stats/summarise.ts';
import { oneOf } from './measure-usage.ts';

/** What a tier is made of, before it is costed. */
export interface ChosenTier {
  readonly usage: Usage;
  readonly rule: string;
  readonly sweepId?: string;
}

export interface ChosenTiers {
  readonly singleModel: ChosenTier;
  readonly singleTune: ChosenTier;
  readonly project: ChosenTier;
}

/** What the choice is made from. */
export interface TierInput {
  readonly ledger: Ledger;
  readonly usage: Usage;
  readonly sweeps: readonly CostedSweep[];
  readonly sweepOf: Int32Array;
  /** Adds up what attempts held. */
  readonly measure: (attempts: Iterable<number>, shares?: ReadonlyMap<number, number>) => Usage;
  /** Job id of the model that was published, when the user said it. */
  readonly final?: string | undefined;
}

/**
 * Chooses the single model, the single tune that found it, and the project. With a published job: its run and its sweep. Without: of the sweeps that have a completed run, the
 * last to end that has at least their median GPU-hours, and the mean of its completed runs.
 *
 * @throws AppError when the published job is not in the logs
 */
export function chooseTiers(input: TierInput): ChosenTiers {
  const project = { usage: input.usage, rule: 'every attempt in the logs, failed and abandoned ones included' };
  const tiers = input.final === undefined ? lastTune(input) : namedModel(input, input.final);
  return { ...tiers, project };
}

type ModelAndTune = Omit<ChosenTiers, 'project'>;

function namedModel(input: TierInput, final: string): ModelAndTune {
  const { ledger } = input;
  const nested = ledger.nested.filter(({ row }) => ledger.table.jobId.at(row) === final);
  const attempt = nested.at(-1)?.attempt ?? findAttempt(ledger, final);
  const singleModel = nested.length > 0 ? nestedModel(input, nested, final) : wholeModel(input, attempt, final);
  const sweep = input.sweeps[input.sweepOf[attempt] as number];
  if (sweep === undefined) {
    return {
      singleModel,
      singleTune: { ...singleModel, rule: `job ${final} is in no sweep that the logs show: the run itself` },
    };
  }
  const rule = `${sweep.sweep.id}, the sweep of job ${final}`;
  return { singleModel, singleTune: { usage: sweep.usage, rule, sweepId: sweep.sweep.id } };
}

function wholeModel({ ledger, measure }: TierInput, attempt: number, final: string): ChosenTier {
  const members = attemptsOfRun(ledger, ledger.run[attempt] as number);
  return { usage: measure(members), rule: `job ${final}, named as the published one, with all its attempts` };
}

/** A tracked run inside of jobs: the time of these jobs in which it ran. */
function nestedModel({ ledger, measure }: TierInput, nested: readonly NestedRun[], final: string): ChosenTier {
  const seconds = new Map<number, number>();
  for (const { attempt, start, end } of nested) seconds.set(attempt, (seconds.get(attempt) ?? 0) + end - start);
  const shares = [...seconds].map(
    ([attempt, ran]) => [attempt, Math.min(1, ran / (ledger.wall[attempt] as number))] as const,
  );
  const rule = `run ${final}, named as the published one: the time of its jobs in which it ran`;
  return { usage: measure(seconds.keys(), new Map(shares)), rule };
}

/** The last attempt of a job id (`84_2`, or its raw id), or the attempt or run of an id of `jobs.csv` (`84_2@2018-03-01T10:00:00Z`). */
function findAttempt(ledger: Ledger, id: string): number {
  const { table, row } = ledger;
  const [job = '', submitted] = id.split('@');
  const submit = submitted === undefined ? undefined : Date.parse(submitted) / 1000;
  for (let attempt = ledger.count - 1; attempt >= 0; attempt--) {
    const at = row[attempt] as number;
    const isJob = table.jobId.at(at) === job || table.jobIdRaw.at(at) === job;
    if (isJob && (submit === undefined || table.submit.at(at) === submit)) return attempt;
  }
  const examples = Array.from(row.subarray(0, 3), (at) => table.jobId.at(at));
  throw new AppError({ code: 'final-not-found', id, examples });
}

const attemptsOfRun = (ledger: Ledger, run: number): number[] =>
  Array.from({ length: ledger.count }, (_, attempt) => attempt).filter((attempt) => ledger.run[attempt] === run);

function lastTune(input: TierInput): ModelAndTune {
  const successful = input.sweeps.filter((each) => each.gpuHoursByState.has('completed'));
  const median = medianOf(successful.map((each) => each.usage.gpuHours));
  const candidates = successful.filter((each) => each.usage.gpuHours >= median);
  const [first] = candidates;
  if (first === undefined) return noTune(input);
  const last = candidates.reduce((best, each) => (each.end > best.end ? each : best), first);
  const { id } = last.sweep;
  const singleTune = {
    usage: last.usage,
    rule: `${id}, of the sweeps with a completed run the last to end that has at least their median GPU-hours`,
    sweepId: id,
  };
  return { singleModel: meanModel(input, last), singleTune };
}

/** No run was named: the mean of the tune's completed runs stands for the model. */
function meanModel({ ledger, measure }: TierInput, { sweep }: CostedSweep): ChosenTier {
  const completedRuns = new Set<number>();
  for (const attempt of sweep.members) {
    if (isCompleted(ledger, attempt)) completedRuns.add(ledger.run[attempt] as number);
  }
  const members = sweep.members.filter((attempt) => completedRuns.has(ledger.run[attempt] as number));
  if (sweep.runs > sweep.members.length) {
    const rule = `the mean of the ${sweep.runs} runs of ${sweep.id}, of which several ran in one job; name the published one with --final`;
    return { usage: oneOf(measure(sweep.members, sweep.shares), sweep.runs), rule, sweepId: sweep.id };
  }
  const usage = oneOf(measure(members, sweep.shares), completedRuns.size);
  const rule = `the mean of the ${completedRuns.size} completed runs of ${sweep.id}; name the published one with --final`;
  return { usage, rule, sweepId: sweep.id };
}

const isCompleted = (ledger: Ledger, attempt: number): boolean =>
  stateOf(ledger.state[attempt] as number) === 'completed';

/** No sweep to speak of: the longest completed attempt stands for both. */
function noTune({ ledger, measure, sweeps }: TierInput): ModelAndTune {
  let longest = -1;
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    if (!isCompleted(ledger, attempt)) continue;
    if (longest < 0 || (ledger.wall[attempt] as number) > (ledger.wall[longest] as number)) longest = attempt;
  }
  const usage = measure(longest < 0 ? [] : [longest]);
  const rule =
    longest < 0
      ? 'nothing completed, so there is no model'
      : `no sweep ${sweeps.length > 0 ? 'has a completed run' : 'found'}: the longest completed attempt`;
  return { singleModel: { usage, rule }, singleTune: { usage, rule } };
}
