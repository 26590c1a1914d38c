import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGpu, GPU_MODELS } from '../../../src/tables/hardware/gpus.ts';

/** How Slurm (gres types), NVML (`nvidia-smi -L`) and people write models. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  'Titan X': ['titanx', 'titan_x', 'TITAN X (Pascal)', 'NVIDIA TITAN X (Pascal)', 'GeForce GTX TITAN X', 'gtx_titan_x'],
  'Titan Xp': ['titanxp', 'TITAN Xp', 'TITAN Xp COLLECTORS EDITION'],
  'Titan V': ['titanv', 'TITAN V', 'NVIDIA TITAN V'],
  'Titan RTX': ['titanrtx', 'TITAN RTX', 'titan-rtx'],
  A100: [
    'a100',
    'NVIDIA A100-SXM4-80GB',
    'A100-PCIE-40GB',
    'NVIDIA A100 80GB PCIe',
    'a100-80',
    'a100_3g.20gb',
    'tesla_a100',
  ],
  A10: ['a10', 'NVIDIA A10', 'NVIDIA A10G', 'NVIDIA A10-24Q'],
  A30: ['a30', 'NVIDIA A30', 'a30_1g.6gb'],
  A40: ['a40', 'NVIDIA A40', 'A40-48Q'],
  H100: ['h100', 'NVIDIA H100 80GB HBM3', 'NVIDIA H100 PCIe', 'h100_1g.10gb'],
  H200: ['h200', 'NVIDIA H200'],
  GH200: ['gh200', 'NVIDIA GH200 480GB'],
  V100: ['v100', 'v100s', 'tesla-v100', 'Tesla V100-SXM2-32GB', 'Tesla V100-PCIE-16GB', 'v100_32', 'v100l'],
  P100: ['p100', 'Tesla P100-PCIE-16GB', 'Tesla P100-SXM2-16GB'],
  P40: ['p40', 'Tesla P40'],
  T4: ['t4', 'Tesla T4', 'NVIDIA T4', 'T4 16GB'],
  L4: ['l4', 'NVIDIA L4', 'NVIDIA L4 24GB'],
  L40: ['l40', 'NVIDIA L40'],
  L40S: ['l40s', 'NVIDIA L40S'],
  M40: ['m40', 'Tesla M40', 'Tesla M40 24GB'],
  M60: ['m60', 'Tesla M60', 'GRID M60-8Q'],
  K80: ['k80', 'Tesla K80'],
  K40: ['k40', 'k40m', 'Tesla K40c'],
  'RTX A6000': ['a6000', 'rtx_a6000', 'rtxa6000', 'NVIDIA RTX A6000'],
  'RTX A5000': ['a5000', 'NVIDIA RTX A5000'],
  'RTX A4000': ['a4000', 'NVIDIA RTX A4000'],
  'RTX 6000': ['quadro_rtx_6000', 'rtx6000', 'Quadro RTX 6000'],
  'RTX 6000 Ada': ['NVIDIA RTX 6000 Ada Generation', 'rtx_6000_ada'],
  'RTX 8000': ['rtx8000', 'quadro_rtx_8000', 'Quadro RTX 8000'],
  'RTX 2080 Ti': ['rtx2080ti', '2080ti', 'GeForce RTX 2080 Ti', 'nvidia_geforce_rtx_2080_ti'],
  'RTX 3080': ['rtx3080', 'NVIDIA GeForce RTX 3080'],
  'RTX 3080 Ti': ['NVIDIA GeForce RTX 3080 Ti', 'rtx_3080_ti'],
  'RTX 3090': ['rtx3090', 'nvidia_3090', 'NVIDIA GeForce RTX 3090'],
  'RTX 3090 Ti': ['NVIDIA GeForce RTX 3090 Ti', '3090ti'],
  'RTX 4080': ['rtx4080', 'nvidia_4080'],
  'RTX 4090': ['rtx4090', 'nvidia_4090', 'NVIDIA GeForce RTX 4090'],
  'GTX 1080 Ti': ['gtx1080ti', '1080ti', 'GeForce GTX 1080 Ti'],
  'GTX 1080': ['gtx1080', 'GeForce GTX 1080'],
  MI250: ['mi250', 'mi250x', 'AMD Instinct MI250X'],
  MI300X: ['mi300x', 'AMD Instinct MI300X'],
  MI100: ['mi100', 'AMD Instinct MI100'],
  B200: ['b200', 'NVIDIA B200'],
};

/** GPUs that the table does not have, whose names hold those of others; and what is no model at all. */
const UNKNOWN = [
  ...['RTX A1000', 'RTX A2000', 'NVIDIA RTX A3000 Laptop GPU', 'RTX A400', 'RTX A4500', 'A2', 'A16'],
  ...['Quadro P1000', 'Quadro P4000', 'Quadro M4000', 'Quadro M6000 24GB', 'Quadro K4200', 'Quadro RTX 4000', 'P4'],
  ...['GeForce RTX 2080', 'GeForce RTX 3070', 'T1000', 'MI300A', 'MI210', 'H20', 'B100', 'GTX TITAN Black', 'K20m'],
  ...['1g.10gb', '3g.20gb', '7g.80gb', 'gpu', 'tesla', 'volta', 'nvidia', ''],
];

describe('a GPU is known', () => {
  it.each(Object.entries(WRITTEN).flatMap(([model, names]) => names.map((name) => [name, model] as const)))(
    'as %s: a %s',
    (name, model) => {
      expect(findGpu(name)?.name).toBe(model);
    },
  );

  it.each(GPU_MODELS.map(({ name }) => name))('by its own name: %s', (name) => {
    expect(findGpu(name)?.name).toBe(name);
  });

  it('whatever the case and the marks between the parts of its name', () => {
    const part = fc.constantFrom(...Object.values(WRITTEN).flat());
    fc.assert(
      fc.property(part, fc.constantFrom('_', '-', ' '), fc.boolean(), (name, mark, upper) => {
        const written = name.replaceAll(/[ _-]/g, mark);
        expect(findGpu(upper ? written.toUpperCase() : written)?.name).toBe(findGpu(name)?.name);
      }),
    );
  });

  it('in every model of the table', () => {
    expect(GPU_MODELS.map(({ name }) => name).filter((name) => WRITTEN[name] === undefined)).toEqual([]);
  });
});

it.each(UNKNOWN)('%j is no model of the table', (name) => {
  expect(findGpu(name)).toBeUndefined();
});

describe('board power', () => {
  // Epoch AI, training-cost-trends, Chip dataset; two GPUs a board halved: K80 and M60 300 W, MI250 500 W.
  it.each([
    ['K80', 150],
    ['M40', 250],
    ['Titan X', 250],
    ['GTX 1080', 180],
    ['GTX 1080 Ti', 250],
    ['V100', 300],
    ['P100', 300],
    ['RTX 2080 Ti', 250],
    ['T4', 70],
    ['A100', 400],
    ['H100', 700],
    ['MI250', 250],
  ])('of a %s is %i W', (name, watts) => {
    expect(findGpu(name)?.tdpWatts).toBe(watts);
  });
});
