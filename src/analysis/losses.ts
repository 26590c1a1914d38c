import { rentRange } from '../cost/rent-range.ts';
import { addSeconds, type Seconds } from '../cost/seconds-by-name.ts';
import type { CostedSweep } from '../model/facts.ts';
import { isLost, JOB_STATES, type JobState, stateOf } from '../model/job-state.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Loss, Losses } from '../model/loss.ts';
import type { Method } from '../model/method.ts';
import { secondsToHours } from '../model/units.ts';
import type { Measure } from './costing.ts';
import { type GpusOfRow, gpusIn } from './shares.ts';

/** How many losses are named. */
const MOST_NAMED = 12;

export interface LossInput {
  readonly ledger: Ledger;
  readonly gpusOf: GpusOfRow;
  readonly sweeps: readonly CostedSweep[];
  /** For each attempt the index of its sweep, or −1. */
  readonly sweepOf: Int32Array;
  readonly measure: Measure;
  readonly method: Method;
}

/** A sweep, or a run outside of sweeps, and the GPU-hours that it lost. */
interface Item {
  readonly sweep?: number;
  readonly run?: number;
  readonly gpuHours: number;
}

/** Which codes of states are lost. */
const LOST_CODES = Uint8Array.from(JOB_STATES, (state) => Number(isLost(state)));

/** The largest losses of a project: sweeps, and runs that are in none. One pass over the attempts, and one over those of the few that are named. */
export function lossesOf(input: LossInput): Losses {
  const { runs, lost } = lostSeconds(input);
  const ofSweeps = input.sweeps.map(({ gpuHoursByState }) => lostIn(gpuHoursByState));
  const largest = [...largestOf(ofSweeps).map(([sweep, gpuHours]): Item => ({ sweep, gpuHours }))];
  largest.push(...largestOf(runs).map(([run, seconds]): Item => ({ run, gpuHours: secondsToHours(seconds) })));
  return {
    largest: largest
      .sort(bySize)
      .slice(0, MOST_NAMED)
      .map((item) => lossOf(input, item)),
    items: countOf(ofSweeps) + countOf(runs),
    ...priced(input, lost),
  };
}

/** All that was lost, and its rent. What partitions have a price of their own is counted again, apart. */
function priced({ ledger, measure, method }: LossInput, lost: Seconds): Pick<Losses, 'gpuHours' | 'cloudUsd'> {
  const gpuHoursByModel = new Map([...lost].map(([model, seconds]) => [model, secondsToHours(seconds)]));
  const gpuHours = secondsToHours([...lost.values()].reduce((sum, seconds) => sum + seconds, 0));
  const nothing = { attempts: 0, attemptsThatRan: 0, wallHours: 0, cpuHours: 0, memoryGbHours: 0 };
  const usage =
    method.partitionPrice === undefined ? { ...nothing, gpuHours, gpuHoursByModel } : measure(lostAttempts(ledger));
  return { gpuHours, cloudUsd: rentRange(usage, method) };
}

function* lostAttempts(ledger: Ledger): Generator<number> {
  for (let attempt = 0; attempt < ledger.count; attempt++) if (isLostAt(ledger, attempt)) yield attempt;
}

/** Largest first; of equals, sweeps first, in their order. */
const bySize = (a: Item, b: Item): number =>
  b.gpuHours - a.gpuHours ||
  Number(a.sweep === undefined) - Number(b.sweep === undefined) ||
  (a.sweep ?? 0) - (b.sweep ?? 0) ||
  (a.run ?? 0) - (b.run ?? 0);

const lostIn = (gpuHoursByState: ReadonlyMap<JobState, number>): number =>
  [...gpuHoursByState].reduce((sum, [state, hours]) => sum + (isLost(state) ? hours : 0), 0);

type Amounts = ArrayLike<number>;

/** The largest amounts above 0 with their places, in no order. Keeps a handful at a time: there may be a million. */
function largestOf(amounts: Amounts): (readonly [at: number, amount: number])[] {
  let kept: (readonly [at: number, amount: number])[] = [];
  let least = 0;
  for (let at = 0; at < amounts.length; at++) {
    const amount = amounts[at] as number;
    if (!(amount > least)) continue;
    kept.push([at, amount]);
    if (kept.length < 2 * MOST_NAMED) continue;
    kept = kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_NAMED);
    least = kept.at(-1)?.[1] ?? 0;
  }
  return kept;
}

function countOf(amounts: Amounts): number {
  let count = 0;
  for (let at = 0; at < amounts.length; at++) if ((amounts[at] as number) > 0) count++;
  return count;
}

/** GPU-seconds that were lost, by model; and those of runs outside of sweeps, by run. */
function lostSeconds({ ledger, gpusOf, sweepOf }: LossInput): { runs: Float64Array; lost: Seconds } {
  const runs = new Float64Array(ledger.runs);
  const lost: Seconds = new Map();
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    if (!isLostAt(ledger, attempt)) continue;
    const [run, wall] = [ledger.run[attempt] as number, ledger.wall[attempt] as number];
    for (const { model, count } of gpusOf(ledger.row[attempt] as number)) {
      addSeconds(lost, model, count * wall);
      if (sweepOf[attempt] === -1) runs[run] = (runs[run] as number) + count * wall;
    }
  }
  return { runs, lost };
}

/** Whether an attempt ran and was lost. */
const isLostAt = ({ state, wall }: Ledger, attempt: number): boolean =>
  LOST_CODES[state[attempt] as number] === 1 && (wall[attempt] as number) > 0;

function lossOf(input: LossInput, { sweep, run, gpuHours }: Item): Loss {
  const { ledger, sweeps, measure, method } = input;
  const found = sweep === undefined ? undefined : (sweeps[sweep] as CostedSweep);
  const members = found === undefined ? attemptsOf(input, run as number) : Array.from(found.sweep.members);
  const lost = members.filter((attempt) => isLostAt(ledger, attempt));
  const usage = measure(lost, found?.sweep.shares);
  return {
    ...(sweep === undefined ? {} : { sweep }),
    attempt: lost[0] as number,
    row: ledger.row[lost[0] as number] as number,
    attempts: lost.length,
    gpuHours,
    cloudUsd: rentRange(usage, method),
    byState: found === undefined ? statesOf(input, lost) : lostOf(found),
  };
}

/** The attempts of a run that are in no sweep. */
function attemptsOf({ ledger: { run, count }, sweepOf }: LossInput, wanted: number): number[] {
  const attempts: number[] = [];
  for (let attempt = 0; attempt < count; attempt++) {
    if (run[attempt] === wanted && sweepOf[attempt] === -1) attempts.push(attempt);
  }
  return attempts;
}

const lostOf = ({ gpuHoursByState }: CostedSweep): Map<JobState, number> =>
  new Map([...gpuHoursByState].filter(([state, hours]) => isLost(state) && hours > 0));

function statesOf({ ledger, gpusOf }: LossInput, lost: readonly number[]): Map<JobState, number> {
  const hours = new Map<JobState, number>();
  for (const attempt of lost) {
    const state = stateOf(ledger.state[attempt] as number);
    const held = gpusIn(gpusOf(ledger.row[attempt] as number)) * (ledger.wall[attempt] as number);
    if (held > 0) hours.set(state, (hours.get(state) ?? 0) + secondsToHours(held));
  }
  return hours;
}
