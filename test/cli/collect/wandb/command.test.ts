import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { linesIn, namesIn } from '../../../support/collect-from-wandb.ts';
import { type FakeProject, fakeRun, fakeWandb, KEY } from '../../../support/fake-wandb.ts';
import { directoryWith, filesIn, runCli, startCli } from '../../../support/run-cli.ts';

const RUNS = Array.from({ length: 9 }, (_, index) => fakeRun(index, { config: `{"key":{"value":"${KEY}"}}` }));
const NAMES = RUNS.map(({ name }) => name);

/** A server, and the command as it is run there. */
async function setUp(start: Partial<FakeProject> = {}, files: Readonly<Record<string, string>> = {}) {
  const server = await fakeWandb({ runs: [...RUNS], ...start });
  onTestFinished(server.stop);
  const cwd = directoryWith(files);
  const { NETRC: _, WANDB_BASE_URL: __, ...others } = process.env;
  const environment = { ...others, HOME: cwd, USERPROFILE: cwd, WANDB_API_KEY: KEY, WANDB_BASE_URL: server.base };
  const argumentsOf = (args: readonly string[]): string[] => ['collect', 'wandb', 'ines/lisa', ...args];
  return {
    ...server,
    cwd,
    out: join(cwd, 'logs/wandb-ines-lisa'),
    run: (...args: readonly string[]) => runCli(argumentsOf(args), cwd, environment),
    start: (...args: readonly string[]) => startCli(argumentsOf(args), cwd, environment),
    runWith: (changed: Readonly<Record<string, string>>) =>
      runCli(argumentsOf([]), cwd, { ...environment, ...changed }),
  };
}

describe('the command', () => {
  it('writes to logs/wandb-ENTITY-PROJECT, and says how to go on', async () => {
    const { run, cwd, out } = await setUp();
    const { code, stdout, stderr } = await run();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('runledger report logs/wandb-ines-lisa');
    expect(namesIn(out)).toEqual(NAMES);
    expect(await run('--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(cwd)).toEqual(['logs']);
  });

  it('shows the key nowhere, in success and in failure', async () => {
    const { run, out, project } = await setUp();
    const said = [await run(), await run('--page-size', '2')];
    project.fault = () => ({ status: 400, body: `{"errors":["${KEY} is odd"]}` });
    said.push(await run());
    project.fault = () => ({ status: 401, body: KEY });
    said.push(await run());
    expect(said.map(({ code }) => code)).toEqual([0, 0, 2, 2]);
    expect(JSON.stringify(said)).toContain('[API key] is odd');
    const everything = JSON.stringify([said, filesIn(out)]);
    expect(everything).not.toContain(KEY);
    expect(everything).not.toContain(Buffer.from(`api:${KEY}`).toString('base64'));
  });

  it('goes on after it was killed in the middle: no run is lost, none is there twice', async () => {
    const { start, run, out, project, queries } = await setUp();
    project.fault = (_, index) => (index === 2 ? 'hang' : undefined);
    const child = start('--page-size', '2');
    while (queries.length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(namesIn(out)).toEqual(NAMES.slice(0, 4));
    expect(await run('--page-size', '2')).toMatchObject({ code: 0, stderr: '' });
    expect(namesIn(out)).toEqual(NAMES);
  });

  it('takes the key from netrc', async () => {
    const { runWith, base, out } = await setUp();
    const { cwd, runWith: runThere } = await setUp({}, { '.netrc': 'machine other.example password x' });
    const netrc = directoryWith({ netrc: `machine ${base.slice(7)}\n  login user\n  password ${KEY}\n` });
    expect(await runWith({ WANDB_API_KEY: '', NETRC: join(netrc, 'netrc') })).toMatchObject({ code: 0, stderr: '' });
    expect(linesIn(out)).toHaveLength(9);
    const { code, stderr } = await runThere({ WANDB_API_KEY: '' });
    expect([code, existsSync(join(cwd, 'logs'))]).toEqual([2, false]);
    expect(stderr).toMatch(
      /^runledger: no API key for 127\.0\.0\.1:\d+ in WANDB_API_KEY or .+\.netrc\. Get one at .+\n$/,
    );
  });

  it.each([
    ['--page-size', 'many'],
    ['--since', 'yesterday'],
    ['--base-url', 'http://w.example'],
    ['--base-url', 'https://nowhere.invalid'],
    ['-o', 'taken/logs'],
    ['more'],
    ['--frobnicate'],
  ])('exits with 2 and one line for %s %s', async (...args) => {
    const { run } = await setUp({}, { taken: '' });
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^(runledger|error): .+\n$/);
  });

  it('says in its help where the key is taken from', async () => {
    const { code, stdout } = await runCli(['collect', 'wandb', '--help'], directoryWith());
    expect(code).toBe(0);
    expect(stdout).toMatch(/wandb \[options\] <entity\/project>[\s\S]+WANDB_API_KEY, or from netrc/);
  });
});
