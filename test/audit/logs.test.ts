import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { auditClaim } from '../../src/audit/audit-claim.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { AuditFacts, LogComparison } from '../../src/model/audit.ts';
import { UNTOLD_GPUS } from '../../src/model/job.ts';
import type { ClaimEntry, PaperClaim } from '../../src/model/paper-claim.ts';
import { strubellClaim } from '../../src/tables/claims/strubell-2019.ts';
import { strubell2019 } from '../../src/tables/methods/strubell-2019.ts';
import { DAY, factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

const STUDY = new URL('../../fixtures/lisa/', import.meta.url).pathname;

describe('the claim of the LISA study, held against its logs', () => {
  let facts: AuditFacts;
  let logs: LogComparison;

  beforeAll(async () => {
    const intake = await ingest([STUDY], { zone: 'UTC' });
    const project = analyse(intake, { projectName: 'lisa', version: '0', method: strubell2019, selection: {} });
    facts = auditClaim(strubellClaim, '0', project);
    logs = facts.logs as LogComparison;
  });

  it('is confirmed in every figure that logs tell, but for the mean of 52 hours', () => {
    expect(logs.checks.filter(({ verdict }) => verdict !== 'holds').map(({ figure }) => figure)).toEqual([
      'lisa.meanJob',
    ]);
    expect(logs.checks.find(({ figure }) => figure === 'lisa.meanJob')?.logged).toBeCloseTo(239_942 / 4789, 9);
    expect(logs.untold).toEqual([]);
  });

  it('in jobs, sweeps, span, hours, shares, extremes, tiers, money and emissions', () => {
    const told = new Map(logs.checks.map(({ figure, logged }) => [figure, logged]));
    // Figures of the paper's section 4.2 and Tables 1 and 4.
    const expected: readonly (readonly [string, number])[] = [
      ['lisa.jobs', 4789],
      ['lisa.sweeps', 123],
      ['lisa.span', 172 * 24],
      ['lisa.deviceHours', 239_942],
      ['lisa.shares.Titan X', 0.72],
      ['lisa.shares.M40', 0.28],
      ['lisa.shortestJob', 3 / 60],
      ['lisa.longestJob', 9 * 24],
      ['lisa-model.deviceHours', 120],
      ['lisa-tune.jobs', 24],
      ['lisa-tune.deviceHours', 2880],
    ];
    for (const [figure, value] of expected) expect(told.get(figure), figure).toBeCloseTo(value, 5);
    expect((told.get('lisa.co2e') ?? 0) / 0.453_592_37).toBeCloseTo(78_468, 3);
    expect(told.get('lisa.electricity')).toBeCloseTo(9870, 0);
  });

  it('lets logs tell what sums do not: only the table of familiar consumption stays unchecked', () => {
    const unchecked = facts.figures.filter(({ verdict }) => verdict === 'unchecked');
    expect(unchecked.map(({ id }) => id)).toEqual(['human-life', 'american-life', 'car']);
    expect(facts.figures.find(({ id }) => id === 'lisa.sweeps')).toMatchObject({
      verdict: 'holds',
      note: 'by the logs',
    });
  });

  it('says what the logs cover and the claim leaves out', () => {
    expect(logs.coverage.join('\n')).toContain('from 2017-12-01 to 2018-05-22 (UTC), 172.0 days, of 2 users');
    expect(logs.coverage.join('\n')).toContain('All jobs began within the span that it names');
    expect(logs.coverage.join('\n')).toContain('In every month from 2017-12 to 2018-05 jobs began');
    // Counts of fixtures/lisa/README.md: 4,789 − 3,661 completed, 239,942 − 220,845 h.
    expect(logs.leftOut.join('\n')).toMatch(/1,128 jobs did not complete .*581 failed.*: 19,097 GPU-hours, 8\.0 %/);
    expect(logs.leftOut.join('\n')).toContain('122 sweeps ended before the single tune');
    expect(logs.leftOut.join('\n')).toContain('115 jobs are in no sweep');
  });
});

/** Three jobs of an hour, a day apart, the last one failed, and one of two months later. */
const JOBS: readonly JobSketch[] = [
  { name: 'lr_0.1' },
  { name: 'lr_0.2', submit: T0 + DAY, gpus: 2, gpuTypes: 'titanx=2' },
  { name: 'lr_0.3', submit: T0 + 2 * DAY, state: 'failed' },
  { name: 'late', submit: T0 + 80 * DAY, elapsed: 3 * HOUR },
];

const claimOf = (entry: ClaimEntry): PaperClaim => ({
  name: 'x',
  title: 'x',
  citation: { source: 'x', date: '2026' },
  entries: { all: { scope: 'project', ...entry } },
});
const compared = (entry: ClaimEntry): LogComparison =>
  auditClaim(claimOf(entry), '0', factsOf(JOBS, { method: strubell2019 })).logs as LogComparison;
const verdicts = (entry: ClaimEntry): Readonly<Record<string, string>> =>
  Object.fromEntries(
    compared(entry).checks.map(({ figure, verdict, note }) => [figure, `${verdict} ${note ?? ''}`.trim()]),
  );

describe('a claim held against a few jobs', () => {
  it('holds, does not, or holds in another way of counting, which is named', () => {
    expect(verdicts({ jobs: '4', deviceHours: '7 h' })).toEqual({ 'all.jobs': 'holds', 'all.deviceHours': 'holds' });
    expect(verdicts({ jobs: '3', deviceHours: '6.0 h', longestJob: '2.0 h' })).toEqual({
      'all.jobs': 'holds-otherwise if only jobs that completed are counted',
      'all.deviceHours': 'holds-otherwise if it is the time of jobs, whatever GPUs they held',
      'all.longestJob': 'fails',
    });
  });

  it('is loose where its words are', () => {
    expect(verdicts({ jobs: 'about 5', deviceHours: 'about 20 h' })).toEqual({
      'all.jobs': 'holds as far as its words reach: the logs say 4.0',
      'all.deviceHours': 'fails',
    });
  });

  it('leaves costs untold that were costed by other constants than its own', () => {
    const { checks, untold, uncosted } = compared({ jobs: '4', co2e: '1 kg', cloud: '$3–$10' });
    expect(checks.map(({ figure }) => figure)).toEqual(['all.jobs']);
    expect(untold).toEqual(['all: CO2e', 'all: cloud cost, low', 'all: cloud cost, high']);
    expect(uncosted).toEqual(untold);
  });

  it('is compared by the method that the user chose, which is named; within what that leaves open, no doubling, it may hold', () => {
    const facts = factsOf(JOBS);
    const kwh = facts.tiers.project.costs.energyKwh.value;
    const by = (energy: number): readonly (string | undefined)[] => {
      const claim = claimOf({ energy: `${energy.toFixed(4)} kWh` });
      const [check] = (auditClaim(claim, '0', facts, true).logs as LogComparison).checks;
      return [check?.verdict, check?.by];
    };
    expect([by(kwh), by(kwh * 1.05), by(kwh / 8)]).toEqual([
      ['holds', 'by the method default'],
      ['holds-otherwise', 'by the method default'],
      ['fails', 'by the method default'],
    ]);
  });

  it('is compared by its own constants: 7 GPU-hours × 400 W × 1.1 = 3.08 kWh, 1.232 kg, $0.308; × $2 = $14', () => {
    const own: Partial<PaperClaim> = {
      constants: { pue: '1.1', intensity: '0.4 kg/kWh', electricityPrice: '$0.10/kWh' },
      prices: { H100: { says: '$16.00/h', per: 'node', holds: { GPU: 8 } } },
    };
    const entry = { hardware: 'H100', devicePower: '400 W', energy: '3.08 kWh', co2e: '1.23 kg' };
    const claim = { ...claimOf({ ...entry, electricity: '$0.31', cloud: '$140' }), ...own };
    const { checks, uncosted } = auditClaim(claim, '0', factsOf(JOBS)).logs as LogComparison;
    expect(checks.map(({ figure, verdict, by }) => [figure, verdict, by])).toEqual([
      ['all.energy', 'holds', 'by the claim’s own constants'],
      ['all.co2e', 'holds', 'by the claim’s own constants'],
      ['all.cloud', 'fails', 'by the claim’s own constants'],
      ['all.electricity', 'holds', 'by the claim’s own constants'],
    ]);
    expect(uncosted).toEqual([]);
  });

  it('leaves GPU time untold where the logs do not tell all GPUs, and a model that no log shows', () => {
    const jobs: readonly JobSketch[] = [{}, { submit: T0 + DAY, gpus: Number.NaN, gpuTypes: UNTOLD_GPUS }];
    const facts = factsOf(jobs, { method: strubell2019 });
    const claim: PaperClaim = {
      ...claimOf({ jobs: '2', deviceHours: '1 h', shares: { 'Titan X': '100%' } }),
      entries: {
        all: { scope: 'project', jobs: '2', deviceHours: '1 h', shares: { 'Titan X': '100%' } },
        final: { scope: 'model', deviceHours: '1 h' },
      },
    };
    const { checks, leftOut, untold } = auditClaim(claim, '0', facts).logs as LogComparison;
    expect(checks.map(({ figure }) => figure)).toEqual(['all.jobs']);
    expect(untold).toEqual(['all: device time', 'all: share of Titan X', 'final: device time']);
    expect(leftOut.join()).not.toContain('times the single model');
  });

  it('knows hardware by any of its names', () => {
    expect(verdicts({ shares: { 'NVIDIA TITAN X': '100%', M40: '0%' } })).toEqual({
      'all.shares.NVIDIA TITAN X': 'holds',
      'all.shares.M40': 'holds',
    });
  });

  it('says what it takes for the same hardware, where logs name it more closely or less', () => {
    const jobs: readonly JobSketch[] = [{ gpuTypes: 'frobnicator 9000 pro=1' }, { gpuTypes: 'm40=1' }];
    const claim = claimOf({ shares: { 'frobnicator 9000': '50%', M40: '50%' } });
    const { checks } = auditClaim(claim, '0', factsOf(jobs, { method: strubell2019 })).logs as LogComparison;
    expect(checks.map(({ verdict, note }) => [verdict, note])).toEqual([
      ['holds-otherwise', 'if frobnicator 9000 pro in the logs is frobnicator 9000'],
      ['holds', undefined],
    ]);
  });

  it('counts jobs before and after the time that it names, and months without jobs', () => {
    const { coverage } = compared({ jobs: '4', from: '2018-03-02', until: '2018-03-31' });
    expect(coverage.join('\n')).toContain('2018-03-02 to 2018-03-31: 1 job began before it and 1 after it');
    expect(coverage.join('\n')).toContain('No job began in 2018-04: logs may be missing');
  });

  it('counts jobs after the span that it names from the first job on, where it names no dates', () => {
    expect(compared({ span: '3 days' }).coverage.join('\n')).toContain(
      '1 job began after the span that it names had ended',
    );
    expect(compared({ jobs: '4' }).coverage.join('\n')).toContain('cannot be told from its own');
  });

  it('is told how much more the project took, where it speaks of one model only', () => {
    const claim: PaperClaim = { ...claimOf({}), entries: { final: { scope: 'model', deviceHours: '3 h' } } };
    const { leftOut } = auditClaim(claim, '0', factsOf(JOBS, { final: '1003' })).logs as LogComparison;
    expect(leftOut[0]).toBe(
      'The claim gives no total of the project. The logs hold 7 GPU-hours, 2 times the single model.',
    );
  });
});
