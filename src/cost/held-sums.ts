import type { JobTable } from '../model/job-table.ts';
import { secondsToHours } from '../model/units.ts';
import type { Drawing, GpuShare } from '../model/usage.ts';
import { coresAt, gigabytesAt } from './held-amounts.ts';
import type { Evidence } from './measurements.ts';
import { PowerSums } from './power-sums.ts';
import { addSeconds, type Seconds } from './seconds-by-name.ts';

/** What attempts held, in whole seconds. Sums of disjoint sets can be merged. */
export class HeldSums {
  readonly #table: JobTable;
  readonly #byModel: Seconds = new Map();
  readonly #power: PowerSums | undefined;
  #cpu = 0;
  #memory = 0;

  constructor(table: JobTable, evidence: Evidence | undefined) {
    this.#table = table;
    this.#power = evidence && new PowerSums(table, evidence);
  }

  /** @param part of the attempt that counts, 0 to 1: `seconds` are those of the part */
  add(attempt: number, row: number, seconds: number, part: number, gpus: readonly GpuShare[]): void {
    this.#cpu += seconds * coresAt(this.#table, row);
    this.#memory += seconds * gigabytesAt(this.#table, row);
    for (const { model, count } of gpus) addSeconds(this.#byModel, model, count * seconds);
    this.#power?.add(attempt, row, seconds, part, gpus);
  }

  merge(other: HeldSums): void {
    this.#cpu += other.#cpu;
    this.#memory += other.#memory;
    for (const [model, seconds] of other.#byModel) addSeconds(this.#byModel, model, seconds);
    if (other.#power !== undefined) this.#power?.merge(other.#power);
  }

  get gpuHours(): number {
    return secondsToHours([...this.#byModel.values()].reduce((sum, seconds) => sum + seconds, 0));
  }

  drawing(): Drawing {
    const power = this.#power?.usage();
    const sorted = [...this.#byModel].map(([model, seconds]) => [model, secondsToHours(seconds)] as const);
    return {
      cpuHours: secondsToHours(this.#cpu),
      memoryGbHours: secondsToHours(this.#memory),
      gpuHoursByModel: new Map(sorted.sort(largestFirst)),
      ...(power === undefined ? {} : { power }),
    };
  }
}

const largestFirst = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
