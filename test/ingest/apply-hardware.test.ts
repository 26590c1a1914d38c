import { expect, it } from 'vitest';
import type { HardwareRule } from '../../src/ingest/source.ts';
import { attemptsIn, factsFrom, rulesIn } from '../support/read-logs.ts';

const HEADER = 'JobID|Partition|State|Submit|Start|End|ElapsedRaw|NNodes|NodeList|AllocTRES';
const row = (id: number, partition: string, nodes: number, list: string, tres: string): string =>
  `${id}|${partition}|COMPLETED|1709287200|1709287205|1709290805|3600|${nodes}|${list}|${tres}`;

const RULES: readonly HardwareRule[] = [
  { partition: 'm40', gpu: 'm40', gpusPerNode: 4 },
  { nodes: 'a[01-08]', gpu: 'a100', gpusPerNode: 8 },
];
const read = (...rows: readonly string[]) =>
  factsFrom({ 'a.txt': [HEADER, ...rows].join('\n') }, { settings: { hardware: RULES } });

it('names GPUs that the log counts only: by node, else by partition', async () => {
  const facts = await read(
    row(1, 'm40', 1, 'm1', 'gres/gpu=1'),
    row(2, 'mixed', 2, 'a[02-03]', 'gres/gpu=3'),
    row(3, 'm40', 1, 'a04', 'gres/gpu=1'),
    row(4, 'mixed', 2, 'a02,x01', 'gres/gpu=1'),
  );
  expect(Object.fromEntries(facts.usage.gpuHoursByModel)).toEqual({ M40: 1, A100: 4, unknown: 1 });
});

it('counts all GPUs of the nodes where the log counts none, and says so', async () => {
  const facts = await read(row(1, 'm40', 2, 'm[1-2]', 'cpu=4,node=2'), row(2, 'cpu', 1, 'c1', 'cpu=4'));
  expect(attemptsIn(facts).map(({ gpus }) => gpus)).toEqual([8, Number.NaN]);
  expect(rulesIn(facts)).toContain('hardware-mapped');
});

it('gives no GPUs to jobs without any where the log counts those of others', async () => {
  const facts = await read(row(1, 'm40', 1, 'm1', 'cpu=4'), row(2, 'm40', 1, 'm2', 'cpu=4,gres/gpu=1'));
  expect(Object.fromEntries(facts.usage.gpuHoursByModel)).toEqual({ M40: 1 });
  expect(rulesIn(facts)).not.toContain('hardware-mapped');
});

it('leaves what is logged', async () => {
  const facts = await read(row(1, 'm40', 1, 'm1', 'gres/gpu:v100=2,gres/gpu=2'), row(2, 'm40', 1, 'm1', 'gres/gpu=0'));
  expect(Object.fromEntries(facts.usage.gpuHoursByModel)).toEqual({ V100: 2 });
});
