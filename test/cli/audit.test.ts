import { describe, expect, it } from 'vitest';
import { directoryWith, filesIn, runCli } from '../support/run-cli.ts';
import { scratch } from '../support/scratch.ts';

const LISA = new URL('../../fixtures/lisa', import.meta.url).pathname;

const CLAIM = `title: A paper
constants:
  pue: 1.10
  intensity: 381 g/kWh
entries:
  model:
    scope: model
    hardware: A100
    count: 8
    hours: 72 h
    devicePower: 400 W
    energy: { says: 253 kWh, at: Table 2 }
    co2e:
      - 96.6 kg
      - says: about 97 kg
        at: abstract
`;

describe('runledger audit', () => {
  it('ends with 3 where a figure does not hold, and prints it with the reading that would', async () => {
    const { code, stdout, stderr } = await runCli(['audit', 'strubell-2019'], scratch());
    expect([code, stderr]).toEqual([3, '']);
    expect(stdout).toContain('106 figures');
    expect(stdout).toContain('time, “32,623 h” (Table 3, section 2.1)');
    expect(stdout).toContain('“32,633 h” would hold');
    expect(stdout).toContain('the other figures give 50.10 hours');
    expect(stdout).toMatch(/^Holds$[\s\S]*- Transformer \(base\): devices “8 GPUs”; time “12 h”; power “1415.78 W”;/m);
  });

  it('ends with 0 where all hold', async () => {
    const { code, stdout } = await runCli(['audit', 'bloom'], scratch());
    expect(code).toBe(0);
    expect(stdout).toContain('11 figures: 10 hold, 1 cannot be checked');
  });

  it('holds the study against its logs, and writes page and data', async () => {
    const out = scratch();
    const { code, stdout } = await runCli(['audit', 'strubell-2019', LISA, '-o', out], scratch());
    expect(code).toBe(3);
    expect(stdout).toContain('27 figures of 28 hold');
    const files = filesIn(out);
    expect(Object.keys(files)).toEqual(['audit.json', 'index.html']);
    const data = JSON.parse(files['audit.json'] ?? '');
    expect(data).toMatchObject({ schema: 'runledger/audit@1', summary: { figures: 106, fails: 3, unchecked: 3 } });
    expect(data.logs.checks).toHaveLength(28);
    expect(files['index.html']).toContain('3 of 106 printed figures');
  });

  it('takes the claim that the configuration names, from where that is', async () => {
    const cwd = directoryWith({
      'logs/runledger.yaml': 'claim: ../paper/claim.yaml\n',
      'paper/claim.yaml': CLAIM,
      'logs/jobs.csv': 'name,start,hours,gpus,gpu_type\na,2024-03-01 10:00,72,8,A100\n',
    });
    const { stdout } = await runCli(['audit', 'logs', '--json'], cwd);
    const { claim, logs } = JSON.parse(stdout);
    expect(claim.title).toBe('A paper');
    expect(logs).toBeDefined();
    const named = await runCli(['audit', '--config', 'logs/runledger.yaml', '--json'], cwd);
    expect(JSON.parse(named.stdout).logs).toBeUndefined();
  });

  it('says in which line a claim is named that is not there', async () => {
    const cwd = directoryWith({ 'runledger.yaml': 'project: a\nclaim: none.yaml\n' });
    const { code, stderr } = await runCli(['audit'], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('runledger.yaml:2: claim: none.yaml is neither a file there nor');
  });

  it('reads a claim of one’s own', async () => {
    const cwd = directoryWith({ 'claim.yaml': CLAIM });
    const { code, stdout } = await runCli(['audit', 'claim.yaml', '--json'], cwd);
    expect(code).toBe(0);
    const { summary, figures } = JSON.parse(stdout);
    expect(summary).toMatchObject({ figures: 8, holds: 8, fails: 0 });
    expect(figures.find((figure: { id: string }) => figure.id === 'model.energy')).toMatchObject({
      ...{ says: '253 kWh', at: ['Table 2'], value: 253, low: 252.5, high: 253.5, unit: 'kWh' },
    });
  });

  it('prints a claim to edit, which it reads again', async () => {
    const { code, stdout } = await runCli(['audit', 'strubell-2019', '--print-claim'], scratch());
    expect(code).toBe(0);
    const cwd = directoryWith({ 'mended.yaml': stdout.replaceAll('32,623 h', '32,633 h') });
    const again = await runCli(['audit', 'mended.yaml'], cwd);
    expect(again.code).toBe(3);
    expect(again.stdout).toContain('106 figures: 97 hold, 2 do not, 7 cannot be checked');
  });

  it('ends with 3 where one figure of it was changed, and with nothing on stdout under --quiet', async () => {
    const cwd = directoryWith({ 'claim.yaml': CLAIM.replace('253 kWh', '353 kWh') });
    const { code, stdout } = await runCli(['audit', 'claim.yaml', '--quiet'], cwd);
    expect([code, stdout]).toEqual([3, '']);
  });

  it.each([
    ['a claim that there is not', ['audit', 'nature-2030'], 'Known: strubell-2019, bloom, llmcarbon'],
    ['logs that there are not', ['audit', 'bloom', 'nowhere'], 'nowhere: no such file or directory'],
    [
      'no claim',
      ['audit'],
      'audit: no claim is named. Say one before the logs (runledger audit my-paper.yaml logs/), or write claim: my-paper.yaml into runledger.yaml',
    ],
    ['a directory without one', ['audit', '.'], 'audit: no claim is named'],
    ['a method that there is not', ['audit', 'bloom', LISA, '--method', 'guess'], 'no such method'],
  ])('ends with 2 and one line for %s', async (_, args, message) => {
    const { code, stdout, stderr } = await runCli(args, scratch());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
