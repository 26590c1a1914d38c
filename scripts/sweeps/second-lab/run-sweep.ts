import type { Random } from '../../fixtures/lisa/random.ts';
import { isArray } from './array-tasks.ts';
import { cancelledUnstarted, drawOutcome, endOf, failed } from './outcomes.ts';
import type { Cell, Sweep, SweepJob } from './project.ts';
import { type Slot, submitTimes } from './submit-times.ts';

const HOUR = 3600;
/** Shares of sweeps, our own judgement: some are given up halfway, in some a cell was forgotten, most failures are tried again. */
const GIVEN_UP = 0.05;
const FORGETFUL = 0.06;
const RETRIED = 0.8;
const MOST_RETRIES = 2;

/** Submits the cells of a sweep at its pace from a moment on, and resubmits those that failed. In order of submission. */
export function runSweep(sweep: Sweep, cells: readonly Cell[], start: number, random: Random): SweepJob[] {
  if (sweep.pace === 'rounds') throw new Error(`sweep ${sweep.id}: rounds are drawn as they run`);
  const kept = forget(cells, sweep, random);
  const slots = submitTimes(sweep.pace, kept.length, start, sweep.wall, random);
  const jobs = kept.map((cell, index): SweepJob => {
    const { at, chunk } = slots[index] as Slot;
    return { sweep, cell, index, chunk, retry: 0, at, outcome: drawOutcome(sweep.wall, random) };
  });
  if (random.chance(GIVEN_UP) && jobs.length > 8) return giveUp(jobs, random);
  return withRetries(jobs, random);
}

/** Without a cell or two that nobody submitted; short lists of seeds are complete. */
function forget(cells: readonly Cell[], { design }: Sweep, random: Random): Cell[] {
  if (design !== 'grid' || cells.length < 9 || !random.chance(FORGETFUL)) return [...cells];
  const forgotten = new Set(random.shuffle(cells).slice(0, random.integer(1, 2)));
  return cells.filter((cell) => !forgotten.has(cell));
}

/** The rest was never submitted, or was cancelled in the queue. */
function giveUp(jobs: readonly SweepJob[], random: Random): SweepJob[] {
  const from = Math.floor(jobs.length * random.between(0.4, 0.7));
  if (jobs[0]?.sweep.pace !== 'array' && random.chance(0.5)) return jobs.slice(0, from);
  return jobs.map((job, index) => (index < from ? job : { ...job, outcome: cancelledUnstarted(random) }));
}

/** Failed cells are submitted again, all at once, minutes to days after the last of them failed. */
export function withRetries(jobs: readonly SweepJob[], random: Random): SweepJob[] {
  const all = [...jobs];
  let latest = all.filter(({ outcome }) => failed(outcome));
  for (let retry = 1; retry <= MOST_RETRIES && latest.length > 0 && random.chance(RETRIED); retry++) {
    let at = Math.max(...latest.map(endOf)) + Math.ceil(random.logNormal(2 * HOUR, 1.5)) + 5 * 60;
    const chunk = Math.max(...all.map((job) => job.chunk)) + 1;
    const again = latest.map((job): SweepJob => {
      if (!isArray(job)) at += random.integer(0, 2);
      return { ...job, chunk, retry, at, outcome: drawOutcome(job.sweep.wall, random) };
    });
    all.push(...again);
    latest = again.filter(({ outcome }) => failed(outcome));
  }
  return all;
}

/** What a result would be: a bowl over the searched values with noise, which a search can climb down. */
export type Loss = (cell: Cell) => number;

/**
 * A search whose next cells depend on results: rounds of one to four, each after the last has ended, each around the best so far.
 *
 * @param first draws a cell of the first round; @param near moves from a cell
 */
export function runRounds(
  sweep: Sweep,
  count: number,
  start: number,
  {
    first,
    near,
    loss,
  }: { readonly first: () => Cell; readonly near: (best: Cell, round: number) => Cell; readonly loss: Loss },
  random: Random,
): SweepJob[] {
  const jobs: SweepJob[] = [];
  const width = random.integer(1, 4);
  let [at, best, bestLoss] = [start, first(), Number.POSITIVE_INFINITY];
  for (let round = 0; jobs.length < count; round++) {
    const from = jobs.length;
    for (let index = from; index < Math.min(from + width, count); index++) {
      const cell = round === 0 ? first() : near(best, round);
      jobs.push({ sweep, cell, index, chunk: 0, retry: 0, at, outcome: drawOutcome(sweep.wall, random) });
      at += random.integer(0, 2);
    }
    for (const { cell } of jobs.slice(from)) {
      const reached = loss(cell);
      if (reached < bestLoss) [best, bestLoss] = [cell, reached];
    }
    at = Math.max(...jobs.slice(from).map(endOf)) + random.integer(5, 120);
  }
  return jobs;
}
