import type { JobTable } from '../model/job-table.ts';
import type { Ledger } from '../model/ledger.ts';
import { secondsToHours } from '../model/units.ts';
import type { GpuShare, Rejection } from '../model/usage.ts';
import { plausibleGpuWatts, plausibleWatts } from '../tables/hardware/plausible-power.ts';

/** What was measured of attempts, as far as it is believed. */
export interface Evidence {
  /** Joules by attempt; NaN where none were measured, or none that can be those of the attempt. */
  readonly joules: Float64Array;
  /** Mean utilisation of its GPUs by attempt, 0 to 1; NaN where it is not known. */
  readonly utilisation: Float32Array;
  /** Whether what was measured in a row is the draw of its GPUs alone: cores and memory beside them are modelled. */
  readonly isOfGpusAlone: (row: number) => boolean;
  readonly rejected: Readonly<Record<Rejection, RejectedAttempts>>;
}

interface RejectedAttempts {
  readonly attempts: number[];
  gpuHours: number;
}

/**
 * Weighs what the logs measured. An energy is believed when the mean draw that it gives lies in the band of what the attempt held; a utilisation when it is one.
 *
 * @returns undefined when the logs measured nothing
 */
export function weighMeasurements(ledger: Ledger, gpusOf: (row: number) => readonly GpuShare[]): Evidence | undefined {
  const { table, row, wall, count } = ledger;
  if (!isAnyMeasured(ledger)) return undefined;
  const joules = new Float64Array(count).fill(Number.NaN);
  const utilisation = new Float32Array(count).fill(Number.NaN);
  const rejected = { 'too-low': { attempts: [], gpuHours: 0 }, 'too-high': { attempts: [], gpuHours: 0 } } as {
    [Reason in Rejection]: RejectedAttempts;
  };
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    const seconds = wall[attempt] as number;
    const stated = statedAt(table, at);
    const busy = table.gpuUtilisation.at(at);
    if (!(seconds > 0) || (!(stated > 0) && Number.isNaN(busy))) continue;
    const gpus = gpusOf(at);
    if (busy >= 0 && busy <= 1 && gpus.length > 0) utilisation[attempt] = busy;
    if (!(stated > 0)) continue;
    const reason = rejectionOf(stated / seconds, bandOf(table, at, gpus));
    if (reason === undefined) joules[attempt] = stated;
    else reject(rejected[reason], attempt, gpus, seconds);
  }
  return { joules, utilisation, rejected, isOfGpusAlone: (at) => isOfGpusAlone(table, at) };
}

/** The mean draw, W, that what an attempt held can have had. */
function bandOf(table: JobTable, row: number, gpus: readonly GpuShare[]): { low: number; high: number } {
  if (isOfGpusAlone(table, row)) return plausibleGpuWatts(gpus);
  const { cpus, memoryGb, nodes } = table;
  return plausibleWatts({ gpus, cpus: cpus.at(row), memoryGb: memoryGb.at(row), nodes: nodes.at(row) });
}

const statedAt = (table: JobTable, row: number): number =>
  isOfGpusAlone(table, row) ? table.gpuEnergyJoules.at(row) : table.energyJoules.at(row);

const isOfGpusAlone = (table: JobTable, row: number): boolean =>
  !(table.energyJoules.at(row) > 0) && table.gpuEnergyJoules.at(row) > 0;

/** Most logs measure nothing, and need no columns for it. */
function isAnyMeasured({ table, row, wall, count }: Ledger): boolean {
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    const isMeasured =
      table.energyJoules.at(at) > 0 || table.gpuEnergyJoules.at(at) > 0 || !Number.isNaN(table.gpuUtilisation.at(at));
    if (isMeasured && (wall[attempt] as number) > 0) return true;
  }
  return false;
}

function rejectionOf(watts: number, { low, high }: { low: number; high: number }): Rejection | undefined {
  if (watts < low) return 'too-low';
  return watts > high ? 'too-high' : undefined;
}

function reject(of: RejectedAttempts, attempt: number, gpus: readonly GpuShare[], seconds: number): void {
  of.attempts.push(attempt);
  for (const { count } of gpus) of.gpuHours += secondsToHours(count * seconds);
}
