import type { JobTable } from '../model/job-table.ts';
import { secondsToHours } from '../model/units.ts';
import type { GpuShare, PowerUsage } from '../model/usage.ts';
import { coresAt, gigabytesAt } from './held-amounts.ts';
import type { Evidence } from './measurements.ts';
import { addSeconds, type Seconds } from './seconds-by-name.ts';

/** Divides what attempts held by what is known of its energy. */
export class PowerSums {
  readonly #table: JobTable;
  readonly #evidence: Evidence;
  readonly #modelled: Seconds = new Map();
  readonly #busy: Seconds = new Map();
  readonly #idle: Seconds = new Map();
  readonly #utilised = { attempts: 0, seconds: 0 };
  readonly #measured = { attempts: 0, seconds: 0, joules: 0, gpuJoules: 0 };
  #cpu = 0;
  #memory = 0;

  constructor(table: JobTable, evidence: Evidence) {
    this.#table = table;
    this.#evidence = evidence;
  }

  /** @param part of the attempt that counts, 0 to 1: `seconds` are those of the part */
  add(attempt: number, row: number, seconds: number, part: number, gpus: readonly GpuShare[]): void {
    const joules = this.#evidence.joules[attempt] as number;
    const isMeasured = !Number.isNaN(joules);
    const isOfGpusAlone = isMeasured && this.#evidence.isOfGpusAlone(row);
    if (!isMeasured || isOfGpusAlone) {
      this.#cpu += seconds * coresAt(this.#table, row);
      this.#memory += seconds * gigabytesAt(this.#table, row);
    }
    if (isMeasured) {
      this.#measured.attempts++;
      this.#measured.joules += joules * part;
      if (isOfGpusAlone) this.#measured.gpuJoules += joules * part;
      for (const { count } of gpus) this.#measured.seconds += count * seconds;
      return;
    }
    const busy = this.#evidence.utilisation[attempt] as number;
    if (Number.isNaN(busy)) for (const { model, count } of gpus) addSeconds(this.#modelled, model, count * seconds);
    else this.#addUtilised(gpus, seconds, busy);
  }

  merge(other: PowerSums): void {
    this.#cpu += other.#cpu;
    this.#memory += other.#memory;
    for (const name of ['attempts', 'seconds'] as const) this.#utilised[name] += other.#utilised[name];
    for (const name of MEASURED) this.#measured[name] += other.#measured[name];
    for (const [model, seconds] of other.#modelled) addSeconds(this.#modelled, model, seconds);
    for (const [model, seconds] of other.#busy) addSeconds(this.#busy, model, seconds);
    for (const [model, seconds] of other.#idle) addSeconds(this.#idle, model, seconds);
  }

  /** Undefined when nothing was measured of these attempts. */
  usage(): PowerUsage | undefined {
    if (this.#utilised.attempts === 0 && this.#measured.attempts === 0) return undefined;
    return {
      modelled: {
        cpuHours: secondsToHours(this.#cpu),
        memoryGbHours: secondsToHours(this.#memory),
        gpuHoursByModel: inHours(this.#modelled),
      },
      utilised: {
        attempts: this.#utilised.attempts,
        gpuHours: secondsToHours(this.#utilised.seconds),
        busyHoursByModel: inHours(this.#busy),
        idleHoursByModel: inHours(this.#idle),
      },
      measured: {
        attempts: this.#measured.attempts,
        gpuHours: secondsToHours(this.#measured.seconds),
        joules: this.#measured.joules,
        gpuJoules: this.#measured.gpuJoules,
      },
    };
  }

  #addUtilised(gpus: readonly GpuShare[], seconds: number, busy: number): void {
    this.#utilised.attempts++;
    for (const { model, count } of gpus) {
      this.#utilised.seconds += count * seconds;
      addSeconds(this.#busy, model, count * seconds * busy);
      addSeconds(this.#idle, model, count * seconds * (1 - busy));
    }
  }
}

const MEASURED = ['attempts', 'seconds', 'joules', 'gpuJoules'] as const;

const inHours = (sums: Seconds): Map<string, number> =>
  new Map([...sums].map(([model, seconds]) => [model, secondsToHours(seconds)]));
