import type { SweepFindings } from '../../src/model/sweep.ts';

/** The hyperparameters of an attempt, names and values as written; none for an attempt that is in no sweep. */
export function parametersOf({ sweepOf, triedIn, valueIn }: SweepFindings, attempt: number): Map<string, string> {
  const sweep = sweepOf[attempt] as number;
  const tried = sweep < 0 ? [] : triedIn(sweep);
  return new Map(tried.map(({ key, values }, parameter) => [key, values[valueIn(attempt, parameter)] as string]));
}
