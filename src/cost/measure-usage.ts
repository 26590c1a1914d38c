import type { Ledger } from '../model/ledger.ts';
import { secondsToHours } from '../model/units.ts';
import type { GpuShare, PowerUsage, Usage } from '../model/usage.ts';
import type { Evidence } from './measurements.ts';
import { PowerSums } from './power-sums.ts';

/**
 * Adds up what attempts held. Sums are of whole seconds, so they are exact; hours come last.
 *
 * @param shares the part of an attempt that counts, 0 to 1, where it is not all
 */
export function measureUsage(
  ledger: Ledger,
  attempts: Iterable<number>,
  gpusOf: (row: number) => readonly GpuShare[],
  evidence?: Evidence,
  shares?: ReadonlyMap<number, number>,
): Usage {
  const { table } = ledger;
  const byModel = new Map<string, number>();
  const power = evidence === undefined ? undefined : new PowerSums(table, evidence);
  let [count, ran, wall, cpu, memory] = [0, 0, 0, 0, 0];
  for (const attempt of attempts) {
    const row = ledger.row[attempt] as number;
    const part = shares?.get(attempt) ?? 1;
    const seconds = (ledger.wall[attempt] as number) * part;
    count++;
    if (seconds <= 0) continue;
    ran++;
    wall += seconds;
    cpu += seconds * orZero(table.cpus.at(row));
    memory += seconds * orZero(table.memoryGb.at(row));
    const held = gpusOf(row);
    for (const { model, count: gpus } of held) byModel.set(model, (byModel.get(model) ?? 0) + gpus * seconds);
    power?.add(attempt, row, seconds, part, held);
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
    ...powerOf(power?.usage()),
  };
}

const powerOf = (power: PowerUsage | undefined): { power?: PowerUsage } => (power === undefined ? {} : { power });

const orZero = (value: number): number => (Number.isNaN(value) ? 0 : value);

const largestFirst = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

type ByModel = ReadonlyMap<string, number>;

const partOf = (hours: ByModel, count: number): ByModel =>
  new Map([...hours].map(([model, each]) => [model, each / count]));

/** The same usage spread evenly over `count` of its parts: one of them. */
export const oneOf = (usage: Usage, count: number): Usage => ({
  attempts: 1,
  attemptsThatRan: 1,
  wallHours: usage.wallHours / count,
  cpuHours: usage.cpuHours / count,
  memoryGbHours: usage.memoryGbHours / count,
  gpuHours: usage.gpuHours / count,
  gpuHoursByModel: partOf(usage.gpuHoursByModel, count),
  ...powerOf(usage.power && partOfPower(usage.power, count)),
});

const partOfPower = ({ modelled, utilised, measured }: PowerUsage, count: number): PowerUsage => ({
  modelled: {
    cpuHours: modelled.cpuHours / count,
    memoryGbHours: modelled.memoryGbHours / count,
    gpuHoursByModel: partOf(modelled.gpuHoursByModel, count),
  },
  utilised: {
    attempts: utilised.attempts / count,
    gpuHours: utilised.gpuHours / count,
    busyHoursByModel: partOf(utilised.busyHoursByModel, count),
    idleHoursByModel: partOf(utilised.idleHoursByModel, count),
  },
  measured: {
    attempts: measured.attempts / count,
    gpuHours: measured.gpuHours / count,
    joules: measured.joules / count,
  },
});
