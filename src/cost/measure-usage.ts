import type { Ledger } from '../model/ledger.ts';
import { secondsToHours } from '../model/units.ts';
import type { GpuShare, Usage } from '../model/usage.ts';

/** Adds up what attempts held. Sums are of whole seconds, so they are exact; hours come last. */
export function measureUsage(
  ledger: Ledger,
  attempts: Iterable<number>,
  gpusOf: (row: number) => readonly GpuShare[],
): Usage {
  const { table } = ledger;
  const byModel = new Map<string, number>();
  let [count, ran, wall, cpu, memory] = [0, 0, 0, 0, 0];
  for (const attempt of attempts) {
    const row = ledger.row[attempt] as number;
    const seconds = ledger.wall[attempt] as number;
    count++;
    if (seconds <= 0) continue;
    ran++;
    wall += seconds;
    cpu += seconds * orZero(table.cpus.at(row));
    memory += seconds * orZero(table.memoryGb.at(row));
    for (const { model, count: gpus } of gpusOf(row)) {
      byModel.set(model, (byModel.get(model) ?? 0) + gpus * seconds);
    }
  }
  const sorted = [...byModel].map(([model, seconds]) => [model, secondsToHours(seconds)] as const).sort(largestFirst);
  return {
    attempts: count,
    attemptsThatRan: ran,
    wallHours: secondsToHours(wall),
    cpuHours: secondsToHours(cpu),
    memoryGbHours: secondsToHours(memory),
    gpuHours: secondsToHours([...byModel.values()].reduce((sum, seconds) => sum + seconds, 0)),
    gpuHoursByModel: new Map(sorted),
  };
}

const orZero = (value: number): number => (Number.isNaN(value) ? 0 : value);

const largestFirst = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

/** The same usage spread evenly over `count` of its parts: one of them. */
export const oneOf = (usage: Usage, count: number): Usage => ({
  attempts: 1,
  attemptsThatRan: 1,
  wallHours: usage.wallHours / count,
  cpuHours: usage.cpuHours / count,
  memoryGbHours: usage.memoryGbHours / count,
  gpuHours: usage.gpuHours / count,
  gpuHoursByModel: new Map([...usage.gpuHoursByModel].map(([model, hours]) => [model, hours / count])),
});
