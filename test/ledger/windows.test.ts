import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import type { Selection } from '../../src/ledger/select-attempts.ts';
import { Diagnostics } from '../../src/model/diagnostic.ts';
import { emptyReconciliation } from '../../src/model/reconciliation.ts';
import { DAY, HOUR, type JobSketch, T0, tableOf } from '../support/ledger-of.ts';

function read(jobs: readonly JobSketch[], selection: Selection = {}) {
  const diagnostics = new Diagnostics();
  const counts = { ...emptyReconciliation(), records: jobs.length };
  const { wall, start, count } = buildLedger(tableOf(jobs), counts, diagnostics, selection);
  const notes = diagnostics.list().map(({ rule, severity, count: times }) => `${severity} ${rule} ${times}`);
  return { count, hours: wall.reduce((sum, each) => sum + each, 0) / HOUR, start: start[0], notes };
}

const one: JobSketch = { jobId: '7', submit: T0, start: T0 };

describe('a job that ran when a plain export was written, and in a later window of --truncate', () => {
  const running: JobSketch = { ...one, state: 'running', end: Number.NaN, elapsed: 36 * HOUR };
  const fragment: JobSketch = { ...one, start: T0 + 2 * DAY, elapsed: 48 * HOUR };

  it.each([
    ['ran on between: 36 + 12 + 48 hours', running, fragment, 96, ['info slurm-gap-counted 1']],
    ['touches the window: 48 + 48 hours', { ...running, elapsed: 2 * DAY }, fragment, 96, []],
    ['had ended: 36 + 48 hours', { ...one, elapsed: 36 * HOUR }, fragment, 84, []],
    ['stood suspended: 36 + 48 hours', { ...running, isSuspended: true }, fragment, 84, []],
    ['begins at no edge of a window', running, { ...fragment, start: T0 + 2 * DAY + 7, elapsed: 48 * HOUR }, 84, []],
    ['was submitted again: a requeue', running, { ...fragment, submit: T0 + 2 * DAY }, 84, []],
  ] as [string, JobSketch, JobSketch, number, string[]][])('%s', (_, before, after, hours, notes) => {
    for (const jobs of [
      [before, after],
      [after, before],
    ]) {
      const found = read(jobs);
      expect(found.hours).toBe(hours);
      expect(found.notes.filter((note) => note.includes('gap'))).toEqual(notes);
    }
  });
});

describe('a job that waited when --truncate printed the time of the export as its start and end', () => {
  const waiting: JobSketch = { ...one, state: 'pending', start: T0 + DAY, end: T0 + DAY, elapsed: 0 };

  it('began when it began, nine days later', () => {
    const ended = { ...one, start: T0 + 10 * DAY, elapsed: 10 * HOUR };
    expect(read([waiting, ended])).toMatchObject({ count: 1, hours: 10, start: T0 + 10 * DAY });
    expect(read([ended, waiting])).toMatchObject({ count: 1, hours: 10, start: T0 + 10 * DAY });
  });

  it('has not begun where no log has more', () => {
    expect(read([waiting])).toMatchObject({ count: 1, hours: 0, start: Number.NaN });
    expect(read([waiting, waiting])).toMatchObject({ count: 1, hours: 0, start: Number.NaN });
  });
});

describe('jobs of which a log does not tell whose they are', () => {
  const jobs: JobSketch[] = [{ user: 'ann' }, { user: 'ben' }, { user: '' }, { user: '', submit: T0 + DAY }];

  it.each([
    ['--user ann: one job, and two that may be hers', { user: 'ann' }, 1, ['warning user-untold 2']],
    ['--user ann, of the first day', { user: 'ann', until: T0 + HOUR }, 1, ['warning user-untold 1']],
    ['--account parsing: all are', { account: 'parsing' }, 4, []],
    ['everybody: four jobs', {}, 4, []],
  ] as [string, Selection, number, string[]][])('%s', (_, selection, count, notes) => {
    const found = read(jobs, selection);
    expect(found.count).toBe(count);
    expect(found.notes.filter((note) => note.includes('untold'))).toEqual(notes);
  });

  it('--account parsing: one job, and one without an account', () => {
    const found = read([{}, { account: '' }], { account: 'parsing' });
    expect(found).toMatchObject({ count: 1 });
    expect(found.notes).toContain('warning account-untold 1');
  });
});
