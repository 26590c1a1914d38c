import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateLisa } from '../scripts/fixtures/lisa/generate-lisa.ts';
import { analyse } from '../src/analysis/analyse.ts';
import { ingest } from '../src/ingest/ingest.ts';
import type { ProjectFacts } from '../src/model/facts.ts';
import type { Tier } from '../src/model/tier.ts';
import { usd, usdSpan } from '../src/report/render/format.ts';
import { utcTime } from '../src/report/utc-time.ts';
import { strubell2019 } from '../src/tables/methods/strubell-2019.ts';
import { scorePairs } from './support/score-sweeps.ts';
import { scratch } from './support/scratch.ts';

const STUDY = new URL('../fixtures/lisa/', import.meta.url).pathname;
/** The seed of the study that is checked in. */
const SEED = 2019;

async function factsOf(directory: string): Promise<ProjectFacts> {
  const intake = await ingest([directory], { zone: 'UTC' });
  return analyse(intake, { projectName: 'lisa', version: '0', method: strubell2019, selection: {} });
}

function labels({ ledger, findings }: ProjectFacts): Map<string, string> {
  const found = new Map<string, string>();
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const row = ledger.row[attempt] as number;
    const raw = ledger.table.jobIdRaw.at(row) || ledger.table.jobId.at(row);
    const sweep = findings.sweeps[findings.sweepOf[attempt] as number];
    found.set(`${raw}@${utcTime(ledger.table.submit.at(row))}`, sweep?.id ?? '');
  }
  return found;
}

const truthIn = (csv: string): Map<string, string> =>
  new Map(
    csv
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .map((cells) => [cells[0] as string, cells[3] as string]),
  );

describe('the LISA study, read from its logs', () => {
  let facts: ProjectFacts;
  beforeAll(async () => {
    facts = await factsOf(STUDY);
  });

  it('has the counts, hours and span that the paper prints', () => {
    expect(facts.usage.attempts).toBe(4789);
    expect(facts.usage.attemptsThatRan).toBe(4789);
    expect(facts.sweeps.length).toBe(123);
    expect(facts.project.days).toBe(172);
    expect(facts.usage.gpuHours).toBeCloseTo(239_942, 6);
    expect(facts.wallSummary.min * 60).toBeCloseTo(3, 9);
    expect(facts.wallSummary.max / 24).toBeCloseTo(9, 9);
    expect(facts.wallSummary.mean).toBeCloseTo(239_942 / 4789, 9); // 50.10 h; the paper's "52 hours" cannot hold
  });

  it('ran 72 % on Titan X and 28 % on M40', () => {
    const share = (model: string): number => (facts.usage.gpuHoursByModel.get(model) ?? 0) / facts.usage.gpuHours;
    expect(share('Titan X')).toBeCloseTo(0.72, 5);
    expect(share('M40')).toBeCloseTo(0.28, 5);
  });

  it('costs what Table 4 of the paper prints', () => {
    const printed = ({ attempts, gpuHours, costs }: Tier) =>
      [attempts, gpuHours.toFixed(0), usdSpan(costs.cloudUsd), usd(costs.electricityUsd.value)].join(' ');
    expect(printed(facts.tiers.singleModel)).toBe('1 120 $52–$175 $5');
    expect(printed(facts.tiers.singleTune)).toBe('24 2880 $1,238–$4,205 $118');
    expect(printed(facts.tiers.project)).toBe('4789 239942 $103k–$350k $9,870');
  });

  it('emitted what Table 1 of the paper prints: 78,468 lb', () => {
    expect(facts.costs.co2eKg.value / 0.453_592_37).toBeCloseTo(78_468, 6);
  });

  it('has the sweeps that the generator made', () => {
    const { f1 } = scorePairs(labels(facts), truthIn(readFileSync(join(STUDY, 'truth/truth.csv'), 'utf8')));
    expect(f1).toBeGreaterThanOrEqual(0.99);
  });

  it('accounts for every record', () => {
    const { records, ...classes } = facts.ledger.reconciliation;
    expect(Object.values(classes).reduce((sum, count) => sum + count, 0)).toBe(records);
    expect(classes.rejected).toBe(0);
  });

  it('is what the generator writes today', () => {
    const { files } = generateLisa(SEED);
    const logs = readdirSync(STUDY).filter((name) => name.endsWith('.gz'));
    expect(logs.map((name) => name.replace(/\.gz$/, '')).sort()).toEqual([...files.keys()].sort());
    for (const name of logs) {
      const text = gunzipSync(readFileSync(join(STUDY, name))).toString('utf8');
      expect(text === files.get(name.replace(/\.gz$/, '')), `${name} differs: npm run fixtures:lisa`).toBe(true);
    }
  });
});

it('the published job can be named as jobs.csv names its run', async () => {
  const intake = await ingest([STUDY], { zone: 'UTC' });
  const final = '7072977_23@2018-05-11T00:18:16Z';
  const wrong = {
    projectName: 'lisa',
    version: '0',
    method: strubell2019,
    selection: {},
    final: '7072977_23@2001-01-01T00:00:00Z',
  };
  expect(() => analyse(intake, wrong)).toThrow('no attempt or run has this id');
  const { tiers } = analyse(intake, { ...wrong, final });
  expect(tiers.singleModel).toMatchObject({ attempts: 1, gpuHours: 120 });
});

it.each([11, 12])('another study of the same kind (seed %i) is found as well', async (seed) => {
  const { files, truthCsv } = generateLisa(seed);
  const directory = scratch();
  for (const [name, text] of files) writeFileSync(join(directory, name), text);
  const facts = await factsOf(directory);
  expect(facts.usage.attempts).toBe(4789);
  expect(facts.usage.gpuHours).toBeCloseTo(239_942, 6);
  expect(scorePairs(labels(facts), truthIn(truthCsv)).f1).toBeGreaterThanOrEqual(0.99);
});
