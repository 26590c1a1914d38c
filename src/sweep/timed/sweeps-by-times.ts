import type { RunView } from '../run-view.ts';
import { type Burst, burstsOf } from './bursts.ts';
import { type Habit, mixed, timeDensity } from './chances.ts';
import { Levels } from './levels.ts';
import { type Fit, TimedSweep } from './timed-sweep.ts';

/** Sweeps of one family that may go on at a time; the one that rested longest is closed first. */
const MOST_OPEN = 8;
/** How long after the last submission people begin another search: within minutes, having just submitted one, or hours and days later. Our own judgement; the results hardly depend on it. */
const AT_ONCE: Habit = { median: 600, spread: 1 };
const LATER: Habit = { median: 8 * 3600, spread: 1.5 };
const LATER_SHARE = 0.6;
/** Sums of 1 / (runs + 1) over the sizes that bursts have, some hundred. */
const SIZES = 4.2;
/** How many bursts the usual sizes are worth. Our own judgement. */
const WORTH = 20;

/**
 * Groups runs of which nothing is known but when they were submitted, how long they ran, how they ended and what they had. A burst goes to the sweep from which it is most likely to
 * have come: each open sweep is a renewal process with a rhythm of its own, retries and new sweeps are others that compete for it (Cox, Renewal Theory, 1962), and what a burst is like
 * weighs in. Bursts are gone through once, as they came.
 */
export function sweepsByTimes(view: RunView, runs: Uint32Array): TimedSweep[] {
  const bursts = burstsOf(view, runs);
  const levels = new Levels(bursts);
  const chances = chancesOfSizes(bursts);
  const sweeps: TimedSweep[] = [];
  const open: TimedSweep[] = [];
  for (const [place, burst] of bursts.entries()) {
    const chance = chances.get(burst.count) as number;
    const before = bursts[place - 1];
    const isNew = before === undefined ? 0 : newIs(burst.begin - before.lastSubmit) + Math.log(chance);
    const { best, second } = bestTwo(open, burst, levels, chance, isNew);
    let taker = best.sweep;
    if (taker === undefined) {
      taker = new TimedSweep(burst);
      sweeps.push(taker);
    } else {
      taker.take(burst, best.fit);
      open.splice(open.indexOf(taker), 1);
    }
    const doubt = Math.log2(1 + Math.exp(second.likely - best.likely));
    taker.doubt += doubt;
    if (second.sweep !== undefined && second.sweep !== taker) second.sweep.doubt += doubt;
    open.push(taker);
    if (open.length > MOST_OPEN) open.shift();
  }
  return sweeps;
}

/** What a burst may be, and how likely that is, as a natural logarithm of a density per second. */
interface Option {
  readonly sweep: TimedSweep | undefined;
  readonly fit: Fit;
  readonly likely: number;
}

function bestTwo(
  open: readonly TimedSweep[],
  burst: Burst,
  levels: Levels,
  chance: number,
  isNew: number,
): { readonly best: Option; readonly second: Option } {
  let best: Option = { sweep: undefined, fit: 'next', likely: isNew };
  let second: Option = { sweep: undefined, fit: 'next', likely: Number.NEGATIVE_INFINITY };
  for (const sweep of open) {
    const [next, retry] = [sweep.nextIs(burst, levels, chance), sweep.retryIs(burst, levels)];
    const likely = Math.max(next, retry);
    if (likely <= second.likely) continue;
    const option: Option = { sweep, fit: retry > next ? 'retry' : 'next', likely };
    if (likely > best.likely) [best, second] = [option, best];
    else second = option;
  }
  return { best, second };
}

const newIs = (pause: number): number => mixed(timeDensity(pause, AT_ONCE), LATER_SHARE, timeDensity(pause, LATER));

/** Chance of a burst that begins a sweep to have so many runs: as other bursts of the family have, and {@link WORTH} loops of any size. */
function chancesOfSizes(bursts: readonly Burst[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { count } of bursts) counts.set(count, 1 + (counts.get(count) ?? 0));
  for (const [count, seen] of counts)
    counts.set(count, (seen - 1 + WORTH / ((count + 1) * SIZES)) / (bursts.length - 1 + WORTH));
  return counts;
}
