import type { Random } from '../../fixtures/lisa/random.ts';
import type { Outcome, State } from './project.ts';

/** Shares of first tries that end badly; judged from clusters whose logs are public, where a tenth to a third of GPU jobs do. */
const BAD_ENDS: readonly (readonly [share: number, state: State])[] = [
  [0.035, 'FAILED'],
  [0.01, 'OUT_OF_MEMORY'],
  [0.01, 'TIMEOUT'],
  [0.005, 'NODE_FAIL'],
];

/** How a job ends: mostly well, within a fifth of the sweep's median wall time. */
export function drawOutcome(wall: number, random: Random): Outcome {
  const wait = Math.round(random.logNormal(120, 1.5));
  let dice = random.uniform();
  for (const [share, state] of BAD_ENDS) {
    if (dice < share) return { state, wait, wall: Math.ceil(wall * random.between(0.01, 0.9)) };
    dice -= share;
  }
  return { state: 'COMPLETED', wait, wall: Math.ceil(random.logNormal(wall, 0.2)) };
}

/** A job that was cancelled before it started. */
export const cancelledUnstarted = (random: Random): Outcome => ({
  state: 'CANCELLED',
  wait: Math.round(random.logNormal(3600, 0.5)),
  wall: 0,
});

export const failed = ({ state }: Outcome): boolean => state !== 'COMPLETED' && state !== 'CANCELLED';

/** Epoch seconds at which a submission was over. */
export const endOf = ({ at, outcome }: { readonly at: number; readonly outcome: Outcome }): number =>
  at + outcome.wait + outcome.wall;
