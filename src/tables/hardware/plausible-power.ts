import { findGpu, GPU_MODELS } from './gpus.ts';

// What an attempt can have drawn, judged by what it held. A cluster's meter may miss the GPUs (RAPL counts processors alone), or count the whole node for each of the jobs on it.
// All figures are our own judgement unless a source is named.

/** The least that a GPU draws with its share of the node, of its board power. One cluster's meter left GPUs out and read 63–69 W for each V100 of 300 W: 0.21 to 0.23. */
const LEAST_OF_BOARD_POWER = 0.25;

/** Idle draw of a core (Cloud Carbon Footprint, AMD EPYC of the second generation), W. */
const LEAST_PER_CORE = 0.47;

/** Draw of a busy core (Green Algorithms, default), W, and of a GB of memory (the same), W. */
const [MOST_PER_CORE, MOST_PER_GB] = [12, 0.392];

/** Power supplies, fans and network of what was held, and what a whole node draws beside it. */
const OVERHEAD = { factor: 2, wattsPerNode: 200 };

/** The most that one node draws: today's largest, of eight GPUs of 1,000 W to 1,200 W, are specified at about 14 kW. */
const MOST_PER_NODE = 20_000;

const BOARDS = GPU_MODELS.map(({ tdpWatts }) => tdpWatts);
const [SMALLEST_BOARD, LARGEST_BOARD] = [Math.min(...BOARDS), Math.max(...BOARDS)];

/** What an attempt held. Absent amounts are NaN. */
export interface Held {
  readonly gpus: readonly { readonly model: string; readonly count: number }[];
  readonly cpus: number;
  readonly memoryGb: number;
  readonly nodes: number;
}

/** The band in which the mean draw of an attempt must lie to be believed, W. */
export function plausibleWatts({ gpus, cpus, memoryGb, nodes }: Held): { readonly low: number; readonly high: number } {
  let [low, high] = [LEAST_PER_CORE * orZero(cpus), MOST_PER_CORE * orZero(cpus) + MOST_PER_GB * orZero(memoryGb)];
  for (const { model, count } of gpus) {
    const board = findGpu(model)?.tdpWatts;
    low += count * LEAST_OF_BOARD_POWER * (board ?? SMALLEST_BOARD);
    high += count * (board ?? LARGEST_BOARD);
  }
  const held = Math.max(1, orZero(nodes));
  return { low, high: Math.min(high * OVERHEAD.factor + held * OVERHEAD.wattsPerNode, held * MOST_PER_NODE) };
}

/** An idle GPU draws 5 to 10 % of its board power, and its own meter may read a little beyond that power: 5 % is NVML's stated error. */
const GPU_ALONE = { least: 0.03, most: 1.1 };

/** The same for GPUs whose own meters were read (NVML). */
export function plausibleGpuWatts(gpus: Held['gpus']): { readonly low: number; readonly high: number } {
  let [low, high] = [0, 0];
  for (const { model, count } of gpus) {
    const board = findGpu(model)?.tdpWatts;
    low += count * GPU_ALONE.least * (board ?? SMALLEST_BOARD);
    high += count * GPU_ALONE.most * (board ?? LARGEST_BOARD);
  }
  return { low, high };
}

const orZero = (value: number): number => (Number.isNaN(value) ? 0 : value);
