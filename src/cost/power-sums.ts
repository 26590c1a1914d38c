import type { JobTable } from '../model/job-table.ts';
import { secondsToHours } from '../model/units.ts';
import type { GpuShare, PowerUsage } from '../model/usage.ts';
import type { Evidence } from './measurements.ts';

type Seconds = Map<string, number>;

/** Divides what attempts held by what is known of its energy. */
export class PowerSums {
  readonly #table: JobTable;
  readonly #evidence: Evidence;
  readonly #modelled: Seconds = new Map();
  readonly #busy: Seconds = new Map();
  readonly #idle: Seconds = new Map();
  readonly #utilised = { attempts: 0, seconds: 0 };
  readonly #measured = { attempts: 0, seconds: 0, joules: 0 };
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
    if (!isMeasured || this.#evidence.isOfGpusAlone(row)) {
      this.#cpu += seconds * orZero(this.#table.cpus.at(row));
      this.#memory += seconds * orZero(this.#table.memoryGb.at(row));
    }
    if (isMeasured) {
      this.#measured.attempts++;
      this.#measured.joules += joules * part;
      for (const { count } of gpus) this.#measured.seconds += count * seconds;
      return;
    }
    const busy = this.#evidence.utilisation[attempt] as number;
    if (Number.isNaN(busy)) for (const { model, count } of gpus) add(this.#modelled, model, count * seconds);
    else this.#addUtilised(gpus, seconds, busy);
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
      },
    };
  }

  #addUtilised(gpus: readonly GpuShare[], seconds: number, busy: number): void {
    this.#utilised.attempts++;
    for (const { model, count } of gpus) {
      this.#utilised.seconds += count * seconds;
      add(this.#busy, model, count * seconds * busy);
      add(this.#idle, model, count * seconds * (1 - busy));
    }
  }
}

const add = (sums: Seconds, model: string, seconds: number): void => {
  sums.set(model, (sums.get(model) ?? 0) + seconds);
};

const inHours = (sums: Seconds): Map<string, number> =>
  new Map([...sums].map(([model, seconds]) => [model, secondsToHours(seconds)]));

const orZero = (value: number): number => (Number.isNaN(value) ? 0 : value);
