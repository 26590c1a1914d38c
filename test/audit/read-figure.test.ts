import { describe, expect, it } from 'vitest';
import { readFigure } from '../../src/audit/read-figure.ts';
import { CONSTANT_FIELDS, ENTRY_FIELDS, type FieldForm, PRICE_FORM } from '../../src/model/claim-fields.ts';

const read = (text: string, form?: FieldForm, exact = false) => {
  const understood = readFigure(text, form, exact);
  if ('problem' in understood) throw new Error(understood.problem);
  return understood;
};
const only = (text: string, form?: FieldForm, exact = false) => {
  const [reading] = read(text, form, exact).readings;
  if (reading === undefined) throw new Error('no reading');
  return reading;
};

const { hours, energy, co2e, cloud, jobs, power, meanJob, shortestJob, span, concurrency } = ENTRY_FIELDS;
const { pue, intensity, electricityPrice } = CONSTANT_FIELDS;
const LB = 0.45359237; // NIST SP 811

describe('a printed number', () => {
  it.each([
    ['79 h', hours, 78.5, 79.5],
    ['79.2 hours', hours, 79.15, 79.25],
    ['239,942 h', hours, 239_941.5, 239_942.5],
    ['3.5 days', hours, 3.45 * 24, 3.55 * 24],
    ['3 minutes', shortestJob, 2.5 / 60, 3.5 / 60],
    ['2 GPU-days', hours, 1.5 * 24, 2.5 * 24],
    ['12,041.51 W', power, 12_041.505, 12_041.515],
    ['0.4 kW', power, 350, 450],
    ['85.7 MWh', energy, 85_650, 85_750],
    ['78,468 lb', co2e, 78_467.5 * LB, 78_468.5 * LB],
    ['192 lbs CO2e', co2e, 191.5 * LB, 192.5 * LB],
    ['46.7 tCO2eq', co2e, 46_650, 46_750],
    ['57 gCO2eq/kWh', intensity, 0.0565, 0.0575],
    ['998.443 lb/MWh', intensity, (998.4425 * LB) / 1000, (998.4435 * LB) / 1000],
    ['0.954 lb per kWh', intensity, 0.9535 * LB, 0.9545 * LB],
    ['$0.12/kWh', electricityPrice, 0.115, 0.125],
    ['1.58', pue, 1.575, 1.585],
    ['52 hours', meanJob, 51.5, 52.5],
  ] as const)('%s is the interval of its last digit', (text, form, low, high) => {
    const reading = only(text, form);
    expect(reading.low).toBeCloseTo(low, 9);
    expect(reading.high).toBeCloseTo(high, 9);
    expect(reading.kind).toBe('rounded');
  });

  it('of thousands is as exact as it is written', () => {
    const [low, high] = read('$103k–$350k', cloud).readings;
    expect([low?.low, low?.high, high?.low, high?.high]).toEqual([102_500, 103_500, 349_500, 350_500]);
    expect(only('979M training steps')).toMatchObject({ low: 978_500_000, high: 979_500_000 });
  });

  it('is itself where it is a count, a list price, or marked exact', () => {
    expect(only('4789 jobs', jobs)).toMatchObject({ low: 4789, high: 4789, kind: 'exact' });
    expect(only('$4.50/h', PRICE_FORM)).toMatchObject({ low: 4.5, high: 4.5, kind: 'exact' });
    expect(only('84 h', hours, true)).toMatchObject({ low: 84, high: 84, kind: 'exact' });
  });

  it('may stand beside words, which make kinds of their own', () => {
    expect(only('about 60 GPUs', concurrency)).toMatchObject({ low: 59.5, high: 60.5, kind: 'about' });
    expect(only('approx. 6 months', span).kind).toBe('about');
    expect(only('at least $150k')).toMatchObject({ low: 149_500, high: Number.POSITIVE_INFINITY, kind: 'at-least' });
    expect(only('less than 5 %')).toMatchObject({ low: 0, kind: 'at-most' });
  });

  it('may have several parts, if these are times', () => {
    // 118 × 24 + 5 + 41/60 hours, as exact as a minute.
    const { low, high, value } = only('118 days, 5 hours, 41 min', span);
    expect(value).toBeCloseTo(2837 + 41 / 60, 9);
    expect(high - low).toBeCloseTo(1 / 60, 9);
  });

  it.each([
    ['201', energy, 'has no unit that is known: write kWh'],
    ['201 kW', energy, 'has another unit: write kWh'],
    ['5 tons', co2e, 'has no unit that is known: write kg, g, t or lb'],
    ['around noon', hours, 'does not begin with a number'],
    ['1–2 h', hours, 'is a range, which time cannot be'],
    ['1.46', PRICE_FORM, 'write $ before the number and /h after it'],
    ['60 h', jobs, 'has another unit: write a bare number'],
    [`${'9'.repeat(400)} h`, hours, 'has more digits than a number'],
  ] as const)('%s is refused', (text, form, reason) => {
    const understood = readFigure(text, form);
    expect('problem' in understood ? understood.problem : '').toContain(reason);
  });
});
