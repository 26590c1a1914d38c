import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/cli/parse-config.ts';
import { runCli } from '../support/run-cli.ts';
import { scratch } from '../support/scratch.ts';

const GERMAN = 'Lauf;Beginn;Laufzeit (h);Anzahl GPUs;Notiz\nbert;03.05.2019 14:22;63,4;2;x\nSumme;;63,4;;\n';
const OPEN = 'job,started,duration,gpus\na,2024-03-01 10:00,16:25,1\nb,2024-03-01 10:00,04:25,1\n';

function logs(files: Readonly<Record<string, string>>): string {
  const directory = scratch();
  mkdirSync(join(directory, 'logs'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, 'logs', name), content);
  return directory;
}

describe('runledger inspect', () => {
  it('says what a table is, what its columns mean and how its rows are understood, in 80 columns', async () => {
    const cwd = logs({ 'jobs.csv': GERMAN, 'notes.txt': 'nothing\n' });
    const { code, stdout } = await runCli(['inspect', 'logs'], cwd);
    expect(code).toBe(0);
    expect(stdout).toContain('2 records = 1 job + 1 that are none');
    expect(stdout.replace(/\s+/g, ' ')).toContain('Laufzeit (h) = duration in hours');
    expect(stdout).toContain('not used  Notiz');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'line 2: bert; 2019-05-03 14:22 to 2019-05-06 05:46 UTC, 63.4 h, 2 GPUs, model not said',
    );
    expect(stdout).toContain('logs/notes.txt');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('says what is open and goes on to the next file; exit 2', async () => {
    const cwd = logs({ 'a.csv': OPEN, 'b.csv': GERMAN });
    const { code, stdout } = await runCli(['inspect', 'logs'], cwd);
    expect(code).toBe(2);
    expect(stdout.replace(/\s+/g, ' ')).toContain('can be read as minutes and seconds or as hours and minutes');
    expect(stdout).toContain('Laufzeit');
  });

  it('prints the same as JSON', async () => {
    const { stdout } = await runCli(['inspect', '--json', 'logs'], logs({ 'jobs.csv': GERMAN }));
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        { path: 'logs/jobs.csv', source: 'table', records: 2, jobs: 1, samples: [{ wallSeconds: 228_240, gpus: 2 }] },
      ],
    });
  });

  it('writes a configuration with which the report reads the same, and never over one that is there', async () => {
    const cwd = logs({ 'jobs.csv': GERMAN });
    expect((await runCli(['inspect', '--write-config', 'logs'], cwd)).code).toBe(0);
    const text = readFileSync(join(cwd, 'runledger.yaml'), 'utf8');
    expect(parseConfig(text, 'runledger.yaml').config.table?.columns).toMatchObject({
      Lauf: 'name',
      'Laufzeit (h)': 'duration',
    });
    const { stdout } = await runCli(['report', 'logs', '-o', 'out'], cwd);
    expect(stdout).toContain('127 GPU-hours');
    expect((await runCli(['inspect', '--write-config', 'logs'], cwd)).code).toBe(2);
  });

  it('writes down what is to be decided: with one # less the table is read', async () => {
    const cwd = logs({ 'jobs.csv': OPEN });
    await runCli(['inspect', '--write-config', 'logs'], cwd);
    const path = join(cwd, 'runledger.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('  #clock: hours:minutes\n', '  clock: hours:minutes\n'));
    const { code, stdout } = await runCli(['report', 'logs', '-o', 'out'], cwd);
    expect(code).toBe(0);
    expect(stdout).toContain('20.8 GPU-hours');
  });
});
