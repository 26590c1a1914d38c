import { describe, expect, it } from 'vitest';
import { headerIn } from '../../../src/ingest/slurm/header-line.ts';
import { attemptsIn, factsFrom, gpuSecondsIn, rulesIn } from '../../support/read-logs.ts';

const HEADER = 'JobID,JobName,User,State,Submit,Start,End,ElapsedRaw,AllocTRES';
const TRES = 'billing=8,cpu=8,gres/gpu:a100=4,gres/gpu=4,mem=64G,node=1';
/** One job of 4 GPUs for ten hours, its two steps, and what is left of an array. */
const ROWS: readonly (readonly string[])[] = [
  ['700', 't', 'ann', 'COMPLETED', '2024-01-30T00:00:00', '2024-01-30T00:00:00', '2024-01-30T10:00:00', '36000', TRES],
  [
    '700.batch',
    'batch',
    '',
    'COMPLETED',
    '2024-01-30T00:00:00',
    '2024-01-30T00:00:00',
    '2024-01-30T10:00:00',
    '36000',
    TRES,
  ],
  [
    '700.0',
    'python',
    '',
    'COMPLETED',
    '2024-01-30T00:00:10',
    '2024-01-30T00:00:10',
    '2024-01-30T10:00:00',
    '35990',
    TRES,
  ],
  ['701_[3-9]', 'arr', 'ann', 'PENDING', '2024-01-30T00:00:10', 'Unknown', 'Unknown', '0', ''],
];

type Cells = readonly string[];
const quoted = (cell: string): string => (cell.includes(',') ? `"${cell}"` : cell);
const comma = (cells: Cells): string => cells.map(quoted).join(',');
const csv = (header: string, before: (row: number) => Cells, after: Cells = []): string =>
  [header, ...ROWS.map((cells, row) => comma([...before(row), ...cells, ...after]))].join('\n');
const bars = (between: string, edge: (line: string) => string, rule: readonly string[] = []): string => {
  const [header = '', ...rows] = [HEADER.split(','), ...ROWS].map((cells) => edge(cells.join(between)));
  return [header, ...rule, ...rows].join('\n');
};
const rCells = (cells: Cells): string =>
  cells.map((cell) => (cell === '' ? 'NA' : /^\d+$/.test(cell) && cell.length > 3 ? cell : `"${cell}"`)).join(',');

const DUMPS: readonly (readonly [string, string])[] = [
  ['with a column of GPUs that a user added', csv(`${HEADER},gpus`, () => [], ['4'])],
  ['with the row numbers of pandas', csv(`,${HEADER}`, (row) => [String(row)])],
  ['with the row numbers of pandas, read and saved again', csv(`Unnamed: 0,${HEADER}`, (row) => [String(row)])],
  ['with row numbers and a column of GPUs', csv(`,${HEADER},n_gpus`, (row) => [String(row)], ['4'])],
  ['with row numbers under a name', csv(`index,${HEADER}`, (row) => [String(row)])],
  [
    'that R wrote',
    [`"",${HEADER.split(',').map((name) => `"${name}"`)}`, ...ROWS.map((row, at) => `"${at + 1}",${rCells(row)}`)].join(
      '\n',
    ),
  ],
  ['as a table of Org', bars('|', (line) => `|${line}|`, ['|---+---+---|'])],
  ['as a table of Markdown', bars(' | ', (line) => `| ${line} |`, [`|${' --- |'.repeat(9)}`])],
  ['with blanks around bars', bars(' | ', (line) => line)],
  ['quoted in a mail', bars('|', (line) => `> ${line}`)],
  ['quoted in a mail twice', bars('|', (line) => `> > ${line}`)],
];

describe('a dump that went through something else: 4 GPUs for 10 h are 40 GPU-hours, steps and rests of arrays are no jobs', () => {
  it.each(DUMPS)('%s', async (_, text) => {
    const facts = await factsFrom({ 'jobs.csv': `${text}\n` });
    expect(attemptsIn(facts)).toMatchObject([{ id: '700', user: 'ann', state: 'completed', wall: 36_000, gpus: 4 }]);
    expect(facts.ledger.reconciliation).toMatchObject({ attempts: 1, steps: 2, arrayRemainders: 1, rejected: 0 });
  });

  it('counts once beside the dump that it was made of', async () => {
    const facts = await factsFrom({
      'a.txt': [HEADER.replaceAll(',', '|'), (ROWS[0] as Cells).join('|')].join('\n'),
      'b.csv': csv(`,${HEADER}`, (row) => [String(row)]),
    });
    expect(facts.ledger.reconciliation).toMatchObject({ attempts: 1, duplicates: 1 });
  });
});

it('says which columns of GPUs are not read', async () => {
  const facts = await factsFrom({ 'jobs.csv': csv(`${HEADER},gpus`, () => [], ['4']) });
  expect(rulesIn(facts)).toContain('slurm-foreign-columns');
});

it('believes a column of GPUs of someone’s own where AllocTRES lists none: 10 h of 2 are 20', async () => {
  const row = '700,t,ann,COMPLETED,2024-01-30T00:00:00,2024-01-30T00:00:00,2024-01-30T10:00:00,36000,cpu=8,2';
  const facts = await factsFrom({ 'jobs.csv': `${HEADER},gpus\n${row}\n` });
  expect(gpuSecondsIn(facts) / 3600).toBe(20);
});

it('keeps the energy of a batch step whose cells a spreadsheet quoted', async () => {
  const row = (id: string, joules: string): string =>
    `${id},t,ann,COMPLETED,2024-01-30T00:00:00,2024-01-30T00:00:00,2024-01-30T10:00:00,36000,"${TRES}",${joules}`;
  const text = [`${HEADER},ConsumedEnergyRaw`, row('700', ''), row('700.batch', '43200000')].join('\n');
  const { table } = (await factsFrom({ 'jobs.csv': text })).ledger;
  expect(table.energyJoules.at(0)).toBe(43_200_000);
});

it.each([
  'sacct -P -o JobID,JobName,State,Submit,Start,End,ElapsedRaw,AllocTRES > all.txt',
  '$ sacct --format=JobID,State,Elapsed,AllocTRES',
  '  local columns="JobID|State|Elapsed|Submit"',
])('a command that names columns is no header: %s', (line) => {
  expect(headerIn(line)).toBeUndefined();
});
