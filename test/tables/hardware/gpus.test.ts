import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGpu, GPU_MODELS, type GpuModel, isOf } from '../../../src/tables/hardware/gpus.ts';
import { describeShared } from '../../support/shared-data.ts';

/** How Slurm (gres types), NVML (`nvidia-smi -L`), trackers, clouds and people write models. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  'Titan X': ['titanx', 'titan_x', 'NVIDIA TITAN X', 'titan-x'],
  'Titan X Pascal': ['TITAN X (Pascal)', 'NVIDIA TITAN X (Pascal)', 'titanx-pascal', 'titan_xpascal'],
  'Titan X Maxwell': ['GeForce GTX TITAN X', 'gtx_titan_x', 'NVIDIA GeForce GTX TITAN X'],
  'Titan Xp': ['titanxp', 'TITAN Xp', 'TITAN Xp COLLECTORS EDITION'],
  'Titan V': ['titanv', 'TITAN V', 'NVIDIA TITAN V'],
  'Titan RTX': ['titanrtx', 'TITAN RTX', 'titan-rtx'],
  A100: ['a100', 'a100_3g.20gb', 'tesla_a100', 'NVIDIA A100'],
  'A100 SXM': ['a100-sxm', 'A100-SXM-64GB', 'nvidia_a100_sxm4'],
  'A100 SXM 80 GB': ['NVIDIA A100-SXM4-80GB', 'nvidia_a100-sxm4-80gb', 'a100_sxm_80g'],
  'A100 SXM 40 GB': ['A100-SXM4-40GB'],
  'A100 PCIe 40 GB': ['A100-PCIE-40GB', 'NVIDIA A100-PCIE-40GB'],
  'A100 PCIe 80 GB': ['NVIDIA A100 80GB PCIe', 'nvidia_a100_80gb_pcie', 'nvidia_a100_80gb_pcie_1g.10gb'],
  'A100 80 GB': ['a100-80', 'a100_80gb', 'A100 80GB'],
  A800: ['NVIDIA A800'],
  A10: ['a10', 'NVIDIA A10', 'NVIDIA A10-24Q'],
  A10G: ['NVIDIA A10G', 'a10g'],
  A16: ['NVIDIA A16'],
  A30: ['a30', 'NVIDIA A30', 'a30_1g.6gb'],
  A40: ['a40', 'NVIDIA A40', 'A40-48Q'],
  H100: ['h100', 'h100_1g.10gb', 'NVIDIA H100'],
  'H100 SXM': ['NVIDIA H100 80GB HBM3', 'nvidia_h100_80gb_hbm3', 'H100-SXM5-80GB', 'h100_sxm'],
  'H100 PCIe': ['NVIDIA H100 PCIe', 'nvidia_h100_pcie'],
  'H100 NVL': ['h100_nvl', 'NVIDIA H100 NVL', 'H100 94GB'],
  H800: ['NVIDIA H800'],
  H20: ['NVIDIA H20'],
  H200: ['h200', 'NVIDIA H200'],
  'H200 NVL': ['NVIDIA H200 NVL'],
  GH200: ['gh200', 'NVIDIA GH200 480GB'],
  V100: ['v100', 'tesla-v100', 'v100_32', 'v100l', 'nvidia_v100'],
  V100S: ['v100s', 'Tesla V100S-PCIE-32GB'],
  'V100 SXM2': ['Tesla V100-SXM2-16GB', 'Tesla V100-SXM2-32GB', 'v100_sxm2', 'nvidia_v100-sxm2-32gb'],
  'V100 PCIe': ['Tesla V100-PCIE-16GB', 'v100-pcie'],
  P100: ['p100', 'Tesla P100'],
  'P100 PCIe': ['Tesla P100-PCIE-16GB', 'Tesla P100-PCIE-12GB', 'p100_12g'],
  'P100 SXM2': ['Tesla P100-SXM2-16GB'],
  P40: ['p40', 'Tesla P40'],
  P4: ['Tesla P4', 'p4'],
  T4: [
    'gpu_t4',
    'gput4',
    'NVIDIA Corporation TU104GL [Tesla T4]',
    't4',
    'Tesla T4',
    'NVIDIA T4',
    'T4 16GB',
    'nvidia-tesla-t4',
  ],
  L4: ['l4', 'NVIDIA L4', 'NVIDIA L4 24GB'],
  L40: ['l40', 'NVIDIA L40'],
  L40S: ['l40s', 'NVIDIA L40S'],
  M40: ['m40', 'Tesla M40', 'Tesla M40 24GB'],
  M60: ['m60', 'Tesla M60', 'GRID M60-8Q'],
  K80: ['k80', 'Tesla K80'],
  K40: ['k40', 'k40m', 'Tesla K40c'],
  K20: ['K20m', 'Tesla K20c'],
  K20X: ['Tesla K20Xm'],
  'RTX A6000': ['a6000', 'rtx_a6000', 'rtxa6000', 'NVIDIA RTX A6000'],
  'RTX A5000': ['a5000', 'NVIDIA RTX A5000'],
  'RTX A4000': ['a4000', 'NVIDIA RTX A4000'],
  'RTX A2000': ['RTX A2000', 'NVIDIA RTX A2000 12GB'],
  'RTX 6000': ['rtx6000', 'rtx_6000', 'NVIDIA RTX 6000'],
  'Quadro RTX 6000': ['quadro_rtx_6000', 'Quadro RTX 6000', 'RTX 6000 24GB'],
  'RTX 6000 Ada': ['NVIDIA RTX 6000 Ada Generation', 'rtx_6000_ada', 'rtx6000ada', 'RTX 6000 48GB'],
  'RTX PRO 6000': ['rtx_pro_6000', 'NVIDIA RTX PRO 6000 Blackwell'],
  'RTX PRO 6000 Server': ['NVIDIA RTX PRO 6000 Blackwell Server Edition'],
  'RTX PRO 6000 Max-Q': ['NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition'],
  'RTX 8000': ['rtx8000', 'quadro_rtx_8000', 'Quadro RTX 8000'],
  'RTX 2080 Ti': ['rtx2080ti', '2080ti', 'GeForce RTX 2080 Ti', 'nvidia_geforce_rtx_2080_ti'],
  'RTX 2080': ['GeForce RTX 2080', 'rtx2080'],
  'RTX 3070': ['GeForce RTX 3070'],
  'RTX 3080': ['rtx3080', 'NVIDIA GeForce RTX 3080'],
  'RTX 3080 12 GB': ['RTX 3080 12GB'],
  'RTX 3080 Ti': ['NVIDIA GeForce RTX 3080 Ti', 'rtx_3080_ti'],
  'RTX 3090': ['rtx3090', 'nvidia_3090', 'NVIDIA GeForce RTX 3090'],
  'RTX 3090 Ti': ['NVIDIA GeForce RTX 3090 Ti', '3090ti'],
  'RTX 4080': ['rtx4080', 'nvidia_4080'],
  'RTX 4090': ['rtx4090', 'nvidia_4090', 'NVIDIA GeForce RTX 4090'],
  'RTX 5090': ['NVIDIA GeForce RTX 5090'],
  'GTX 1080 Ti': ['gtx1080ti', '1080ti', 'GeForce GTX 1080 Ti'],
  'GTX 1080': ['gtx1080', 'GeForce GTX 1080'],
  MI250: ['mi250', 'AMD Instinct MI250'],
  MI250X: ['mi250x', 'AMD Instinct MI250X'],
  MI210: ['MI210', 'AMD Instinct MI210'],
  MI300A: ['mi300a', 'AMD Instinct MI300A'],
  MI300X: ['mi300x', 'AMD Instinct MI300X'],
  MI100: ['mi100', 'AMD Instinct MI100'],
  B200: ['b200', 'NVIDIA B200'],
  B100: ['B100'],
  'TPU v2': ['tpu-v2-8', 'TPU v2', 'v2-8'],
  'TPU v3': ['tpu-v3-8', 'Cloud TPU v3', 'v3-8', 'tpuv3', 'TPU_V3'],
  'TPU v4': ['tpu-v4-8', 'TPU v4'],
  'TPU v5e': ['v5litepod-8', 'TPU v5e', 'tpu-v5e'],
};

/** GPUs that the table does not have, whose names hold those of others; and what is no model at all. */
const UNKNOWN = [
  ...['RTX A1000', 'NVIDIA RTX A3000 Laptop GPU', 'RTX A400', 'RTX A4500', 'A2', 'B300', 'RTX 4090 D', 'T400'],
  ...['Quadro P1000', 'Quadro P4000', 'Quadro M4000', 'Quadro M6000 24GB', 'Quadro K4200', 'Quadro RTX 4000'],
  ...['RTX 3070 Ti', 'RTX 3060 Ti', 'RTX 2080 SUPER', 'T1000', 'GTX TITAN Black', 'TPU v4i', 'GTX 1070 Ti'],
  ...['widget4', 'vega10', 'dell4', 'alpha40', 'gtm40', 'cloudp4'],
  ...['1g.10gb', '3g.20gb', '7g.80gb', 'gpu', 'tesla', 'volta', 'nvidia', 'tpu', ''],
];

describe('a GPU is known', () => {
  it.each(Object.entries(WRITTEN).flatMap(([model, names]) => names.map((name) => [name, model] as const)))(
    'as %s: a %s',
    (name, model) => {
      expect(findGpu(name)?.name).toBe(model);
    },
  );

  it.each(['NVIDIA A100 80GB', 'a100-40', 'A100-SXM4', 'a100_pcie', 'A100-SXM4-80GB', 'h100', 'H100 PCIe'])(
    'as a model that has a row of its own in the tables: %s',
    (written) => {
      expect(GPU_MODELS.map(({ name }) => name)).toContain(findGpu(written)?.name);
    },
  );

  it('as a model of the tables, however much of form and memory the name tells', () => {
    const names = new Set(GPU_MODELS.map(({ name }) => name));
    for (const { family, boards } of GPU_MODELS) {
      for (const { form = '', memoryGb } of boards) {
        for (const written of [`${family} ${form}`, `${family} ${memoryGb}GB`, `${family} ${form} ${memoryGb}GB`])
          expect(names, written).toContain(findGpu(written)?.name);
      }
    }
  });

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
});

it.each(UNKNOWN)('%j is no model of the table', (name) => {
  expect(findGpu(name)).toBeUndefined();
});

describe('board power', () => {
  // Epoch AI, training-cost-trends, Chip dataset, 2026-04-01; two GPUs a board halved: K80 and M60 300 W, MI250 500 W. RTX 3080 Ti also mlco2/impact; RTX 6000 Ada: NVIDIA, by way of
  // grafikkarten.com (300 W against 450 W of the RTX 4090).
  it.each([
    ['K80', 150],
    ['M40', 250],
    ['Titan X', 250],
    ['GTX 1080', 180],
    ['GTX 1080 Ti', 250],
    ['P100 SXM2', 300],
    ['P100 PCIe', 250],
    ['RTX 2080 Ti', 250],
    ['T4', 70],
    ['A100 SXM 40 GB', 400],
    ['A100 PCIe 40 GB', 250],
    ['H100 SXM', 700],
    ['H100 PCIe', 350],
    ['H100 NVL', 400],
    ['MI250', 250],
    ['RTX 3080 Ti', 350],
    ['RTX 6000 Ada', 300],
  ])('of a %s is %i W', (name, watts) => {
    expect(findGpu(name)?.tdpWatts).toBe(watts);
  });

  it('is not swapped between V100 PCIe and SXM2, as in mlco2/impact: 250 and 300 W', () => {
    expect(findGpu('Tesla V100-PCIE-16GB')?.boardWatts).toEqual({ low: 250, value: 250, high: 250 });
    expect(findGpu('Tesla V100-SXM2-16GB')?.boardWatts).toEqual({ low: 300, value: 300, high: 300 });
  });

  it('is not one figure for both A100 PCIe, as in mlco2/impact: 250 W of 40 GB, 300 W of 80 GB', () => {
    expect(findGpu('A100-PCIE-40GB')?.tdpWatts).toBe(250);
    expect(findGpu('NVIDIA A100 80GB PCIe')?.tdpWatts).toBe(300);
  });

  it.each([
    ['v100', 250, 300],
    ['p100', 250, 300],
    ['a100', 250, 400],
    ['a100-80', 300, 400],
    ['h100', 350, 700],
    ['rtx6000', 260, 300],
    ['titanx', 250, 250],
  ])('spans all boards between which %s leaves it open: %i to %i W', (name, low, high) => {
    expect(findGpu(name)?.boardWatts).toMatchObject({ low, high });
  });

  it('of boards with two GPUs is that of what logs count', () => {
    const two = GPU_MODELS.filter(({ devicesPerBoard }) => devicesPerBoard === 2);
    expect(two.map(({ name, tdpWatts }) => [name, tdpWatts])).toEqual([
      ['M60', 150],
      ['K80', 150],
      ['MI250X', 250],
      ['MI250', 250],
    ]);
  });

  it('is a plausible number everywhere, with memory, year and source', () => {
    for (const { name, boardWatts, memoryGb, year, citations } of GPU_MODELS) {
      const { low, value, high } = boardWatts;
      expect(0 < low && low <= value && value <= high && high <= 1500, name).toBe(true);
      expect(memoryGb.low >= 4 && memoryGb.high <= 300, name).toBe(true);
      expect(year >= 2012 && year <= 2026, name).toBe(true);
      expect(citations.length, name).toBeGreaterThan(0);
    }
  });
});

it('an A100 SXM 80 GB is an A100 and an A100 80 GB, and no A100 PCIe', () => {
  const model = (name: string): GpuModel => findGpu(name) as GpuModel;
  const sxm = model('NVIDIA A100-SXM4-80GB');
  expect(['A100', 'a100-80', 'A100 PCIe 80 GB', 'V100'].map((name) => isOf(sxm, model(name)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describeShared('the tables of others', 'ref/mlco2-impact/gpus.csv', (file) => {
  /** Their known slips: METHOD of this project, and above. */
  const SLIPS = ['Tesla V100-PCIE-16GB', 'Tesla V100-SXM2-16GB', 'A100 PCIe 40/80GB', 'TPUv2 Chip', 'TPUv3 Chip'];
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(','))
    .filter(([, type]) => type === 'gpu');

  it('agree with ours wherever they have the same GPU, but for their slips', () => {
    const compared = rows.flatMap(([name = '', , watts]) => {
      const ours = findGpu(name);
      if (ours === undefined || SLIPS.includes(name)) return [];
      const theirs = Number(watts) / ours.devicesPerBoard;
      return [{ name, theirs, ours: ours.boardWatts }];
    });
    expect(compared.length).toBeGreaterThan(20);
    expect(compared.filter(({ theirs, ours }) => theirs < ours.low || theirs > ours.high)).toEqual([]);
  });
});
