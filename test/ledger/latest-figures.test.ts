import { describe, expect, it } from 'vitest';
import { DAY, type JobSketch, ledgerOf, T0 } from '../support/ledger-of.ts';

// One job of two days on four GPUs, seen after one day and at its end. What it used by then is in both exports.

const typed: JobSketch = { jobId: '7', start: T0, gpus: 4, gpuTypes: 'a100=4' };
const untyped: JobSketch = { ...typed, gpuTypes: '' };
const running = (more: JobSketch): JobSketch => ({ state: 'running', end: Number.NaN, elapsed: DAY, ...more });
const ended = (more: JobSketch): JobSketch => ({ elapsed: 2 * DAY, ...more });

const figures = ['energyJoules', 'gpuEnergyJoules', 'gpuUtilisation', 'timeLimit', 'gpuTypes'] as const;

function told(...records: readonly JobSketch[]) {
  const { table, row, count } = ledgerOf(records);
  expect(count).toBe(1);
  return Object.fromEntries(figures.map((name) => [name, table[name].at(row[0] as number)]));
}

const inBothOrders = (one: JobSketch, other: JobSketch) => [told(one, other), told(other, one)];

describe('what grows while a job runs is that of its end', () => {
  it.each([
    ['energy: 207 MJ, not 155', 'energyJoules', 155.52e6, 207.36e6],
    ['energy of its GPUs: 180 MJ, not 60', 'gpuEnergyJoules', 60e6, 180e6],
    ['utilisation: 75 %, not 25 %', 'gpuUtilisation', 0.25, 0.75],
    ['time limit: 7 days, not 1', 'timeLimit', DAY, 7 * DAY],
  ] as const)('%s, though the export before knew the model of its GPUs', (_, name, before, after) => {
    for (const row of inBothOrders(running({ ...typed, [name]: before }), ended({ ...untyped, [name]: after }))) {
      expect(row).toMatchObject({ [name]: after, gpuTypes: 'a100=4' });
    }
  });

  it('of two exports before its end that of the later: 20 MJ, not 10', () => {
    const later = running({ ...typed, elapsed: 2 * DAY, energyJoules: 20e6 });
    for (const row of inBothOrders(running({ ...typed, energyJoules: 10e6 }), later)) {
      expect(row).toMatchObject({ energyJoules: 20e6 });
    }
  });
});

describe('energy by an export in which a job still ran', () => {
  const before = running({ ...typed, energyJoules: 155.52e6, gpuUtilisation: 0.25, timeLimit: 7 * DAY });

  it('a day before its end is no energy of the job; how busy it was and its limit are known from there', () => {
    for (const row of inBothOrders(before, ended(untyped))) {
      expect(row).toMatchObject({ energyJoules: Number.NaN, gpuUtilisation: 0.25, timeLimit: 7 * DAY });
    }
  });

  it.each([
    ['minutes before an export without it', running({ ...untyped, elapsed: DAY + 600 })],
    ['a minute before its end', ended({ ...untyped, elapsed: DAY + 60 })],
  ])('%s is', (_, other) => {
    for (const row of inBothOrders(before, other)) expect(row).toMatchObject({ energyJoules: 155.52e6 });
  });
});
