import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sacctText } from '../../../src/ingest/slurm/sacct-text.ts';
import { attemptsIn, factsFrom, gpuSecondsIn, rulesIn } from '../../support/read-logs.ts';
import { readWith } from '../../support/read-source.ts';

const REAL = readFileSync(
  new URL('../../../fixtures/slurm/22.05/parsable2-core/parsable2-core.txt', import.meta.url),
  'utf8',
);
const [HEADER = '', ...LINES] = REAL.trimEnd().split('\n');

describe('records read from bytes and records read as text are the same', () => {
  // In pieces of one byte no line's end is in sight, so all of them are decoded and go through papaparse.
  it('a real dump', () => {
    expect(readWith(sacctText, REAL)).toEqual(readWith(sacctText, REAL, [1]));
  });

  it('lines of it in any order, broken anywhere, in pieces of any size', () => {
    const line = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...LINES) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(HEADER, '', 'sacct: error: slurmdbd', '12', '3|4', '7.batch|', '9_[1-4]|9'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(...LINES).chain((text) => fc.nat(text.length).map((at) => text.slice(0, at))),
      },
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.integer({ min: 1, max: 3000 }), (lines, size) => {
        const text = [HEADER, ...lines].join('\n');
        expect(readWith(sacctText, text, [size])).toEqual(readWith(sacctText, text, [1]));
      }),
      { numRuns: 200 },
    );
  });
});

describe('delimiters', () => {
  const rows = [
    'JobID|State|Submit|Start|End|ElapsedRaw|AllocTRES',
    '84|COMPLETED|1709287200|1709287205|1709287215|10|gres/gpu=2',
  ];
  it.each(['\u001f', '\t', ';', '^|^', '::', '~'])('%j', async (delimiter) => {
    const text = rows.map((row) => row.replaceAll('|', delimiter)).join('\n');
    expect(gpuSecondsIn(await factsFrom({ 'a.txt': text }))).toBe(20);
  });

  it('a comma, which TRES and node lists hold too', async () => {
    const header = 'JobID,JobName,State,Submit,Start,End,ElapsedRaw,AllocTRES,ReqTRES,NodeList,WorkDir,SubmitLine';
    const row =
      '84,a,b,COMPLETED,1709287200,1709287205,1709287215,10,billing=1,cpu=1,gres/gpu:m40=2,gres/gpu=2,node=2,billing=1,cpu=1,gres/gpu=4,n[01-02,04],n7,/home/i,sbatch -J a,b t.sh';
    const facts = await factsFrom({ 'a.csv': `${header}\n${row}\n` });
    expect(attemptsIn(facts)).toMatchObject([{ name: 'a,b', wall: 10, gpus: 2 }]);
    const { table } = facts.ledger;
    expect([table.nodeList.at(0), table.workDir.at(0), table.command.at(0)]).toEqual([
      'n[01-02,04],n7',
      '/home/i',
      'sbatch -J a,b t.sh',
    ]);
  });
});

it('cells that a spreadsheet quoted', async () => {
  const header = '"JobID","JobName","State","Submit","Start","End","ElapsedRaw","AllocTRES"';
  const row = '"84","say ""hi"", a","COMPLETED",1709287200,1709287205,1709287215,10,"cpu=1,gres/gpu=2"';
  const facts = await factsFrom({ 'a.csv': `${header}\n${row}\n` });
  expect(attemptsIn(facts)).toMatchObject([{ name: 'say "hi", a', wall: 10, gpus: 2 }]);
});

describe('rows without a header', () => {
  const text = LINES.join('\n');

  it('are refused with the two remedies', async () => {
    await expect(factsFrom({ 'a.txt': text })).rejects.toThrow(/no header line.*without -n.*runledger\.yaml/s);
  });

  it('are read once the user names the columns', async () => {
    const facts = await factsFrom({ 'a.txt': text }, { settings: { slurmColumns: HEADER.split('|') } });
    expect(attemptsIn(facts)).toEqual(attemptsIn(await factsFrom({ 'a.txt': REAL })));
  });

  it('with -p have an empty cell at the end', async () => {
    const parsable = text.replaceAll('\n', '|\n');
    const facts = await factsFrom({ 'a.txt': `${parsable}|` }, { settings: { slurmColumns: HEADER.split('|') } });
    expect(facts.ledger.count).toBe(145);
  });
});

describe('a dump that lacks a column', () => {
  const row = (header: string, cells: string): Promise<unknown> => factsFrom({ 'a.txt': `${header}\n${cells}\n` });

  it.each([
    [
      'no Elapsed',
      'JobID|JobName|State|Submit|AllocTRES',
      '84|a|COMPLETED|1709287200|gres/gpu=1',
      /no Elapsed.*sacct -P -D/,
    ],
    ['no JobID', 'JobName|State|Submit|ElapsedRaw', 'a|COMPLETED|1709287200|10', /no JobID column.*sacct -P -D/],
    [
      'no Submit or Start',
      'JobID|JobName|State|ElapsedRaw|AllocTRES',
      '84|a|COMPLETED|10|gres/gpu=1',
      /no Submit or Start.*sacct -P -D/,
    ],
  ])('%s: is refused, with the command that exports it', async (_, header, cells, message) => {
    await expect(row(header, cells)).rejects.toThrow(message);
  });

  it('no AllocTRES: jobs count, and it is said that their GPUs are not known', async () => {
    const text = 'JobID|State|Submit|Start|End|ElapsedRaw\n84|COMPLETED|1709287200|1709287205|1709287215|10\n';
    const facts = await factsFrom({ 'a.txt': text });
    expect(facts.ledger.count).toBe(1);
    expect(rulesIn(facts)).toContain('gpus-unknown');
  });

  it('no AllocTRES, but the submit line asks for GPUs: those stand in, and it is said', async () => {
    const header = 'JobID|State|Submit|Start|End|ElapsedRaw|NNodes|SubmitLine';
    const text = `${header}\n84|COMPLETED|1709287200|1709287205|1709287215|10|2|sbatch --gres=gpu:2 a.sh\n`;
    const facts = await factsFrom({ 'a.txt': text });
    expect(gpuSecondsIn(facts)).toBe(40);
    expect(rulesIn(facts)).toContain('slurm-gpus-asked');
  });
});

it('energy: of the job’s row if it states any, else of the batch step; 0 and marks of "no value" are none', async () => {
  const header = 'JobID|State|Submit|Start|End|ElapsedRaw|AllocTRES|ConsumedEnergyRaw';
  const times = '1709287200|1709287205|1709287215|10|gres/gpu=1';
  const rows = [
    `84|COMPLETED|${times}|0`,
    `84.batch|COMPLETED|${times}|1202`,
    `84.extern|COMPLETED|${times}|9999`,
    `85|COMPLETED|${times}|2161`,
    `85.batch|COMPLETED|${times}|700`,
    `86|COMPLETED|${times}|18446744073709551614`,
    `86.0|COMPLETED|${times}|5`,
  ];
  const { ledger } = await factsFrom({ 'a.txt': [header, ...rows].join('\n') });
  expect([0, 1, 2].map((row) => ledger.table.energyJoules.at(row))).toEqual([1202, 2161, Number.NaN]);
});
