import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratch } from '../support/scratch.ts';

const PROGRAM = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const DUMP = new URL('../../fixtures/slurm/22.05/parsable2-core', import.meta.url).pathname;

const run = (...args: string[]) =>
  spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8', cwd: scratch() });

describe('exit codes of the contract', () => {
  it('0 when done, with the path of the page last, and nothing on stderr when it is piped', () => {
    const out = scratch();
    const { status, stdout, stderr } = run('report', DUMP, '-o', out);
    expect(status).toBe(0);
    expect(stdout.trimEnd().endsWith(join(out, 'index.html'))).toBe(true);
    expect(stderr).toBe('');
  });

  it.each([
    ['a path that is not there', ['report', '/no/such/logs']],
    ['a command that there is not', ['frobnicate']],
    ['an option that there is not', ['report', DUMP, '--frobnicate']],
    ['a method that there is not', ['report', DUMP, '--method', 'guess']],
    ['a region that is in no table', ['report', DUMP, '--region', 'XX']],
    ['a zone that there is not', ['report', DUMP, '--timezone', 'Mars/Olympus']],
    ['a date that is none', ['report', DUMP, '--since', 'yesterday']],
    ['a published job that is not in the logs', ['report', DUMP, '--final', '999999']],
    ['a file that is no log', ['report', PROGRAM]],
    ['no path at all', ['report']],
  ])('2 and a message without a stack trace for %s', (_, args) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim()).not.toBe('');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('2 with the missing columns and the export that has them, when nothing can be counted', () => {
    const file = join(scratch(), 'brief.txt');
    writeFileSync(file, 'JobID|State|ExitCode\n1|COMPLETED|0:0\n');
    const { status, stderr } = run('report', file);
    expect(status).toBe(2);
    expect(stderr).toContain('Elapsed');
    expect(stderr).toContain('sacct -P -D -S');
  });

  it('1 under --strict when a record was rejected, 0 without', () => {
    const file = join(scratch(), 'odd.txt');
    const header = 'JobID|JobName|State|Submit|Start|End|ElapsedRaw|AllocTRES';
    const job = '1|a|COMPLETED|2024-01-01T00:00:00|2024-01-01T00:00:00|2024-01-01T01:00:00|3600|gres/gpu=1';
    writeFileSync(file, `${header}\n${job}\n2|b|COMPLETED|12:00|12:00|13:00|3600|gres/gpu=1\n`);
    expect(run('report', file, '--strict').status).toBe(1);
    expect(run('report', file).status).toBe(0);
  });
});

describe('output of the contract', () => {
  it('is seven files, the same bytes each time', () => {
    const [first, second] = [scratch(), scratch()];
    for (const out of [first, second]) run('report', DUMP, '-o', out);
    const names = readdirSync(first).sort();
    expect(names).toEqual(
      ['index.html', 'jobs.csv', 'rejects.csv', 'report.json', 'statement.md', 'statement.tex', 'sweeps.csv'].sort(),
    );
    for (const name of names) {
      expect(readFileSync(join(first, name)).equals(readFileSync(join(second, name))), name).toBe(true);
    }
  });

  it('is report.json alone on stdout with --json, and nothing with --quiet', () => {
    const report = JSON.parse(
      execFileSync(process.execPath, [PROGRAM, 'report', DUMP, '-o', scratch(), '--json'], { encoding: 'utf8' }),
    );
    expect(report.schema).toBe('runledger/report@1');
    expect(report.totals.attempts).toBe(145);
    expect(run('report', DUMP, '--quiet').stdout).toBe('');
  });

  it('goes to reports/<project> unless told otherwise', () => {
    const cwd = scratch();
    spawnSync(process.execPath, [PROGRAM, 'report', DUMP, '--project', 'my study'], { cwd });
    expect(readdirSync(join(cwd, 'reports'))).toEqual(['my-study']);
  });

  it('has the columns of the contract in each CSV', () => {
    const out = scratch();
    run('report', DUMP, '-o', out);
    const header = (name: string): string => readFileSync(join(out, name), 'utf8').split('\n', 1)[0] as string;
    // Columns may be added, at the end.
    expect(header('jobs.csv').split(',').slice(0, 22).join()).toBe(
      'attempt_id,source,cluster,job_id,job_id_raw,run_id,name,user,account,partition,state,submitted_utc,started_utc,ended_utc,wall_seconds,gpus,gpu_model,gpu_hours,energy_kwh,cloud_usd,sweep_id,params_json',
    );
    expect(header('sweeps.csv')).toBe(
      'sweep_id,name,kind,attempts,runs,start_utc,end_utc,gpu_hours,cloud_usd_low,cloud_usd_high,energy_kwh,coverage,confidence,parameters_json,best_metric,best_run_id,metric_name,metric_variance,most_sensitive_parameter,omega_squared',
    );
    expect(header('rejects.csv')).toBe('file,line,rule,reason,text');
  });

  it('neutralises names that a spreadsheet would run', () => {
    const out = scratch();
    run('report', DUMP, '-o', out);
    expect(readFileSync(join(out, 'jobs.csv'), 'utf8')).toContain(",'=cmd(),");
  });

  it('leaves names out with --redact', () => {
    const out = scratch();
    run('report', DUMP, '-o', out, '--redact');
    for (const name of readdirSync(out)) {
      expect(readFileSync(join(out, name), 'utf8'), name).not.toMatch(
        /\b(alice|bob|vision|lisa-parser|slurm-work|parsable2-core)\b/,
      );
    }
  });
});
