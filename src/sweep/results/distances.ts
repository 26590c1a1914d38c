import type { Outcome } from './outcomes.ts';

/**
 * Differences that count one: a twentieth of what was measured, half as long again, and each five doublings of the hours between the starts. Each of the three counts at most
 * `most`, so that a diverged run is not infinitely far from its like. Our own judgement, tried on AlgoPerf and on generated benchmarks: half or twice of each changes little.
 */
const SCALE = { measure: 0.05, logSeconds: 0.4, doublings: 5, most: 1.5 };

/** How unlike runs are, in a square of `count` × `count`: by what they measured and how long they took, and by when they started too. */
export interface Distances {
  readonly count: number;
  readonly byResults: Float32Array;
  readonly inAll: Float32Array;
}

/** How unlike all runs of a list are to each other. */
export function distancesOf(outcomes: readonly Outcome[]): Distances {
  const count = outcomes.length;
  const byResults = new Float32Array(count * count);
  const inAll = new Float32Array(count * count);
  const logs = outcomes.map(({ values }) => values.map((value) => Math.log(Math.abs(value))));
  outcomes.forEach((one, row) => {
    for (let column = 0; column < row; column++) {
      const other = outcomes[column] as Outcome;
      const measured = measureDistance(
        { values: one.values, logs: logs[row] as number[] },
        { values: other.values, logs: logs[column] as number[] },
      );
      const results = measured + bounded(Math.abs(one.logSeconds - other.logSeconds) / SCALE.logSeconds);
      const all = results + startDistance(one.hour, other.hour);
      byResults[row * count + column] = results;
      byResults[column * count + row] = results;
      inAll[row * count + column] = all;
      inAll[column * count + row] = all;
    }
  });
  return { count, byResults, inAll };
}

/** How far apart two starts are, hours. */
export const startDistance = (one: number, other: number): number =>
  bounded(Math.log2(1 + Math.abs(one - other)) / SCALE.doublings);

/** What is not known speaks half for and half against. */
const bounded = (distance: number): number =>
  Number.isNaN(distance) ? SCALE.most / 2 : Math.min(distance, SCALE.most);

interface Measured {
  readonly values: readonly number[];
  /** Natural logarithms of the values without their signs. */
  readonly logs: readonly number[];
}

/** Mean over what both measured, of the ratio of their values: a loss of 2.1 is to 2.2 as an accuracy of 0.21 to 0.22. */
function measureDistance(one: Measured, other: Measured): number {
  let sum = 0;
  for (let index = 0; index < one.values.length; index++) {
    const [a, b] = [one.values[index] as number, other.values[index] as number];
    if (a === b) continue;
    const isSameSign = a > 0 === b > 0;
    const ratio = isSameSign ? Math.abs((one.logs[index] as number) - (other.logs[index] as number)) : SCALE.most;
    sum += bounded(isSameSign ? ratio / SCALE.measure : ratio);
  }
  return one.values.length === 0 ? 0 : sum / one.values.length;
}
