import type { CostedSweep } from '../model/facts.ts';
import { stateOf } from '../model/job-state.ts';
import type { Ledger } from '../model/ledger.ts';
import { medianOf } from '../stats/summarise.ts';
import { bestModel } from './best-model.ts';
import { oneOf } from './measure-usage.ts';
import { heldInAll, namedModel } from './named-model.ts';
import type { ChosenTier, ChosenTiers, ModelAndTune, TierInput } from './tier-choice.ts';
import { tuneOf } from './tune-family.ts';

/**
 * Chooses the single model, the single tune that found it, and the project. With a published job: its run and its sweep. Else, where runs have a metric: the best and its sweep. Else: of the
 * sweeps that have a completed run (repeats over seeds left out, where there are others), the last to end that has at least their median GPU-hours, and the mean of its completed runs. A sweep
 * counts with its refinements; one that repeats a setting over seeds, with the search in which that was tried before.
 *
 * @throws AppError when the published job or the metric is not in the logs
 */
export function chooseTiers(input: TierInput): ChosenTiers {
  const chosen = input.chosenBy === undefined ? '' : ` chosen by ${input.chosenBy.join(', ')}`;
  const rule = `every attempt in the logs${chosen}, failed and abandoned ones included`;
  const project = { usage: input.usage, rule };
  const tiers = input.final === undefined ? (bestModel(input) ?? lastTune(input)) : namedModel(input, input.final);
  return { ...tiers, project };
}

function lastTune(input: TierInput): ModelAndTune {
  const completed = input.sweeps.filter((each) => each.gpuHoursByState.has('completed'));
  const searches = completed.filter(({ sweep }) => sweep.kind !== 'seeds');
  // Repeats of one setting search nothing: they stand for a tune only where there is nothing else.
  const successful = searches.length > 0 ? searches : completed;
  const median = medianOf(successful.map((each) => each.usage.gpuHours));
  const candidates = successful.filter((each) => each.usage.gpuHours >= median);
  const [first] = candidates;
  if (first === undefined) return noTune(input);
  const last = candidates.reduce((best, each) => (each.end > best.end ? each : best), first);
  const rule = `${last.sweep.id}, of the sweeps with a completed run the last to end that has at least their median GPU-hours`;
  return { singleModel: meanModel(input, last), singleTune: tuneOf(input, last, rule) };
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
  const completed =
    completedRuns.size === 1 ? 'the one completed run' : `the mean of the ${completedRuns.size} completed runs`;
  const rule = `${completed} of ${sweep.id}; name the published one with --final`;
  return { usage, rule, sweepId: sweep.id };
}

const isCompleted = (ledger: Ledger, attempt: number): boolean =>
  stateOf(ledger.state[attempt] as number) === 'completed';

/** No sweep to speak of: the longest run that completed stands for both, with all its attempts: ranks, sessions and what was requeued. */
function noTune({ ledger, measure, sweeps }: TierInput): ModelAndTune {
  const longest = longestRun(ledger);
  const usage = measure(longest === undefined ? [] : heldInAll(ledger, longest).attempts);
  const rule =
    longest === undefined
      ? 'nothing completed, so there is no model'
      : `no sweep ${sweeps.length > 0 ? 'has a completed run' : 'found'}: the longest completed run${usage.attempts > 1 ? `, with all its ${usage.attempts} attempts` : ''}`;
  const standIn = { usage, rule, isStandIn: true };
  return { singleModel: standIn, singleTune: standIn };
}

/** A completed attempt of the run that has one and whose attempts took longest together; the first of equals. */
function longestRun(ledger: Ledger): number | undefined {
  const { count, run, runs, wall } = ledger;
  const seconds = new Float64Array(runs);
  for (let attempt = 0; attempt < count; attempt++) {
    const ran = wall[attempt] as number;
    if (ran > 0) seconds[run[attempt] as number] = (seconds[run[attempt] as number] as number) + ran;
  }
  const lengthOf = (attempt: number): number => seconds[run[attempt] as number] as number;
  let longest: number | undefined;
  for (let attempt = 0; attempt < count; attempt++) {
    if (!isCompleted(ledger, attempt)) continue;
    if (longest === undefined || lengthOf(attempt) > lengthOf(longest)) longest = attempt;
  }
  return longest;
}
