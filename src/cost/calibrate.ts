import type { Ledger } from '../model/ledger.ts';
import type { CausedRange, Method, Rate } from '../model/method.ts';
import { secondsToHours } from '../model/units.ts';
import type { Calibration, GpuShare } from '../model/usage.ts';
import { type Weighted, weightedMean, weightedQuantile } from '../stats/weighted-quantile.ts';
import { methodName } from './draw.ts';
import { coresAt, gigabytesAt } from './held-amounts.ts';
import type { Evidence } from './measurements.ts';

/** From how many measured attempts and GPU-hours on a model the others are taken to draw like them. Our own judgement. */
const ENOUGH = { attempts: 10, gpuHours: 10 };

/** The part of the measured GPU-hours, from the idlest to the busiest, that the range leaves out at each end. Our own judgement. */
const TAIL = 0.1;

/** What was measured on one model: by attempt, weighed by GPU-seconds. */
interface Samples {
  /** Draw of one GPU, W. */
  readonly watts: Weighted[];
  /** Utilisation of its GPUs, 0 to 1. */
  readonly busy: Weighted[];
}

export interface Calibrated {
  readonly method: Method;
  readonly calibrations: readonly Calibration[];
}

/**
 * The method with the draw of each GPU model as it was measured in these logs, where enough attempts on it were: the attempts without a measurement then count at that draw. Energy goes
 * before utilisation. The range is that of the middle 80 % of the measured GPU-hours: the other attempts need not have been like the mean.
 */
export function calibrate(
  method: Method,
  ledger: Ledger,
  gpusOf: (row: number) => readonly GpuShare[],
  evidence: Evidence,
): Calibrated {
  const rates = new Map<string, Rate>();
  const calibrations: Calibration[] = [];
  for (const [model, samples] of samplesOf(method, ledger, gpusOf, evidence)) {
    const modelled = method.gpuPower(methodName(model));
    if (modelled.basis.some(({ kind }) => kind === 'user')) continue; // what the user says stands
    const rate = isEnough(samples.watts)
      ? byEnergy(model, samples.watts)
      : isEnough(samples.busy)
        ? byUtilisation(model, samples.busy, method)
        : undefined;
    if (rate === undefined) continue;
    rates.set(methodName(model), rate);
    const used = isEnough(samples.watts) ? samples.watts : samples.busy;
    const by = used === samples.watts ? 'energy' : 'utilisation';
    const counted = { attempts: used.length, gpuHours: hoursOf(used) };
    calibrations.push({ model, by, ...counted, watts: rate.value, modelledWatts: modelled.value });
  }
  if (rates.size === 0) return { method, calibrations };
  const gpuPower = (model: string): Rate => rates.get(model) ?? method.gpuPower(model);
  return { method: { ...method, gpuPower }, calibrations };
}

const hoursOf = (samples: readonly Weighted[]): number =>
  secondsToHours(samples.reduce((sum, { weight }) => sum + weight, 0));

const isEnough = (samples: readonly Weighted[]): boolean =>
  samples.length >= ENOUGH.attempts && hoursOf(samples) >= ENOUGH.gpuHours;

/** What was measured, by model, of attempts that held GPUs of one model. */
function samplesOf(
  method: Method,
  { table, row, wall, count }: Ledger,
  gpusOf: (row: number) => readonly GpuShare[],
  evidence: Evidence,
): Map<string, Samples> {
  const byModel = new Map<string, Samples>();
  for (let attempt = 0; attempt < count; attempt++) {
    const [joules, busy] = [evidence.joules[attempt] as number, evidence.utilisation[attempt] as number];
    if (Number.isNaN(joules) && Number.isNaN(busy)) continue;
    const at = row[attempt] as number;
    const [gpus, ...others] = gpusOf(at);
    if (gpus === undefined || others.length > 0) continue;
    const seconds = wall[attempt] as number;
    const samples = byModel.get(gpus.model) ?? { watts: [], busy: [] };
    byModel.set(gpus.model, samples);
    const weight = seconds * gpus.count;
    if (!Number.isNaN(busy)) samples.busy.push({ value: busy, weight });
    const beside = coresAt(table, at) * method.cpuPower.value + gigabytesAt(table, at) * method.memoryPower.value;
    const drawn = evidence.isOfGpusAlone(at)
      ? joules / seconds
      : joules / seconds / (method.overhead?.value ?? 1) - beside;
    if (drawn > 0) samples.watts.push({ value: drawn / gpus.count, weight });
  }
  return new Map([...byModel].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const spanOf = (samples: readonly Weighted[]): { low: number; value: number; high: number } => {
  const value = weightedMean(samples);
  const [low, high] = [weightedQuantile(samples, TAIL), weightedQuantile(samples, 1 - TAIL)];
  return { low: Math.min(low, value), value, high: Math.max(high, value) };
};

const likeness = (model: string): string => `whether ${model} drew elsewhere as where it was measured`;

const nameOf = (model: string): string => `mean draw of one ${model}, as measured in these logs`;

function byEnergy(model: string, samples: readonly Weighted[]): Rate {
  const span = spanOf(samples);
  const note = `mean of ${samples.length} attempts with measured energy (${rounded(hoursOf(samples))} GPU-hours), less what cores, memory and machine draw where the whole machine was read; range: the middle 80 % of these hours. Taken for the attempts on ${model} without a measurement`;
  const causes = [{ cause: likeness(model), low: span.low, high: span.high }];
  return { name: nameOf(model), unit: 'W', ...span, causes, basis: [{ kind: 'logged', note }] };
}

function byUtilisation(model: string, samples: readonly Weighted[], method: Method): Rate | undefined {
  if (method.measured === undefined) return undefined;
  const { low, value, high } = spanOf(samples);
  const [idle, busy] = [method.measured.gpuIdle(methodName(model)), method.measured.gpuBusy(methodName(model))];
  const draw = (at: number, ofIdle: number, ofBusy: number): number => ofIdle * (1 - at) + ofBusy * at;
  const note = `at the mean utilisation of ${samples.length} attempts (${rounded(100 * value)} % over ${rounded(hoursOf(samples))} GPU-hours; the middle 80 % of them ${rounded(100 * low)}–${rounded(100 * high)} %). Taken for the attempts on ${model} without a measurement`;
  const shared = (idle.causes ?? []).map(({ cause, ...bounds }): CausedRange => {
    const other = busy.causes?.find((each) => each.cause === cause) ?? busy;
    return { cause, low: draw(value, bounds.low, other.low), high: draw(value, bounds.high, other.high) };
  });
  const own = {
    cause: likeness(model),
    low: draw(low, idle.value, busy.value),
    high: draw(high, idle.value, busy.value),
  };
  return {
    name: nameOf(model),
    unit: 'W',
    low: draw(low, idle.low, busy.low),
    value: draw(value, idle.value, busy.value),
    high: draw(high, idle.high, busy.high),
    causes: [...shared, own],
    basis: [{ kind: 'logged', note }, ...busy.basis],
  };
}

const rounded = (value: number): number => Number(value.toPrecision(3));
