import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { greenAlgorithms } from '../../src/tables/methods/green-algorithms.ts';
import { ownMethod } from '../../src/tables/methods/own-method.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { factsOf, HOUR, type JobSketch } from '../support/ledger-of.ts';

// energy = runtime × (cores × TDP per core × usage + memory × 0.3725 W/GB) × PUE, Lannelongue et al. 2021, versions 1.0 to 2.2: PUE 1.67, 12 W for any core.

const method = findMethod('green-algorithms');
const costed = (jobs: readonly JobSketch[]): ProjectFacts => factsOf(jobs, { method });
const node = { gpus: 8, gpuTypes: 'v100=8', cpus: 40, memoryGb: 512, nodes: 1 };

describe('the model of Green Algorithms', () => {
  /**
   * The figure comes without a log. This one was worked out backwards from it: 127 attempts of 1,137,216 s on 8 V100 (300 W each in the calculator's table), 40 cores (12 W) and 512 GB
   * (0.3725 W): 3,070.72 W × 40,118.453 h × 1.67.
   */
  it('gives 205,731.54 kWh for a log of 320,948 GPU-hours', () => {
    const jobs = Array.from({ length: 127 }, (_, index) => ({ ...node, jobId: `${index}`, elapsed: 1_137_216 }));
    const { costs, usage } = costed(jobs);
    expect(usage.gpuHours).toBeCloseTo((127 * 8 * 1_137_216) / 3600, 6);
    expect(costs.energyKwh.value.toFixed(2)).toBe('205731.54');
    expect([costs.energyKwh.low, costs.energyKwh.high]).toEqual([costs.energyKwh.value, costs.energyKwh.value]);
  });

  it('gives what its author answered: 24 h, 12 cores of a Xeon E5-2683 v4 (7.5 W each), 64 GB: 4.56 kWh', () => {
    // Green-Algorithms-calculator, issue 15, figure of the website in 2021.
    const cpuWattsPerCore = { low: 7.5, value: 7.5, high: 7.5, place: 'TDP 120 W of 16 cores' };
    const xeon = ownMethod(method, 'xeon', { cpuWattsPerCore });
    const job = { gpus: 0, gpuTypes: '', cpus: 12, memoryGb: 64, elapsed: 24 * HOUR };
    const { costs } = factsOf([job], { method: xeon });
    expect(costs.energyKwh.value.toFixed(2)).toBe('4.56');
  });

  it('worked out by hand: attempts on GPUs of its table, of another, of none and of unknown model', () => {
    const { costs } = costed([
      // 30 min × (4 × 250 W + 16 × 12 W + 100 GB × 0.3725 W) = 614.625 Wh
      { elapsed: HOUR / 2, gpus: 4, gpuTypes: 'titanx=4', cpus: 16, memoryGb: 100 },
      // 90 min × (72 W + 2 × 12 W + 8 GB × 0.3725 W) = 148.47 Wh: an L4 is not in the calculator's table
      { elapsed: 1.5 * HOUR, gpus: 1, gpuTypes: 'l4=1', cpus: 2, memoryGb: 8 },
      // 100 h × (64 × 12 W + 1,000 GB × 0.3725 W) = 114,050 Wh
      { elapsed: 100 * HOUR, gpus: 0, gpuTypes: '', cpus: 64, memoryGb: 1000 },
      // 3 h × (2 × 200 W + 1 × 12 W) = 1,236 Wh: the model “Any”
      { elapsed: 3 * HOUR, gpus: 2, gpuTypes: '', cpus: 1, memoryGb: Number.NaN },
      // never ran
      { elapsed: 0, state: 'pending', start: Number.NaN, end: Number.NaN, ...node },
    ]);
    expect(costs.energyKwh.value).toBeCloseTo(((614.625 + 148.47 + 114_050 + 1236) / 1000) * 1.67, 9);
    expect(costs.co2eKg.value).toBeCloseTo(costs.energyKwh.value * (method.gridIn?.(2018).value as number), 9); // the jobs are of 2018
  });

  it('counts repeats as the logs have them: two of the same cost twice one', () => {
    const [once, twice] = [costed([node]), costed([{ ...node }, { ...node, jobId: '2' }])];
    expect(twice.costs.energyKwh.value).toBeCloseTo(2 * once.costs.energyKwh.value, 12);
  });

  it('has the grid of a region, and prices of the current tables', () => {
    const french = greenAlgorithms('FR');
    expect(french.grid.value).toBeLessThan(0.1);
    expect(french.gpuPrice('V100')).toEqual(findMethod('default', 'FR').gpuPrice('V100'));
  });

  it('takes the calculator’s own TDP where it differs from the maker’s: a K80 board is 300 W there', () => {
    expect(['K80', 'V100', 'P100', 'TPU v3'].map((gpu) => method.gpuPower(gpu).value)).toEqual([300, 300, 250, 220]);
  });
});
