import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { loadCharts } from '../../src/report/render/charts.ts';
import { assumptions } from '../../src/report/sections/assumptions.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { textOf } from '../report/sections/text-of.ts';
import { filesOf, readCsv } from '../support/files-of.ts';
import { factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

// Of the default method: the building, and what the machine draws beside GPUs, cores and memory.
const PUE = 1.54;
const OVERHEAD = 1.15;

/** One Titan X (250 W), two cores and 8 GB for an hour, unless said otherwise. */
const job = (more: JobSketch = {}): JobSketch => ({ cpus: 2, memoryGb: 8, nodes: 1, ...more });
const measured = (watts: number, more: JobSketch = {}): JobSketch => {
  const { elapsed = HOUR } = more;
  return job({ ...more, energyJoules: watts * elapsed });
};
const gridIn = (year: number): number => findMethod('default').gridIn?.(year).value as number;
const rulesOf = ({ diagnostics }: ProjectFacts): string[] => diagnostics.map(({ rule }) => rule);
const bounds = ({ costs: { energyKwh } }: ProjectFacts): number[] => [energyKwh.low, energyKwh.value, energyKwh.high];

describe('energy that a cluster measured', () => {
  it('stands in for the modelled one; the building and the grid come on top: 300 W for an hour', () => {
    const facts = factsOf([measured(300)]);
    expect(facts.costs.energyKwh.value).toBeCloseTo(0.3 * PUE, 12);
    expect(facts.costs.energyKwh.low).toBeCloseTo(0.3 * 1.1, 12);
    expect(facts.costs.energyKwh.high).toBeCloseTo(0.3 * 1.59, 12);
    expect(facts.costs.co2eKg.value).toBeCloseTo(0.3 * PUE * gridIn(2018), 12);
    expect(facts.costOf(0).energyKwh).toBeCloseTo(0.3 * PUE, 12);
  });

  it('leaves hours and rent as they are', () => {
    const [with_, without] = [factsOf([measured(300)]), factsOf([job()])];
    expect(with_.usage.gpuHours).toBe(without.usage.gpuHours);
    expect(with_.costs.cloudUsd).toEqual(without.costs.cloudUsd);
  });

  it('says how much of the project it covers, in the basis, the facts, a note and on the page', async () => {
    const facts = factsOf([measured(300), job({ elapsed: 3 * HOUR }), measured(20)]);
    expect(facts.measurements).toMatchObject({
      energy: { attempts: 1, gpuHours: 1, kwh: 0.3 },
      rejected: { 'too-low': { attempts: 1, gpuHours: 1 }, 'too-high': { attempts: 0, gpuHours: 0 } },
    });
    expect(facts.costs.energyKwh.basis[0]).toEqual({
      kind: 'logged',
      note: 'electricity as measured for 1 attempt, 20.0 % of the GPU-hours',
    });
    expect(facts.costs.cloudUsd.basis.map(({ note }) => note).join()).not.toContain('measured');
    const note = facts.diagnostics.find(({ rule }) => rule === 'energy-measured');
    expect(note).toMatchObject({ severity: 'info', count: 1 });
    expect(note?.message).toContain('0.3 kWh, modelled 0.214 kWh, over 1 GPU-hours');
    const report = JSON.parse(filesOf(facts)['report.json'] as string);
    expect(report.measurements).toMatchObject({ energy: { attempts: 1 }, rejected: { tooLow: { attempts: 1 } } });
    expect(report.totals.energyKwh.basis[0].kind).toBe('logged');
    const text = textOf(await assumptions.render(facts, await loadCharts()));
    expect(text).toContain('What was measured');
    expect(text).toContain('measured, 1 attempt');
  });

  it.each([
    ['too-low', 20],
    ['too-high', 5000],
  ])('that is %s is modelled, and said to be: %d W', (reason, watts) => {
    const facts = factsOf([measured(watts)]);
    expect(bounds(facts)).toEqual(bounds(factsOf([job()])));
    const note = facts.diagnostics.find(({ rule }) => rule === `energy-${reason}`);
    expect(note).toMatchObject({ severity: 'warning', count: 1, examples: [{ line: 2 }] });
    expect(facts.costs.energyKwh.basis.map(({ note: each }) => each).join()).not.toContain('as the cluster measured');
  });

  it('of an attempt that never ran is none', () => {
    expect(rulesOf(factsOf([job({ elapsed: 0, energyJoules: 500 }), job()]))).toEqual([]);
  });
});

describe('measured utilisation', () => {
  it.each([
    [0, 0.15],
    [0.5, 0.475],
    [1, 0.8],
  ])('%d puts a Titan X at %d of its 250 W, with a narrower range', (gpuUtilisation, share) => {
    const facts = factsOf([job({ gpuUtilisation, cpus: 0, memoryGb: 0 })]);
    expect(facts.costs.energyKwh.value).toBeCloseTo(0.25 * share * OVERHEAD * PUE, 9);
    const [low = 0, , high = 0] = bounds(facts);
    const [modelledLow = 0, , modelledHigh = 0] = bounds(factsOf([job({ cpus: 0, memoryGb: 0 })]));
    expect(high - low).toBeLessThan(modelledHigh - modelledLow);
    expect(facts.measurements?.utilisation).toEqual({ attempts: 1, gpuHours: 1, mean: gpuUtilisation });
    expect(rulesOf(facts)).toContain('utilisation-measured');
  });

  it('yields to measured energy', () => {
    const facts = factsOf([measured(300, { gpuUtilisation: 0.1 })]);
    expect(facts.costs.energyKwh.value).toBeCloseTo(0.3 * PUE, 12);
    expect(facts.measurements?.utilisation.attempts).toBe(0);
  });

  it('stands where the measured energy is not plausible', () => {
    expect(factsOf([measured(5, { gpuUtilisation: 0.5 })]).measurements?.utilisation.attempts).toBe(1);
  });

  it('that is none, or of no GPU, is left aside', () => {
    for (const more of [
      { gpuUtilisation: 98 },
      { gpuUtilisation: -1 },
      { gpuUtilisation: 0.5, gpus: 0, gpuTypes: '' },
    ]) {
      expect(bounds(factsOf([job(more)]))).toEqual(bounds(factsOf([job({ ...more, gpuUtilisation: Number.NaN })])));
    }
  });
});

it('the method of 2019 keeps its own measured power, and says that it does', () => {
  const method = findMethod('strubell-2019');
  const facts = factsOf([measured(300, { gpuUtilisation: 0.2 })], { method });
  expect(facts.costs).toEqual(factsOf([job()], { method }).costs);
  expect(facts.measurements).toBeUndefined();
  expect(rulesOf(facts)).toContain('measurements-unused');
});

describe('whatever was measured', () => {
  const sketch = fc.record({
    watts: fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }),
    gpuUtilisation: fc.option(fc.constantFrom(0, 0.25, 0.5, 0.986, 1), { nil: Number.NaN }),
    elapsed: fc.integer({ min: 0, max: 200_000 }),
    gpus: fc.constantFrom(0, 1, 3 / 7, 4),
    model: fc.constantFrom('titanx', 'a100', ''),
    loop: fc.boolean(),
  });
  const project = fc.array(sketch, { minLength: 1, maxLength: 25 }).map((sketches) =>
    sketches.map(({ watts, gpuUtilisation, elapsed, gpus, model, loop }, index): JobSketch => {
      const gpuTypes = model === '' || gpus === 0 ? '' : `${model}=${gpus}`;
      const name = loop ? `srl_lr0.${index}` : `job${'x'.repeat(index)}`;
      const energyJoules = watts === undefined ? Number.NaN : watts * elapsed;
      return job({ name, submit: T0 + index, elapsed, gpus, gpuTypes, gpuUtilisation, energyJoules });
    }),
  );
  const near = (actual: number, expected: number): void =>
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, expected));

  it('ranges are in order, and attempts add up to the middle of the total, in jobs.csv too', () => {
    fc.assert(
      fc.property(project, (jobs) => {
        const facts = factsOf(jobs);
        for (const figure of Object.values(facts.costs)) {
          expect(figure.low).toBeLessThanOrEqual(figure.value);
          expect(figure.value).toBeLessThanOrEqual(figure.high);
        }
        const attempts = Array.from({ length: facts.ledger.count }, (_, attempt) => facts.costOf(attempt).energyKwh);
        near(
          attempts.reduce((sum, each) => sum + each, 0),
          facts.costs.energyKwh.value,
        );
        const { rows } = readCsv(filesOf(facts)['jobs.csv'] as string);
        const written = rows.reduce((sum, row) => sum + Number(row.energy_kwh), 0);
        expect(Math.abs(written - facts.costs.energyKwh.value)).toBeLessThanOrEqual(1e-6 * (1 + written));
      }),
      { numRuns: 60 },
    );
  });

  it('sweeps and the rest add up to the project', () => {
    fc.assert(
      fc.property(project, (jobs) => {
        const facts = factsOf(jobs);
        const inSweep = new Set(facts.sweeps.flatMap(({ sweep }) => [...sweep.members]));
        const rest = jobs.flatMap((_, attempt) => (inSweep.has(attempt) ? [] : [facts.costOf(attempt).energyKwh]));
        const parts = [...rest, ...facts.sweeps.map(({ costs }) => costs.energyKwh.value)];
        near(
          parts.reduce((sum, part) => sum + part, 0),
          facts.costs.energyKwh.value,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('a measurement leaves hours, rent and the count of attempts alone', () => {
    fc.assert(
      fc.property(project, (jobs) => {
        const unmeasured = jobs.map((each) => ({ ...each, energyJoules: Number.NaN, gpuUtilisation: Number.NaN }));
        const [facts, without] = [factsOf(jobs), factsOf(unmeasured)];
        expect(facts.costs.cloudUsd).toEqual(without.costs.cloudUsd);
        const { power, byYear, ...usage } = facts.usage;
        const { byYear: _, ...bare } = without.usage;
        expect(usage).toEqual(bare);
        expect([...(byYear?.keys() ?? [])]).toEqual([...(without.usage.byYear?.keys() ?? [])]);
        if (facts.measurements === undefined) expect(facts.costs).toEqual(without.costs);
        else
          expect(power === undefined).toBe(
            facts.measurements.energy.attempts + facts.measurements.utilisation.attempts === 0,
          );
      }),
      { numRuns: 60 },
    );
  });
});
