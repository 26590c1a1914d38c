import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateOfNumber } from '../../../../src/ingest/slurm/mysqldump/job-state.ts';
import { mysqldump } from '../../../../src/ingest/slurm/mysqldump/mysqldump.ts';
import { parseInsert, readRows, type SqlValue } from '../../../../src/ingest/slurm/mysqldump/sql-rows.ts';
import { attemptsIn, factsFrom, type ReadAttempt } from '../../../support/read-logs.ts';
import { readAs, readWith } from '../../../support/read-source.ts';
import { slurmFixture } from '../../../support/slurm-fixture.ts';

const REAL = slurmFixture('22.05/mysqldump/job_table.sql.gz');

const COLUMNS = [
  'mod_time',
  'deleted',
  'account',
  'array_task_str',
  'job_name',
  'id_assoc',
  'id_array_job',
  'id_array_task',
  'id_job',
  'id_user',
  'het_job_id',
  'het_job_offset',
  'nodelist',
  'nodes_alloc',
  'partition',
  'state',
  'timelimit',
  'time_submit',
  'time_start',
  'time_end',
  'time_suspended',
  'work_dir',
  'tres_alloc',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string | number>>;

const DEFAULTS: Row = {
  deleted: 0,
  account: 'nlp',
  job_name: 'train',
  id_assoc: 5,
  id_array_job: 0,
  id_array_task: 4_294_967_294,
  id_job: 84,
  id_user: 1001,
  het_job_id: 0,
  het_job_offset: 4_294_967_294,
  nodelist: 'n1',
  nodes_alloc: 1,
  partition: 'gpu',
  state: 3,
  timelimit: 60,
  time_submit: 1000,
  time_start: 1005,
  time_end: 1015,
  time_suspended: 0,
  work_dir: '/home/i',
  tres_alloc: '1=2,2=500,3=18446744073709551614,4=1,1001=3,1002=3',
};

const sql = (value: string | number | undefined): string => {
  if (value === undefined) return 'NULL';
  if (typeof value === 'number') return String(value);
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
};
const tuple = (row: Row): string => `(${COLUMNS.map((name) => sql({ ...DEFAULTS, ...row }[name])).join(',')})`;
const CREATE = `CREATE TABLE \`lisa_job_table\` (\n${COLUMNS.map((name) => `  \`${name}\` text,`).join('\n')}\n  PRIMARY KEY (\`id_job\`)\n) ENGINE=InnoDB;\n`;
const TRES =
  "CREATE TABLE `tres_table` (\n  `creation_time` int,\n  `id` int,\n  `type` text,\n  `name` text\n);\nINSERT INTO `tres_table` VALUES (1,1001,'gres','gpu'),(1,1002,'gres','gpu:a100');\n";
const ASSOC = "INSERT INTO `lisa_assoc_table` (`id_assoc`, `user`, `acct`) VALUES (5,'ines','nlp');\n";
const insert = (...rows: readonly Row[]): string =>
  `INSERT INTO \`lisa_job_table\` VALUES ${rows.map(tuple).join(',')};\n`;
const dump = (...rows: readonly Row[]): string => CREATE + insert(...rows) + TRES + ASSOC;
const read = (text: string) => readAs('slurm-mysqldump', text);

describe('a row of the job table', () => {
  it('says all that other tables explain, whatever their order', () => {
    const expected = {
      jobId: '84',
      cluster: 'lisa',
      user: 'ines',
      name: 'train',
      state: 'completed',
      submit: 1000,
      elapsed: 10,
      cpus: 2,
      gpus: 3,
      gpuTypes: 'a100=3',
      timeLimit: 3600,
      nodes: 1,
      energyJoules: Number.NaN,
    };
    expect(read(dump({})).jobs).toMatchObject([expected]);
    expect(read(ASSOC + TRES + CREATE + insert({})).jobs).toMatchObject([expected]);
  });

  it.each([
    [
      { id_array_job: 80, id_array_task: 3 },
      { jobId: '80_3', jobIdRaw: '84', arrayJobId: 80, arrayTask: 3 },
    ],
    [
      { het_job_id: 84, het_job_offset: 0 },
      { jobId: '84+0', jobIdRaw: '84' },
    ],
    [{ timelimit: 4_294_967_295 }, { timeLimit: Number.POSITIVE_INFINITY }],
    [
      { time_start: 0, state: 4 },
      { state: 'cancelled', start: Number.NaN, elapsed: 0 },
    ],
    [{ time_suspended: 4 }, { elapsed: 6 }],
    [{ tres_alloc: '1=2,3=1202' }, { energyJoules: 1202 }],
    [{ job_name: 'it\'s \\ \n "x"' }, { name: 'it\'s \\ \n "x"' }],
    [{ job_name: '' }, { name: '' }],
  ])('%j', (row, expected) => {
    expect(read(dump(row)).jobs).toMatchObject([expected]);
  });

  it('hazard 10: of a job that runs counts up to the last event of the dump, and says so', () => {
    const { jobs, diagnostics } = read(dump({ time_end: 0, state: 1 }, { id_job: 85, time_end: 2005 }));
    expect(jobs[0]).toMatchObject({ state: 'running', end: Number.NaN, elapsed: 1000 });
    expect(diagnostics.map(({ rule }) => rule)).toContain('slurm-undated');
  });

  it('of a job that is suspended counts until that began', () => {
    expect(read(dump({ time_end: 0, state: 2, time_suspended: 1008 })).jobs).toMatchObject([{ elapsed: 3 }]);
  });

  it('hazard 2: that is left of an array is no attempt; a deleted one is left out', () => {
    const rest = { id_array_job: 84, array_task_str: '5-9%2' };
    expect(read(dump({}, rest, { deleted: 1 })).settled).toEqual({ arrayRemainders: 1, ignored: 1 });
  });

  it('without the other tables has no GPUs and no names, and both are said', () => {
    const { jobs, diagnostics } = read(CREATE + insert({}));
    expect(jobs).toMatchObject([{ user: '1001', gpus: Number.NaN, cpus: 2 }]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['slurm-no-tres-table', 'slurm-no-assoc-table']);
  });

  it('of a table whose columns are not named, or cut, is set aside with the remedy', () => {
    const { rejects } = read(`${TRES}${insert({})}`);
    expect(rejects).toMatchObject([{ rule: 'slurm-sql', reason: expect.stringContaining('--complete-insert') }]);
    const cut = read(CREATE + insert({}, { id_job: 85 }).slice(0, -40));
    expect(cut.jobs).toHaveLength(1);
    expect(cut.rejects).toMatchObject([{ rule: 'slurm-sql' }]);
  });
});

it.each([
  [0, 'pending'],
  [1, 'running'],
  [3, 'completed'],
  [8192, 'resized'],
  [1024 + 1, 'requeued'],
  [11, 'out-of-memory'],
  [77, 'unknown'],
])('the state %i is %s', (number, state) => {
  expect(stateOfNumber(number)).toBe(state);
});

it('values of any kind are read as they were written', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(undefined));
  fc.assert(
    fc.property(fc.array(fc.array(value, { minLength: 1 }), { minLength: 1 }), (rows) => {
      const text = `INSERT INTO \`t\` VALUES ${rows.map((row) => `(${row.map(sql).join(',')})`).join(',')};`;
      const found: SqlValue[][] = [];
      expect(readRows(text, parseInsert(text)?.start ?? -1, (values) => found.push([...values]))).toBe(true);
      expect(found).toEqual(rows.map((row) => row.map((each) => (each === undefined ? undefined : String(each)))));
    }),
  );
});

it('blobs in hexadecimal are texts', () => {
  const found: SqlValue[][] = [];
  readRows("(0x6CC3A9,0x,_binary 'x');", 0, (values) => found.push([...values]));
  expect(found).toEqual([['lé', '', 'x']]);
});

it('a real dump in pieces of any size, broken anywhere, never throws and reads alike', () => {
  const lines = REAL.split('\n').filter((line) => line.length < 1500);
  const broken = fc.constantFrom(...lines).chain((text) => fc.nat(text.length).map((at) => text.slice(0, at)));
  const any = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...lines) }, broken, fc.string({ maxLength: 40 }));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), fc.array(fc.integer({ min: 1, max: 500 })), (list, sizes) => {
      const text = CREATE + list.join('\n');
      expect(readWith(mysqldump, text, sizes)).toEqual(readWith(mysqldump, text));
    }),
  );
});

it('a real dump: the attempts of sacct, as they were', async () => {
  const [database, sacct] = await Promise.all([
    factsFrom({ 'slurm.sql': REAL }),
    factsFrom({ 'sacct.txt': slurmFixture('22.05/parsable2-core/parsable2-core.txt') }),
  ]);
  const essence = ({ state, wall, ...rest }: ReadAttempt) => ({ ...rest, state, wall: state === 'running' ? 0 : wall });
  const NEVER_ELIGIBLE = new Set(['82', '86', '87', '145']);
  const known = attemptsIn(database).filter(({ id }) => !NEVER_ELIGIBLE.has(id));
  const byId = (a: ReadAttempt, b: ReadAttempt): number => Number(a.raw) - Number(b.raw) || a.wall - b.wall;
  expect(known.sort(byId).map(essence)).toEqual(attemptsIn(sacct).sort(byId).map(essence));
  expect(database.findings.sweeps.map(({ name, members }) => `${name} ${members.length}`).sort()).toEqual(
    sacct.findings.sweeps.map(({ name, members }) => `${name} ${members.length}`).sort(),
  );
});
