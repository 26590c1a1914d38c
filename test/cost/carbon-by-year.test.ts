import { describe, expect, it } from 'vitest';
import { yearReader } from '../../src/cost/year-of.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { DAY, factsOf, HOUR } from '../support/ledger-of.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;
const method = findMethod('default', 'DE');
const gridIn = (year: number): number => method.gridIn?.(year).value as number;

describe('emissions', () => {
  it('are each attempt’s energy at the grid of its own year', () => {
    const facts = factsOf(
      [{ submit: at('2017-06-01T00:00:00Z') }, { submit: at('2022-06-01T00:00:00Z'), elapsed: 3 * HOUR }],
      { method },
    );
    const [first, second] = [facts.costOf(0).energyKwh, facts.costOf(1).energyKwh];
    expect(facts.costs.co2eKg.value).toBeCloseTo(first * gridIn(2017) + second * gridIn(2022), 12);
    expect(gridIn(2017)).toBeGreaterThan(gridIn(2022)); // Our World in Data: Germany’s grid became cleaner
    expect(facts.assumptions.map(({ name }) => name)).toContain('grid intensity, Germany (DE) 2017');
  });

  it('of an attempt over New Year are of the year in which it started, UTC', () => {
    const facts = factsOf(
      [{ start: at('2019-12-31T23:59:59Z'), submit: at('2019-12-30T00:00:00Z'), elapsed: 9 * DAY }],
      { method },
    );
    expect([...(facts.usage.byYear?.keys() ?? [])]).toEqual([2019]);
  });

  it('of undated work are at the newest grid', () => {
    const undated = { submit: Number.NaN, start: Number.NaN, end: Number.NaN };
    const facts = factsOf([undated], { method });
    expect(facts.costs.co2eKg.value).toBeCloseTo(facts.costs.energyKwh.value * method.grid.value, 12);
  });

  it('have the width of one grid, whatever the number of years: tables that disagree do so in all of them', () => {
    const years = Array.from({ length: 8 }, (_, year) => ({ submit: at(`${2015 + year}-06-01T00:00:00Z`) }));
    const [one, many] = [factsOf(years.slice(0, 1), { method }), factsOf(years, { method })];
    const width = ({ low, high }: { low: number; high: number }): number => high / low;
    expect(width(many.costs.co2eKg)).toBeGreaterThan(width(one.costs.co2eKg) * 0.9);
  });
});

it('years are told from seconds, in any order', () => {
  const yearOf = yearReader();
  const dates = [
    '2018-01-01T00:00:00Z',
    '2017-12-31T23:59:59Z',
    '2018-12-31T23:59:59Z',
    '2020-02-29T12:00:00Z',
    '1999-07-01T00:00:00Z',
  ];
  expect(dates.map((date) => yearOf(at(date)))).toEqual([2018, 2017, 2018, 2020, 1999]);
  expect(yearOf(Number.NaN)).toBeNaN();
  expect(yearOf(at('2018-06-01T00:00:00Z'))).toBe(2018);
});
