import type { TriedParameter } from '../model/sweep.ts';
import { isFactor } from './factors.ts';

/** A run that counts: what was measured of it, and the index of its value of each parameter, −1 for none. */
export interface Observation {
  readonly y: number;
  readonly values: readonly number[];
}

/** Runs of one configuration: all alike but for seeds. In order of the first run of each. */
export function byConfiguration<Run extends Pick<Observation, 'values'>>(
  runs: readonly Run[],
  parameters: readonly TriedParameter[],
): Run[][] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const key = run.values.filter((_, index) => isFactor(parameters[index] as TriedParameter)).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [run]);
    else group.push(run);
  }
  return [...groups.values()];
}
