import { describe, expect, it } from 'vitest';
import { GPU_MODELS } from '../../../src/tables/hardware/gpus.ts';
import { CLOUD_2025, PRICED_AS } from '../../../src/tables/prices/cloud-2025.ts';
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

describe('the cloud prices of 2025', () => {
  it.each(Object.entries(CLOUD_2025))('of a %s lie between their bounds, and a GPU has them', (model, price) => {
    expect(price.low).toBeGreaterThan(0);
    expect(price.low <= price.value && price.value <= price.high).toBe(true);
    expect(GPU_MODELS.map(({ name }) => name)).toContain(model);
  });

  it.each(Object.entries(PRICED_AS))('stand in for a %s as a %s, which has a price', (model, priced) => {
    expect(CLOUD_2025[priced]).toBeDefined();
    expect(CLOUD_2025[model]).toBeUndefined();
    expect(GPU_MODELS.map(({ name }) => name)).toContain(model);
  });
});
