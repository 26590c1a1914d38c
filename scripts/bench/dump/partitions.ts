import type { Random } from '../../fixtures/lisa/random.ts';
import { pickWeighted, type Weighted } from './pick-weighted.ts';

/** Machines of one kind that jobs ask for by name. */
interface Partition {
  readonly name: string;
  /** As in `gres/gpu:<type>`; absent where nodes have none. */
  readonly gpu?: string;
  readonly gpusPerNode: number;
  readonly nodes: number;
  /** What comes with one GPU, or with one job where there is none. */
  readonly cpus: number;
  readonly memoryGb: number;
}

/** What a job holds while it runs. */
export interface Hardware {
  readonly partition: Partition;
  readonly gpus: number;
  readonly cpus: number;
  readonly memoryGb: number;
  readonly nodes: number;
}

/** An invented cluster of five GPU models, by how often jobs ask for them. */
const PARTITIONS: Weighted<Partition> = [
  [{ name: 'titanx', gpu: 'titanx', gpusPerNode: 4, nodes: 24, cpus: 4, memoryGb: 24 }, 22],
  [{ name: 'a6000', gpu: 'a6000', gpusPerNode: 8, nodes: 12, cpus: 6, memoryGb: 48 }, 18],
  [{ name: 'v100', gpu: 'v100', gpusPerNode: 4, nodes: 30, cpus: 8, memoryGb: 60 }, 24],
  [{ name: 'a100', gpu: 'a100', gpusPerNode: 4, nodes: 16, cpus: 12, memoryGb: 120 }, 20],
  [{ name: 'h100', gpu: 'h100', gpusPerNode: 8, nodes: 6, cpus: 14, memoryGb: 200 }, 8],
  [{ name: 'cpu', gpusPerNode: 0, nodes: 40, cpus: 16, memoryGb: 64 }, 8],
];

const GPU_COUNTS: Weighted<number> = [
  [1, 64],
  [2, 14],
  [3, 1],
  [4, 13],
  [6, 1],
  [8, 7],
];

/** Machines for one experiment: none to eight GPUs. */
export function drawHardware(random: Random): Hardware {
  const partition = pickWeighted(random, PARTITIONS);
  const gpus = partition.gpu === undefined ? 0 : pickWeighted(random, GPU_COUNTS);
  const share = Math.max(gpus, 1);
  const nodes = gpus === 0 ? 1 : Math.ceil(gpus / partition.gpusPerNode);
  return { partition, gpus, cpus: share * partition.cpus, memoryGb: share * partition.memoryGb, nodes };
}

/** Where a job ran, as sacct prints it: `a100-07`, or `a100-[07-08]` over two nodes. */
export function drawNodeList(random: Random, { partition, nodes }: Hardware): string {
  const first = random.integer(1, partition.nodes - nodes + 1);
  const number = (node: number): string => String(node).padStart(2, '0');
  const range = nodes === 1 ? number(first) : `[${number(first)}-${number(first + nodes - 1)}]`;
  return `${partition.name}-${range}`;
}
