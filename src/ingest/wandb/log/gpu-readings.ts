import { PowerIntegral } from './power-integral.ts';

/** What was sampled of one GPU of the run's machine. */
export interface GpuReading {
  /** `0`, or `0/worker-1` where several machines write one log. */
  readonly gpu: string;
  /** Whether processes of the run itself were seen on it. */
  readonly isUsed: boolean;
  /** Joules over {@link seconds}; both 0 when its power was not sampled. */
  readonly joules: number;
  readonly seconds: number;
  /** Mean of the samples, 0 to 1; NaN when none. */
  readonly utilisation: number;
}

/** `gpu.0.powerWatts`, `gpu.process.3.memory`, `system.gpu.1.gpu/l:worker-1` [wandb/sdk/internal/system/assets/gpu_nvidia.py; core/pkg/monitor]. */
const KEY = /^(?:system\.)?gpu\.(process\.)?(\d+)\.(\w+)(?:\/l:(.+))?$/;

/** More GPUs than any machine has. */
const MOST_GPUS = 256;

interface Samples {
  isUsed: boolean;
  readonly power: PowerIntegral;
  sum: number;
  count: number;
}

/** Collects what system metrics say of GPUs. */
export class GpuReadings {
  readonly #gpus = new Map<string, Samples>();
  /** Most keys return with each sample. */
  readonly #parsed = new Map<string, { gpu: string; isProcess: boolean; metric: string } | undefined>();

  /** @param time epoch seconds */
  add(time: number, key: string, value: number): void {
    const parsed = this.#parse(key);
    const samples = parsed && this.#samplesOf(parsed.gpu);
    if (parsed === undefined || samples === undefined) return;
    if (parsed.isProcess) samples.isUsed = true;
    else if (parsed.metric === 'powerWatts' && value >= 0) samples.power.add(time, value);
    else if (parsed.metric === 'gpu' && value >= 0 && value <= 100) {
      samples.sum += value;
      samples.count++;
    }
  }

  /** By GPU, in order of their numbers. */
  finish(): GpuReading[] {
    const readings = [...this.#gpus].map(([gpu, { isUsed, power, sum, count }]) => {
      const { seconds, area } = power.finish();
      return { gpu, isUsed, joules: area, seconds, utilisation: sum / count / 100 };
    });
    return readings.sort((a, b) => Number.parseInt(a.gpu, 10) - Number.parseInt(b.gpu, 10) || (a.gpu < b.gpu ? -1 : 1));
  }

  #samplesOf(gpu: string): Samples | undefined {
    const known = this.#gpus.get(gpu);
    if (known !== undefined || this.#gpus.size >= MOST_GPUS) return known;
    const samples = { isUsed: false, power: new PowerIntegral(), sum: 0, count: 0 };
    this.#gpus.set(gpu, samples);
    return samples;
  }

  #parse(key: string): { gpu: string; isProcess: boolean; metric: string } | undefined {
    if (this.#parsed.has(key)) return this.#parsed.get(key);
    const match = KEY.exec(key);
    const [, process, index = '', metric = '', label] = match ?? [];
    const gpu = label === undefined ? index : `${index}/${label}`;
    const parsed = match === null ? undefined : { gpu, isProcess: process !== undefined, metric };
    if (this.#parsed.size < MOST_GPUS * 64) this.#parsed.set(key, parsed);
    return parsed;
  }
}
