import type { Ledger } from '../model/ledger.ts';
import { secondsToHours } from '../model/units.ts';
import type { Drawing, GpuShare, PowerUsage, Usage } from '../model/usage.ts';
import { HeldSums } from './held-sums.ts';
import type { Evidence } from './measurements.ts';
import { addSeconds, type Seconds } from './seconds-by-name.ts';
import { yearReader } from './year-of.ts';

export interface UsageInput {
  readonly ledger: Ledger;
  readonly gpusOf: (row: number) => readonly GpuShare[];
  /** Of which rows the log does not tell the GPUs; undefined where it tells those of all. */
  readonly isUntold?: ((row: number) => boolean) | undefined;
  readonly evidence?: Evidence | undefined;
  /** Partitions that have a price of their own. */
  readonly pricedPartitions?: ReadonlySet<string> | undefined;
}

/**
 * Adds up what attempts held. Sums are of whole seconds, so they are exact; hours come last.
 *
 * @param shares the part of an attempt that counts, 0 to 1, where it is not all
 */
export function measureUsage(
  { ledger, gpusOf, isUntold, evidence, pricedPartitions }: UsageInput,
  attempts: Iterable<number>,
  shares?: ReadonlyMap<number, number>,
): Usage {
  const { table } = ledger;
  const years = new Map<number, HeldSums>();
  const yearOf = yearReader();
  const apart = new Map<string, Seconds>();
  let [count, ran, wall] = [0, 0, 0];
  const untold = { attempts: 0, seconds: 0 };
  for (const attempt of attempts) {
    const row = ledger.row[attempt] as number;
    const part = shares?.get(attempt) ?? 1;
    const seconds = (ledger.wall[attempt] as number) * part;
    count++;
    if (!(seconds > 0)) continue;
    ran++;
    wall += seconds;
    if (isUntold?.(row) === true) {
      untold.attempts++;
      untold.seconds += seconds;
    }
    const held = gpusOf(row);
    const year = yearOf(dateOf(ledger, attempt, row));
    const sums = years.get(year) ?? new HeldSums(table, evidence);
    years.set(year, sums);
    sums.add(attempt, row, seconds, part, held);
    if (pricedPartitions !== undefined) addApart(apart, pricedPartitions, table.partition.at(row), seconds, held);
  }
  const whole = wholeOf(years, () => new HeldSums(table, evidence));
  const drawing = whole.drawing();
  return {
    attempts: count,
    attemptsThatRan: ran,
    wallHours: secondsToHours(wall),
    gpuHours: whole.gpuHours,
    ...(untold.attempts === 0
      ? {}
      : { untold: { attempts: untold.attempts, wallHours: secondsToHours(untold.seconds) } }),
    ...drawing,
    byYear: new Map(
      [...years].sort(([a], [b]) => a - b).map(([year, sums]) => [year, sums === whole ? drawing : sums.drawing()]),
    ),
    ...(apart.size === 0 ? {} : { pricedApart: new Map([...apart].map(([name, sums]) => [name, inHours(sums)])) }),
  };
}

/** When an attempt started, or, where that is not known, was submitted; epoch seconds. */
function dateOf(ledger: Ledger, attempt: number, row: number): number {
  const start = ledger.start[attempt] as number;
  return Number.isNaN(start) ? ledger.table.submit.at(row) : start;
}

function wholeOf(years: ReadonlyMap<number, HeldSums>, empty: () => HeldSums): HeldSums {
  const [only, ...others] = years.values();
  if (only !== undefined && others.length === 0) return only;
  const whole = empty();
  for (const sums of years.values()) whole.merge(sums);
  return whole;
}

function addApart(
  apart: Map<string, Seconds>,
  priced: ReadonlySet<string>,
  partition: string,
  seconds: number,
  held: readonly GpuShare[],
): void {
  if (!priced.has(partition)) return;
  const sums = apart.get(partition) ?? new Map<string, number>();
  apart.set(partition, sums);
  for (const { model, count } of held) addSeconds(sums, model, count * seconds);
}

type ByModel = ReadonlyMap<string, number>;

const inHours = (sums: ByModel): ByModel => new Map([...sums].map(([name, each]) => [name, secondsToHours(each)]));

const partOf = (hours: ByModel, count: number): ByModel =>
  new Map([...hours].map(([model, each]) => [model, each / count]));

/** The same usage spread evenly over `count` of its parts: one of them. */
export const oneOf = (usage: Usage, count: number): Usage => ({
  attempts: 1,
  attemptsThatRan: 1,
  wallHours: usage.wallHours / count,
  gpuHours: usage.gpuHours / count,
  ...(usage.untold === undefined ? {} : { untold: { attempts: 1, wallHours: usage.untold.wallHours / count } }),
  ...partOfDrawing(usage, count),
  ...(usage.byYear === undefined
    ? {}
    : { byYear: new Map([...usage.byYear].map(([year, drawing]) => [year, partOfDrawing(drawing, count)])) }),
  ...(usage.pricedApart === undefined
    ? {}
    : { pricedApart: new Map([...usage.pricedApart].map(([name, hours]) => [name, partOf(hours, count)])) }),
});

const partOfDrawing = (drawing: Drawing, count: number): Drawing => ({
  cpuHours: drawing.cpuHours / count,
  memoryGbHours: drawing.memoryGbHours / count,
  gpuHoursByModel: partOf(drawing.gpuHoursByModel, count),
  ...(drawing.power === undefined ? {} : { power: partOfPower(drawing.power, count) }),
});

const partOfPower = ({ modelled, utilised, measured }: PowerUsage, count: number): PowerUsage => ({
  modelled: partOfDrawing(modelled, count),
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
    gpuJoules: measured.gpuJoules / count,
  },
});
