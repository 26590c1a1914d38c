import type { Random } from '../../fixtures/lisa/random.ts';
import { drawExperiment, fixedFlags, sbatchLine } from './draw-experiment.ts';
import { drawTrials } from './hyperparameters.ts';
import type { Experiment, Job } from './job.ts';
import type { Person } from './people.ts';
import { pickWeighted, type Weighted } from './pick-weighted.ts';

/** What someone submits in one go. */
export interface Submission {
  readonly jobs: readonly Job[];
  /** The rest of an array that was cancelled before its tasks started, which is one row. */
  readonly remainder?: Job;
  /** Between one `sbatch` of a loop and the next; 0 for arrays. */
  readonly secondsApart: number;
}

type Draw = (random: Random, experiment: Experiment, firstId: number) => Submission;

/** By number of submissions: strays are many, but about one job in seven. */
const KINDS: Weighted<Draw> = [
  [drawStray, 87],
  [drawLoop, 9],
  [drawArray, 4],
];

const NAMELESS_LOOPS = 0.2;
const CUT_ARRAYS = 0.08;
const STRAYS = ['interactive', 'jupyter', 'preprocess', 'eval', 'debug', 'tokenise', 'export', 'test'];

/** A sweep as a loop, a sweep as an array, or a stray job, with ids from `firstId` on. */
export const drawSubmission = (random: Random, people: readonly Person[], firstId: number): Submission =>
  pickWeighted(random, KINDS)(random, drawExperiment(random, people), firstId);

function drawStray(random: Random, experiment: Experiment, firstId: number): Submission {
  const name = random.chance(0.5) ? random.pick(STRAYS) : `${random.pick(STRAYS)}_${experiment.name}`;
  const submitLine = `${sbatchLine(experiment, name, '')} ${fixedFlags(experiment)}`;
  return { jobs: [{ experiment, id: String(firstId), rawId: firstId, name, submitLine }], secondsApart: 0 };
}

/** `for lr in …; do for dropout in …; do sbatch …`. */
function drawLoop(random: Random, experiment: Experiment, firstId: number): Submission {
  const isNameless = random.chance(NAMELESS_LOOPS);
  const jobs = drawTrials(random).map((trial, index): Job => {
    const rawId = firstId + index;
    const name = isNameless ? experiment.name : `${experiment.name}${trial.suffix}`;
    const submitLine = `${sbatchLine(experiment, name, ' --requeue')} ${fixedFlags(experiment)}${trial.flags}`;
    return { experiment, id: String(rawId), rawId, name, submitLine };
  });
  return { jobs, secondsApart: random.integer(1, 3) };
}

/** One `sbatch --array`; sometimes it is cancelled when only its first tasks have started. */
function drawArray(random: Random, experiment: Experiment, firstId: number): Submission {
  const last = drawTrials(random).length - 1;
  const name = experiment.name;
  const options = ` --array=0-${last}%20 --output=logs/%x-%A_%a.out`;
  const submitLine = `${sbatchLine(experiment, name, options)} ${fixedFlags(experiment)} --trials trials.tsv`;
  const isCut = random.chance(CUT_ARRAYS);
  const started = isCut ? random.integer(1, last) : last + 1;
  const task = (index: number): Job => ({
    experiment,
    id: `${firstId}_${index}`,
    rawId: rawTaskId(firstId, index, last),
    name,
    submitLine,
  });
  const jobs = Array.from({ length: started }, (_, index) => task(index));
  if (!isCut) return { jobs, secondsApart: 0 };
  const range = started === last ? `${last}` : `${started}-${last}`;
  return { jobs, remainder: { ...task(last), id: `${firstId}_[${range}%20]` }, secondsApart: 0 };
}

/** The last task keeps the id of the array; the others get the ids after it. Seen in 20.11 to 26.05. */
const rawTaskId = (arrayId: number, index: number, last: number): number =>
  index === last ? arrayId : arrayId + 1 + index;
