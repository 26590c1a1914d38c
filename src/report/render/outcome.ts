import type { JobState } from '../../model/job-state.ts';

/** How an outcome is called and coloured on the page, and whether the hours of such attempts count as lost. */
export interface Outcome {
  readonly label: string;
  readonly colour: string;
  readonly isLost: boolean;
}

const outcome = (label: string, colour: string, isLost: boolean): Outcome => ({
  label,
  colour: `var(--${colour})`,
  isLost,
});

/** In the order in which charts stack them. `resized` attempts go on as another attempt, so nothing of them is lost. */
export const OUTCOMES: Readonly<Record<JobState, Outcome>> = {
  completed: outcome('completed', 'series-1', false),
  resized: outcome('resized', 'series-5', false),
  running: outcome('still running', 'series-3', false),
  pending: outcome('pending', 'series-8', false),
  unknown: outcome('unknown', 'series-8', false),
  failed: outcome('failed', 'series-6', true),
  cancelled: outcome('cancelled', 'series-2', true),
  timeout: outcome('timed out', 'series-4', true),
  'out-of-memory': outcome('out of memory', 'series-7', true),
  preempted: outcome('preempted', 'series-10', true),
  'node-fail': outcome('node failure', 'series-9', true),
  requeued: outcome('requeued', 'series-11', true),
};

export const OUTCOME_ORDER = Object.keys(OUTCOMES) as readonly JobState[];

/** The outcome behind a key that a table of shares may hold; a key that is none is shown as it is. */
export const outcomeOf = (key: string): Outcome =>
  Object.hasOwn(OUTCOMES, key) ? OUTCOMES[key as JobState] : { ...OUTCOMES.unknown, label: key };

/** Part of the GPU-hours that went to attempts whose work was lost; NaN where there are no GPU-hours. */
export function lostShare(gpuHoursByState: Iterable<readonly [string, number]>): number {
  let [lost, all] = [0, 0];
  for (const [state, hours] of gpuHoursByState) {
    all += hours;
    if (outcomeOf(state).isLost) lost += hours;
  }
  return lost / all;
}
