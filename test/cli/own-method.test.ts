import { describe, expect, it } from 'vitest';
import type { Basis } from '../../src/model/basis.ts';
import { sacctRows } from '../support/config-logs.ts';
import { directoryWith, filesIn, runCli } from '../support/run-cli.ts';

/** Seven jobs of an hour on one A100 each, without cores or memory. */
const LOG = sacctRows();

async function report(config: string, ...options: readonly string[]) {
  const cwd = directoryWith({ 'logs/sacct.txt': LOG, 'runledger.yaml': config });
  const outcome = await runCli(['report', 'logs', '-o', 'out', '--json', ...options], cwd);
  return { ...outcome, json: outcome.code === 0 ? JSON.parse(outcome.stdout) : undefined, cwd };
}

const own = (...lines: readonly string[]): string =>
  `methods:\n  ours:\n${lines.map((line) => `    ${line}\n`).join('')}`;

describe('a method of one’s own', () => {
  it('replaces what it says: 7 h × 300 W × 1.2, at 0.05 kg and $0.20 per kWh, $1.50 an hour', async () => {
    const config = own(
      'from: strubell-2019',
      'pue: 1.2',
      'gridKgPerKwh: 0.05',
      'electricityUsdPerKwh: 0.20',
      'gpuWatts: { a100: 300 }',
      'gpuUsdPerHour: { A100: 1.50 }',
    );
    const { json } = await report(config);
    expect(json.method.name).toBe('ours');
    const kwh = 7 * 0.3 * 1.2;
    const { energyKwh, co2eKg, electricityUsd, cloudUsd } = json.totals;
    expect(energyKwh.value).toBeCloseTo(kwh, 12);
    expect(co2eKg.value).toBeCloseTo(kwh * 0.05, 12);
    expect(electricityUsd.value).toBeCloseTo(kwh * 0.2, 12);
    expect(cloudUsd).toMatchObject({ low: 10.5, value: 10.5, high: 10.5 });
  });

  it('says where each constant stands', async () => {
    const { json } = await report(own('pue: [1.1, 1.2, 1.4]', 'gpuWatts:', '  A100: 300'));
    const pue = json.method.assumptions.find(
      ({ unit, name }: { unit: string; name: string }) => unit === '1' && name.includes('PUE'),
    );
    expect(pue).toMatchObject({
      low: 1.1,
      value: 1.2,
      high: 1.4,
      basis: [{ kind: 'user', note: 'line 3 of runledger.yaml' }],
    });
    const notes = json.totals.energyKwh.basis.map(({ note }: Basis) => note);
    expect(notes).toContain('line 5 of runledger.yaml');
  });

  it('leaves what it does not say to the method that it comes from, the region too', async () => {
    const { json } = await report(`region: FR\n${own('pue: 1.54')}`);
    const { json: plain } = await report('region: FR\n');
    expect(json.totals.co2eKg.value).toBeCloseTo(plain.totals.co2eKg.value, 12);
    expect(json.totals.cloudUsd.value).toBe(plain.totals.cloudUsd.value);
  });

  it('is used when it is named, or alone', async () => {
    const two = 'methods:\n  a: { pue: 2 }\n  b: { pue: 3 }\n';
    expect((await report(two)).json.method.name).toBe('default');
    expect((await report(`method: b\n${two}`)).json.method.name).toBe('b');
    expect((await report(`method: b\n${two}`, '--method', 'a')).json.method.name).toBe('a');
    expect((await report(two, '--method', 'strubell-2019')).json.method.name).toBe('strubell-2019');
  });

  it('prices partitions, and what hardware of one’s own cost stands beside the rent', async () => {
    const log = LOG.replaceAll('|nlp|', '|nlp|')
      .split('\n')
      .map((line, index) =>
        line === '' ? line : index === 0 ? `${line}|Partition` : `${line}|${index > 4 ? 'long' : 'short'}`,
      )
      .join('\n');
    const config = own(
      'partitionUsdPerGpuHour: { long: 0.25 }',
      'gpuUsdPerHour: { A100: 2 }',
      'owned: [{ gpu: A100, purchaseUsd: 17532, lifetimeYears: 4, utilisation: 0.5 }]',
      'embodiedKgPerGpuHour: 0.01',
    );
    const cwd = directoryWith({ 'logs/sacct.txt': log, 'runledger.yaml': config });
    const { stdout } = await runCli(['report', 'logs', '-o', 'out', '--json'], cwd);
    const { totals, tiers } = JSON.parse(stdout);
    expect(totals.cloudUsd.value).toBeCloseTo(4 * 2 + 3 * 0.25, 12);
    // $17,532 ÷ (4 × 8,766 h × 0.5) = $1 an hour
    expect(totals.own).toMatchObject({ gpuHours: 7, purchaseUsd: { low: 7, value: 7, high: 7 } });
    expect(totals.embodiedKg.value).toBeCloseTo(0.07, 12);
    expect(tiers.project.own.purchaseUsd.value).toBe(7);
    const rows = (filesIn(`${cwd}/out`)['jobs.csv'] ?? '').split('\n').slice(1, -1);
    const column = ((filesIn(`${cwd}/out`)['jobs.csv'] ?? '').split('\n')[0] ?? '').split(',').indexOf('cloud_usd');
    expect(rows.map((row) => row.split(',')[column])).toEqual(['2', '2', '2', '2', '0.25', '0.25', '0.25']);
    const { stdout: redacted } = await runCli(['report', 'logs', '-o', 'red', '--json', '--redact'], cwd);
    expect(redacted).not.toMatch(/partition long|"long"/);
  });

  it('warns of hardware that no job held', async () => {
    const { json } = await report(own('gpuWatts: { A10O: 300, V100: 250 }', 'partitionUsdPerGpuHour: { gpuu: 1 }'));
    const found = json.diagnostics.find(({ rule }: { rule: string }) => rule === 'config-hardware');
    expect(found).toMatchObject({
      severity: 'warning',
      count: 3,
      examples: [{ file: 'runledger.yaml', line: 3 }, { line: 3 }, { line: 4 }],
    });
    expect(found.message).toContain('"A10O"; did you mean "a100"?');
  });

  it.each([
    [own('pue: 0.9'), ':3: methods.ours.pue must be 1 or more and at most 5 (power usage effectiveness).'],
    [own('pue: 0'), ':3: methods.ours.pue must be 1 or more'],
    [own('pue: .nan'), ':3: methods.ours.pue must be a number, or three with the lowest first: [0.9, 1, 1.2]'],
    [own('pue: .inf'), ':3: methods.ours.pue must be a number'],
    [own('pue: high'), ':3: methods.ours.pue must be a number'],
    [own('pue: [1.1, 1.2]'), ':3: methods.ours.pue must be a number, or three'],
    [own('pue: [1.4, 1.2, 1.1]'), ':3: methods.ours.pue must have the lowest first: [low, middle, high]'],
    [
      own('gridKgPerKwh: 380'),
      ':3: methods.ours.gridKgPerKwh must be more than 0 and at most 3 (kg CO2e per kWh); 0.38 for 380 g.',
    ],
    [own('gridKgPerKwh: 0'), ':3: methods.ours.gridKgPerKwh must be more than 0'],
    [own('electricityUsdPerKwh: -0.1'), ':3: methods.ours.electricityUsdPerKwh must be more than 0'],
    [own('gpuWatts: { A100: 1e9 }'), ':3: methods.ours.gpuWatts.A100 must be more than 0 and at most 20000 (W).'],
    [own('gpuWatts: { A100: 4294967294 }'), ':3: methods.ours.gpuWatts.A100 must be more than 0'],
    [own('gpuWatts: 300'), ':3: methods.ours.gpuWatts must be keys with values (key: value).'],
    [own('gpuWatts: {}'), ':3: methods.ours.gpuWatts must name GPUs, each with a figure.'],
    [own('gpuWats: { A100: 300 }'), ':3: no key gpuWats in methods.ours, did you mean gpuWatts? There are from, pue,'],
    [
      own('owned: [{ gpu: A100, purchaseUsd: 9000, lifetimeYears: 4 }]'),
      ':3: methods.ours.owned.utilisation is missing: it must be a number',
    ],
    [
      own('owned: [{ gpu: A100, purchaseUsd: 9000, lifetimeYears: 4, utilisation: 60 }]'),
      ':3: methods.ours.owned.utilisation must be more than 0 and at most 1 (the share of its time in which it works); 0.6 for 60 %.',
    ],
    [own('from: default'), ':2: methods.ours must have a constant of its own.'],
    [
      own('from: strubel', 'pue: 1.2'),
      ':3: methods.from: there is no method strubel. There are default, green-algorithms, strubell-2019.',
    ],
    [
      'methods:\n  default: { pue: 1.2 }\n',
      ':2: methods.default is the name of a method that there is. Choose another, and say from: default.',
    ],
    [
      `method: our\n${own('pue: 1.2')}`,
      ':1: method our: no such method. Known: default, green-algorithms, strubell-2019, ours',
    ],
    [`region: DE\n${own('gridKgPerKwh: 0.1')}`, ':1: region DE: the method ours has a grid of its own.'],
    ['goal: more\n', ':1: goal must be one of min, max.'],
    ['metric: acc\n', ':1: metric acc: no run has this metric. The logs have no metrics'],
  ])('%j is refused with its line', async (config, message) => {
    const { code, stderr } = await report(config);
    expect(stderr).toContain(`runledger.yaml${message}`);
    expect(code).toBe(2);
  });
});
