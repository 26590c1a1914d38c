import { quantileSorted } from 'simple-statistics';
import type { JobState } from '../model/job-state.ts';
import type { RunCounts } from '../model/sensitivity.ts';
import type { Goal, SweepTrials, Trial } from '../model/trial.ts';

/** The runs of a sweep by what can be said of them. */
export interface SortedRuns {
  /** Ended well and measured: what is compared. */
  readonly measured: readonly Trial[];
  /** Ended well, and how long they took is known. */
  readonly timed: readonly Trial[];
  /** Ended in any way: of these some failed. */
  readonly ended: readonly { readonly trial: Trial; readonly hasFailed: boolean }[];
  readonly counts: RunCounts;
}

const ENDED_WELL: readonly JobState[] = ['completed'];
const GOES_ON: readonly JobState[] = ['running', 'pending', 'requeued', 'resized'];

/**
 * A metric so many times the width of the middle half away from it, on the worse side, is that of a run which diverged: its square would be all that is left of the variance. Our own judgement.
 */
const FAR_OUT = 100;

const hasValue = ({ metric }: Trial): boolean => !Number.isNaN(metric);

/**
 * Sorts the runs of a sweep; what failed is left out of comparisons, and counted. A run of which no log says how it ended counts where it has a value (some trackers write one only at the end), and
 * where the log says that of no run.
 */
export function sortRuns({ trials, metric }: SweepTrials): SortedRuns {
  const isStateless = trials.every(({ state }) => state === 'unknown');
  const endsUnknown = new Set(trials.filter((trial) => trial.state === 'unknown' && (isStateless || hasValue(trial))));
  const isWell = (trial: Trial): boolean => ENDED_WELL.includes(trial.state) || endsUnknown.has(trial);
  const isOpen = (trial: Trial): boolean =>
    GOES_ON.includes(trial.state) || (trial.state === 'unknown' && !endsUnknown.has(trial));
  const well = trials.filter(isWell);
  const valued = well.filter(hasValue);
  const diverged = new Set(metric === undefined ? [] : valued.filter(farOut(valued, metric.goal)));
  const ended = trials.filter((trial) => !isOpen(trial));
  return {
    measured: valued.filter((trial) => !diverged.has(trial)),
    timed: well.filter((trial) => trial.wallHours > 0 && !diverged.has(trial)),
    ended: ended.map((trial) => ({ trial, hasFailed: diverged.has(trial) || !isWell(trial) })),
    counts: {
      all: trials.length,
      failed: ended.length - well.length,
      diverged: diverged.size,
      unmeasured: metric === undefined ? 0 : well.length - valued.length,
      open: trials.length - ended.length,
      endUnknown: endsUnknown.size,
    },
  };
}

function farOut(trials: readonly Trial[], goal: Goal): (trial: Trial) => boolean {
  if (trials.length === 0) return () => false;
  const sorted = trials.map(({ metric }) => metric).sort((a, b) => a - b);
  const [low, high] = [quantileSorted(sorted, 0.25), quantileSorted(sorted, 0.75)];
  const reach = FAR_OUT * (high - low);
  if (!(reach > 0)) return () => false;
  return goal === 'min' ? ({ metric }) => metric > high + reach : ({ metric }) => metric < low - reach;
}
