import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { Diagnostics } from '../../src/model/diagnostic.ts';
import { JobTable } from '../../src/model/job-table.ts';
import { emptyReconciliation } from '../../src/model/reconciliation.ts';
import { DAY, HOUR, type JobSketch, jobOf, ledgerOf, T0 } from '../support/ledger-of.ts';

const runsOf = (...jobs: readonly JobSketch[]): number[] => [...ledgerOf(jobs).run];

describe('attempts make one run', () => {
  it('when one job id follows itself within thirty days of its end', () => {
    const again = (days: number): JobSketch => ({ jobId: '7', submit: T0 + 60 + HOUR + days * DAY });
    expect(runsOf({ jobId: '7' }, again(29.9))).toEqual([0, 0]);
    expect(runsOf({ jobId: '7' }, again(30.1))).toEqual([0, 1]);
    expect(runsOf({ jobId: '7' }, again(29), again(58), again(87))).toEqual([0, 0, 0, 0]);
  });

  it('when they are components of a heterogeneous job, of which there may be several', () => {
    const component = (id: string, offset: number): JobSketch => ({ jobId: `${id}+${offset}`, submit: T0 + offset });
    expect(runsOf(component('125', 0), component('125', 1), component('12', 2), component('12', 3))).toEqual([
      0, 0, 1, 1,
    ]);
  });

  it('but tasks of an array are runs of their own', () => {
    const task = (index: number): JobSketch => ({ arrayJobId: 84, arrayTask: index, jobIdRaw: `${90 + index}` });
    expect(runsOf(task(0), task(1), task(2))).toEqual([0, 1, 2]);
  });

  it('numbered in the order of their first attempts', () => {
    const jobs = ['9', '7', '8', '9', '7'].map((jobId, index): JobSketch => ({ jobId, submit: T0 + index * 2 * HOUR }));
    expect(runsOf(...jobs)).toEqual([0, 1, 2, 0, 1]);
  });
});

describe('a job resized under Slurm up to 22.05', () => {
  const first: JobSketch = { jobId: '7', state: 'resized', start: T0, elapsed: 4 };

  it('does not count the time before the resize twice', () => {
    const second: JobSketch = { jobId: '7', submit: T0 + 4, start: T0, elapsed: 9 };
    const { wall, start } = ledgerOf([first, second]);
    expect([[...wall], [...start]]).toEqual([
      [4, 5],
      [T0, T0 + 4],
    ]);
  });

  it('is left as it is where its parts follow each other', () => {
    const second: JobSketch = { jobId: '7', submit: T0 + 4, start: T0 + 4, elapsed: 5 };
    expect([...ledgerOf([first, second]).wall]).toEqual([4, 5]);
  });
});

describe('a job that gave nodes back', () => {
  // 20.11: 8 GPUs on two nodes, then one node; the job's own clock says that four were left.
  const first: JobSketch = { jobId: '7', state: 'resized', start: T0, elapsed: 4, gpus: 8, gpuTypes: '', nodes: 2 };
  const second: JobSketch = { jobId: '7', submit: T0 + 4, start: T0 + 4, elapsed: 5, gpus: 8, gpuTypes: '', nodes: 1 };
  const gpusOf = (...jobs: readonly JobSketch[]): number[] => {
    const { table, row } = ledgerOf(jobs);
    return Array.from(row, (at) => table.gpus.at(at));
  };

  it('has GPUs in proportion to the nodes that it kept, where the log says as many as before', () => {
    expect(gpusOf(first, second)).toEqual([8, 4]);
    const types = { gpuTypes: 'titanx=8' };
    const { table, row } = ledgerOf([
      { ...first, ...types },
      { ...second, ...types },
    ]);
    expect(table.gpuTypes.at(row[1] as number)).toBe('titanx=4');
  });

  it('has those that the log says, where it says fewer, or where nodes are not known', () => {
    expect(gpusOf(first, { ...second, gpus: 4 })).toEqual([8, 4]);
    expect(gpusOf(first, { ...second, nodes: Number.NaN })).toEqual([8, 8]);
    expect(gpusOf({ ...first, state: 'requeued' }, second)).toEqual([8, 8]);
  });

  it('is cut at the resize though the part before it is in no log', () => {
    const { wall } = ledgerOf([{ ...second, start: T0, elapsed: 9 }]);
    expect([...wall]).toEqual([5]);
  });

  it('is not cut on a night on which clocks go back: the hour that they repeat seems to begin before it', () => {
    // 2:59 and the second 2:01 in Berlin, both read as the first; in New York; in Sydney.
    for (const night of ['2024-10-27T00:01:00Z', '2024-11-03T05:01:00Z', '2024-04-06T15:01:00Z']) {
      const start = Date.parse(night) / 1000;
      const { wall } = ledgerOf([{ submit: start + 58 * 60, start, elapsed: 3000 }]);
      expect([...wall]).toEqual([3000]);
    }
    const [noon, summer] = [Date.parse('2024-10-26T08:00:00Z') / 1000, Date.parse('2024-07-07T00:01:00Z') / 1000];
    for (const start of [noon, summer])
      expect([...ledgerOf([{ submit: start + 60, start, elapsed: 3000 }]).wall]).toEqual([2940]);
  });
});

describe('one attempt in two files by two clocks', () => {
  function shiftedIn(seconds: number, more: JobSketch = {}, sameFile = false): number | undefined {
    const table = new JobTable();
    const text = table.addFile('sacct.txt', 'slurm-sacct');
    const json = sameFile ? text : table.addFile('sacct.json', 'slurm-json');
    table.push(jobOf({ jobId: '7', elapsed: 9 * HOUR }, 0), text);
    table.push(jobOf({ jobId: '7', elapsed: 9 * HOUR, submit: T0 + seconds, ...more }, 1), json);
    const diagnostics = new Diagnostics();
    buildLedger(table, { ...emptyReconciliation(), records: 2 }, diagnostics);
    return diagnostics.list().find(({ rule }) => rule === 'zones-differ')?.count;
  }

  it.each([
    ['five hours apart', shiftedIn(5 * HOUR), 1],
    ['five and three quarters (Nepal)', shiftedIn(5.75 * HOUR), 1],
    ['of another duration', shiftedIn(5 * HOUR, { elapsed: HOUR }), undefined],
    ['by no difference of zones', shiftedIn(5 * HOUR + 7), undefined],
    ['after it ended: a requeue', shiftedIn(10 * HOUR), undefined],
    ['in one file', shiftedIn(5 * HOUR, {}, true), undefined],
    ['at the same time: a duplicate', shiftedIn(0), undefined],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
