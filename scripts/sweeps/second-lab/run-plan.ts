import type { Random } from '../../fixtures/lisa/random.ts';
import { drawPoint } from './draw-cells.ts';
import { moveNear, type Plan } from './plan-sweep.ts';
import type { Cell, SweepJob } from './project.ts';
import { runRounds, runSweep, withRetries } from './run-sweep.ts';

/** Fewest and most runs of an adaptive search. */
const ROUNDS = [8, 40] as const;

/** Submits what was planned from a moment on (epoch seconds). In order of submission but for resubmissions, which come last. */
export function runPlan({ sweep, cells, space }: Plan, start: number, random: Random): SweepJob[] {
  if (sweep.pace !== 'rounds') return runSweep(sweep, cells, start, random);
  const goal = drawPoint(space, sweep.codebase, random);
  const moves = {
    first: () => drawPoint(space, sweep.codebase, random),
    near: (best: Cell, round: number) => moveNear(best, round, space, sweep.codebase, random),
    loss: (cell: Cell) =>
      space.reduce((sum, { key, scale }) => sum + distance(cell[key] ?? '', goal[key] ?? '', scale), 0),
  };
  return withRetries(runRounds(sweep, random.integer(...ROUNDS), start, moves, random), random);
}

/** How far a value is from the best one, squared. */
function distance(value: string, goal: string, scale: string): number {
  if (scale === 'rate') return Math.log(Number(value) / Number(goal)) ** 2;
  if (scale === 'fraction') return 20 * (Number(value) - Number(goal)) ** 2;
  return value === goal ? 0 : 1;
}
