import { pickWeighted, type Weighted } from '../../bench/dump/pick-weighted.ts';
import { DAY, HOUR } from '../../fixtures/lisa/calendar.ts';
import type { Random } from '../../fixtures/lisa/random.ts';
import type { Cell, LabJob, LabSweep } from './lab.ts';
import { submitTimes } from './submit-times.ts';

const ENDINGS: Weighted<string> = [
  ['COMPLETED', 0.88],
  ['FAILED', 0.05],
  ['CANCELLED', 0.03],
  ['TIMEOUT', 0.02],
  ['OUT_OF_MEMORY', 0.02],
];
/** Sweeps that crash as a whole, of a bug that is mended, and are submitted again. */
const CRASHES = 0.03;
const RETRIED = 0.5;
const MINUTE = 60;

/** Plays a sweep from its first submission: runs, crashes, retries; its jobs in no order. */
export function runSweep(random: Random, sweep: LabSweep, start: number, typicalSeconds: number): LabJob[] {
  const run = (cell: Cell, submit: number): LabJob => drawJob(random, sweep, cell, submit, typicalSeconds);
  if (sweep.layout === 'one-by-one') return oneByOne(random, sweep, start, run);
  const isCrashing = sweep.layout !== 'waves' && random.chance(CRASHES);
  const crashed = isCrashing ? submitAll(random, sweep, start, 'crash', run).map(crash(random)) : [];
  const again = isCrashing ? start + random.between(10, 40) * MINUTE : start;
  const jobs = submitAll(random, sweep, again, 'first', run);
  return [...crashed, ...jobs, ...retries(random, sweep, jobs, run)];
}

type Run = (cell: Cell, submit: number) => LabJob;

function submitAll(random: Random, sweep: LabSweep, start: number, key: string, run: Run): LabJob[] {
  const { cells } = sweep.design;
  const jobs = submitTimes(random, sweep.layout, cells.length, start).map((time, index) =>
    run(cells[index] as Cell, time),
  );
  if (sweep.layout !== 'array') return jobs;
  return jobs.map((job, task) => ({
    ...job,
    array: { key: `${sweep.label}/${key}`, tasks: `0-${cells.length - 1}`, task, isRetry: false },
  }));
}

/** Each run when the one before has ended. */
function oneByOne(random: Random, { design }: LabSweep, start: number, run: Run): LabJob[] {
  let time = start;
  return design.cells.map((cell) => {
    const job = run(cell, time);
    time = job.start + job.seconds + random.between(1, 15) * MINUTE;
    return job;
  });
}

function drawJob(random: Random, sweep: LabSweep, cell: Cell, submit: number, typicalSeconds: number): LabJob {
  const state = pickWeighted(random, ENDINGS);
  const whole = random.logNormal(typicalSeconds, 0.4);
  const seconds = Math.ceil(state === 'COMPLETED' ? whole : whole * random.uniform());
  return { project: sweep.project, sweep, cell, submit, start: submit + random.between(5, 600), state, seconds };
}

const crash =
  (random: Random) =>
  (job: LabJob): LabJob => ({ ...job, state: 'FAILED', seconds: random.integer(5, 90) });

/** Half of what did not complete is submitted again within a day and a half: one by one, or of an array as an array. */
function retries(random: Random, sweep: LabSweep, jobs: readonly LabJob[], run: Run): LabJob[] {
  const tried = jobs.filter(({ state }) => state !== 'COMPLETED' && random.chance(RETRIED));
  if (sweep.layout !== 'array') {
    return tried.map(({ cell, start, seconds }) => run(cell, start + seconds + random.between(10 * MINUTE, 1.5 * DAY)));
  }
  const submit =
    Math.max(...tried.map(({ start, seconds }) => start + seconds)) + random.between(10 * MINUTE, 20 * HOUR);
  const tasks = tried.map(({ array }) => array?.task).join(',');
  return tried.map(({ cell, array }) => ({
    ...run(cell, submit),
    array: { key: `${sweep.label}/retry`, tasks, task: array?.task ?? 0, isRetry: true },
  }));
}
