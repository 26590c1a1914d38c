import { describe, expect, it } from 'vitest';
import { sacctRows } from '../support/config-logs.ts';
import { directoryWith, filesIn, runCli } from '../support/run-cli.ts';

const LOG = sacctRows();

async function report(config: string, ...options: readonly string[]) {
  const cwd = directoryWith({ 'logs/sacct.txt': LOG, 'runledger.yaml': config });
  const outcome = await runCli(['report', 'logs', '-o', 'out', '--json', ...options], cwd);
  return { ...outcome, json: outcome.code === 0 ? JSON.parse(outcome.stdout) : undefined, cwd };
}

describe('a report with a configuration', () => {
  it('takes what it says in place of options', async () => {
    const { json } = await report('project: paper\nregion: DE\ntimezone: Europe/Berlin\npublished: "102"\n');
    // 2024-03-01 12:00 in Berlin is an hour earlier in UTC.
    expect(json.project).toMatchObject({ name: 'paper', start: '2024-03-01T11:00:00Z' });
    expect(json.tiers.singleModel.rule).toBe('job 102, named as the published one, with all its attempts');
    const { json: french } = await report('region: FR\n');
    expect(json.totals.co2eKg.value).not.toBe(french.totals.co2eKg.value);
  });

  it('lets the command line win', async () => {
    const config = 'project: paper\nregion: DE\nmethod: default\ntimezone: Europe/Berlin\npublished: "102"\n';
    const options = ['--project', 'x', '--timezone', 'UTC', '--final', '103', '--method', 'strubell-2019'];
    const { json } = await report(config, ...options);
    expect(json.project).toMatchObject({ name: 'x', start: '2024-03-01T12:00:00Z' });
    expect(json.method.name).toBe('strubell-2019'); // has a grid of its own: the region of the file stands aside
    expect(json.tiers.singleModel.rule).toContain('job 103');
    const { json: us } = await report('region: FR\n', '--region', 'US');
    const { json: alone } = await report('', '--region', 'US');
    expect(us.totals.co2eKg).toEqual(alone.totals.co2eKg);
  });

  it('draws what happened, by the clock of the zone, and leaves its words out where names are left out', async () => {
    const config =
      'timezone: Europe/Berlin\nevents:\n  - { date: 2024-03-01 13:00, note: NAACL deadline }\n  - { date: 2024-02-29, note: 2024 }\n';
    const page = async (...options: readonly string[]) =>
      filesIn(`${(await report(config, ...options)).cwd}/out`)['index.html'] ?? '';
    const told = await page();
    expect(told).toContain('by Europe/Berlin');
    expect(told).toMatch(/29 Feb 2024<.*2024<.*1 Mar 2024 13:00<.*NAACL deadline/s);
    const redacted = await page('--redact');
    expect(redacted).not.toContain('NAACL');
    expect(redacted).toMatch(/1 Mar 2024 13:00<.*event-/s);
  });

  it('gives the times of tables a zone of their own', async () => {
    const table = 'job,start,duration_h,gpus\na,2024-03-01 12:00,1,1\n';
    const files = {
      'logs/sacct.txt': LOG,
      'logs/jobs.csv': table,
      'runledger.yaml': 'table: { timezone: Asia/Tokyo }\n',
    };
    const cwd = directoryWith(files);
    await runCli(['report', 'logs', '-o', 'out'], cwd);
    const rows = (filesIn(`${cwd}/out`)['jobs.csv'] ?? '').split('\n');
    expect(rows.find((row) => row.includes(',table,'))).toContain('2024-03-01T03:00:00Z');
    expect(rows.find((row) => row.startsWith('101@'))).toContain('2024-03-01T12:00:00Z');
  });

  it.each([
    ['region: XX\n', 'runledger.yaml:1: region XX: not in the grid tables. Give a country such as DE'],
    ['\nmethod: green\n', 'runledger.yaml:2: method green: no such method. Known: '],
    [
      'method: strubell-2019\nregion: DE\n',
      'runledger.yaml:2: region DE: the method strubell-2019 has a grid of its own',
    ],
    ['published: 999\n', 'runledger.yaml:1: published 999: no attempt or run has this id. Ids look like 101, '],
    ['sweeps:\n  - runs: 999\n', 'runledger.yaml:2: "999" is no run in these logs. Write job ids such as 1201-1224'],
    [
      'sweeps:\n  - runs: lr_*\n  - runs: 101\n',
      'runledger.yaml:3: run 101 is in the sweep of line 2 already. Take it out',
    ],
    [
      'sweeps:\n  - runs: "105"\n',
      'runledger.yaml:2: "105" are ids of jobs on several clusters. Add cluster: a, or cluster: b',
    ],
  ])('%j is refused at its line; exit 2', async (config, message) => {
    const { code, stderr } = await report(config);
    expect(code).toBe(2);
    expect(stderr).toContain(`runledger: ${message}`);
  });

  it('says which sweeps were corrected, and changes no total', async () => {
    const { json: before } = await report('');
    const config = 'sweeps:\n  - { name: mine, runs: [101-102] }\n  - { runs: [103], isSweep: false }\n';
    const { json: after } = await report(config);
    expect(after.totals).toEqual(before.totals);
    expect(after.sweeps[0]).toMatchObject({ name: 'mine', runs: 2, confidence: 1, evidence: [{ rule: 'user' }, {}] });
    const noted = after.diagnostics.filter(({ rule }: { rule: string }) => rule.startsWith('sweeps-'));
    expect(noted).toMatchObject([
      { rule: 'sweeps-corrected', count: 1 },
      { rule: 'sweeps-denied', count: 1 },
    ]);
  });

  it('warns of columns that no table has', async () => {
    const files = { 'jobs.csv': 'job,start,duration_h,gpus\na,2024-03-01 12:00,1,1\n' };
    const cwd = directoryWith({ ...files, 'runledger.yaml': 'table:\n  columns:\n    strat: start\n' });
    const { stdout } = await runCli(['report', 'jobs.csv', '-o', 'out'], cwd);
    expect(stdout).toContain(
      'warning: the configuration names columns that no table has: "strat"; did you mean "start"?',
    );
  });
});

const PROJECTS =
  'projects:\n  parser: { names: "lr_*" }\n  rest:\n    - accounts: vis*\n    - { users: ben, names: "other" }\n';

describe('jobs of several projects', () => {
  it('are told apart by accounts, users and names; the report says how many were left out', async () => {
    const { json } = await report(PROJECTS, '--project', 'parser');
    expect(json.project.name).toBe('parser');
    expect(json.totals.attempts).toBe(4);
    const left = json.diagnostics.find(({ rule }: { rule: string }) => rule === 'other-projects');
    expect(left).toMatchObject({ severity: 'info', count: 3 });
    const { json: rest } = await report(`project: rest\n${PROJECTS}`);
    expect([rest.totals.attempts, rest.reconciliation.ignored]).toEqual([3, 4]);
  });

  it('are those of the only project, if there is one', async () => {
    const { json } = await report('projects: { vision: { accounts: vision } }\n');
    expect(json.project.name).toBe('vision');
    expect(json.totals.attempts).toBe(2);
  });

  it.each([
    [
      [],
      'runledger.yaml:1: the projects are parser, rest, and nothing says which of them this report is of. Say --project',
    ],
    [['--project', 'praser'], 'the projects are parser, rest, and praser is none of them'],
  ])('%j: it must be said which; exit 2', async (options, message) => {
    const { code, stderr } = await report(PROJECTS, ...options);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('may keep their name to themselves under --redact', async () => {
    const { json } = await report(`project: rest\n${PROJECTS}`, '--redact');
    expect(json.project.name).toBe('project');
    expect(json.totals.attempts).toBe(3);
  });
});
