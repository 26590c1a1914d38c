import { startDistance } from './distances.ts';
import type { Outcome } from './outcomes.ts';

/** Runs of one experiment, while it is being put together. */
export interface Group {
  readonly outcomes: Outcome[];
  /** Those of them that tried again what had failed. */
  retries: number;
}

/** A run without results belongs to an experiment whose runs started within a day of it, on average. Our own judgement. */
const NEAR = startDistance(0, 24);

/**
 * Gives runs that measured nothing to the experiments that lack their combination, by when they started; those that none lacks are of an experiment of which none is left, or
 * tried again what had failed.
 *
 * @param groups are added to; those that only have runs without results come last
 * @param others in order of submission; those whose start is not known are left out
 * @param repeats how often each combination comes in an experiment
 */
export function placeOthers(groups: Group[], others: readonly Outcome[], repeats: number): void {
  const measured = groups.length;
  for (const outcome of others) {
    if (Number.isNaN(outcome.hour)) continue;
    const group = nearest(outcome, groups, (own) => own < repeats);
    if (group === undefined) groups.push({ outcomes: [outcome], retries: 0 });
    else group.outcomes.push(outcome);
  }
  const alone = groups.splice(measured).filter((group) => {
    const [only] = group.outcomes as [Outcome];
    if (group.outcomes.length > 1) return true;
    const tried = nearest(only, groups.slice(0, measured), (own) => own > 0);
    if (tried === undefined) return true;
    tried.outcomes.push(only);
    tried.retries++;
    return false;
  });
  groups.push(...alone);
}

/** The group nearest in time that has a run's combination so often. */
function nearest(
  { cell, hour }: Outcome,
  groups: readonly Group[],
  isOpen: (times: number) => boolean,
): Group | undefined {
  let found: Group | undefined;
  let least: number = NEAR;
  for (const group of groups) {
    const { outcomes } = group;
    if (!isOpen(outcomes.filter((other) => other.cell === cell).length)) continue;
    const distance = outcomes.reduce((sum, other) => sum + startDistance(hour, other.hour), 0) / outcomes.length;
    if (distance > least || (found !== undefined && distance === least)) continue;
    found = group;
    least = distance;
  }
  return found;
}
