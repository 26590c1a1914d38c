import type { TriedParameter } from '../model/sweep.ts';
import { agreement, scarcity } from '../stats/agreement.ts';
import { coverageOf, factorsOf, isFactor, only } from './factors.ts';
import type { Observation } from './observations.ts';
import { LEAST_AGAIN, LEAST_CROSSED, LEAST_TIED, MOST_FREE, MOST_OF_REPEATED } from './thresholds.ts';

/** Parameters by their place in a sweep. */
type Places = readonly number[];

/**
 * Parameters whose values were repeated together without being crossed, as the points of a random search that ran under several seeds: their combinations count once, since what these leave open
 * is the same for all repeats. What was drawn or crossed independently of them is not among them, and may part repeats as it likes.
 *
 * @returns places of the parameters; empty where each run counts
 */
export function repeatedTogether(parameters: readonly TriedParameter[], runs: readonly Observation[]): Places {
  const varied = parameters.flatMap((each, at) =>
    isFactor(each) && runs.some(({ values }) => values[at] !== runs[0]?.values[at]) ? [at] : [],
  );
  let together: Places = varied;
  for (;;) {
    const free = mostFree(together, parameters, runs);
    if (free === undefined) return isRepeated(together, parameters, runs) ? together : [];
    together = without(together, free);
  }
}

/** The parameter that is least tied to the others, where these are repeated without it. */
function mostFree(
  together: Places,
  parameters: readonly TriedParameter[],
  runs: readonly Observation[],
): number | undefined {
  const [free] = together
    .map((at) => ({ at, tie: tieTo(without(together, at), at, parameters, runs) }))
    .filter(({ tie }) => tie < MOST_FREE)
    .sort((a, b) => a.tie - b.tie);
  return free?.at;
}

/** The tie of a parameter to others that are repeated together; infinite where these are not. */
const tieTo = (
  others: Places,
  at: number,
  parameters: readonly TriedParameter[],
  runs: readonly Observation[],
): number => (isRepeated(others, parameters, runs) ? tieBetween(others, at, runs) : Number.POSITIVE_INFINITY);

function tieBetween(others: Places, at: number, runs: readonly Observation[]): number {
  const [codes, own] = [jointCodes(others, runs), jointCodes([at], runs)];
  return Math.max(agreement(codes, own), scarcity(codes, own));
}

function isRepeated(places: Places, parameters: readonly TriedParameter[], runs: readonly Observation[]): boolean {
  const combinations = new Set(jointCodes(places, runs)).size;
  const again = runs.length - combinations;
  if (places.length === 0 || again === 0) return false;
  const isTied = (at: number): boolean => tieBetween(without(places, at), at, runs) >= LEAST_TIED;
  return (
    (combinations <= MOST_OF_REPEATED * runs.length || (again >= LEAST_AGAIN && places.some(isTied))) &&
    coverageOf(
      factorsOf(
        only(places, parameters),
        runs.map(({ values }) => values),
      ),
      combinations,
    ) < LEAST_CROSSED
  );
}

const without = (places: Places, one: number): Places => places.filter((at) => at !== one);

/** By run: a number of the combination of its values. */
function jointCodes(places: Places, runs: readonly Observation[]): number[] {
  const numbers = new Map<string, number>();
  return runs.map(({ values }) => {
    const key = places.map((at) => values[at]).join();
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}
