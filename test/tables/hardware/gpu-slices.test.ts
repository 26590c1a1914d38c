import { describe, expect, it } from 'vitest';
import { modelOfSlice, shareOfGpu } from '../../../src/tables/hardware/gpu-slices.ts';

// Fractions of SMs from NVIDIA's Multi-Instance GPU User Guide, Supported MIG Profiles.

describe('the share of a GPU', () => {
  it.each([
    ['a100', 1],
    ['nvidia_geforce_rtx_3090', 1],
    ['a100-80gb', 1],
    ['h100_nvl_94gb', 1],
    ['a10g', 1],
    ['gpu_l4_24gb', 1],
    ['1g.5gb', 1 / 7],
    ['1g.10gb', 1 / 7],
    ['2g.20gb', 2 / 7],
    ['a100_3g.20gb', 3 / 7],
    ['nvidia_a100_80gb_pcie_1g.10gb', 1 / 7],
    ['NVIDIA_H100_80GB_HBM3_MIG_3g.40gb', 3 / 7],
    ['mig-4g-40gb', 4 / 7],
    ['7g.80gb', 1],
    ['1c.3g.20gb', 1 / 7],
    ['1g.10gb+me', 1 / 7],
    ['1g.6gb', 1 / 4],
    ['a30_2g.12gb', 1 / 2],
    ['4g.24gb', 1],
    ['h100_1g.24gb', 1 / 7], // without the model it could be a quarter of an RTX PRO 6000
    ['3g.135gb', 3 / 7], // in no table, but only GPUs of seven slices have three
  ])('%s is %d', (type, share) => {
    expect(shareOfGpu(type)).toBeCloseTo(share, 15);
  });

  it.each(['1g.24gb', '2g.48gb', '1g.34gb', 'a100_mig', 'mig'])('%s is not known', (type) => {
    expect(shareOfGpu(type)).toBeNaN();
  });
});

describe('the model of a slice', () => {
  it.each([
    ['1g.5gb', 'A100'],
    ['4g.24gb', 'A30'],
    ['3g.71gb', 'H200'],
    ['7g.180gb', 'B200'],
    ['3g.47gb', 'H100'],
    ['1g.10gb', undefined], // an A100 of 40 or 80 GB, or an H100
    ['3g.48gb', undefined],
    ['a100', undefined],
  ])('%s is %s', (type, model) => {
    expect(modelOfSlice(type)).toBe(model);
  });
});
