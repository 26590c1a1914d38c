import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { loadCharts } from '../../src/report/render/charts.ts';
import { assumptions } from '../../src/report/sections/assumptions.ts';
import { ownMethod } from '../../src/tables/methods/own-method.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { textOf } from '../report/sections/text-of.ts';
import { factsOf, HOUR, type JobSketch } from '../support/ledger-of.ts';

const OVERHEAD = 1.15; // of the default method, as PUE
const PUE = 1.54;

/** One A100 without cores or memory for two hours. */
const job = (more: JobSketch = {}): JobSketch => ({
  ...{ gpuTypes: 'a100=1', cpus: 0, memoryGb: 0, nodes: 1, elapsed: 2 * HOUR },
  ...more,
});
const measuredAt = (watts: number): JobSketch => job({ gpuEnergyJoules: watts * 2 * HOUR });
const times = (count: number, sketch: JobSketch): JobSketch[] =>
  Array.from({ length: count }, (_, index) => ({ ...sketch, jobId: `${JSON.stringify(sketch).length}${index}` }));
const calibrationsOf = ({ measurements }: ProjectFacts) => measurements?.calibrations ?? [];

describe('attempts without a measurement on hardware that was measured enough', () => {
  it('draw as the others did: ten attempts at 200 to 245 W, one without: their mean, 222.5 W', () => {
    const measured = Array.from({ length: 10 }, (_, index) => measuredAt(200 + 5 * index));
    const facts = factsOf([...measured, job()]);
    expect(calibrationsOf(facts)).toEqual([
      { model: 'A100', by: 'energy', attempts: 10, gpuHours: 20, watts: 222.5, modelledWatts: 280 },
    ]);
    const kwh = 11 * 2 * 0.2225 * OVERHEAD * PUE;
    expect(facts.costs.energyKwh.value).toBeCloseTo(kwh, 9);
    expect(facts.costOf(10).energyKwh).toBeCloseTo(2 * 0.2225 * OVERHEAD * PUE, 9);
  });

  it('have the range of the middle 80 % of the measured hours: 200 to 240 W', () => {
    const measured = Array.from({ length: 10 }, (_, index) => measuredAt(200 + 5 * index));
    const rate = factsOf([...measured, job()]).method.gpuPower('A100');
    expect([rate.low, rate.value, rate.high]).toEqual([200, 222.5, 240]);
    expect(rate.basis[0]).toMatchObject({ kind: 'logged' });
    expect(rate.basis[0]?.note).toContain('mean of 10 attempts with measured energy (20 GPU-hours)');
  });

  it('weigh by GPU-hours: nine of two hours at 200 W and one of 18 at 300 W are 250 W', () => {
    const long = job({ elapsed: 18 * HOUR, gpuEnergyJoules: 300 * 18 * HOUR });
    expect(factsOf([...times(9, measuredAt(200)), long, job()]).method.gpuPower('A100').value).toBeCloseTo(250, 9);
  });

  it('less what cores, memory and machine draw, where the whole machine was read', () => {
    // 2 cores × 4.19 W + 8 GB × 0.3725 W = 11.36 W beside the GPU
    const whole = job({ cpus: 2, memoryGb: 8, energyJoules: (300 + 11.36) * OVERHEAD * 2 * HOUR });
    expect(factsOf([...times(10, whole), job()]).method.gpuPower('A100').value).toBeCloseTo(300, 9);
  });

  it('are modelled where fewer than ten attempts, or ten GPU-hours, were measured', () => {
    expect(calibrationsOf(factsOf([...times(9, measuredAt(200)), job()]))).toEqual([]);
    const short = job({ elapsed: 1800, gpuEnergyJoules: 200 * 1800 });
    expect(calibrationsOf(factsOf([...times(19, short), job()]))).toEqual([]);
    expect(calibrationsOf(factsOf([...times(20, short), job()]))).toHaveLength(1);
  });

  it('on other hardware are modelled', () => {
    const facts = factsOf([...times(10, measuredAt(200)), job({ gpuTypes: 'v100=1' })]);
    expect(facts.costOf(10).energyKwh).toBeCloseTo(2 * 0.7 * 0.3 * OVERHEAD * PUE, 9);
  });

  it('draw by the mean utilisation of the others, where that was measured: 60 % of an A100', () => {
    const facts = factsOf([...times(10, job({ gpuUtilisation: 0.6 })), job()]);
    // idle 15 %, busy 80 % of 400 W in the middle: 60 + (320 − 60) × 0.6 = 216 W
    expect(calibrationsOf(facts)[0]).toMatchObject({ by: 'utilisation', attempts: 10, modelledWatts: 280 });
    expect(facts.method.gpuPower('A100').value).toBeCloseTo(216, 4); // utilisation is kept in 32 bits
    expect(facts.costs.energyKwh.value).toBeCloseTo(22 * 0.216 * OVERHEAD * PUE, 4);
  });

  it('are what the user says, where the user says it', () => {
    const gpuWatts = { a100: { low: 350, value: 350, high: 350, place: 'line 3 of runledger.yaml' } };
    const method = ownMethod(findMethod('default'), 'ours', { gpuWatts });
    const facts = factsOf([...times(10, measuredAt(200)), job()], { method });
    expect(calibrationsOf(facts)).toEqual([]);
    expect(facts.costOf(10).energyKwh).toBeCloseTo(2 * 0.35 * OVERHEAD * PUE, 9);
  });

  it('and the report says so', async () => {
    const facts = factsOf([...times(10, measuredAt(200)), job()]);
    const note = facts.diagnostics.find(({ rule }) => rule === 'power-calibrated');
    expect(note?.message).toContain('A100 200 W by its energy (modelled 280 W)');
    const text = textOf(await assumptions.render(facts, await loadCharts()));
    expect(text).toContain('mean draw of one A100, as measured in these logs');
    expect(text).toContain('by their energy one GPU drew 200 W, where 280 W would be modelled');
  });
});
