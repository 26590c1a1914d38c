import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { filesOf } from '../support/files-of.ts';
import { factsOf, HOUR, type JobSketch } from '../support/ledger-of.ts';
import { intakeOf } from '../support/read-logs.ts';

const job = (more: JobSketch = {}): JobSketch => ({ cpus: 2, memoryGb: 8, nodes: 1, ...more });
const rulesOf = ({ diagnostics }: ProjectFacts): string[] => diagnostics.map(({ rule }) => rule);
/** Slurm's marks for "no value" in 32 and 64 bits (slurm/slurm.h: NO_VAL, INFINITE), as numbers and as logs print them. */
const MARKS = [4_294_967_294, 4_294_967_295, 2 ** 64];
const PRINTED = ['4294967294', '4294967295', '18446744073709551614', '18446744073709551615'];

describe('an energy that cannot be one is no figure', () => {
  const modelled = factsOf([job()]).costs;

  it.each([...MARKS, -1, -5e6, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d J', (energyJoules) => {
    const facts = factsOf([job({ energyJoules })]);
    expect(facts.costs.energyKwh).toEqual(modelled.energyKwh);
    expect(facts.diagnostics).toContainEqual(
      expect.objectContaining({ rule: 'energy-impossible', severity: 'warning', count: 1 }),
    );
    expect(facts.measurements?.rejected.impossible).toEqual({ attempts: 1, gpuHours: 1 });
  });

  it('1e9 W for an hour is more than anything draws', () => {
    const facts = factsOf([job({ energyJoules: 1e9 * HOUR })]);
    expect(facts.costs.energyKwh).toEqual(modelled.energyKwh);
    expect(rulesOf(facts)).toContain('energy-too-high');
  });

  it('0 J and none at all are modelled, and counted where others are measured', () => {
    const [zero, missing] = [{ energyJoules: 0 }, { energyJoules: Number.NaN }];
    for (const alone of [zero, missing]) expect(rulesOf(factsOf([job(alone)]))).toEqual([]);
    const facts = factsOf([job({ energyJoules: 300 * HOUR }), job(zero), job(missing)]);
    expect(facts.diagnostics).toContainEqual(
      expect.objectContaining({ rule: 'energy-missing', severity: 'info', count: 2 }),
    );
    expect(facts.measurements?.energy.attempts).toBe(1);
  });
});

it.each([98, -0.1, Number.POSITIVE_INFINITY, 4_294_967_294])('a utilisation of %d is no figure', (gpuUtilisation) => {
  const facts = factsOf([job({ gpuUtilisation })]);
  expect(facts.costs.energyKwh).toEqual(factsOf([job()]).costs.energyKwh);
  expect(rulesOf(facts)).toContain('utilisation-impossible');
});

describe('amounts that no job can have held are no figure', () => {
  it.each([
    ['cpus', [...MARKS, -1, Number.POSITIVE_INFINITY], { cpus: 0 }, 'impossible-cores'],
    ['memoryGb', [...MARKS, -8, Number.POSITIVE_INFINITY], { memoryGb: 0 }, 'impossible-gb'],
  ] as const)('%s', (field, odd, none, rule) => {
    for (const value of odd) {
      const facts = factsOf([job({ [field]: value }), job()]);
      expect(facts.costs.energyKwh.value).toBeCloseTo(factsOf([job(none), job()]).costs.energyKwh.value, 12);
      expect(rulesOf(facts)).toContain(rule);
      expect(Number.isFinite(facts.usage.cpuHours + facts.usage.memoryGbHours)).toBe(true);
    }
  });

  it.each([...MARKS, -2, Number.POSITIVE_INFINITY])('%d GPUs', (gpus) => {
    const facts = factsOf([job({ gpus, gpuTypes: '' }), job()]);
    expect(facts.usage.gpuHours).toBe(1);
    expect(facts.costs.cloudUsd).toEqual(factsOf([job()]).costs.cloudUsd);
    expect(rulesOf(facts)).toContain('impossible-gpus');
  });

  it('what is not logged is not odd', () => {
    expect(rulesOf(factsOf([job({ cpus: Number.NaN, memoryGb: Number.NaN })]))).toEqual(['host-untold']);
  });
});

it('what cannot be is left out of jobs.csv, which reads back', async () => {
  const odd = {
    cpus: -1,
    memoryGb: Number.POSITIVE_INFINITY,
    energyJoules: -5,
    gpuUtilisation: Number.NEGATIVE_INFINITY,
  };
  const facts = factsOf([job(odd), job({ gpus: -2, gpuTypes: '' })]);
  const { counts, table } = await intakeOf({ 'jobs.csv': filesOf(facts)['jobs.csv'] as string });
  expect([counts.rejected, table.records]).toEqual([0, 2]);
});

describe('in logs', () => {
  it('Slurm’s marks for “no value” are no energy, and counted', async () => {
    const header = 'JobID|JobName|State|Submit|Start|End|ElapsedRaw|AllocTRES|ConsumedEnergyRaw';
    const row = (id: number, joules: string): string =>
      `${id}|a|COMPLETED|2024-01-01T00:00:00|2024-01-01T00:00:00|2024-01-01T01:00:00|3600|cpu=2,gres/gpu:a100=1,gres/gpu=1|${joules}`;
    const rows = PRINTED.map((mark, index) => row(index + 1, mark));
    const { diagnostics } = await intakeOf({ 'a.txt': [header, ...rows, row(9, '0'), ''].join('\n') });
    expect(diagnostics.list()).toContainEqual(expect.objectContaining({ rule: 'slurm-energy-mark', count: 4 }));
  });
});
