import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandOf } from '../../src/cli/command-of.ts';
import { commandLine, pageCommandLine } from '../../src/model/command.ts';
import { directoryWith, filesIn, runCli } from '../support/run-cli.ts';
import { sacctText } from '../support/sacct-text.ts';

const NO_FILE = { path: 'runledger.yaml', config: {}, lineOf: () => 0 };
const LOGS = { 'my logs/a.txt': sacctText([1, 2, 3].map((lr) => ({ id: `7${lr}`, name: `srl_lr0.${lr}` }))) };

describe('the command that makes a report again', () => {
  it('has what decides the report, in one order, and not where it goes or what is printed', () => {
    const options = { quiet: true, out: 'x', json: true, redact: true, region: 'DE', method: 'default', user: 'ines' };
    expect(commandLine(commandOf(['b', '-a'], options, NO_FILE))).toBe(
      'runledger report --user ines --method default --region DE --redact b ./-a',
    );
    const paths = ['./logs/', '/home/ines/logs', '../logs', 'a//b'];
    expect(commandLine(commandOf(paths, {}, NO_FILE))).toBe('runledger report logs logs ../logs a/b');
  });

  it('is read by a shell as what was typed', () => {
    const paths = ["it's", 'a b', '$HOME', '`id`', 'x;y', '"q"', 'ü', '*', '\\', '~'];
    const line = pageCommandLine(commandOf(paths, { locale: 'de' }, NO_FILE));
    const read = execFileSync('sh', ['-c', `runledger() { printf '%s\\n' "$@"; }; ${line}`], { encoding: 'utf8' });
    expect(read).toBe(`${['report', '--locale', 'de', ...paths].join('\n')}\n`);
  });
});

describe('a report', () => {
  it('has it on the page and in report.json, with the configuration, and gives the same bytes by it', async () => {
    const yaml = 'region: FR\n';
    const cwd = directoryWith({ ...LOGS, 'runledger.yaml': yaml });
    await runCli(['report', 'my logs', '--method', 'default', '-o', 'one', '--quiet'], cwd);
    const first = filesIn(join(cwd, 'one'));
    const { command, configuration } = JSON.parse(first['report.json'] ?? '');
    expect(command).toBe("runledger report --method default 'my logs'");
    expect(configuration).toEqual({ path: 'runledger.yaml', sha256: createHash('sha256').update(yaml).digest('hex') });
    expect(first['index.html']).toContain('runledger report --method default &#39;my logs&#39;');
    await runCli(['report', '-o', 'two', 'my logs', '--method', 'default', '--json'], cwd);
    expect(filesIn(join(cwd, 'two'))).toEqual(first);
  });

  it('has no name in it under --redact', async () => {
    const cwd = directoryWith({ ...LOGS, 'wombat/quokka.yaml': 'method: ours\nmethods: { ours: { pue: 1.1 } }\n' });
    await runCli(
      [
        'report',
        'my logs/a.txt',
        '--user',
        'ines',
        '--config',
        join(cwd, 'wombat/quokka.yaml'),
        '--redact',
        '-o',
        'out',
      ],
      cwd,
    );
    const { command, configuration } = JSON.parse(filesIn(join(cwd, 'out'))['report.json'] ?? '');
    expect(command).toMatch(/^runledger report --config path-\d+ --user user-\d+ --redact path-\d+$/);
    expect(Object.values(filesIn(join(cwd, 'out'))).filter((text) => /quokka|wombat/.test(text))).toEqual([]);
    expect(configuration.path).toMatch(/^path-\d+$/);
  });
});

describe('--locale', () => {
  it('changes the page and nothing else, and may stand in runledger.yaml', async () => {
    const cwd = directoryWith({
      ...LOGS,
      'de/a.txt': LOGS['my logs/a.txt'],
      'de/runledger.yaml': 'locale: de\nproject: my logs\n',
    });
    await runCli(['report', 'my logs', '-o', 'en'], cwd);
    await runCli(['report', 'my logs', '-o', 'by-option', '--locale', 'de'], cwd);
    await runCli(['report', 'de', '-o', 'by-file'], cwd);
    const [english, byOption, byFile] = ['en', 'by-option', 'by-file'].map((name) => filesIn(join(cwd, name)));
    const { 'index.html': page, ...others } = byOption ?? {};
    expect({ ...others, 'index.html': english?.['index.html'] }).toEqual(english);
    expect([page, byFile?.['index.html']].map((text) => text?.includes('German notation: 1.234,5'))).toEqual([
      true,
      true,
    ]);
    expect((await runCli(['report', 'my logs', '--locale', 'fr'], cwd)).code).toBe(2);
  });
});
