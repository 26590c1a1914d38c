import type { Grouping } from './grouping.ts';

/** Rounds after which the means are taken as they are. At a tenth of independence (the most that is let through) they have settled to four figures. */
const MOST_ROUNDS = 300;
const SETTLED = 1e-12;

/**
 * The mean of each group were all else the same: of an additive model of all groupings, fitted by least squares (each grouping in turn on what the others leave, Buja et al. 1989). Of a
 * balanced design it is the plain mean of the group.
 *
 * @returns by grouping, then by group
 */
export function adjustedMeans(y: Float64Array, groupings: readonly Grouping[]): number[][] {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const effects = groupings.map(({ groups }) => new Array<number>(groups).fill(0));
  const rest = y.map((value) => value - mean);
  const scale = Math.max(...rest.map(Math.abs));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moved = groupings.map((grouping, at) => fitAgain(rest, grouping, effects[at] as number[]));
    if (Math.max(...moved) <= SETTLED * scale) break;
  }
  return effects.map((each) => each.map((effect) => mean + effect));
}

/** Moves the means of what is left of each group into its effect. */
function fitAgain(rest: Float64Array, { codes, groups }: Grouping, effects: number[]): number {
  const sums = new Float64Array(groups);
  const counts = new Float64Array(groups);
  codes.forEach((code, at) => {
    sums[code] = (sums[code] as number) + (rest[at] as number);
    counts[code] = (counts[code] as number) + 1;
  });
  const steps = sums.map((sum, group) => ((counts[group] as number) > 0 ? sum / (counts[group] as number) : 0));
  codes.forEach((code, at) => {
    rest[at] = (rest[at] as number) - (steps[code] as number);
  });
  steps.forEach((step, group) => {
    effects[group] = (effects[group] as number) + step;
  });
  return Math.max(...steps.map(Math.abs));
}
