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

describe('a table of jobs whose states are in capitals', () => {
  const HEAD = 'job_id,gpu_type,num_gpus,start_time,end_time,status';
  const rowsOf = (...more: readonly string[]): string[] => [
    `101,A100,4,2024-03-01 10:00:00,2024-03-01 12:00:00,COMPLETED${more[0] ?? ''}`,
    `102,A100,4,2024-03-02 10:00:00,2024-03-02 12:00:00,FAILED${more[1] ?? ''}`,
  ];

  it.each([
    ['is read by its header', [HEAD, ...rowsOf()]],
    ['below a title', ['Jobs of 2024,,,,,', HEAD, ...rowsOf()]],
    ['with semicolons', [HEAD, ...rowsOf()].map((line) => line.replaceAll(',', ';'))],
    ['with commas in what is quoted', [`${HEAD},note`, ...rowsOf(',"a, b, c"', ',"d, e"')]],
    ['with names that are numbered', [`${HEAD},top_1,top_5`, ...rowsOf(',0.1,0.2', ',0.3,0.4')]],
  ])('%s', async (_, lines) => {
    const facts = await factsFrom({ 'jobs.csv': `${lines.join('\n')}\n` });
    expect(facts.inputs.map(({ source }) => source)).toEqual(['table']);
    expect(gpuSecondsIn(facts)).toBe(2 * 4 * 7200);
  });

  it('is none where no names stand above: what a command said before the first row is no header', async () => {
    const rows = ['Loading module, please wait, thank you, done', ...LINES].join('\n');
    await expect(factsFrom({ 'a.txt': rows })).rejects.toThrow(/no header line/);
  });
});

describe('cells that free text or lists moved', () => {
  const read = (...lines: readonly string[]) => factsFrom({ 'a.csv': `${lines.join('\n')}\n` });
  const tres = 'billing=1,cpu=1,gres/gpu:m40=2,gres/gpu=2,mem=4G,node=1';

  it('do not hide the id of a row that begins with JobIDRaw: no row is swallowed by the name before it', async () => {
    const header = 'JobIDRaw,AllocTRES,Submit,JobID,ElapsedRaw,JobName';
    const row = (id: number): string => `${id},${tres},1709287200,${id},10,a`;
    expect(gpuSecondsIn(await read(header, row(84), row(85), row(86)))).toBe(60);
    const piped = (id: number): string => `${id}|1709287200|10|sbatch -J a|b t.sh|${id}|/home/i`;
    const facts = await read('JobIDRaw|Submit|ElapsedRaw|SubmitLine|JobID|WorkDir', piped(84), piped(85), piped(86));
    expect(facts.ledger.count).toBe(3);
  });

  it('do not make resources a part of the partition before them', async () => {
    const facts = await read('Partition,AllocTRES,Submit,ElapsedRaw,JobID', `gpu,${tres},1709287200,10,84`);
    expect(attemptsIn(facts)).toMatchObject([{ wall: 10, gpus: 2 }]);
    const names = await read('Partition,User,AllocTRES,Submit,ElapsedRaw,JobID', `gpu,ines,${tres},1709287200,10,84`);
    expect(attemptsIn(names)).toMatchObject([{ user: 'ines', wall: 10, gpus: 2 }]);
  });

  it('are not guessed at where what is counted would differ: the row is set aside', async () => {
    // 0.6 is a hyperparameter, or step 6 of job 0; 36 is the job, or the name.
    const [header, row] = ['SubmitLine,JobIDRaw,JobName,Submit,ElapsedRaw', 'sbatch t.sh 0.4,0.6,36,a,1709287200,10'];
    await expect(read(header, row)).rejects.toThrow('no way to tell which belong together');
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

  // Job 130 of the real cluster: 8 GPUs for 4 s, then 4 for 5 s; both parts are printed with the first start.
  const resized: Readonly<Record<string, readonly string[]>> = {
    JobID: ['130', '130'],
    State: ['RESIZING', 'COMPLETED'],
    Submit: ['1709287215', '1709287220'],
    Start: ['1709287216', '1709287216'],
    End: ['1709287220', '1709287225'],
    ElapsedRaw: ['4', '9'],
    AllocTRES: ['gres/gpu=8', 'gres/gpu=4'],
  };
  const without = (...missing: readonly string[]) => {
    const columns = Object.keys(resized).filter((name) => !missing.includes(name));
    const rows = [0, 1].map((row) => columns.map((name) => resized[name]?.[row]).join('|'));
    return factsFrom({ 'a.txt': `${[columns.join('|'), ...rows].join('\n')}\n` });
  };

  it('no Start: it is reckoned from End, so that parts of a resized job do not overlap', async () => {
    expect(gpuSecondsIn(await without())).toBe(52);
    const facts = await without('Start');
    expect(gpuSecondsIn(facts)).toBe(52);
    expect(rulesIn(facts)).not.toContain('slurm-no-start');
  });

  it.each([
    ['slurm-no-start', ['Start', 'End']],
    ['slurm-no-submit', ['Submit']],
    ['slurm-no-state', ['State']],
    ['slurm-no-elapsed', ['ElapsedRaw']],
  ])('%s: what that leaves open is said', async (rule, missing) => {
    const facts = await without(...missing);
    expect(facts.diagnostics.find((each) => each.rule === rule)).toMatchObject({ severity: 'warning' });
    expect(rulesIn(await without())).not.toContain(rule);
  });

  it('no Elapsed: Suspended is taken off the span from Start to End, as Slurm does', async () => {
    const header = 'JobID|State|Submit|Start|End|Suspended|AllocTRES';
    const row = '84|COMPLETED|1709287200|1709287205|1709287216|00:00:09|gres/gpu=1';
    const facts = await factsFrom({ 'a.txt': `${header}\n${row}\n` });
    expect(gpuSecondsIn(facts)).toBe(2);
    expect(rulesIn(facts)).not.toContain('slurm-no-elapsed');
  });

  it('no JobID: what is left of an array may be counted, and that is said', async () => {
    const text = 'JobIDRaw|State|Submit|Start|ElapsedRaw\n84|COMPLETED|1709287200|1709287205|10\n';
    expect(rulesIn(await factsFrom({ 'a.txt': text }))).toContain('slurm-no-jobid');
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
