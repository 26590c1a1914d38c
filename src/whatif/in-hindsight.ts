import type { InHindsight } from '../model/what-if.ts';
import type { Pool } from './pool.ts';

/** When the best came in the order in which configurations really ended, and what was begun after it. Undefined where times are not known. */
export function inHindsight({ configurations }: Pool): InHindsight | undefined {
  const known = configurations.filter(({ score }) => !Number.isNaN(score));
  const endOf = ({ runs }: Pool['configurations'][number]): number => Math.max(...runs.map(({ end }) => end));
  if (configurations.some((each) => Number.isNaN(endOf(each)) || each.runs.some(({ start }) => Number.isNaN(start)))) {
    return undefined;
  }
  const best = known.reduce((top, each) => (each.score > top.score ? each : top));
  const last = endOf(best);
  const startedAfter = { configurations: 0, gpuHours: 0, cloudUsd: 0 };
  for (const { runs } of configurations) {
    const later = runs.filter(({ start }) => start >= last);
    if (later.length === runs.length) startedAfter.configurations++;
    for (const { gpuHours, cloudUsd } of later) {
      startedAfter.gpuHours += gpuHours;
      startedAfter.cloudUsd += cloudUsd;
    }
  }
  return { place: configurations.filter((each) => endOf(each) <= last).length, startedAfter };
}
