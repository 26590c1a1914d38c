import { describe, expect, it } from 'vitest';
import {
  amount,
  counted,
  fileSize,
  grouped,
  percent,
  printsAlike,
  significant,
  span,
  times,
  usd,
  usdSpan,
  withRange,
} from '../../../src/report/render/format.ts';

const NOT_NUMBERS = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
const range = (low: number, value: number, high: number) => ({ low, value, high });

describe('money is printed as Table 4 of Strubell et al. 2019 prints it', () => {
  // Prices of the paper: P100 at $0.43 to $1.46 an hour, electricity at $0.12 per kWh.
  it.each([
    [120, '$52–$175'],
    [2880, '$1,238–$4,205'],
    [239_942, '$103k–$350k'],
  ])('cloud rent of %d hours', (hours, printed) => {
    expect(usdSpan(range(0.43 * hours, 1.46 * hours, 1.46 * hours))).toBe(printed);
  });

  it.each([
    [4.94, '$5'],
    [118.47, '$118'],
    [9870.19, '$9,870'],
  ])('electricity of %d dollars', (dollars, printed) => {
    expect(usd(dollars)).toBe(printed);
    expect(span(range(dollars, dollars, dollars), usd)).toBe(printed);
  });
});

describe('usd', () => {
  it.each([
    [0, '$0'],
    [0.001, '<$0.01'],
    [0.43, '$0.43'],
    [3.99, '$3.99'],
    [4, '$4'],
    [999.5, '$1,000'],
    [99_999.4, '$99,999'],
    [99_999.6, '$100k'],
    [979_300, '$979k'],
    [3_201_722, '$3,202k'],
    [9_999_999.4, '$10,000k'],
    [10_000_000, '$10.0M'],
    [1_234_567_890, '$1,234.6M'],
    [-52, '−$52'],
  ])('prints %d as %s', (dollars, printed) => expect(usd(dollars)).toBe(printed));

  it.each(NOT_NUMBERS)('prints %d as unknown', (value) => expect(usd(value)).toBe('–'));
});

describe('usdSpan', () => {
  it.each([
    [range(5, 5, 5), '$5'],
    [range(4.6, 5, 5.4), '$5'],
    [range(0, 0, 0), '$0'],
    [range(0, 1, 2), '$0–$2.00'],
    [range(0.43, 1, 12), '$0.43–$12'],
    [range(0.43, 1.46, 3.2), '$0.43–$3.20'],
    [range(2.2, 3, 4.2), '$2–$4'],
    [range(2_365_100, 5e6, 10_200_000), '$2.4M–$10.2M'],
    [range(Number.NaN, Number.NaN, Number.NaN), '–'],
  ])('%o', (given, printed) => expect(usdSpan(given)).toBe(printed));
});

describe('ranges', () => {
  it('shows the middle with its range when they print otherwise', () => {
    expect(withRange(range(7100, 9870, 12_300), usd)).toBe('$9,870 ($7,100–$12,300)');
    expect(withRange(range(9870, 9870, 12_300), usd)).toBe('$9,870 ($9,870–$12,300)');
    expect(withRange(range(4.6, 4.94, 5.4), usd)).toBe('$5');
  });

  it('compares what is printed, not what is stored', () => {
    expect(printsAlike(range(9869.6, 9870, 9870.4), usd)).toBe(true);
    expect(printsAlike(range(9868, 9870, 9872), usd)).toBe(false);
    expect(printsAlike(range(9870, 9870, 12_300), usd)).toBe(false);
    expect(span(range(41.11, 41.12, 41.13), amount)).toBe('41.1');
    expect(span(range(7100, 9870, 12_300), usd)).toBe('$7,100–$12,300');
  });
});

describe('grouped', () => {
  it.each([
    [0, 0, '0'],
    [-0.2, 0, '0'],
    [999, 0, '999'],
    [1000, 0, '1,000'],
    [239_942, 0, '239,942'],
    [1_234_567.891, 2, '1,234,567.89'],
    [-4789, 0, '-4,789'],
    [1e21, 0, '1e+21'],
  ])('%d to %d decimals', (value, decimals, printed) => expect(grouped(value, decimals)).toBe(printed));

  it.each(NOT_NUMBERS)('%d is unknown', (value) => expect(grouped(value)).toBe('–'));
});

describe('amount', () => {
  it.each([
    [0, '0'],
    [0.0521, '0.052'],
    [0.949, '0.95'],
    [0.977, '0.98'],
    [0.994, '0.99'],
    [0.996, '1'],
    [1, '1'],
    [5.24, '5.2'],
    [58.125, '58.1'],
    [99.94, '99.9'],
    [99.97, '100'],
    [239_942.4, '239,942'],
  ])('%d', (value, printed) => expect(amount(value)).toBe(printed));

  it.each(NOT_NUMBERS)('%d is unknown', (value) => expect(amount(value)).toBe('–'));
});

describe('significant', () => {
  it.each([
    [1.58, 5, '1.58'],
    [217, 5, '217'],
    [0.432727, 5, '0.43273'],
    [0.12, 5, '0.12'],
    [1200, 2, '1,200'],
    [0, 3, '0'],
    [1e-7, 2, '0.0000001'],
  ])('%d to %d figures', (value, figures, printed) => expect(significant(value, figures)).toBe(printed));
});

describe('percent', () => {
  it.each([
    [0, '0%'],
    [0.0004, '<0.1%'],
    [0.041, '4.1%'],
    [0.09, '9%'],
    [0.0996, '10%'],
    [0.72, '72%'],
    [0.9953, '99.5%'],
    [0.9996, '>99.9%'],
    [1 - 1e-12, '100%'],
    [1, '100%'],
    [1.5, '150%'],
    [Number.NaN, '–'],
  ])('%d', (share, printed) => expect(percent(share)).toBe(printed));
});

describe('counts, ratios and sizes', () => {
  it('agrees with the noun', () => {
    expect([0, 1, 4789].map((count) => counted(count, 'attempt'))).toEqual([
      '0 attempts',
      '1 attempt',
      '4,789 attempts',
    ]);
    expect(counted(2, 'more is', 'more are')).toBe('2 more are');
  });

  it('says how many times', () => {
    expect(times(1999.52)).toBe('2,000 times');
    expect(times(1.5)).toBe('1.5 times');
    expect(times(Number.POSITIVE_INFINITY)).toBe('–');
  });

  it.each([
    [0, '0 bytes'],
    [512, '512 bytes'],
    [1_300_000, '1.3 MB'],
    [817_000_000, '817 MB'],
    [Number.NaN, '–'],
  ])('%d bytes', (bytes, printed) => expect(fileSize(bytes)).toBe(printed));
});
