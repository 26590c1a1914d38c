import { describe, expect, it } from 'vitest';
import { findSweeps } from '../../src/sweep/find-sweeps.ts';
import { DAY, HOUR, type JobSketch, ledgerOf, T0 } from '../support/ledger-of.ts';

/** Jobs submitted together, of which each begins a minute after the one before has ended. */
const oneByOne = (lines: readonly string[]): JobSketch[] =>
  lines.map((command, at) => ({ command, submit: T0 + at, start: T0 + at * (DAY + 60), elapsed: DAY }));
const alike = (count: number, lineOf: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => lineOf(at));
const waiting = (at: number): string => (at === 0 ? '' : `--dependency=afterany:${999 + at} `);
const sizes = (sketches: readonly JobSketch[]): number[] =>
  findSweeps(ledgerOf(sketches)).sweeps.map(({ runs }) => runs);

describe('one training in several jobs', () => {
  it.each([
    ['jobs that wait for the one before', alike(6, (at) => `sbatch ${waiting(at)}pretrain.sh`)],
    ['the same with a file', alike(6, (at) => `sbatch ${waiting(at)}pretrain.sh configs/gpt.yaml`)],
    ['one at a time of a name', alike(5, () => 'sbatch -d singleton -J mae mae.sh')],
    ['jobs that go on from an epoch', alike(5, (at) => `sbatch train.sh --start-epoch ${12 * at} --resume a/last.pt`)],
    ['jobs that go on', alike(5, (at) => `sbatch train.sh --lr 1e-3${at === 0 ? '' : ' --resume'}`)],
    ['parts of it', alike(5, (at) => `sbatch ${waiting(at)}t.sh --resume ckpt/last.pt --epochs ${20 * (at + 1)}`)],
  ])('is no sweep: %s', (_, lines) => {
    expect(sizes(oneByOne(lines))).toEqual([]);
  });

  it('is no sweep when it is trained three times, a week apart', () => {
    const chain = oneByOne(alike(5, (at) => `sbatch ${waiting(at)}pretrain.sh`));
    const later = (weeks: number): JobSketch[] =>
      chain.map((job) => ({
        ...job,
        submit: (job.submit ?? 0) + 7 * weeks * DAY,
        start: (job.start ?? 0) + 7 * weeks * DAY,
      }));
    expect(sizes([...chain, ...later(1), ...later(2)])).toEqual([]);
  });
});

describe('a sweep', () => {
  it.each([
    [
      'runs that wait for each other, each with another value',
      (at: number) => `sbatch ${waiting(at)}t.sh --lr 0.${at + 1}`,
    ],
    ['runs that happened to be one after the other', () => 'sbatch train.sh'],
  ])('may run one by one: %s', (_, lineOf) => {
    expect(sizes(oneByOne(alike(5, lineOf)))).toEqual([5]);
  });

  it('may wait for the data: 5 runs side by side', () => {
    const jobs = alike(5, () => 'sbatch --dependency=afterok:7 train.sh').map((command, at) => ({
      command,
      submit: T0 + at,
      start: T0 + HOUR,
    }));
    expect(sizes(jobs)).toEqual([5]);
  });

  it('may be of trainings in three parts each: 6 configurations', () => {
    const jobs = ['0.1', '0.01', '0.001'].flatMap((lr) =>
      ['s', 'm'].flatMap((size) => oneByOne(alike(3, (at) => `sbatch ${waiting(at)}lm.sh --lr ${lr} --size ${size}`))),
    );
    expect(sizes(jobs.map((job, at) => ({ ...job, submit: T0 + at })))).toEqual([18]);
  });
});
