import { describe, expect, it } from 'vitest';
import type { RemarkRule } from '../../src/model/audit.ts';
import { hasFailures } from '../../src/report/audit/words.ts';
import { strubellClaim } from '../../src/tables/claims/strubell-2019.ts';
import { audit } from '../support/planted-claims.ts';

/**
 * Expected values were worked out by hand from the paper's printed figures (Tables 1, 3 and 4, sections 2.1, 4 and 5), before the program was written: three findings that sums
 * show, A1 to A3, and ten classes of what they do not, B1 to B10.
 */
const facts = audit(strubellClaim);
const remarks = (rule: RemarkRule): string =>
  facts.remarks
    .filter((remark) => remark.rule === rule)
    .map(({ message }) => message)
    .join('\n');
const findingOf = (figure: string) => {
  const found = facts.findings.find(({ suspect }) => suspect?.figure === figure);
  if (found?.suspect === undefined) throw new Error(`${figure} is no finding`);
  return { ...found, suspect: found.suspect };
};
const sumsOf = (ids: readonly string[]) => facts.checks.filter(({ id }) => ids.includes(id));

describe('the sums of Strubell, Ganesh & McCallum 2019', () => {
  it('hold but for three figures', () => {
    expect(facts.findings).toHaveLength(3);
    expect(facts.figures.filter(({ verdict }) => verdict === 'fails').map(({ id }) => id)).toEqual([
      'nas-tpu.hours',
      'lisa.meanJob',
      'nas-spend',
    ]);
    expect(facts.figures.filter(({ verdict }) => verdict === 'holds-otherwise')).toEqual([]);
    expect(hasFailures(facts)).toBe(true);
    expect(facts.checks.filter(({ outcome }) => outcome === 'fails')).toHaveLength(5);
    expect(facts.checks.length).toBeGreaterThanOrEqual(45);
  });

  it('A1: 4,789 jobs of 52 hours are no 239,942 hours; 50.10 would be', () => {
    const { suspect, alternatives, checks } = findingOf('lisa.meanJob');
    expect((suspect.fits.low + suspect.fits.high) / 2).toBeCloseTo(239_942 / 4789, 4);
    expect(suspect.reads).toBe(50);
    expect(alternatives.map(({ figure }) => figure)).toEqual(['lisa.jobs']);
    const [sum] = sumsOf(checks);
    expect(sum?.recomputed.low).toBeCloseTo(4789 * 51.5, 6); // 246,633.5
    expect(sum?.recomputed.high).toBeCloseTo(4789 * 52.5, 6); // 251,422.5
    expect(sum?.gap).toBeCloseTo(-0.0365, 4);
  });

  it('A2: three sums want 32,633 hours of TPU, not 32,623', () => {
    const { suspect, alternatives, checks } = findingOf('nas-tpu.hours');
    expect(suspect).toMatchObject({ says: '32,623 h', reads: 32_633, at: ['Table 3', 'section 2.1'] });
    expect(alternatives).toEqual([]);
    expect(checks).toHaveLength(3);
    const [low, high] = sumsOf(checks);
    expect([low?.recomputed.low, low?.recomputed.high].map((usd) => Math.round(usd ?? 0))).toEqual([44_040, 44_042]);
    expect([high?.recomputed.low, high?.recomputed.high].map((usd) => Math.floor(usd ?? 0))).toEqual([
      146_801, 146_805,
    ]);
  });

  it('A3: “at least $150k” is more than the cheapest on-demand cost, $146,848', () => {
    const { suspect, checks } = findingOf('nas-spend');
    expect(suspect).toMatchObject({ reads: 147_000, kind: 'at-least' });
    expect(sumsOf(checks)[0]?.gap).toBeCloseTo(150_000 / 146_848 - 1, 6);
  });

  it('clear the 79 hours of BERT (B7): 79.2 were used', () => {
    expect(facts.remarks.filter(({ severity }) => severity === 'cleared')).toHaveLength(1);
    expect(remarks('rounding')).toMatch(
      /^BERT \(base\) on GPUs: time: .*79 h gives 1,503 kWh where 1,507 kWh is printed/,
    );
    expect(facts.figures.find(({ id }) => id === 'bert-gpu.hours')?.verdict).toBe('holds');
  });
});

it('the finer of two readings is computed with: 79.2 hours of BERT give $3,751 and $12,571 to the dollar', () => {
  const rents = facts.checks.filter(
    ({ figures }) => figures.includes('bert-gpu.hours@2') && figures.some((id) => id.startsWith('bert-gpu.cloud')),
  );
  const dollars = rents.map(({ recomputed: { low, high } }) => [Math.round(low), Math.round(high)]);
  expect(dollars).toEqual([
    [3751, 3751], // 0.74 × 64 × 79.2
    [12_571, 12_571], // 2.48 × 64 × 79.2
  ]);
});

describe('what sums do not show', () => {
  it('B1: prices of a device of four chips, multiplied by chips', () => {
    expect(remarks('unit-of-price').split('\n')).toHaveLength(3);
    expect(remarks('unit-of-price')).toMatch(/BERT .* 4 chips: \$518–\$1,728 /); // 1.35 and 4.50 × 4 × 96
    expect(remarks('unit-of-price')).toMatch(/GPT-2.* 4 chips: \$3,226–\$10,752 /); // 2.40 and 8.00 × 8 × 168
    expect(remarks('unit-of-price')).toMatch(/search on a TPU.* 8 cores/);
  });

  it.each<readonly [RemarkRule, readonly RegExp[]]>([
    [
      'proxy-hardware',
      [
        /measured on Titan X and is reported for P100/,
        /measured on Titan X and is reported for V100/,
        /priced as P100/,
      ],
    ],
    ['label', [/ELMo.*P100x3.*GTX 1080.*measured on GTX 1080 Ti/]],
    ['dimension', [/kilowatts of energy/, /total power/]],
    ['source-match', [/0\.954 lb\/kWh cites EPA 2018.*998\.443 lb\/MWh.*0\.9555/]],
    [
      'vague-words',
      [/about 60 GPUs.*58\.1/, /about half.*41\.4/, /6 months.*5\.65/, /trans-American flight.*72\.5|72\.48/],
    ],
    ['extrapolation', [/24 times the 120 h.*50\.1 h: 2\.4 times/, /architecture search.*scaled from/]],
    ['scope', [/idle/, /\$145,000.*172 days.*\$22,761/]],
    ['co2-or-co2e', [/CO2 emissions.*CO2e/]],
  ])('%s is a class of its own', (rule, patterns) => {
    for (const pattern of patterns) expect(remarks(rule)).toMatch(pattern);
  });

  it('is all warnings but the one that is cleared', () => {
    const rules = new Set(facts.remarks.map(({ rule }) => rule));
    expect(rules.size).toBe(10);
    expect(facts.remarks.filter(({ severity }) => severity !== 'warning').map(({ rule }) => rule)).toEqual([
      'rounding',
    ]);
  });
});
