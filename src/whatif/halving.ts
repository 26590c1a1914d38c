import { seededRandom, shuffled } from '../stats/seeded-random.ts';
import { batchHours } from './batch-hours.ts';
import { type CurveRun, costUntil, pointAt } from './curve-runs.ts';
import { bestScore, type StoppedEarly } from './median-stopping.ts';

/** The factor by which a rung keeps fewer: what Hyperband's authors advise (Li et al. 2018). */
const ETA = 3;
const MOST_RUNGS = 3;

/** Of so many runs a value must be known at the first rung: else it would be drawn blindly. Our own judgement. */
const KNOWN_AT_FIRST = 0.9;

/**
 * How often a pool can be halved: as often as leaves one run to go to its end, and as runs have a value by the first rung; three times at most, 0 where values come too late.
 */
export function rungsFor(runs: readonly CurveRun[]): number {
  for (let rungs = Math.min(MOST_RUNGS, wholeLog(runs.length)); rungs > 0; rungs--) {
    const known = runs.filter((run) => pointAt(run, ETA ** -rungs) !== undefined);
    if (known.length >= KNOWN_AT_FIRST * runs.length) return rungs;
  }
  return 0;
}

const wholeLog = (count: number): number => Math.floor(Math.log(count) / Math.log(ETA) + 1e-9);

/** What successive halving costs of the whole where all configurations cost the same and stopped ones resume: η^−s (1 + s (1 − 1/η)). */
export const halvingShare = (eta: number, rungs: number): number => eta ** -rungs * (1 + rungs * (1 - 1 / eta));

/**
 * Successive halving of runs (Jamieson & Talwalkar 2016): all go to η^−s of the longest run, the best part 1/η of them to the next rung, until the last few go to their end. Those that end before a rung
 * are judged by the last that they came to. Each rung waits for all of the one before, with so many runs side by side.
 */
export function successiveHalving(
  runs: readonly CurveRun[],
  { rungs = rungsFor(runs), slots = 1 }: { readonly rungs?: number; readonly slots?: number } = {},
): StoppedEarly {
  const spent = new Map<CurveRun, number>(runs.map((run) => [run, 0]));
  let [left, hours] = [[...runs], 0];
  for (let rung = rungs; rung >= 0; rung--) {
    const parts = left.map((run) => (rung === 0 ? run.cost : costUntil(run, ETA ** -rung)));
    hours += batchHours(
      left.map((run, at) => hoursOf(run, (parts[at] as number) - (spent.get(run) as number))),
      slots,
    );
    for (const [at, run] of left.entries()) spent.set(run, parts[at] as number);
    if (rung > 0) left = keepBest(left, ETA ** -rung, Math.max(1, Math.floor(left.length / ETA)));
  }
  const cost = runs.reduce((sum, run) => sum + run.cost, 0);
  return {
    used: cost > 0 ? [...spent.values()].reduce((sum, each) => sum + each, 0) / cost : 1,
    loss: bestScore(runs) - bestScore(left),
    stopped: runs.length - left.length,
    hours,
  };
}

/** How long a run takes for a part of what it cost. */
const hoursOf = ({ start, end, cost }: CurveRun, part: number): number =>
  cost > 0 ? ((end - start) / 3600) * (part / cost) : 0;

/** Of two alike the one that comes first in the log is kept. */
function keepBest(runs: readonly CurveRun[], reached: number, count: number): CurveRun[] {
  const judged = runs.map((run) => ({ run, score: pointAt(run, reached)?.score ?? Number.NEGATIVE_INFINITY }));
  return judged
    .sort((a, b) => (a.score === b.score ? 0 : b.score - a.score))
    .slice(0, count)
    .map(({ run }) => run);
}

/** The brackets of Hyperband that a pool can fill without drawing a configuration twice, of so many rungs at most: how many configurations each begins with and how often it halves. */
export function bracketsFor(
  configurations: number,
  mostRungs = MOST_RUNGS,
): readonly { readonly begins: number; readonly rungs: number }[] {
  for (let most = mostRungs; most > 0; most--) {
    const brackets = Array.from({ length: most + 1 }, (_, less) => {
      const rungs = most - less;
      return { begins: Math.ceil(((most + 1) / (rungs + 1)) * ETA ** rungs), rungs };
    });
    if (brackets.reduce((sum, { begins }) => sum + begins, 0) <= configurations) return brackets;
  }
  return [];
}

const REPETITIONS = 100;

/** Hyperband (Li et al. 2018): brackets of successive halving, from many short runs to few long ones, each with configurations drawn at random from those that were run. Once for each repetition. */
export function hyperband(runs: readonly CurveRun[], seed: number, slots = 1): StoppedEarly[] {
  const brackets = bracketsFor(runs.length, rungsFor(runs));
  if (brackets.length === 0) return [];
  const random = seededRandom(seed);
  const cost = runs.reduce((sum, run) => sum + run.cost, 0);
  return Array.from({ length: REPETITIONS }, () => {
    const order = shuffled(runs.length, random).map((index) => runs[index] as CurveRun);
    let [from, used, best, stopped, hours] = [0, 0, Number.NEGATIVE_INFINITY, 0, 0];
    for (const { begins, rungs } of brackets) {
      const drawn = order.slice(from, from + begins);
      from += begins;
      const outcome = successiveHalving(drawn, { rungs, slots });
      used += outcome.used * drawn.reduce((sum, run) => sum + run.cost, 0);
      best = Math.max(best, bestScore(drawn) - outcome.loss);
      stopped += outcome.stopped;
      hours += outcome.hours;
    }
    return { used: cost > 0 ? used / cost : 1, loss: bestScore(runs) - best, stopped, hours };
  });
}
