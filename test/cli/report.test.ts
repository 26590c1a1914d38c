import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../support/files-of.ts';
import { departures, REPORT } from '../support/report-contract.ts';
import { directoryWith, filesIn, runCli, runCliIntoHead } from '../support/run-cli.ts';
import { type SacctRow, sacctText } from '../support/sacct-text.ts';

const FILES = ['index.html', 'jobs.csv', 'rejects.csv', 'report.json', 'statement.md', 'statement.tex', 'sweeps.csv'];

/** A sweep of three by ines in March, an array of two and a job alone by tomas in April: 6 + 4 + 5 h. */
const JOBS: readonly SacctRow[] = [
  { id: '70', name: 'lisa_lr0.1', hours: 1 },
  { id: '71', name: 'lisa_lr0.01', hours: 2, submit: '2018-03-01T10:00:01' },
  { id: '72', name: 'lisa_lr0.001', hours: 3, submit: '2018-03-01T10:00:02' },
  { id: '84_0', raw: '85', name: 'tune', hours: 2, submit: '2018-04-01T00:00:00', user: 'tomas', account: 'srl' },
  { id: '84_1', raw: '84', name: 'tune', hours: 2, submit: '2018-04-01T00:00:00', user: 'tomas', account: 'srl' },
  { id: '90', name: 'eval', hours: 5, submit: '2018-04-02T00:00:00', user: 'tomas', gpu: 'm40', state: 'FAILED' },
];
const CUT_ROW = '99|99|selenite|cut off here\n';

const withLogs = (rows = JOBS, more = ''): string => directoryWith({ 'logs/sacct.txt': sacctText(rows) + more });

/** Runs `report logs …` and reads report.json from where it should be. */
async function reported(...args: readonly string[]) {
  const cwd = withLogs();
  const outcome = await runCli(['report', 'logs', '-o', 'out', ...args], cwd);
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  const files = filesIn(join(cwd, 'out'));
  return { ...outcome, files, json: JSON.parse(files['report.json'] as string) };
}

describe.concurrent('runledger report', () => {
  it('writes seven files to reports/<project> and prints the answer and the path of the page', async () => {
    const cwd = withLogs();
    const { code, stdout, stderr } = await runCli(['report', 'logs'], cwd);
    expect([code, stderr]).toEqual([0, '']);
    expect(readdirSync(join(cwd, 'reports/logs')).sort()).toEqual(FILES);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('reports/logs/index.html');
    expect(stdout).toContain('6 attempts in 6 runs, 2 sweeps, 15 GPU-hours');
    expect(stdout).toContain('records: 12 read = 6 attempts + 6 steps');
    expect(stdout).not.toContain('\u001b');
  });

  it('writes what the contract says', async () => {
    const { json, files } = await reported();
    expect(departures(json, REPORT)).toEqual([]);
    expect(json.reconciliation).toMatchObject({ records: 12, attempts: 6, steps: 6, rejected: 0 });
    expect(readCsv(files['jobs.csv'] as string).rows).toHaveLength(6);
    expect(files['rejects.csv']).toBe('file,line,rule,reason,text\n');
    expect(json.inputs).toMatchObject([{ path: 'logs/sacct.txt', source: 'slurm-sacct', records: 12 }]);
  });

  it('gives the same bytes every time, wherever it writes', async () => {
    const cwd = withLogs();
    await runCli(['report', 'logs', '-o', 'a'], cwd);
    await runCli(['report', join(cwd, 'logs'), '--out', 'deep/er/b', '--no-color'], cwd);
    expect(filesIn(join(cwd, 'deep/er/b'))).toEqual(filesIn(join(cwd, 'a')));
  });

  it('takes the name of the project from --project, for the folder too', async () => {
    const cwd = withLogs();
    await runCli(['report', 'logs', '--project', 'LISA / 2018'], cwd);
    expect(readdirSync(join(cwd, 'reports'))).toEqual(['LISA-2018']);
    expect(JSON.parse(filesIn(join(cwd, 'reports/LISA-2018'))['report.json'] as string).project.name).toBe(
      'LISA / 2018',
    );
  });

  it('never leaves its folder, whatever the project is called', async () => {
    const cwd = withLogs();
    await runCli(['report', 'logs', '--project', '../../etc'], cwd);
    expect(readdirSync(cwd).sort()).toEqual(['logs', 'reports']);
  });

  it('reads jobs of which each has its own id for its raw id', async () => {
    const cwd = withLogs(JOBS.filter(({ raw }) => raw === undefined));
    expect(await runCli(['report', 'logs', '--quiet'], cwd)).toMatchObject({ code: 0 });
  });
});

describe.concurrent('output', () => {
  it('--quiet prints nothing', async () => {
    expect(await reported('--quiet')).toMatchObject({ stdout: '', stderr: '' });
  });

  it('--json prints report.json and nothing else', async () => {
    const { stdout, files } = await reported('--json');
    expect(stdout).toBe(files['report.json']);
    expect(JSON.parse(stdout).schema).toBe('runledger/report@1');
  });

  it('that nobody reads to the end is no error', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      id: `${1000 + (index >> 1)}_${index % 2}`,
      raw: `${9000 + index}`,
    }));
    const { code, stdout, stderr } = await runCliIntoHead(['report', 'logs', '--json'], withLogs(many));
    expect(stdout).toContain('runledger/report@1');
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe.concurrent('--strict', () => {
  it.each([
    ['a record was rejected', CUT_ROW, 1],
    ['none was', '', 0],
  ])('when %s (%j) exits with %i, the report written', async (_, more, code) => {
    const cwd = withLogs(JOBS, more);
    expect(await runCli(['report', 'logs', '--strict', '-o', 'out'], cwd)).toMatchObject({ code });
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(FILES);
  });

  it('is needed for that: without it a rejected record is exit 0 and a row of rejects.csv', async () => {
    const cwd = withLogs(JOBS, CUT_ROW);
    expect(await runCli(['report', 'logs', '-o', 'out'], cwd)).toMatchObject({ code: 0 });
    expect(readCsv(filesIn(join(cwd, 'out'))['rejects.csv'] as string).rows).toMatchObject([
      { file: 'logs/sacct.txt', line: '14', text: '99|99|selenite|cut off here' },
    ]);
  });
});

describe.concurrent('jobs are chosen', () => {
  it.each([
    [['--user', 'tomas'], 3, 9],
    [['--user', 'tomas', '--account', 'srl'], 2, 4],
    [['--since', '2018-04-01'], 3, 9],
    [['--since', '2018-03-01T10:00:01', '--until', '2018-03-01T10:00:02'], 1, 2],
  ])('by %j: %i attempts, %i GPU-hours', async (args, attempts, gpuHours) => {
    const { json } = await reported(...args);
    expect(json.totals).toMatchObject({ attempts, gpuHours });
    expect(json.reconciliation).toMatchObject({ records: 12, attempts, ignored: 6 - attempts, steps: 6 });
  });

  it('--final names the published one', async () => {
    const { tiers } = (await reported('--final', '84_0')).json;
    expect(tiers.singleModel).toMatchObject({ attempts: 1, gpuHours: 2 });
    expect(tiers.singleTune).toMatchObject({ attempts: 2, gpuHours: 4, sweepId: 'sweep-002' });
  });
});

describe.concurrent('assumptions are chosen', () => {
  it('--method strubell-2019: 15 h at $0.43 to $1.46', async () => {
    const { json } = await reported('--method', 'strubell-2019');
    expect(json.method.name).toBe('strubell-2019');
    expect(json.totals.cloudUsd.low).toBeCloseTo(6.45, 9);
    expect(json.totals.cloudUsd.high).toBeCloseTo(21.9, 9);
  });

  it('--region FR: 0.0599 kg a kWh in 2018, when the jobs ran (Our World in Data)', async () => {
    const { totals } = (await reported('--region', 'FR')).json;
    expect(totals.co2eKg.value / totals.energyKwh.value).toBeCloseTo(0.0599, 9);
  });

  it('--timezone America/New_York: 10:00 in March is 15:00 UTC, and hours stay', async () => {
    const { json } = await reported('--timezone', 'America/New_York');
    expect(json.project.start).toBe('2018-03-01T15:00:00Z');
    expect(json.totals.gpuHours).toBe(15);
  });
});

it('--redact leaves no name of people, jobs, machines or folders in any file', async () => {
  const jobs = JOBS.map((job) => ({
    ...job,
    name: (job.name as string).replace('tune', 'wombat').replace('lisa', 'kowari'),
  }));
  const cwd = directoryWith({ 'quokka/bilby.txt': sacctText(jobs) + CUT_ROW.replace('cut', 'numbat') });
  await runCli(['report', 'quokka', '--redact', '-o', 'out'], cwd);
  const names = /ines|tomas|parsing|srl|selenite|kowari|wombat|quokka|bilby|numbat|train\.sh/g;
  for (const [file, text] of Object.entries(filesIn(join(cwd, 'out')))) {
    // What is packed for living charts has every three letters somewhere; test/redaction.test.ts unpacks it.
    const innocent = text.replaceAll(/lines|machines|baselines|[A-Za-z0-9+/]{400,}/g, '');
    expect([file, innocent.match(names)]).toEqual([file, null]);
  }
});

describe.concurrent('what the user must change is one line on stderr and exit 2', () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['report'], /missing required argument 'path'/],
    [['report', 'nowhere'], /^runledger: nowhere: no such file or directory\. Check the path$/],
    [['report', 'logs', '--bogus'], /unknown option '--bogus'/],
    [['frobnicate'], /unknown command 'frobnicate'/],
    [
      ['report', 'logs', '--method', 'green'],
      /--method green: no such method\. Known: default, green-algorithms, strubell-2019$/,
    ],
    [['report', 'logs', '--method', 'constructor'], /--method constructor: no such method/],
    [
      ['report', 'logs', '--region', 'ZZ'],
      /--region ZZ: not in the grid tables\. Give a country such as DE or a state such as US-CA: runledger tables grid lists all \d+$/,
    ],
    [['report', 'logs', '--timezone', 'Mars/Olympus'], /--timezone Mars\/Olympus: not an IANA zone/],
    [['report', 'logs', '--since', 'yesterday'], /--since yesterday: not a date\. Write YYYY-MM-DD/],
    [['report', 'logs', '--until', '2018-13-01'], /--until 2018-13-01: not a date/],
    [
      ['report', 'logs', '--final', '12345'],
      /--final 12345: no attempt or run has this id\. Ids look like 70, 71, 72$/,
    ],
    [
      ['report', 'logs', '--method', 'strubell-2019', '--region', 'FR'],
      /--region FR: .*strubell-2019 has a grid of its own/,
    ],
    [['report', 'logs', '--user', 'nobody'], /none of the \d+ job records is within/],
    [
      ['report', 'notes'],
      /notes: no file \(of 1\) was recognised as a log\..* runledger inspect .*\. Export one from Slurm with: sacct -P/,
    ],
    [['report', 'empty'], /empty: no file \(of 0\) was recognised as a log/],
    [['report', 'uncountable'], /no job could be counted\. uncountable\/a\.txt:2: .*Export again with: sacct/],
    [
      ['report', 'logs', '-o', 'notes/todo.txt'],
      /notes\/todo\.txt: cannot be written .* Give another directory with --out$/,
    ],
  ];

  it.each(cases)('runledger %j', async (args, message) => {
    const cwd = directoryWith({
      'logs/sacct.txt': sacctText(JOBS),
      'notes/todo.txt': 'buy milk\n',
      'empty/.hidden': '',
      'uncountable/a.txt': 'JobID|JobName|State|User\n1|train|COMPLETED|ines\n',
    });
    const { code, stdout, stderr } = await runCli(args, cwd);
    expect(stderr.trimEnd()).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([code, stdout, existsSync(join(cwd, 'reports'))]).toEqual([2, '', false]);
  });
});

describe.concurrent('runledger', () => {
  it.each(['--help', '--version'])('%s is exit 0', async (option) => {
    const { code, stdout, stderr } = await runCli([option], directoryWith());
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(option === '--help' ? /report \[options\] <path\.\.\.>/ : /^\d+\.\d+\.\d+\n$/);
  });

  it('without a command says what there is, and is exit 2', async () => {
    const { code, stdout, stderr } = await runCli([], directoryWith());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('report [options] <path...>');
  });
});
