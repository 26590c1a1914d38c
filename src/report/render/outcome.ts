import { isLost, type JobState } from '../../model/job-state.ts';
import type { Share } from '../../model/usage.ts';

/** How an outcome is called and coloured on the page, and whether the hours of such attempts count as lost. */
export interface Outcome {
  readonly label: string;
  readonly colour: string;
  readonly isLost: boolean;
}

const outcome = (state: JobState, label: string, colour: string): Outcome => ({
  label,
  colour: `var(--${colour})`,
  isLost: isLost(state),
});

/** In the order in which charts stack them. */
export const OUTCOMES: Readonly<Record<JobState, Outcome>> = {
  completed: outcome('completed', 'completed', 'series-1'),
  resized: outcome('resized', 'resized', 'series-5'),
  running: outcome('running', 'still running', 'series-3'),
  pending: outcome('pending', 'pending', 'series-8'),
  unknown: outcome('unknown', 'unknown', 'series-8'),
  failed: outcome('failed', 'failed', 'series-6'),
  cancelled: outcome('cancelled', 'cancelled', 'series-2'),
  timeout: outcome('timeout', 'timed out', 'series-4'),
  'out-of-memory': outcome('out-of-memory', 'out of memory', 'series-7'),
  preempted: outcome('preempted', 'preempted', 'series-10'),
  'node-fail': outcome('node-fail', 'node failure', 'series-9'),
  requeued: outcome('requeued', 'requeued', 'series-11'),
};

export const OUTCOME_ORDER = Object.keys(OUTCOMES) as readonly JobState[];

/** The outcome behind a key that a table of shares may hold; a key that is none is shown as it is. */
export const outcomeOf = (key: string): Outcome =>
  Object.hasOwn(OUTCOMES, key) ? OUTCOMES[key as JobState] : { ...OUTCOMES.unknown, label: key };

/** GPU-hours of attempts whose work was lost. */
export function lostHours(gpuHoursByState: Iterable<readonly [string, number]>): number {
  let lost = 0;
  for (const [state, hours] of gpuHoursByState) if (outcomeOf(state).isLost) lost += hours;
  return lost;
}

/** GPU-hours by how attempts ended: lost, not ended yet, not told; how many attempts were lost, since some have no known duration, and how many of these held GPUs. */
export function endings(
  byState: readonly Share[],
): Readonly<Record<'all' | 'lost' | 'open' | 'unknown' | 'lostAttempts' | 'lostHolders', number>> {
  const hoursOf = (shares: readonly Share[]): number => shares.reduce((sum, { gpuHours }) => sum + gpuHours, 0);
  const lost = byState.filter(({ key }) => outcomeOf(key).isLost);
  return {
    all: hoursOf(byState),
    lost: hoursOf(lost),
    open: hoursOf(byState.filter(({ key }) => key === 'running' || key === 'pending')),
    unknown: hoursOf(byState.filter(({ key }) => key === 'unknown')),
    lostAttempts: lost.reduce((sum, { attempts }) => sum + attempts, 0),
    lostHolders: lost.reduce((sum, { attempts, held }) => sum + (held ?? attempts), 0),
  };
}

/** Part of the GPU-hours that went to attempts whose work was lost; NaN where there are no GPU-hours. */
export function lostShare(gpuHoursByState: Iterable<readonly [string, number]>): number {
  const entries = [...gpuHoursByState];
  return lostHours(entries) / entries.reduce((sum, [, hours]) => sum + hours, 0);
}
