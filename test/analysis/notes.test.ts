import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

const noteOf = (rule: string, jobs: readonly JobSketch[]): Diagnostic | undefined =>
  factsOf(jobs).diagnostics.find((each) => each.rule === rule);

describe('suspended attempts', () => {
  const suspended: JobSketch = { start: T0, elapsed: HOUR, end: T0 + 3 * HOUR, gpus: 4, gpuTypes: 'titanx=4' };
  const held = (...jobs: readonly JobSketch[]): Diagnostic | undefined => noteOf('suspended', jobs);

  it('held their GPUs for longer than is counted: 4 GPUs for 2 hours', () => {
    expect(factsOf([suspended]).usage.gpuHours).toBe(4);
    expect(held(suspended, {})).toMatchObject({ severity: 'info', count: 1, examples: [{ line: 2 }] });
    expect(held(suspended, {})?.message).toContain('for 8 GPU-hours more');
  });

  it('are told from a change of the clock, which is an hour exactly', () => {
    expect(held({ ...suspended, end: T0 + 2 * HOUR })).toBeUndefined();
  });

  it('without GPUs held none', () => {
    expect(held({ ...suspended, gpus: 0, gpuTypes: '' })).toBeUndefined();
  });

  it('are told from what lies between two pieces of a truncated export', () => {
    const piece = (from: number): JobSketch => ({ jobId: '7', start: T0 + from * HOUR, elapsed: HOUR });
    expect(held(piece(1), piece(5))).toBeUndefined();
    expect(held({ ...piece(1), end: T0 + 4 * HOUR }, piece(5))?.message).toContain('for 2 GPU-hours more');
  });
});

it('attempts that still run are counted up to the log and labelled', () => {
  const running: JobSketch = { state: 'running', end: Number.NaN, elapsed: HOUR };
  expect(noteOf('still-running', [running, running, {}])).toMatchObject({ severity: 'info', count: 2 });
});

it('attempts that still run, of which nothing tells how long, are said to be missing from the totals', () => {
  const untold: JobSketch = { state: 'running', end: Number.NaN, elapsed: Number.NaN };
  const jobs: readonly JobSketch[] = [untold, { ...untold, elapsed: HOUR }, untold, {}];
  expect(noteOf('running-untold', jobs)).toMatchObject({
    ...{ severity: 'warning', count: 2, examples: [{ line: 2 }, { line: 4 }] },
    message: expect.stringContaining('lower bound'),
  });
  expect(noteOf('still-running', jobs)).toMatchObject({ count: 1 });
  expect(noteOf('still-running', [untold])).toBeUndefined();
  expect(noteOf('running-untold', [{ ...untold, elapsed: 0 }])).toBeUndefined();
});

it('GPUs that the logs do not name are said', () => {
  expect(noteOf('hardware-unknown', [{ gpus: 3, gpuTypes: '' }])?.message).toContain('3 GPU-hours');
  expect(noteOf('no-gpus', [{ gpus: Number.NaN, gpuTypes: '' }])).toMatchObject({ severity: 'warning' });
  expect(noteOf('no-gpus', [{}])).toBeUndefined();
});

it('GPUs that no table has are said by name, and none of them that a table has', () => {
  const jobs = [
    { gpus: 2, gpuTypes: 'widget9=2' },
    { gpus: 1, gpuTypes: 'A100-SXM4-80GB=1' },
  ];
  const note = noteOf('hardware-not-in-table', jobs);
  expect(note).toMatchObject({ severity: 'warning' });
  expect(note?.message).toContain('2 GPU-hours on widget9, which the hardware table does not have');
  expect(noteOf('hardware-not-in-table', jobs.slice(1))).toBeUndefined();
  const many = Array.from({ length: 8 }, (_, index) => ({ gpus: 1, gpuTypes: `widget${index + 1}x=1` }));
  expect(noteOf('hardware-not-in-table', many)?.message).toContain(' and 3 more, which');
});

describe('attempts of which the logs tell no duration', () => {
  const untold: JobSketch = { state: 'failed', end: Number.NaN, elapsed: Number.NaN };

  it('are said to be missing from the totals', () => {
    expect(noteOf('duration-untold', [untold, untold, {}])).toMatchObject({
      ...{ severity: 'warning', count: 2 },
      message: expect.stringContaining('lower bound'),
      examples: [{ line: 2 }, { line: 3 }],
    });
  });

  it.each([
    ['that took none', { ...untold, elapsed: 0 }],
    ['that have not begun', { ...untold, state: 'pending' }],
    ['whose duration is known', {}],
  ] as const)('are not those %s', (_, job) => {
    expect(noteOf('duration-untold', [job, {}])).toBeUndefined();
  });
});
