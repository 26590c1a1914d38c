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

it('counts the GPUs of a partition none of whose jobs lists any, whatever other partitions and clusters list', async () => {
  const facts = await read(row(1, 'm40', 1, 'm1', 'cpu=4'), row(2, 'gpu', 1, 'g1', 'cpu=4,gres/gpu:a100=2,gres/gpu=2'));
  expect(Object.fromEntries(facts.usage.gpuHoursByModel)).toEqual({ M40: 4, A100: 2 });
  expect(rulesIn(facts)).toContain('hardware-mapped');
});

it('counts the GPUs of jobs from before the cluster listed any', async () => {
  const job = (id: number, day: number, tres: string): string =>
    `${id}|m40|COMPLETED|${day * 86_400}|${day * 86_400}|${day * 86_400 + 3600}|3600|1|m1|${tres}`;
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => 19_700 + day);
  const facts = await read(
    ...days.map((day, index) => job(index, day, 'cpu=4')),
    ...days.map((day, index) => job(100 + index, day + 50, 'cpu=4,gres/gpu=1')),
  );
  expect(Object.fromEntries(facts.usage.gpuHoursByModel)).toEqual({ M40: 7 * 4 + 7 });
});

it('says where a rule adds none: jobs without GPUs among others, and rules without a number', async () => {
  const mixed = await read(row(1, 'm40', 1, 'm1', 'cpu=4'), row(2, 'm40', 1, 'm2', 'cpu=4,gres/gpu=1'));
  expect(rulesIn(mixed)).toContain('hardware-none-listed');
  const text = [HEADER, row(1, 'm40', 1, 'm1', 'cpu=4'), row(2, 'x', 1, 'x1', 'gres/gpu=1')].join('\n');
  const unnumbered = await factsFrom({ 'a.txt': text }, { settings: { hardware: [{ partition: 'm40', gpu: 'm40' }] } });
  expect(rulesIn(unnumbered)).toContain('hardware-no-number');
});
