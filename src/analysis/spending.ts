import { rentRange } from '../cost/rent-range.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Method } from '../model/method.ts';
import type { Spending } from '../model/spending.ts';
import { secondsToHours } from '../model/units.ts';
import type { Timeline, Usage } from '../model/usage.ts';
import type { GpusOfRow } from './shares.ts';
import { spread } from './timeline.ts';

/** Mean GPUs in each bin, by model. */
type Series = Map<string, Float64Array>;

export interface SpendingInput {
  readonly ledger: Ledger;
  readonly gpusOf: GpusOfRow;
  readonly timeline: Timeline;
  readonly method: Method;
  /** GPU-hours of the project. */
  readonly gpuHours: number;
}

/** Cumulates a timeline: GPU-hours, and their rent with its range, which at the end are those of the project but for what ran at no known time. */
export function spendingOf(input: SpendingInput): Spending {
  const { timeline, method } = input;
  const series: Series = new Map(timeline.series.map(({ model, gpus }) => [model, hoursUntil(gpus, timeline)]));
  const apart = apartOf(input);
  const bins = Math.max(0, ...timeline.series.map(({ gpus }) => gpus.length));
  const [low, value, high] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)];
  const gpuHours = new Float64Array(bins);
  for (let bin = 0; bin < bins; bin++) {
    const usage = usageAt(series, apart, bin);
    const rent = rentRange(usage, method);
    gpuHours[bin] = usage.gpuHours;
    [low[bin], value[bin], high[bin]] = [rent.low, rent.value, rent.high];
  }
  const { start, binSeconds } = timeline;
  const untimedGpuHours = restOf(input.gpuHours, gpuHours.at(-1) ?? 0);
  return { start, binSeconds, gpuHours, cloudUsd: { low, value, high }, untimedGpuHours };
}

/** Sums differ in the last digits: what is left of a whole is told from what is nothing. */
const AS_GOOD_AS_NOTHING = 1e-9;

/** What is left of a whole of GPU-hours; never a remnant of rounding. */
export const restOf = (whole: number, part: number): number =>
  whole - part > AS_GOOD_AS_NOTHING * whole ? whole - part : 0;

/** Until the end of each bin; a sum of non-negative amounts never falls. */
function hoursUntil(gpus: Float64Array, { binSeconds }: Timeline): Float64Array {
  const hours = secondsToHours(binSeconds);
  let sum = 0;
  return gpus.map((mean) => {
    sum += mean * hours;
    return sum;
  });
}

const hoursAt = (series: Series, bin: number): Map<string, number> =>
  new Map([...series].map(([model, hours]) => [model, hours[bin] as number] as const).filter(([, hours]) => hours > 0));

function usageAt(series: Series, apart: ReadonlyMap<string, Series>, bin: number): Usage {
  const gpuHoursByModel = hoursAt(series, bin);
  const gpuHours = [...gpuHoursByModel.values()].reduce((sum, hours) => sum + hours, 0);
  const nothing = { attempts: 0, attemptsThatRan: 0, wallHours: 0, cpuHours: 0, memoryGbHours: 0 };
  const pricedApart = new Map([...apart].map(([partition, of]) => [partition, hoursAt(of, bin)]));
  return { ...nothing, gpuHours, gpuHoursByModel, ...(apart.size === 0 ? {} : { pricedApart }) };
}

/** The same for partitions that have a price of their own, each by itself. */
function apartOf({ ledger, gpusOf, timeline, method }: SpendingInput): Map<string, Series> {
  const apart = new Map<string, Series>();
  const { partitionPrice } = method;
  if (partitionPrice === undefined) return apart;
  const bins = Math.max(0, ...timeline.series.map(({ gpus }) => gpus.length));
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const row = ledger.row[attempt] as number;
    const partition = ledger.table.partition.at(row);
    const [from, to] = [ledger.start[attempt] as number, ledger.end[attempt] as number];
    if (!partitionPrice.has(partition) || !(to > from)) continue;
    const series = apart.get(partition) ?? new Map<string, Float64Array>();
    apart.set(partition, series);
    for (const { model, count } of gpusOf(row)) {
      const gpus = series.get(model) ?? new Float64Array(bins);
      series.set(model, gpus);
      const height = (count * (ledger.wall[attempt] as number)) / (to - from);
      spread(gpus, (from - timeline.start) / timeline.binSeconds, (to - timeline.start) / timeline.binSeconds, height);
    }
  }
  return new Map([...apart].map(([name, of]) => [name, cumulated(of, timeline)]));
}

const cumulated = (series: Series, timeline: Timeline): Series =>
  new Map([...series].map(([model, gpus]) => [model, hoursUntil(gpus, timeline)]));
