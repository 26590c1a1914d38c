import type { Ledger } from '../model/ledger.ts';
import type { Method, Rate } from '../model/method.ts';
import { secondsToHours } from '../model/units.ts';
import type { GpuShare } from '../model/usage.ts';
import { JOULES_PER_KWH, methodName } from './draw.ts';
import { coresAt, gigabytesAt } from './held-amounts.ts';
import type { Evidence } from './measurements.ts';

const WATTS_PER_KILOWATT = 1000;

/** Middle figures of one GPU of a model. */
interface GpuRates {
  readonly watts: number;
  readonly idleWatts: number;
  readonly busyWatts: number;
  readonly usdPerHour: number;
}

/** What single attempts cost at a method's middle values: the sums over all attempts are the middle values of the totals. */
export class AttemptCosts {
  readonly #ledger: Ledger;
  readonly #gpusOf: (row: number) => readonly GpuShare[];
  readonly #method: Method;
  readonly #evidence: Evidence | undefined;
  readonly #partitionPrice: ReadonlyMap<string, Rate> | undefined;
  readonly #rates = new Map<string, GpuRates>();

  constructor(
    ledger: Ledger,
    gpusOf: (row: number) => readonly GpuShare[],
    method: Method,
    evidence: Evidence | undefined,
  ) {
    this.#ledger = ledger;
    this.#gpusOf = gpusOf;
    this.#method = method;
    this.#evidence = evidence;
    this.#partitionPrice = method.partitionPrice;
  }

  /** Electricity with the building's overhead, and cloud rent. */
  of(attempt: number): { readonly energyKwh: number; readonly cloudUsd: number } {
    const row = this.#ledger.row[attempt] as number;
    const hours = secondsToHours(this.#ledger.wall[attempt] as number);
    const joules = this.#evidence?.joules[attempt] ?? Number.NaN;
    const busy = this.#evidence?.utilisation[attempt] ?? Number.NaN;
    const price = this.#partitionPrice?.get(this.#ledger.table.partition.at(row))?.value;
    let [watts, usdPerHour] = [0, 0];
    for (const { model, count } of this.#gpusOf(row)) {
      const rates = this.#ratesOf(model);
      usdPerHour += (price ?? rates.usdPerHour) * count;
      watts += count * (Number.isNaN(busy) ? rates.watts : rates.idleWatts * (1 - busy) + rates.busyWatts * busy);
    }
    const kwh = Number.isNaN(joules) ? this.#kwh(row, watts, hours) : this.#measuredKwh(row, joules, hours);
    return { energyKwh: kwh * this.#method.pue.value, cloudUsd: usdPerHour * hours };
  }

  /** What was read at the GPUs alone leaves out the rest of the machine. */
  #measuredKwh(row: number, joules: number, hours: number): number {
    const kwh = joules / JOULES_PER_KWH;
    return this.#evidence?.isOfGpusAlone(row) === true ? kwh * this.#overhead + this.#kwh(row, 0, hours) : kwh;
  }

  /** Modelled electricity of the machines of an attempt alone, whatever was measured. */
  modelledKwh(attempt: number): number {
    const row = this.#ledger.row[attempt] as number;
    const watts = this.#gpusOf(row).reduce((sum, { model, count }) => sum + count * this.#ratesOf(model).watts, 0);
    return this.#kwh(row, watts, secondsToHours(this.#ledger.wall[attempt] as number));
  }

  get #overhead(): number {
    return this.#method.overhead?.value ?? 1;
  }

  #kwh(row: number, gpuWatts: number, hours: number): number {
    const { table } = this.#ledger;
    const { cpuPower, memoryPower } = this.#method;
    const watts = gpuWatts + coresAt(table, row) * cpuPower.value + gigabytesAt(table, row) * memoryPower.value;
    return ((watts * hours) / WATTS_PER_KILOWATT) * this.#overhead;
  }

  #ratesOf(model: string): GpuRates {
    const known = this.#rates.get(model);
    if (known !== undefined) return known;
    const name = methodName(model);
    const { gpuPower, gpuPrice, measured } = this.#method;
    const watts = gpuPower(name).value;
    const idleWatts = measured?.gpuIdle(name).value ?? watts;
    const rates = {
      ...{ watts, idleWatts, busyWatts: measured?.gpuBusy(name).value ?? watts },
      usdPerHour: gpuPrice(name).value,
    };
    this.#rates.set(model, rates);
    return rates;
  }
}
