import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { Diagnostics } from '../../src/model/diagnostic.ts';
import { emptyReconciliation } from '../../src/model/reconciliation.ts';
import { DAY, HOUR, type JobSketch, ledgerOf, T0, tableOf } from '../support/ledger-of.ts';

// One attempt as several forms of a log print it: sacct as text and as JSON, completion logs, dumps of the database.

const TASK = { jobId: '88_3', jobIdRaw: '91', arrayJobId: 88, arrayTask: 3 };
const RAW_ALONE = { jobId: '91', jobIdRaw: '', arrayJobId: Number.NaN, arrayTask: Number.NaN };
const PRINTED_ALONE = { ...TASK, jobIdRaw: '' };

/** Each attempt's printed and raw id, wall hours and GPUs. */
const attemptsOf = (records: readonly JobSketch[]): string[] => {
  const { table, row, wall } = ledgerOf(records);
  return Array.from(row, (at, attempt) => {
    const ids = `${table.jobId.at(at)}/${table.jobIdRaw.at(at)}`;
    return `${ids} ${(wall[attempt] as number) / HOUR} h × ${table.gpus.at(at)}`;
  });
};

describe('an array task', () => {
  const orders: [string, JobSketch[]][] = [
    ['both ids, raw id alone', [TASK, RAW_ALONE]],
    ['raw id alone, both ids', [RAW_ALONE, TASK]],
    ['both ids, printed id alone', [TASK, PRINTED_ALONE]],
    ['printed id alone, both ids', [PRINTED_ALONE, TASK]],
    ['all three', [PRINTED_ALONE, RAW_ALONE, TASK]],
    ['all three, known last', [RAW_ALONE, PRINTED_ALONE, TASK]],
  ];
  it.each(orders)('is one attempt by %s, and goes by its printed id', (_, records) => {
    expect(attemptsOf(records)).toEqual(['88_3/91 1 h × 1']);
  });

  it('whose raw id is that of its array is not another task or job', () => {
    const last = { jobId: '84_2', jobIdRaw: '84', arrayJobId: 84, arrayTask: 2 };
    const other = { jobId: '84_1', jobIdRaw: '86', arrayJobId: 84, arrayTask: 1 };
    expect(attemptsOf([last, other, { ...RAW_ALONE, jobId: '84' }])).toHaveLength(2);
  });

  it('by its printed id alone in all logs stays what it is', () => {
    expect(attemptsOf([PRINTED_ALONE, PRINTED_ALONE, { ...PRINTED_ALONE, jobId: '88_4' }])).toEqual([
      '88_3/ 1 h × 1',
      '88_4/ 1 h × 1',
    ]);
  });

  it('whose printed id comes again years later has another raw id', () => {
    const later = { submit: T0 + 900 * DAY };
    const records = [TASK, { ...TASK, ...later, jobIdRaw: '77' }, { ...PRINTED_ALONE, ...later }, PRINTED_ALONE];
    expect(attemptsOf(records)).toEqual(['88_3/91 1 h × 1', '88_3/77 1 h × 1']);
  });

  it('that was requeued is one run, whichever form each attempt stands in', () => {
    const again = { submit: T0 + 2 * HOUR };
    for (const [first, second] of [
      [TASK, RAW_ALONE],
      [RAW_ALONE, TASK],
      [RAW_ALONE, RAW_ALONE],
    ]) {
      expect(ledgerOf([first as JobSketch, { ...second, ...again }])).toMatchObject({ count: 2, runs: 1 });
    }
    expect(ledgerOf([TASK, PRINTED_ALONE, { ...PRINTED_ALONE, ...again }])).toMatchObject({ count: 2, runs: 1 });
  });
});

describe('components of a heterogeneous job', () => {
  const first = { jobId: '125+0', jobIdRaw: '125' };
  const second = { jobId: '125+1', jobIdRaw: '126' };

  it('are summed, and are one run', () => {
    expect(attemptsOf([first, { ...second, gpus: 4 }])).toEqual(['125+0/125 1 h × 1', '125+1/126 1 h × 4']);
    expect(ledgerOf([first, second])).toMatchObject({ count: 2, runs: 1 });
  });

  it('are the same by their raw ids alone', () => {
    const ledger = ledgerOf([{ jobId: '125' }, { jobId: '126' }, first, second]);
    expect(ledger).toMatchObject({ count: 2, runs: 1 });
  });
});

describe('a record without its submission', () => {
  const without = { submit: Number.NaN, start: T0 + 60 };
  const one = { jobId: '7' };

  it.each([
    ['the same start', { ...one, ...without }],
    ['the same start, still running', { ...one, ...without, state: 'running', elapsed: 600, end: Number.NaN } as const],
    ['a time within (a window of --truncate)', { ...one, ...without, start: T0 + 1800, elapsed: 1860 }],
    ['no time but the same duration', { ...one, submit: Number.NaN, start: Number.NaN, end: Number.NaN }],
    ['no time at all', { ...one, submit: Number.NaN, start: Number.NaN, end: Number.NaN, elapsed: 0 }],
  ])('is the attempt with %s', (_, record) => {
    for (const records of [
      [one, record],
      [record, one],
    ]) {
      expect(attemptsOf(records as JobSketch[])).toEqual(['7/ 1 h × 1']);
    }
  });

  it.each([
    ['a later start', { ...one, ...without, start: T0 + 5 * HOUR }],
    ['another job', { ...without, jobId: '8' }],
    ['another cluster', { ...one, ...without, cluster: 'kestrel' }],
  ])('is another attempt with %s', (_, record) => {
    expect(ledgerOf([one, record])).toMatchObject({ count: 2 });
  });

  it('of a resized job is the part with its duration, where two have its start', () => {
    const parts: JobSketch[] = [
      { ...one, state: 'resized', elapsed: 4, gpus: 8 },
      { ...one, submit: T0 + 64, start: T0 + 60, elapsed: 9, gpus: 4 },
    ];
    const { count, wall } = ledgerOf([...parts, { ...one, ...without, elapsed: 9, gpus: 4 }]);
    expect([count, ...wall]).toEqual([2, 4, 5]);
  });

  it('meets its like by start', () => {
    expect(ledgerOf([one, one].map((each) => ({ ...each, ...without })))).toMatchObject({ count: 1 });
  });
});

describe('clusters', () => {
  it('of two names have jobs of their own', () => {
    const ledger = ledgerOf([{ jobId: '7' }, { jobId: '7', cluster: 'kestrel' }]);
    expect(ledger).toMatchObject({ count: 2, runs: 2 });
  });

  it('without a name are the only named one', () => {
    expect(ledgerOf([{ jobId: '7' }, { jobId: '7', cluster: '' }])).toMatchObject({ count: 1 });
  });

  it('without a name are neither of two named ones', () => {
    const ledger = ledgerOf([{ jobId: '7' }, { jobId: '7', cluster: 'kestrel' }, { jobId: '7', cluster: '' }]);
    expect(ledger).toMatchObject({ count: 3 });
  });

  it('without a name beside two named ones may be counted twice, which is said', () => {
    const notesOf = (...jobs: readonly JobSketch[]): [string, number][] => {
      const diagnostics = new Diagnostics();
      buildLedger(tableOf(jobs), { ...emptyReconciliation(), records: jobs.length }, diagnostics);
      return diagnostics.list().map(({ rule, count }) => [rule, count]);
    };
    const named: JobSketch[] = [{ jobId: '7' }, { jobId: '8', cluster: 'kestrel' }];
    expect(notesOf(...named, { jobId: '7', cluster: '' })).toEqual([['cluster-unnamed', 1]]);
    expect(notesOf(...named, { jobId: '9', cluster: '' })).toEqual([]);
    expect(notesOf(...named)).toEqual([]);
  });
});

describe('the row that speaks for an attempt', () => {
  const speaker = (...records: readonly JobSketch[]) => {
    const { table, row } = ledgerOf(records);
    const [at = -1] = row;
    return {
      jobId: table.jobId.at(at),
      jobIdRaw: table.jobIdRaw.at(at),
      name: table.name.at(at),
      command: table.command.at(at),
      user: table.user.at(at),
      gpus: table.gpus.at(at),
      gpuTypes: table.gpuTypes.at(at),
      timeLimit: table.timeLimit.at(at),
      restarts: table.restarts.at(at),
      energyJoules: table.energyJoules.at(at),
      submit: table.submit.at(at),
      place: table.place(at),
    };
  };

  it('takes from each record what the others lack', () => {
    const text = { ...TASK, gpus: Number.NaN, gpuTypes: '', energyJoules: 5e6 };
    const completion = { ...RAW_ALONE, name: '', command: '', user: '', timeLimit: 86_400, restarts: 2 };
    const expected = { ...TASK, name: 'train', user: 'ines', gpus: 1, gpuTypes: 'titanx=1', timeLimit: 86_400 };
    const { arrayJobId, arrayTask, ...shown } = expected;
    for (const records of [
      [text, completion],
      [completion, text],
    ]) {
      expect(speaker(...records)).toMatchObject({ ...shown, restarts: 2, energyJoules: 5e6 });
    }
  });

  it('is a record that was read where one knows all, and stands where it was read', () => {
    const { table, row } = ledgerOf([{ ...TASK, state: 'running', elapsed: 9 }, TASK]);
    expect([...row]).toEqual([1]);
    expect(table.length).toBe(2);
  });

  it('knows the GPUs, by model, before it knows the end', () => {
    const running: JobSketch = { ...TASK, state: 'running', elapsed: 9, end: Number.NaN };
    expect(speaker({ ...TASK, gpus: Number.NaN, gpuTypes: '' }, running)).toMatchObject({ gpuTypes: 'titanx=1' });
    expect(speaker({ ...TASK, gpuTypes: '' }, running)).toMatchObject({ gpus: 1, gpuTypes: 'titanx=1' });
  });

  it('holds what was allocated, whether more or less was asked for', () => {
    for (const gpus of [1, 8]) {
      const asked: JobSketch = { ...TASK, gpus, gpuTypes: `titanx=${gpus}`, gpusAsked: true, elapsed: 2 * HOUR };
      expect(speaker(asked, { ...TASK, gpus: 4, gpuTypes: '' })).toMatchObject({ gpus: 4, gpuTypes: '' });
    }
  });

  it('holds the more GPUs of two records that say what was held', () => {
    expect(speaker({ ...TASK, gpus: 1 }, { ...TASK, gpus: 4, gpuTypes: '' })).toMatchObject({ gpus: 4 });
  });

  it('counts a slice of a GPU as what it is, not as the whole one that an untyped record prints', () => {
    const slices = { gpus: 2 / 7, gpuTypes: 'a100_1g.5gb=0.2857142857142857' };
    expect(speaker({ ...TASK, gpus: 2, gpuTypes: '' }, { ...TASK, ...slices })).toMatchObject(slices);
  });

  it('has the name that no narrow column cut', () => {
    expect(speaker({ ...TASK, name: 'lisa_lr0.+' }, { ...TASK, name: 'lisa_lr0.001' })).toMatchObject({
      name: 'lisa_lr0.001',
    });
  });

  it('leaves the records as they were read, so that they can be counted again', () => {
    const table = tableOf([
      { ...TASK, user: '' },
      { ...RAW_ALONE, name: '' },
    ]);
    const counts = { ...emptyReconciliation(), records: 2 };
    const [once, twice] = [1, 2].map(() => buildLedger(table, counts, new Diagnostics()));
    expect(twice).toMatchObject({ count: 1, reconciliation: once?.reconciliation });
    expect(table.records).toBe(2);
  });

  it('decides on the selection, whatever single records lack', () => {
    const table = tableOf([{ ...TASK, user: '' }, RAW_ALONE, { jobId: '5', user: 'omar' }]);
    const counts = { ...emptyReconciliation(), records: 3 };
    const ledger = buildLedger(table, counts, new Diagnostics(), { user: 'ines' });
    expect(ledger.reconciliation).toMatchObject({ attempts: 1, duplicates: 1, ignored: 1 });
  });
});
