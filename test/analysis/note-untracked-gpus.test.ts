import { describe, expect, it } from 'vitest';
import { factsFrom } from '../support/read-logs.ts';

const HEADER = 'JobID|Cluster|Partition|State|Submit|Start|End|ElapsedRaw|AllocTRES';
const [GPU, CPU] = ['cpu=4,gres/gpu=2,node=1', 'cpu=4,node=1'];
const DAY = 86_400;

/** A job of an hour on a day of 2023. */
const row = (id: number, day: number, tres: string, partition = 'gpu', cluster = 'c'): string => {
  const start = 1_672_531_200 + day * DAY;
  return `${id}|${cluster}|${partition}|COMPLETED|${start}|${start}|${start + 3600}|3600|${tres}`;
};
const days = (first: number, count: number): number[] => Array.from({ length: count }, (_, index) => first + index);
const noted = async (...rows: readonly string[]) =>
  (await factsFrom({ 'dump.txt': [HEADER, ...rows].join('\n') })).diagnostics.find(
    ({ rule }) => rule === 'gpus-untracked',
  );

describe('attempts without GPUs beside others that list some are named', () => {
  it('where the partition began to list them', async () => {
    const found = await noted(
      ...days(0, 6).map((day) => row(day, day, CPU, 'main')),
      ...days(100, 6).map((day) => row(day, day, GPU, 'main')),
    );
    expect(found).toMatchObject({ severity: 'warning', count: 6 });
    expect(found?.message).toMatch(/6 hours that count none.*runledger\.yaml under hardware:/);
  });

  it('where a cluster lists none, and the partition is called after GPUs', async () => {
    const of = (partition: string) => noted(row(1, 1, CPU, partition, 'old'), row(2, 1, GPU, 'gpu', 'new'));
    for (const partition of ['gpu', 'gpu-long', 'a100', 'titanx', 'm40'])
      expect([partition, (await of(partition))?.count]).toEqual([partition, 1]);
    for (const partition of ['cpu', 'long', 'nogpu', 'v2', ''])
      expect([partition, (await of(partition))?.count]).toEqual([partition, undefined]);
  });

  it('where a partition of a cluster that lists others lists none', async () => {
    const jobs = days(0, 3).map((day) => row(day, day, CPU, 'm40'));
    expect(await noted(...jobs, row(9, 9, GPU))).toMatchObject({ count: 3 });
    expect(await noted(...jobs.slice(1), row(9, 9, GPU))).toBeUndefined();
  });
});

it('CPU jobs beside GPU jobs are usual', async () => {
  const mixed = days(0, 30).map((day) => row(day, day, day % 3 === 0 ? GPU : CPU));
  const preparing = [...days(0, 4).map((day) => row(day, day, CPU)), ...days(5, 40).map((day) => row(day, day, GPU))];
  expect(await noted(...mixed)).toBeUndefined();
  expect(await noted(...preparing)).toBeUndefined();
});
