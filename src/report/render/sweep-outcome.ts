import type { CostedSweep } from '../../model/facts.ts';
import type { SweepOutcome } from '../../model/sweep-outcome.ts';
import { lostShare } from './outcome.ts';

/** What became of a sweep, as the page calls it. */
export const SWEEP_OUTCOME_LABELS: Readonly<Record<SweepOutcome, string>> = {
  completed: 'completed',
  partly: 'partly failed',
  abandoned: 'abandoned',
  open: 'still running',
  untold: 'outcome not told',
};

/** The rule of `sweepOutcome`, in words. */
export const ABANDONED_RULE =
  'A sweep counts as abandoned if all of its runs failed or were cut off or cancelled, or if the last fifth of its runs (two or more) were all cancelled: a rule of our own, since no log says it.';

/** Sweeps of one colour. */
export interface SweepClass {
  readonly label: string;
  readonly colour: string;
  readonly has: (sweep: CostedSweep) => boolean;
}

/** Nearly every large sweep has a run that failed: how much that cost tells them apart. Upper ends, shares of GPU-hours: assumed, our own judgement. */
const [FEW, MANY] = [0.1, 0.3] as const;

const lostOf = ({ gpuHoursByState }: CostedSweep): number => lostShare(gpuHoursByState);

const classOf = (
  outcome: SweepOutcome,
  colour: string,
  label: string,
  isOf: (lost: number) => boolean = () => true,
): SweepClass => ({
  label,
  colour: `var(--${colour})`,
  has: (sweep) => sweep.outcome === outcome && isOf(lostOf(sweep)),
});

/** In the order of legends. Every sweep is in one of them. */
export const SWEEP_CLASSES: readonly SweepClass[] = [
  classOf('completed', 'series-1', 'completed'),
  classOf('partly', 'lost-1', 'partly failed, under 10% of GPU-hours lost', (lost) => lost < FEW),
  classOf('partly', 'lost-2', 'partly failed, 10–30% lost', (lost) => lost >= FEW && lost < MANY),
  classOf('partly', 'lost-3', 'partly failed, 30% or more lost', (lost) => lost >= MANY),
  classOf('partly', 'series-11', 'partly failed, no GPU-hours known', Number.isNaN),
  classOf('abandoned', 'lost-4', 'abandoned'),
  classOf('open', 'series-3', 'still running'),
  classOf('untold', 'series-8', 'outcome not told'),
];
