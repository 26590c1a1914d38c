import { describe, expect, it } from 'vitest';
import { type Held, plausibleWatts } from '../../../src/tables/hardware/plausible-power.ts';

const held = (more: Partial<Held>): Held => ({ gpus: [], cpus: 4, memoryGb: 16, nodes: 1, ...more });
const isPlausible = (watts: number, of: Held): boolean => {
  const { low, high } = plausibleWatts(of);
  return low <= watts && watts <= high;
};
const gpus = (model: string, count: number) => ({ gpus: [{ model, count }], cpus: 10 * count, memoryGb: 60 * count });

describe('the draw of what a job held', () => {
  it.each([
    ['a meter without GPUs: 63 W a V100', 63 * 4, held(gpus('V100', 4)), false],
    ['the same, 69 W', 69 * 4, held(gpus('V100', 4)), false],
    ['a node of eight busy A100 (DGX A100: 6.5 kW at most)', 6500, held(gpus('A100', 8)), true],
    ['a node of eight idle A100', 1500, held(gpus('A100', 8)), true],
    ['a node of eight busy H100 (DGX H100: 10.2 kW at most)', 10_200, held(gpus('H100', 8)), true],
    ['one GPU charged with the whole node', 6500, held(gpus('A100', 1)), false],
    ['a GPU that draws nothing', 3, held(gpus('A100', 1)), false],
    ['a third of an A100', 110, held({ gpus: [{ model: 'A100', count: 3 / 7 }] }), true],
    ['64 cores of a node', 450, held({ cpus: 64, memoryGb: 256 }), true],
    ['two cores charged with a whole node', 900, held({ cpus: 2 }), false],
    ['cores that draw nothing', 0.01, held({}), false],
    ['two nodes', 2 * 10_200, held({ ...gpus('H100', 16), nodes: 2 }), true],
    ['more than any node draws', 21_000, held({ cpus: 2000 }), false],
    ['a GPU of unknown model', 300, held(gpus('unknown', 1)), true],
    ['nothing known but the time', 100, held({ cpus: Number.NaN, memoryGb: Number.NaN, nodes: Number.NaN }), true],
  ] as const)('%s: %d W', (_, watts, of, expected) => {
    expect(isPlausible(watts, of)).toBe(expected);
  });
});
