import { describe, expect, it } from 'vitest';
import { findGpu, GPU_MODELS, type GpuModel } from '../../../src/tables/hardware/gpus.ts';
import { CLOUD_2025 } from '../../../src/tables/prices/cloud-2025.ts';
import { cloudRent } from '../../../src/tables/prices/cloud-rent.ts';
import { CLOUDS_2026 } from '../../../src/tables/prices/clouds-2026.ts';
import { LARGE_CLOUDS, type ListPrice, perDevice } from '../../../src/tables/prices/list-price.ts';
import { pricedAs } from '../../../src/tables/prices/priced-as.ts';
import { ELECTRICITY_2019, P100_2019 } from '../../../src/tables/prices/strubell-2019.ts';

const grouped = (usd: number): string => Math.round(usd).toLocaleString('en-US');

describe('the price of a P100 behind Strubell, Ganesh & McCallum 2019', () => {
  // Table 3: row, GPUs, hours, printed dollars.
  it.each([
    ['T2T base', 8, 12, '41', '140'],
    ['T2T big', 8, 84, '289', '981'],
    ['ELMo', 3, 336, '433', '1,472'],
    ['NAS', 8, 274_120, '942,973', '3,201,722'],
  ])('gives the dollars of the row %s', (_, gpus, hours, low, high) => {
    expect(grouped(P100_2019.low * gpus * hours)).toBe(low);
    expect(grouped(P100_2019.high * gpus * hours)).toBe(high);
  });

  it('goes with electricity at $0.12 per kWh: 82,251.6 kWh are $9,870 (Tables 1 and 4)', () => {
    const kwh = 78_468 / 0.954;
    expect(grouped(kwh * ELECTRICITY_2019.value)).toBe('9,870');
  });
});

describe('every cloud price', () => {
  it.each(Object.entries(CLOUD_2025))('of a %s in 2025 lies between its bounds, and a GPU has it', (model, price) => {
    expect(price.low).toBeGreaterThan(0);
    expect(price.low <= price.value && price.value <= price.high).toBe(true);
    expect(findGpu(model)?.family).toBe(model);
  });

  it.each(CLOUDS_2026.map((row) => [`${row.vendor} ${row.product}, ${row.terms}`, row] as const))(
    'of 2026 is of known hardware by its canonical name, in dollars a person would believe: %s',
    (_, row) => {
      expect(findGpu(row.hardware)?.name).toBe(row.hardware);
      expect(perDevice(row)).toBeGreaterThan(0.1);
      expect(perDevice(row)).toBeLessThan(20);
    },
  );

  it('on the spot is below the same on demand', () => {
    for (const spot of CLOUDS_2026.filter(({ terms }) => terms === 'spot')) {
      const same = CLOUDS_2026.filter(
        ({ terms, vendor, hardware }) => terms === 'on demand' && vendor === spot.vendor && hardware === spot.hardware,
      );
      expect(same.length, spot.hardware).toBeGreaterThan(0);
      expect(perDevice(spot), spot.hardware).toBeLessThan(Math.min(...same.map(perDevice)));
    }
  });

  it('has rows on demand and on the spot of each of the three large clouds', () => {
    for (const vendor of LARGE_CLOUDS) {
      const terms = new Set(CLOUDS_2026.filter((row) => row.vendor === vendor).map((row) => row.terms));
      expect([...terms].sort(), vendor).toEqual(['on demand', 'spot']);
    }
  });

  // SkyPilot’s catalogue has these machines without their GPU: the host alone, us-central1 (catalogs/v8/gcp/vms.csv).
  it.each([
    ['a2-highgpu-1g', 0.739_48],
    ['a2-ultragpu-1g', 1.099_62],
    ['a3-highgpu-1g', 1.182_51],
  ])('of a %s is of the machine with its GPU: far above the $%d of its host', (product, hostUsd) => {
    const rows = CLOUDS_2026.filter((row) => row.product === product && row.terms === 'on demand');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.usd).toBeGreaterThan(3 * hostUsd);
  });

  it('counts two GPUs on a board of K80: a p2.16xlarge has 16 (AWS), where a table of others has 8 boards', () => {
    const [row] = CLOUDS_2026.filter(({ product }) => product === 'p2.16xlarge');
    expect(row?.devices).toBe(16);
    expect(perDevice(row as ListPrice)).toBeCloseTo(0.9, 10);
  });
});

describe('the rent of a GPU', () => {
  const rent = (name: string): string[] => {
    const { low, value, high } = cloudRent(name);
    return [low, value, high].map((usd) => usd.toFixed(2));
  };

  // From the rows of the list by hand: low the least of all, middle the median of AWS’s, Google’s and Azure’s cheapest on demand, high the dearest on demand.
  it.each([
    ['H100 SXM', ['2.27', '10.55', '12.29']], // 18.169536 ÷ 8; 6.88, 84.4 ÷ 8 and 98.32 ÷ 8; 98.32 ÷ 8
    // Boards left open: of each cloud the cheapest of any.
    ['h100', ['1.29', '6.98', '12.29']], // 1.289904 (NVL, spot); 6.88 (SXM), 84.4 ÷ 8 (SXM) and 6.98 (NVL); 98.32 ÷ 8
    ['V100', ['0.74', '3.06', '3.90']], // 0.74; 3.06, 2.48 and 3.06; 31.212 ÷ 8
    ['a100-80gb', ['0.68', '3.67', '5.07']], // 0.67877; 27.44705 ÷ 8 (SXM), 5.07 (SXM) and 3.673 (PCIe); 5.07
    ['A100', ['0.68', '3.40', '5.07']], // 0.67877; 21.957642 ÷ 8, 3.673 and 27.197 ÷ 8 (all of 40 GB); 5.07
    // Rented by one vendor, and no large cloud: as any of the family.
    ['H100 PCIe', ['1.29', '6.98', '12.29']],
    // Rented by no large cloud: the one vendor's.
    ['RTX 4090', ['0.74', '0.74', '0.74']],
    ['A100 SXM 40 GB', ['0.74', '3.40', '3.67']], // 5.904469 ÷ 8; 21.957642 ÷ 8, 3.673 and 27.197 ÷ 8; 3.673
    ['T4', ['0.15', '0.53', '0.98']], // 0.149174; 0.526, 0.51 and 0.526; 7.824 ÷ 8
    ['TPU v3', ['0.60', '2.00', '2.00']], // 2.40 ÷ 4 chips; 2.00 per chip
    ['K80', ['0.45', '0.90', '0.91']],
  ])('%s: %j', (name, usd) => {
    expect(rent(name)).toEqual(usd);
  });

  it('names the rows behind the middle, with the board of each', () => {
    expect(cloudRent('H100').basis[0]?.note).toBe(
      'middle: the median of the cheapest on demand, AWS $6.88 (H100 SXM), Azure $6.98 (H100 NVL), Google Cloud $10.55 (H100 SXM)',
    );
    expect(cloudRent('RTX 4090').basis[0]?.note).toBe('middle: RunPod $0.74 (RTX 4090), the cheapest on demand');
  });

  it.each(['H100 PCIe', 'V100 PCIe', 'A100 PCIe 40 GB'])(
    'says of the %s that the prices are of any of its family',
    (name) => {
      const [family] = name.split(' ');
      const { name: title, basis, standIn } = cloudRent(name);
      expect(title).toBe(`cloud rent of one ${name} (as any ${family})`);
      expect(basis[0]?.note).toContain(`the prices are those of any ${family}`);
      expect(standIn).toBeUndefined();
    },
  );

  it.each(['H100', 'H100 NVL', 'T4', 'TPU v3', 'K80'])('says nothing of the kind of the %s', (name) => {
    expect(cloudRent(name).name).toBe(`cloud rent of one ${name}`);
  });

  it('is the span of the list for hardware that is not known', () => {
    const all = CLOUDS_2026.map(perDevice);
    expect(cloudRent('widget9')).toMatchObject({ low: Math.min(...all), high: Math.max(...all) });
    expect(cloudRent('widget9').basis[0]?.kind).toBe('assumed');
  });
});

describe('what nobody on the list rents is priced as the nearest that is rented', () => {
  it.each([
    ['Titan X', 'P100'], // as Strubell et al. 2019 price it
    ['M40', 'P100'], // as they do
    ['GTX 1080 Ti', 'P100'], // as they do
    ['GTX 1080', 'P100'],
    ['K40', 'K80'],
    ['P40', 'P100'],
    ['RTX 2080 Ti', 'V100'],
    ['Titan V', 'V100'],
    ['RTX 3090', 'A10G'],
    ['RTX 6000 Ada', 'L40S'],
    ['GB200', 'B200'],
    ['MI300X', 'H200'],
  ])('a %s as a %s', (name, priced) => {
    expect(cloudRent(name).name).toContain(`(as ${priced})`);
  });

  it('by generation: never as an earlier one where there is a later', () => {
    for (const model of GPU_MODELS.filter(({ generation }) => generation !== 'TPU')) {
      const { generationNumber } = pricedAs(model);
      expect(generationNumber, model.name).toBeGreaterThanOrEqual(model.generationNumber);
    }
  });

  it('by kind: a TPU as a TPU', () => {
    for (const model of GPU_MODELS.filter(({ generation }) => generation === 'TPU')) {
      expect(pricedAs(model).generation).toBe('TPU');
    }
  });

  it('by memory and power: what grows in both goes to what is larger', () => {
    const small = { ...(findGpu('RTX 3090') as GpuModel), memoryGb: { low: 16, high: 16 }, tdpWatts: 140 };
    expect(pricedAs(small).family).toBe('A10G');
    expect(pricedAs({ ...small, memoryGb: { low: 48, high: 48 }, tdpWatts: 350 }).family).toBe('A100');
  });
});
