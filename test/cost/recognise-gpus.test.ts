import { describe, expect, it } from 'vitest';
import { gpuReader } from '../../src/cost/recognise-gpus.ts';
import { tableOf } from '../support/ledger-of.ts';

const read = (gpus: number, gpuTypes: string): string[] =>
  gpuReader(tableOf([{ gpus, gpuTypes }]))(0).map(({ model, count }) => `${count} × ${model}`);

describe('the GPUs of a job', () => {
  it.each([
    [1, 'titanx=1', ['1 × Titan X']],
    [4, 'a100=4', ['4 × A100']],
    [3, 'm40=2,titanx=1', ['2 × M40', '1 × Titan X']],
    [1, '', ['1 × unknown']],
    [4, 'a100=3', ['3 × A100', '1 × unknown']],
    [2, 'widget9=2', ['2 × widget9']],
    [2, '1g.10gb=2', ['2 × 1g.10gb']],
    [0, '', []],
    [Number.NaN, '', []],
  ])('%d in all, typed %j, are %j', (gpus, types, models) => {
    expect(read(gpus, types)).toEqual(models);
  });

  it('are told apart from row to row', () => {
    const reader = gpuReader(
      tableOf([
        { gpus: 2, gpuTypes: '' },
        { gpus: 5, gpuTypes: '' },
        { gpus: 5, gpuTypes: 'm40=2' },
      ]),
    );
    expect([0, 1, 2].map((row) => reader(row).map(({ count }) => count))).toEqual([[2], [5], [2, 3]]);
  });
});
