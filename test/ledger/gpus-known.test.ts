import { describe, expect, it } from 'vitest';
import { type JobSketch, ledgerOf } from '../support/ledger-of.ts';

/** GPUs of one attempt by two records of it, whichever is read first. */
function gpusBy(one: JobSketch, other: JobSketch): number[] {
  return [
    [one, other],
    [other, one],
  ].map((records) => {
    const { table, row, count } = ledgerOf(records.map((record) => ({ jobId: '7', ...record })));
    expect(count).toBe(1);
    return table.gpus.at(row[0] as number);
  });
}

describe('of what was held and what was asked for', () => {
  const asked: JobSketch = { gpus: 8, gpuTypes: 'a100=8', gpusAsked: true };
  it.each([
    ['4 held of 8', { gpus: 4, gpuTypes: 'a100=4' }, asked, 4],
    ['4 held of 8, type not told', { gpus: 4, gpuTypes: '' }, asked, 4],
    ['8 held, 2 asked for', { gpus: 8, gpuTypes: 'a100=8' }, { ...asked, gpus: 2, gpuTypes: 'a100=2' }, 8],
    ['4 held while it ran', { gpus: 4, gpuTypes: 'a100=4', state: 'running', end: Number.NaN, elapsed: 60 }, asked, 4],
    ['none held', { gpus: 0, gpuTypes: '' }, asked, 0],
    ['held not told', { gpus: Number.NaN, gpuTypes: '' }, asked, 8],
  ] as const)('%s: counted are %s', (_, held, request, gpus) => {
    expect(gpusBy(held, request)).toEqual([gpus, gpus]);
  });
});

describe('slices of GPUs beside an export without types, which counts them as whole ones', () => {
  it.each([
    ['seven of 1g.5gb: one GPU, not 7', { gpus: 1, gpuTypes: '1g.5gb=1' }, 7, 1],
    ['two of a100_3g.20gb: six sevenths', { gpus: 6 / 7, gpuTypes: `a100_3g.20gb=${6 / 7}` }, 2, 6 / 7],
    ['two of 7g.40gb: two GPUs', { gpus: 2, gpuTypes: 'a100_7g.40gb=2' }, 2, 2],
    ['of a size that no table knows: not known', { gpus: Number.NaN, gpuTypes: '1g.10gb=?' }, 2, Number.NaN],
  ])('%s', (_, sliced, whole, gpus) => {
    expect(gpusBy(sliced, { gpus: whole, gpuTypes: '' })).toEqual([gpus, gpus]);
  });

  it('whole GPUs: the larger number, 8 of 4 and 8', () => {
    expect(gpusBy({ gpus: 4, gpuTypes: 'a100=4' }, { gpus: 8, gpuTypes: '' })).toEqual([8, 8]);
  });
});
