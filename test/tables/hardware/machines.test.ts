import { describe, expect, it } from 'vitest';
import { findGpu } from '../../../src/tables/hardware/gpus.ts';
import { gpusOfMachine, MACHINES } from '../../../src/tables/hardware/machines.ts';
import { CLOUDS_2026 } from '../../../src/tables/prices/clouds-2026.ts';

describe('the GPUs of a machine for rent', () => {
  it.each([
    ['p2.16xlarge', 16, 'K80'],
    ['p3.8xlarge', 4, 'V100 SXM2'],
    ['p4d.24xlarge', 8, 'A100 SXM 40 GB'],
    ['a2-ultragpu-1g', 1, 'A100 SXM 80 GB'],
    ['Standard_NC96ads_A100_v4', 4, 'A100 PCIe 80 GB'],
    ['Standard_NC6s_v3', 1, 'V100 PCIe'],
    ['tpu-v3-8', 4, 'TPU v3'], // eight cores, two a chip
    ['v2-8', 4, 'TPU v2'],
    ['v4-32', 16, 'TPU v4'],
    ['v5litepod-8', 8, 'TPU v5e'], // eight chips
  ])('%s are %i × %s', (name, count, gpu) => {
    expect(gpusOfMachine(name)).toMatchObject({ count, gpu });
  });

  it.each(['m5.large', 'v100-8', 'p4', '', 'tpu', 'v3'])('%j is none', (name) => {
    expect(gpusOfMachine(name)).toBeUndefined();
  });

  it('are GPUs of the catalogue by their canonical names', () => {
    expect(MACHINES.filter(({ gpu }) => findGpu(gpu)?.name !== gpu)).toEqual([]);
  });

  it('are as many as the price list says of the same machine', () => {
    const compared = CLOUDS_2026.flatMap(({ product, devices, hardware }) => {
      const machine = gpusOfMachine(product) ?? gpusOfMachine(`standard_${product}`);
      return machine === undefined
        ? []
        : [{ product, ours: `${machine.count} ${machine.gpu}`, list: `${devices} ${hardware}` }];
    });
    expect(compared.length).toBeGreaterThan(25);
    expect(compared.filter(({ ours, list }) => ours !== list)).toEqual([]);
  });
});
