import { describe, expect, it } from 'vitest';
import { equivalentsOf } from '../../src/cost/equivalents.ts';
import { amount } from '../../src/report/render/format.ts';
import { equivalents } from '../../src/report/sections/answer/equivalents.ts';
import { EQUIVALENTS } from '../../src/tables/carbon/equivalents.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { textOf } from '../report/sections/text-of.ts';
import { factsOf, HOUR } from '../support/ledger-of.ts';

const KG_PER_LB = 0.453_592_37; // NIST SP 811

describe('emissions in other terms', () => {
  it('one of each is one: Table 1 of Strubell et al. 2019, lb CO2e', () => {
    const printed = [1984, 11_023, 36_156, 126_000];
    for (const [index, pounds] of printed.entries()) {
      const kg = pounds * KG_PER_LB;
      expect(equivalentsOf({ low: kg, value: kg, high: kg }, EQUIVALENTS)[index]?.count.value).toBeCloseTo(1, 12);
    }
  });

  it('the LISA project’s 78,468 lb are 39.6 flights and 62 % of a car’s lifetime', () => {
    const facts = factsOf([{ elapsed: 239_942 * HOUR }], { method: findMethod('strubell-2019') });
    const counts = facts.equivalents?.map(({ count }) => count.value) ?? [];
    expect(counts.map((count) => amount(count))).toEqual(['39.6', '7.1', '2.2', '0.62']); // 78,468 ÷ 1,984, 11,023, 36,156, 126,000
    expect(textOf(equivalents(facts))).toContain('flight of one passenger, New York to San Francisco 900 39.6');
  });

  it('are none where there are no emissions', () => {
    const facts = factsOf([{ elapsed: 0, state: 'pending' }]);
    expect(facts.equivalents).toEqual([]);
    expect(textOf(equivalents(facts))).toBe('');
  });

  it('are told to a thousandth and not as a millionth', () => {
    const found = equivalentsOf({ low: 0.01, value: 0.24, high: 5 }, EQUIVALENTS);
    const text = textOf(equivalents({ ...factsOf([{ elapsed: HOUR }]), equivalents: found }));
    // 5 kg of a flight of 900 kg are 0.0056 of it; of a life of 5,000 kg a year, 0.001.
    expect(text).toContain('New York to San Francisco 900 <0.001<0.001–0.0056');
    expect(text).not.toContain('0.000');
  });
});

it('the making of the hardware stands beside the totals, not in them: 10.3 g a GPU-hour (BLOOM)', () => {
  const { tiers, costs } = factsOf([{ elapsed: 100 * HOUR }]);
  const { embodiedKg } = tiers.project.extras ?? {};
  expect(embodiedKg?.value).toBeCloseTo((100 * 11_200) / 1_082_990, 9);
  expect(costs.co2eKg.basis.map(({ note }) => note).join()).not.toContain('making');
  const { extras } = factsOf([{ elapsed: 100 * HOUR }], { method: findMethod('strubell-2019') }).tiers.project;
  expect(extras?.embodiedKg).toBeUndefined();
});
