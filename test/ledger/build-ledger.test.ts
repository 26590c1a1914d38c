import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { Diagnostics } from '../../src/model/diagnostic.ts';
import { type JobState, stateOf } from '../../src/model/job-state.ts';
import { emptyReconciliation, unaccounted } from '../../src/model/reconciliation.ts';
import { DAY, HOUR, type JobSketch, ledgerOf, T0, tableOf } from '../support/ledger-of.ts';

// A project is made up first, as jobs with their attempts; then logs are made of it, in every way in which logs differ. What the ledger counts must be the project.

/** One component of a job, and what its attempts did: seconds waited, run and suspended. */
interface MadeUp {
  readonly printed: string;
  readonly raw: string;
  readonly arrayJobId: number;
  readonly arrayTask: number;
  readonly cluster: string;
  readonly gpus: number;
  readonly from: number;
  readonly attempts: readonly { readonly wait: number; readonly wall: number; readonly suspended: number }[];
}

/** Ways to write one attempt down. */
const FORMS = ['whole', 'raw', 'printed', 'no-submit', 'no-gpus', 'no-texts', 'no-cluster', 'running', 'cut'] as const;
type Form = (typeof FORMS)[number];

const attempt = fc.record({
  wait: fc.integer({ min: 1, max: 5000 }),
  wall: fc.integer({ min: 10, max: 50_000 }),
  suspended: fc.constantFrom(0, 0, 0, 77),
});
const component = fc.record({
  gpus: fc.integer({ min: 0, max: 8 }),
  from: fc.integer({ min: 0, max: 100_000 }),
  attempts: fc.array(attempt, { minLength: 1, maxLength: 3 }),
});
const project = fc
  .record({
    plain: fc.array(component, { maxLength: 3 }),
    tasks: fc.array(component, { maxLength: 4 }),
    components: fc.array(component, { maxLength: 3 }),
    twoClusters: fc.boolean(),
  })
  .map(({ plain, tasks, components, twoClusters }) => {
    const none = { arrayJobId: Number.NaN, arrayTask: Number.NaN };
    const one = 'selenite';
    const jobs: MadeUp[] = [
      ...plain.map((job, index) => ({ ...job, ...none, printed: `${10 + index}`, raw: `${10 + index}`, cluster: one })),
      ...tasks.map((job, task) => {
        const raw = task === tasks.length - 1 ? '20' : `${21 + task}`; // the last task keeps the id of its array
        return { ...job, arrayJobId: 20, arrayTask: task, printed: `20_${task}`, raw, cluster: one };
      }),
      ...components.map((job, offset) => {
        const sameTime = { from: components[0]?.from as number, attempts: job.attempts.slice(0, 1) };
        return { ...job, ...none, ...sameTime, printed: `40+${offset}`, raw: `${40 + offset}`, cluster: one };
      }),
    ];
    const wrapped = jobs.map((job) => ({ ...job, from: job.from + 900 * DAY, gpus: job.gpus + 1 }));
    const elsewhere = twoClusters ? jobs.map((job) => ({ ...job, cluster: 'kestrel', from: job.from + 5 })) : [];
    return { jobs: [...jobs, ...wrapped, ...elsewhere], twoClusters };
  });

/** The whole records of a job's attempts, as `sacct -D` prints them. */
function wholeRecords(job: MadeUp): JobSketch[] {
  let submit = T0 + job.from;
  return job.attempts.map(({ wait, wall, suspended }, index) => {
    const start = submit + wait;
    const end = start + wall + suspended;
    const state: JobState = index < job.attempts.length - 1 ? 'requeued' : 'completed';
    const { printed, raw, arrayJobId, arrayTask, cluster, gpus } = job;
    const record = {
      ...{ jobId: printed, jobIdRaw: raw === printed ? '' : raw, arrayJobId, arrayTask, cluster, gpus, state },
      ...{ gpuTypes: gpus > 0 ? `titanx=${gpus}` : '', submit, start, end, elapsed: wall },
    };
    submit = end + 1;
    return record;
  });
}

/** The records that a form makes of a whole one; `at` is where it is cut, 0 to 1. */
function written(whole: JobSketch, raw: string, form: Form, at: number): JobSketch[] {
  const { start = 0, end = 0, elapsed = 0 } = whole;
  const middle = start + Math.round((end - start) * at);
  const isSuspended = end - start > elapsed;
  switch (form) {
    case 'raw':
      return [{ ...whole, jobId: raw, jobIdRaw: '', arrayJobId: Number.NaN, arrayTask: Number.NaN }];
    case 'printed':
      return [{ ...whole, jobIdRaw: '' }];
    case 'no-submit':
      return [{ ...whole, submit: Number.NaN }];
    case 'no-gpus':
      return [{ ...whole, gpus: Number.NaN, gpuTypes: '' }];
    case 'no-texts':
      return [{ ...whole, name: '', command: '', user: '', account: '', workDir: '' }];
    case 'no-cluster':
      return [{ ...whole, cluster: '' }];
    case 'running':
      return isSuspended ? [] : [{ ...whole, state: 'running', end: Number.NaN, elapsed: middle - start }];
    case 'cut': // sacct --truncate, one window after the other
      return isSuspended
        ? []
        : [
            { ...whole, end: middle, elapsed: middle - start, state: 'running' },
            { ...whole, start: middle, elapsed: end - middle },
          ];
    default:
      return [whole];
  }
}

/** Every attempt in two forms or three; one of them whole, which ties the others together. */
const logs = project.chain(({ jobs, twoClusters }) => {
  const wholes = jobs.flatMap((job) => wholeRecords(job).map((whole) => ({ whole, raw: job.raw })));
  const forms = FORMS.filter((form) => !(twoClusters && form === 'no-cluster'));
  const pick = fc.array(fc.tuple(fc.constantFrom(...forms), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: wholes.length * 2,
    maxLength: wholes.length * 2,
  });
  return pick.chain((picked) => {
    const records = wholes.flatMap(({ whole, raw }, index) => [
      whole,
      ...picked.slice(index * 2, index * 2 + 2).flatMap(([form, at]) => written(whole, raw, form, at)),
    ]);
    const shuffled = fc.shuffledSubarray(records, { minLength: records.length });
    return shuffled.map((order) => ({ jobs, twoClusters, whole: wholes.map(({ whole }) => whole), records: order }));
  });
});

/** What is counted, in an order that does not depend on the logs'. */
function counted(records: readonly JobSketch[]) {
  const { table, row, wall, state, suspended, runs, count, reconciliation } = ledgerOf(records);
  expect(unaccounted(reconciliation)).toBe(0);
  const attempts = Array.from(row, (at, index) =>
    [
      ...[table.cluster.at(at), table.jobId.at(at), table.jobIdRaw.at(at), table.submit.at(at), table.gpus.at(at)],
      ...[table.name.at(at), table.user.at(at), wall[index], suspended[index], stateOf(state[index] as number)],
    ].join(' '),
  );
  return { count, runs, attempts: attempts.sort() };
}

describe('a project is counted as what it is', () => {
  it('in whatever forms, pieces, copies and order its logs stand', () => {
    fc.assert(
      fc.property(logs, ({ whole, records }) => {
        expect(counted(records)).toEqual(counted(whole));
      }),
      { numRuns: 300 },
    );
  });

  it('from one whole record for each attempt: their number, seconds and runs', () => {
    fc.assert(
      fc.property(logs, ({ jobs, whole }) => {
        const { count, wall, runs } = ledgerOf(whole);
        const made = jobs.flatMap(({ attempts }) => attempts);
        expect(count).toBe(made.length);
        expect(wall.reduce((sum, each) => sum + each, 0)).toBe(made.reduce((sum, each) => sum + each.wall, 0));
        const isFirst = ({ printed }: MadeUp): boolean => !printed.startsWith('40+') || printed === '40+0';
        expect(runs).toBe(jobs.filter(isFirst).length);
      }),
      { numRuns: 100 },
    );
  });

  it('from pieces alone, without a whole record', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 6 });
    fc.assert(
      fc.property(cuts, fc.boolean(), (at, twice) => {
        const edges = [0, ...at.sort((a, b) => a - b), 10_000];
        const pieces = edges.slice(1).map((end, index) => {
          const start = edges[index] as number;
          const isLast = end === 10_000;
          const state: JobState = isLast ? 'completed' : 'running';
          return { jobId: '7', start: T0 + start, end: T0 + end, elapsed: end - start, state };
        });
        const { count, wall, state } = ledgerOf(twice ? [...pieces, ...pieces] : pieces);
        expect([count, wall[0], stateOf(state[0] as number)]).toEqual([1, 10_000, 'completed']);
      }),
    );
  });
});

it('requeues of one id add up, whatever their number', () => {
  const attempts = Array.from({ length: 40 }, (_, index): JobSketch => ({ jobId: '7', submit: T0 + index * 2 * HOUR }));
  const { count, runs, wall } = ledgerOf(attempts);
  expect([count, runs, wall.reduce((sum, each) => sum + each, 0)]).toEqual([40, 1, 40 * HOUR]);
});

it('an id that comes again after 67 million others is another job and another run', () => {
  const { count, runs } = ledgerOf([{ jobId: '67108863' }, { jobId: '67108863', submit: T0 + 400 * DAY }]);
  expect([count, runs]).toEqual([2, 2]);
});

it('what is not selected is accounted for as ignored, and runs are numbered anew', () => {
  const jobs: JobSketch[] = [
    { jobId: '1', user: 'omar' },
    { jobId: '2' },
    { jobId: '3', account: 'other' },
    { jobId: '4', submit: T0 + DAY },
    { jobId: '2', submit: T0 + 2 * HOUR },
  ];
  const select = (selection: Parameters<typeof buildLedger>[3]) => {
    const diagnostics = new Diagnostics();
    const counts = { ...emptyReconciliation(), records: jobs.length };
    const ledger = buildLedger(tableOf(jobs), counts, diagnostics, selection);
    const ids = Array.from(ledger.row, (row) => ledger.table.jobId.at(row));
    return { ids, run: [...ledger.run], ignored: ledger.reconciliation.ignored, noted: diagnostics.list()[0]?.count };
  };
  expect(select({ user: 'ines' })).toEqual({ ids: ['2', '3', '2', '4'], run: [0, 1, 0, 2], ignored: 1, noted: 1 });
  expect(select({ account: 'parsing' })).toMatchObject({ ids: ['1', '2', '2', '4'], run: [0, 1, 1, 2], ignored: 1 });
  expect(select({ since: T0 + 1 })).toMatchObject({ ids: ['2', '4'], run: [0, 1], ignored: 3 });
  expect(select({ until: T0 + 1 })).toMatchObject({ ids: ['1', '2', '3'], ignored: 2 });
  expect(select({})).toMatchObject({ ignored: 0, noted: undefined });
});

it('a record that the readers lost is our bug, and stops everything', () => {
  const counts = { ...emptyReconciliation(), records: 3 };
  expect(() => buildLedger(tableOf([{}, {}]), counts, new Diagnostics())).toThrowError(
    '1 records are not accounted for',
  );
});

it('attempts without any time count once each', () => {
  const timeless = { submit: Number.NaN, start: Number.NaN, end: Number.NaN };
  const { table, row } = ledgerOf([timeless, timeless, timeless]);
  expect(Array.from(row, (at) => table.jobId.at(at))).toEqual(['1000', '1001', '1002']);
});

it('a log without jobs has an empty ledger', () => {
  expect(ledgerOf([])).toMatchObject({ count: 0, runs: 0 });
});
