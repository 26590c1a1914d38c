import { describe, expect, it } from 'vitest';
import { measureUsage, oneOf } from '../../src/cost/measure-usage.ts';
import { gpuReader } from '../../src/cost/recognise-gpus.ts';
import { HOUR, type JobSketch, ledgerOf } from '../support/ledger-of.ts';

function measured(sketches: readonly JobSketch[], attempts = sketches.map((_, index) => index)) {
  const ledger = ledgerOf(sketches);
  return measureUsage({ ledger, gpusOf: gpuReader(ledger.table) }, attempts);
}

describe('usage', () => {
  it('is wall time times what was held: 2 h × 4 GPUs, 8 cores, 64 GB and 30 min × 1 GPU', () => {
    const usage = measured([
      { elapsed: 2 * HOUR, gpus: 4, gpuTypes: 'a100=4', cpus: 8, memoryGb: 64 },
      { elapsed: HOUR / 2, gpus: 1, gpuTypes: 'm40=1', cpus: 2, memoryGb: 10 },
    ]);
    expect(usage).toMatchObject({
      attempts: 2,
      attemptsThatRan: 2,
      wallHours: 2.5,
      gpuHours: 8.5,
      cpuHours: 17,
      memoryGbHours: 133,
    });
    expect([...usage.gpuHoursByModel]).toEqual([
      ['A100', 8],
      ['M40', 0.5],
    ]);
  });

  it('of GPUs of which the log names only some is part of an unknown model', () => {
    const usage = measured([{ elapsed: HOUR, gpus: 4, gpuTypes: 'a100=1' }]);
    expect(Object.fromEntries(usage.gpuHoursByModel)).toEqual({ A100: 1, unknown: 3 });
  });

  it('counts attempts that never ran, and nothing that they hold', () => {
    const usage = measured([{ elapsed: 0, state: 'pending', gpus: 8, gpuTypes: '' }]);
    expect(usage).toMatchObject({ attempts: 1, attemptsThatRan: 0, gpuHours: 0, cpuHours: 0 });
    expect(usage.gpuHoursByModel.size).toBe(0);
  });

  it('takes what is not logged for nothing: no cores, no memory, no GPUs', () => {
    const usage = measured([{ cpus: Number.NaN, memoryGb: Number.NaN, gpus: Number.NaN, gpuTypes: '' }]);
    expect(usage).toMatchObject({ wallHours: 1, cpuHours: 0, memoryGbHours: 0, gpuHours: 0 });
  });

  it('is exact: a million attempts of a second are 277.777… hours', () => {
    const ledger = ledgerOf([{ elapsed: 1 }]);
    const usage = measureUsage({ ledger, gpusOf: gpuReader(ledger.table) }, new Uint32Array(1_000_000));
    expect(usage.gpuHours).toBe(1_000_000 / 3600);
  });

  it('of one of three is a third of all', () => {
    const usage = oneOf(measured([{ elapsed: 3 * HOUR }, { elapsed: 6 * HOUR }, { elapsed: 9 * HOUR }]), 3);
    expect(usage).toMatchObject({ attempts: 1, wallHours: 6, gpuHours: 6, cpuHours: 12, memoryGbHours: 48 });
    expect([...usage.gpuHoursByModel]).toEqual([['Titan X', 6]]);
  });
});
