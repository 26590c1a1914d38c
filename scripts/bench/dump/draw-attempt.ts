import type { Random } from '../../fixtures/lisa/random.ts';
import type { Attempt, Ending, Job } from './job.ts';
import { drawNodeList } from './partitions.ts';
import { pickWeighted, type Weighted } from './pick-weighted.ts';

/** How much of the time that a job would take has passed when it ends. */
type Share = (random: Random) => number;

interface Fate {
  readonly ending: Ending;
  readonly share: Share;
  /** Whether it runs until its limit, or never starts; else the share decides. */
  readonly extent: 'share' | 'limit' | 'none';
}

const whole: Share = () => 1;
const early: Share = (random) => random.uniform() ** 3;
const anywhere: Share = (random) => random.uniform();

function fate(state: string, exitCode: string, batch: string, extent: Fate['extent'], share: Share): Fate {
  const [batchState = '', batchExitCode = ''] = batch.split(' ');
  const isRequeued = ['REQUEUED', 'PREEMPTED', 'NODE_FAIL'].includes(state);
  return { ending: { state, exitCode, batchState, batchExitCode, isRequeued }, extent, share };
}

/** Per mille of attempts, in the proportions of busy research clusters: three quarters complete, 3 % come back. */
const FATES: Weighted<Fate> = [
  [fate('COMPLETED', '0:0', 'COMPLETED 0:0', 'share', whole), 735],
  [fate('FAILED', '1:0', 'FAILED 1:0', 'share', early), 115],
  [fate('CANCELLED by', '0:0', 'CANCELLED 0:15', 'share', anywhere), 45],
  [fate('CANCELLED by', '0:0', '', 'none', whole), 25],
  [fate('TIMEOUT', '0:0', 'CANCELLED 0:15', 'limit', whole), 35],
  [fate('OUT_OF_MEMORY', '0:125', 'OUT_OF_MEMORY 0:125', 'share', early), 15],
  [fate('PREEMPTED', '0:0', 'CANCELLED 0:15', 'share', anywhere), 16],
  [fate('REQUEUED', '0:0', 'CANCELLED 0:15', 'share', anywhere), 10],
  [fate('NODE_FAIL', '0:0', 'CANCELLED 0:9', 'share', anywhere), 4],
];

const [TYPICAL_WAIT, LONGEST_WAIT] = [240, 2 * 86_400];

/** What becomes of a job that is submitted, or put back in the queue, at a time. */
export function drawAttempt(random: Random, job: Job, submit: number): Attempt {
  const { ending, extent, share } = pickWeighted(random, FATES);
  const wait = Math.floor(Math.min(random.logNormal(TYPICAL_WAIT, 1.6), LONGEST_WAIT));
  const start = submit + wait;
  if (extent === 'none') return { job, submit, end: start, ending, nodeList: '' };
  const { typicalSeconds, limitHours, hardware } = job.experiment;
  const limit = limitHours * 3600;
  const full = Math.min(random.logNormal(typicalSeconds, 0.35), limit - 1);
  const elapsed = extent === 'limit' ? limit + random.integer(0, 29) : Math.ceil(full * share(random));
  return { job, submit, start, end: start + Math.max(elapsed, 1), ending, nodeList: drawNodeList(random, hardware) };
}
