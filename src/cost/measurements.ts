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
  /** Attempts that ran of which the logs tell no energy, or 0 J, which is what is printed where nothing is measured. */
  readonly unmeasured: number;
  /** Attempts whose utilisation is none: not between 0 and 1. */
  readonly oddUtilisation: readonly number[];
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
  const { table, wall, count } = ledger;
  if (!isAnyMeasured(ledger)) return undefined;
  const found: Weighed = {
    joules: new Float64Array(count).fill(Number.NaN),
    utilisation: new Float32Array(count).fill(Number.NaN),
    rejected: newRejections(),
    unmeasured: 0,
    oddUtilisation: [],
  };
  for (let attempt = 0; attempt < count; attempt++) {
    const seconds = wall[attempt] as number;
    if (!(seconds > 0)) continue;
    const row = ledger.row[attempt] as number;
    const gpus = gpusOf(row);
    weighUtilisation(found, attempt, table.gpuUtilisation.at(row), gpus);
    weighEnergy(found, { table, row, seconds, gpus }, attempt);
  }
  return { ...found, isOfGpusAlone: (row) => isOfGpusAlone(table, row) };
}

/** What has been weighed so far. */
type Weighed = { -readonly [Key in keyof Omit<Evidence, 'isOfGpusAlone'>]: Evidence[Key] } & {
  readonly oddUtilisation: number[];
};

function weighUtilisation(found: Weighed, attempt: number, busy: number, gpus: readonly GpuShare[]): void {
  if (Number.isNaN(busy)) return;
  if (!(busy >= 0 && busy <= 1)) found.oddUtilisation.push(attempt);
  else if (gpus.length > 0) found.utilisation[attempt] = busy;
}

interface MeteredAttempt {
  readonly table: JobTable;
  readonly row: number;
  readonly seconds: number;
  readonly gpus: readonly GpuShare[];
}

function weighEnergy(found: Weighed, { table, row, seconds, gpus }: MeteredAttempt, attempt: number): void {
  const stated = statedAt(table, row);
  if (!isTold(stated)) {
    found.unmeasured++;
    return;
  }
  const reason = isReading(stated) ? rejectionOf(stated / seconds, bandOf(table, row, gpus)) : 'impossible';
  if (reason === undefined) found.joules[attempt] = stated;
  else reject(found.rejected[reason], attempt, gpus, seconds);
}

const newRejections = (): Readonly<Record<Rejection, RejectedAttempts>> => ({
  'too-low': { attempts: [], gpuHours: 0 },
  'too-high': { attempts: [], gpuHours: 0 },
  impossible: { attempts: [], gpuHours: 0 },
});

/** Marks for "no value" in 32 bits (slurm/slurm.h NO_VAL, INFINITE), and where those in 64 bits begin. */
const MARKS_32: ReadonlySet<number> = new Set([4_294_967_294, 4_294_967_295]);
const MARKS_64_FROM = 2 ** 63;

/** Whether an energy can be one at all: positive, finite and no mark for "no value". */
const isReading = (joules: number): boolean => joules > 0 && joules < MARKS_64_FROM && !MARKS_32.has(joules);

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
      isTold(table.energyJoules.at(at)) ||
      isTold(table.gpuEnergyJoules.at(at)) ||
      !Number.isNaN(table.gpuUtilisation.at(at));
    if (isMeasured && (wall[attempt] as number) > 0) return true;
  }
  return false;
}

const isTold = (joules: number): boolean => !Number.isNaN(joules) && joules !== 0;

function rejectionOf(
  watts: number,
  { low, high }: { low: number; high: number },
): Exclude<Rejection, 'impossible'> | undefined {
  if (watts < low) return 'too-low';
  return watts > high ? 'too-high' : undefined;
}

function reject(of: RejectedAttempts, attempt: number, gpus: readonly GpuShare[], seconds: number): void {
  of.attempts.push(attempt);
  for (const { count } of gpus) of.gpuHours += secondsToHours(count * seconds);
}
