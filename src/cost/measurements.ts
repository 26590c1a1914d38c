import type { Ledger } from '../model/ledger.ts';
import { secondsToHours } from '../model/units.ts';
import type { GpuShare, Rejection } from '../model/usage.ts';
import { plausibleWatts } from '../tables/hardware/plausible-power.ts';

/** What was measured of attempts, as far as it is believed. */
export interface Evidence {
  /** Joules by attempt; NaN where none were measured, or none that can be those of the attempt. */
  readonly joules: Float64Array;
  /** Mean utilisation of its GPUs by attempt, 0 to 1; NaN where it is not known. */
  readonly utilisation: Float32Array;
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
    const [stated, busy] = [table.energyJoules.at(at), table.gpuUtilisation.at(at)];
    if (!(seconds > 0) || (!(stated > 0) && Number.isNaN(busy))) continue;
    const gpus = gpusOf(at);
    if (busy >= 0 && busy <= 1 && gpus.length > 0) utilisation[attempt] = busy;
    if (!(stated > 0)) continue;
    const held = { gpus, cpus: table.cpus.at(at), memoryGb: table.memoryGb.at(at), nodes: table.nodes.at(at) };
    const reason = rejectionOf(stated / seconds, plausibleWatts(held));
    if (reason === undefined) joules[attempt] = stated;
    else reject(rejected[reason], attempt, gpus, seconds);
  }
  return { joules, utilisation, rejected };
}

/** Most logs measure nothing, and need no columns for it. */
function isAnyMeasured({ table, row, wall, count }: Ledger): boolean {
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    const isMeasured = table.energyJoules.at(at) > 0 || !Number.isNaN(table.gpuUtilisation.at(at));
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
