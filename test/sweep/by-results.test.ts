import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { factsFrom } from '../support/read-logs.ts';

/** Run by run: a small benchmark. */
interface Row {
  readonly id: string;
  readonly task: string;
  readonly minute: number;
  readonly seconds: number;
  readonly lr: string;
  readonly value: string;
}

const TASKS = [
  { task: 'digits', level: 0.95, seconds: 600 },
  { task: 'birds', level: 0.6, seconds: 7200 },
  { task: 'speech', level: 0.35, seconds: 1800 },
];
const RATES = ['0.1', '0.01', '0.001', '0.0001'];
/** Runs of one combination differ by as much, some per mille; by hand, so that no run is like another. */
const WOBBLE = [0, 3, -2, 5, -4, 1];

/** Each rate twice on each task, in one queue: two minutes from start to start. */
const BENCHMARK: readonly Row[] = [0, 1].flatMap((again) =>
  RATES.flatMap((lr, rate) =>
    TASKS.map(({ task, level, seconds }, place) => {
      const index = (again * RATES.length + rate) * TASKS.length + place;
      const wobble = (WOBBLE[index % WOBBLE.length] as number) / 1000;
      return {
        id: `r${index}`,
        task,
        minute: 2 * index,
        seconds: Math.round(seconds * (1 + 5 * wobble)),
        lr,
        value: String(level * (1 + 0.002 * rate + wobble)),
      };
    }),
  ),
);

type Columns = readonly (readonly [header: string, cell: (row: Row) => string])[];

const start = ({ minute }: Row): string => new Date(Date.UTC(2024, 0, 1, 0, minute)).toISOString();
const COMMON: Columns = [
  ['run_id', ({ id }) => id],
  ['started_at', start],
  ['duration_s', ({ seconds }) => String(seconds)],
  ['gpus', () => '1'],
  ['lr', ({ lr }) => lr],
];
const METRIC: Columns = [
  ['metric_name', ({ value }) => (value === '' ? '' : 'accuracy')],
  ['metric_value', ({ value }) => value],
];

const write = (columns: Columns, rows: readonly Row[]): string =>
  [columns.map(([header]) => header), ...rows.map((row) => columns.map(([, cell]) => cell(row)))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');

const factsOf = (columns: Columns, rows: readonly Row[] = BENCHMARK): Promise<ProjectFacts> =>
  factsFrom({ 'jobs.csv': write(columns, rows) });

/** Ids of the runs of each sweep, in order. */
const runsIn = ({ ledger, findings }: ProjectFacts): string[] =>
  findings.sweeps
    .map(({ members }) =>
      Array.from(members, (attempt) => ledger.table.jobId.at(ledger.row[attempt] as number))
        .sort()
        .join(' '),
    )
    .sort();

const TRUTH = TASKS.map(({ task }) =>
  BENCHMARK.filter((row) => row.task === task)
    .map(({ id }) => id)
    .sort()
    .join(' '),
).sort();
const isByResults = ({ findings }: ProjectFacts): boolean =>
  findings.sweeps.some(({ evidence }) => evidence.some(({ rule }) => rule === 'results'));

describe('experiments that nothing names', () => {
  it('are told apart by what their runs measured and how long they took', async () => {
    const facts = await factsOf([...COMMON, ...METRIC]);
    expect(runsIn(facts)).toEqual(TRUTH);
    for (const sweep of facts.findings.sweeps) {
      expect(sweep).toMatchObject({ kind: 'grid', runs: 8, parameters: { lr: ['0.0001', '0.001', '0.01', '0.1'] } });
      expect(sweep.evidence[0]).toEqual({
        rule: 'results',
        note: 'same metric, like values and durations; nothing names the experiment',
      });
      expect(sweep.explanation).toContain('told from others by what they measured');
      // Three clear tasks: sure, and not as sure as if the log said so.
      expect(sweep.confidence).toBeGreaterThan(0.6);
      expect(sweep.confidence).toBeLessThan(1);
    }
  });

  it('whatever the order of the rows', async () => {
    const expected = runsIn(await factsOf([...COMMON, ...METRIC]));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...BENCHMARK], { minLength: BENCHMARK.length }), async (rows) => {
        expect(runsIn(await factsOf([...COMMON, ...METRIC], rows))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it('with a crashed run, which is of the one that lacks it, and another try of it', async () => {
    const crashed = BENCHMARK.map((row, index) => (index === 4 ? { ...row, value: '' } : row));
    expect(runsIn(await factsOf([...COMMON, ...METRIC], crashed))).toEqual(TRUTH);
    const again = [...BENCHMARK, { ...(BENCHMARK[4] as Row), id: 'again', minute: 9, value: '' }];
    const facts = await factsOf([...COMMON, ...METRIC], again);
    expect(facts.findings.sweeps).toHaveLength(3);
    expect(facts.findings.sweeps.reduce((sum, { runs }) => sum + runs, 0)).toBe(25);
  });

  it('by results under their names too', async () => {
    const wide: Columns = [...COMMON, ['val_accuracy', ({ value }) => value]];
    expect(runsIn(await factsOf(wide))).toEqual(TRUTH);
  });
});

describe('results are not asked', () => {
  const before = factsOf(COMMON).then(runsIn);

  it('where there are none: runs are grouped as ever', async () => {
    const facts = await factsOf(COMMON);
    expect(isByResults(facts)).toBe(false);
    expect(await before).toHaveLength(1);
  });

  it('where a column names the experiment', async () => {
    const facts = await factsOf([...COMMON, ...METRIC, ['dataset', ({ task }) => task]]);
    expect(isByResults(facts)).toBe(false);
    expect(runsIn(facts)).toEqual(TRUTH);
  });

  it('where it is told when runs were submitted', async () => {
    const facts = await factsOf([...COMMON, ...METRIC, ['submitted_at', start]]);
    expect(isByResults(facts)).toBe(false);
  });

  it('where a seed tells repeats apart', async () => {
    const seeded: Columns = [...COMMON, ...METRIC, ['seed', ({ minute }) => String(minute % 5)]];
    expect(isByResults(await factsOf(seeded))).toBe(false);
  });

  it('where combinations hardly come again', async () => {
    const once = BENCHMARK.slice(0, BENCHMARK.length / 2);
    const facts = await factsOf([...COMMON, ...METRIC], once);
    expect(isByResults(facts)).toBe(false);
  });
});

describe('one task', () => {
  it('stays one sweep, however often it is repeated and however unlike its combinations are', async () => {
    // The 24 runs as if all were of one task: the wobble is noise, and the rate sets value and time.
    const single = BENCHMARK.map((row, index) => {
      const rate = RATES.indexOf(row.lr);
      const wobble = 1 + (WOBBLE[(index * 5) % WOBBLE.length] as number) / 1000;
      return { ...row, value: String(0.2 * (rate + 1) * wobble), seconds: Math.round(900 * 2 ** rate * wobble) };
    });
    const facts = await factsOf([...COMMON, ...METRIC], single);
    expect(isByResults(facts)).toBe(false);
    expect(facts.findings.sweeps).toHaveLength(1);
    // 24 runs of 4 rates: the log does not say that they are repeats.
    expect(facts.findings.sweeps[0]?.confidence).toBe(0.5);
    expect(facts.findings.sweeps[0]?.evidence).toContainEqual({
      rule: 'repeats',
      note: 'each combination comes about 6 times, and nothing tells why: repeats, or several experiments',
    });
  });

  it('is as sure as ever where seeds or submissions explain the repeats', async () => {
    const seeded: Columns = [...COMMON, ['seed', ({ minute }) => String(minute % 5)]];
    for (const columns of [seeded, [...COMMON, ['submitted_at', start] as const]]) {
      const { sweeps } = (await factsOf(columns)).findings;
      expect(sweeps.flatMap(({ evidence }) => evidence.map(({ rule }) => rule))).not.toContain('repeats');
    }
  });
});
