import type { Replay } from '../model/what-if.ts';
import type { CurveRun } from './curve-runs.ts';
import { hyperband, rungsFor, successiveHalving } from './halving.ts';
import { medianStopping, type StoppedEarly } from './median-stopping.ts';
import { type Pool, totalOf } from './pool.ts';
import { at } from './random-order.ts';
import { savings } from './random-replays.ts';
import type { SideBySide } from './side-by-side.ts';

/** What stopping unpromising runs early would have saved, by how the metric went in each of them. */
export function stoppingReplays(pool: Pool, runs: readonly CurveRun[], beside: SideBySide, seed: number): Replay[] {
  const slots = beside.concurrency > 0 ? Math.max(1, Math.round(beside.concurrency)) : 1;
  const { busyHours } = beside;
  const halved = rungsFor(runs) > 0 ? [successiveHalving(runs, { slots })] : [];
  return [
    replayOf('median-stopping', pool, runs, [medianStopping(runs)], () => 1),
    replayOf('successive-halving', pool, runs, halved, (hours) => hours / busyHours),
    replayOf('hyperband', pool, runs, hyperband(runs, seed, slots), (hours) => hours / busyHours),
  ].flatMap((replay) => replay ?? []);
}

/** Configurations without a curve stay as they were. @returns undefined where there is no outcome, or nothing with a value is left */
function replayOf(
  id: Replay['id'],
  { configurations }: Pool,
  runs: readonly CurveRun[],
  outcomes: readonly StoppedEarly[],
  stretchOf: (hours: number) => number,
): Replay | undefined {
  if (outcomes.length === 0 || outcomes.some(({ loss }) => !Number.isFinite(loss))) return undefined;
  const total = totalOf(configurations);
  const ofCurves = runs.reduce((sum, { cost }) => sum + cost, 0);
  const shares = outcomes
    .map(({ used }) => (total.cost - ofCurves + used * ofCurves) / total.cost)
    .sort((a, b) => a - b);
  const losses = outcomes.map(({ loss }) => loss).sort((a, b) => a - b);
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  return {
    id,
    ...savings(total, { value: mean(shares), low: at(shares, 0.1), high: at(shares, 0.9) }),
    regret: { mean: mean(losses), high: at(losses, 0.9) },
    stretch: stretchOf(mean(outcomes.map(({ hours }) => hours))),
    isHindsight: false,
  };
}
