import { exactly, type Range } from '../../model/estimate.ts';
import type { Rate } from '../../model/method.ts';
import { CCF, GREEN_ALGORITHMS } from '../citations.ts';
import { findGpu, GPU_MODELS } from './gpus.ts';

// What an attempt can have drawn, judged by what it held. A cluster's meter may miss the GPUs (RAPL counts processors alone), or count the whole node for each of the jobs on it.
// All figures are our own judgement unless a source is named.

/** A bound of our own, with why. */
const bound = (name: string, unit: string, amount: number, note: string): Rate => ({
  name,
  unit,
  ...exactly(amount),
  basis: [{ kind: 'assumed', note }],
});

const LEAST_OF_BOARD = bound(
  'least draw of a GPU with its share of the node',
  'of its board power',
  0.25,
  'one cluster’s meter left GPUs out and read 63–69 W for each V100 of 300 W: 0.21 to 0.23',
);

const LEAST_PER_CORE: Rate = {
  ...bound('least draw of a core', 'W', 0.47, 'an idle core'),
  basis: [{ kind: 'table', note: 'idle AMD EPYC of the second generation', citation: CCF }],
};

const MOST_PER_CORE: Rate = {
  ...bound('most draw of a core', 'W', 12, 'a busy core'),
  basis: [{ kind: 'table', note: 'default per core', citation: GREEN_ALGORITHMS }],
};

const MOST_PER_GB: Rate = {
  ...bound('most draw of a GB of memory', 'W', 0.392, 'memory in use'),
  basis: [{ kind: 'table', note: '0.000392 kWh per GB-hour', citation: CCF }],
};

const MOST_OVERHEAD = bound(
  'most that power supplies, fans and network add',
  'times what is held',
  2,
  'our own judgement: no machine loses more than it uses',
);

const MOST_BESIDE = bound(
  'most that a node draws beside what is held',
  'W',
  200,
  'our own judgement: boards, disks, fans',
);

const MOST_PER_NODE = bound(
  'most that one node draws',
  'W',
  20_000,
  'today’s largest, of eight GPUs of 1,000 W to 1,200 W, are specified at about 14 kW',
);

const LEAST_OF_GPU = bound(
  'least reading of a GPU’s own meter',
  'of its board power',
  0.03,
  'an idle GPU draws 5 to 10 % of its board power',
);

const MOST_OF_GPU = bound(
  'most reading of a GPU’s own meter',
  'of its board power',
  1.1,
  'NVML states an error of 5 %, and power limits can be raised',
);

/** The bounds within which a measured energy is believed. */
export const PLAUSIBLE_POWER: readonly Rate[] = [
  ...[LEAST_OF_BOARD, LEAST_PER_CORE, MOST_PER_CORE, MOST_PER_GB, MOST_OVERHEAD, MOST_BESIDE, MOST_PER_NODE],
  ...[LEAST_OF_GPU, MOST_OF_GPU],
];

/** Over all boards of the catalogue, W. */
const SMALLEST = Math.min(...GPU_MODELS.map(({ boardWatts }) => boardWatts.low));
const ANY_BOARD: Range = {
  low: SMALLEST,
  value: SMALLEST,
  high: Math.max(...GPU_MODELS.map(({ boardWatts }) => boardWatts.high)),
};

const boardOf = (model: string): Range => findGpu(model)?.boardWatts ?? ANY_BOARD;

/** What an attempt held. Absent amounts are NaN. */
export interface Held {
  readonly gpus: readonly { readonly model: string; readonly count: number }[];
  readonly cpus: number;
  readonly memoryGb: number;
  readonly nodes: number;
}

/** The band in which the mean draw of an attempt must lie to be believed, W. */
export function plausibleWatts({ gpus, cpus, memoryGb, nodes }: Held): { readonly low: number; readonly high: number } {
  let low = LEAST_PER_CORE.value * orZero(cpus);
  let high = MOST_PER_CORE.value * orZero(cpus) + MOST_PER_GB.value * orZero(memoryGb);
  for (const { model, count } of gpus) {
    const board = boardOf(model);
    low += count * LEAST_OF_BOARD.value * board.value;
    high += count * board.high;
  }
  const held = Math.max(1, orZero(nodes));
  const most = held * MOST_PER_NODE.value;
  return { low, high: Math.min(high * MOST_OVERHEAD.value + held * MOST_BESIDE.value, most) };
}

/** The same for GPUs whose own meters were read (NVML). */
export function plausibleGpuWatts(gpus: Held['gpus']): { readonly low: number; readonly high: number } {
  let [low, high] = [0, 0];
  for (const { model, count } of gpus) {
    const board = boardOf(model);
    low += count * LEAST_OF_GPU.value * board.low;
    high += count * MOST_OF_GPU.value * board.high;
  }
  return { low, high };
}

const orZero = (value: number): number => (Number.isNaN(value) ? 0 : value);
