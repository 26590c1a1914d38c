import { expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import type { Selection } from '../../src/ledger/select-attempts.ts';
import { type Diagnostic, Diagnostics } from '../../src/model/diagnostic.ts';
import { emptyReconciliation } from '../../src/model/reconciliation.ts';
import { HOUR, type JobSketch, T0, tableOf } from '../support/ledger-of.ts';

function hiddenIn(jobs: readonly JobSketch[], selection: Selection = {}): Diagnostic | undefined {
  const diagnostics = new Diagnostics();
  buildLedger(tableOf(jobs), { ...emptyReconciliation(), records: jobs.length }, diagnostics, selection);
  return diagnostics.list().find(({ rule }) => rule === 'attempts-hidden');
}

const seven = (restarts: number, more: JobSketch = {}): JobSketch => ({
  jobId: '7',
  restarts,
  submit: T0 + restarts * 2 * HOUR,
  ...more,
});

it('a job that was restarted twice and shows one attempt hides two', () => {
  const found = hiddenIn([{ jobId: '5', restarts: 0 }, seven(2)]);
  expect(found).toMatchObject({ severity: 'warning', count: 2, examples: [{ file: 'logs/sacct.txt', line: 3 }] });
  expect(found?.message).toContain('sacct -D');
});

it.each([
  ['all attempts are there', [seven(0), seven(1), seven(2)], undefined],
  ['the first is missing', [seven(1), seven(2)], 1],
  ['one between is missing', [seven(0), seven(2)], 1],
  ['the log does not count restarts', [{ jobId: '7', state: 'requeued' }], undefined],
  ['an attempt stands in two dumps', [seven(1), seven(1)], 1],
  ['a job was never restarted', [seven(0)], undefined],
] as const)('%s', (_, jobs, count) => {
  expect(hiddenIn(jobs)?.count).toBe(count);
});

it('the parts of a resized job are not restarts', () => {
  const parts: JobSketch[] = [
    { jobId: '7', restarts: 0, state: 'resized' },
    { jobId: '7', restarts: 0, submit: T0 + 2 * HOUR },
    seven(2, { submit: T0 + 4 * HOUR }),
  ];
  expect(hiddenIn(parts)?.count).toBe(1);
});

it('each component of a heterogeneous job was restarted itself', () => {
  const both = (restarts: number): JobSketch[] =>
    [0, 1].map((offset) => seven(restarts, { jobId: `7+${offset}`, jobIdRaw: `${7 + offset}` }));
  expect(hiddenIn([...both(0), ...both(1)])).toBeUndefined();
  expect(hiddenIn(both(1))?.count).toBe(2);
});

it('an attempt outside of the selection is not hidden, and a job outside of it is not reported', () => {
  expect(hiddenIn([seven(0), seven(1)], { since: T0 + HOUR })).toBeUndefined();
  expect(hiddenIn([seven(3, { user: 'omar' }), {}], { user: 'ines' })).toBeUndefined();
});

it('an id that comes again is another job with its own restarts', () => {
  expect(hiddenIn([seven(0), seven(1, { submit: T0 + 90 * 24 * HOUR })])?.count).toBe(1);
});
