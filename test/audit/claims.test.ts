import { describe, expect, it } from 'vitest';
import { claimProblems } from '../../src/audit/claim-problems.ts';
import type { PaperClaim } from '../../src/model/paper-claim.ts';
import { bloomClaim } from '../../src/tables/claims/bloom.ts';
import { llmcarbonClaim } from '../../src/tables/claims/llmcarbon.ts';
import { CLAIMS } from '../../src/tables/claims/registry.ts';
import { audit } from '../support/planted-claims.ts';

describe.each(CLAIMS)('the claim $name', (claim) => {
  it('can be followed, and names where each figure stands', () => {
    expect(claimProblems(claim)).toEqual([]);
    expect(audit(claim).figures.filter(({ at }) => at.length === 0)).toEqual([]);
  });
});

describe('BLOOM', () => {
  it('recomputes: 1,082,990 h × 0.4 kW = 433,196 kWh; × 57 g = 24.69 t; idle 14.6 t; in all 50.5 t', () => {
    const { checks, findings, remarks } = audit(bloomClaim);
    expect(findings).toEqual([]);
    expect(remarks).toEqual([]);
    const recomputed = checks.map(({ recomputed: { low, high } }) => (low + high) / 2);
    expect(recomputed[1]).toBeCloseTo(1_082_990 * 0.4, 6);
    expect(recomputed[2]).toBeCloseTo(433_196 * 0.057, 6);
    expect(recomputed[3]).toBeCloseTo(256_646 * 0.057, 6);
    expect(checks.every(({ outcome }) => outcome === 'holds')).toBe(true);
  });
});

/** Published energy of each training, MWh (LLMCarbon's database.csv), against devices × days × mean W × PUE, by hand. */
const TRAININGS: readonly (readonly [string, number, number])[] = [
  ['t5', 85.7, 512 * 20 * 24 * 310 * 1.12],
  ['gpt-3', 1287, 10_000 * 14.8 * 24 * 330 * 1.1],
  ['gshard', 24.1, 1000 * 3.1 * 24 * 288 * 1.09],
  ['switch', 179, 1000 * 27 * 24 * 245 * 1.1],
  ['xlm', 94.4, 512 * 20.4 * 24 * 342 * 1.1],
];

describe('the trainings of LLMCarbon', () => {
  const { checks, findings } = audit(llmcarbonClaim);

  it.each(TRAININGS)('%s has an energy that recomputes to what a hand gets', (key, published, wattHours) => {
    const sum = checks.find(({ figures }) => figures[0] === `${key}.energy`);
    expect(sum?.gap).toBeCloseTo(published / (wattHours / 1e6) - 1, 9);
    expect(Math.abs(sum?.gap ?? 1)).toBeLessThan(0.04);
  });

  it('do not hold where 1,000 devices stand for 1,024', () => {
    const named = findings.map(({ suspect, alternatives }) => [suspect, ...alternatives].map((each) => each?.figure));
    expect(named).toHaveLength(2);
    expect(named[0]).toContain('gshard.count');
    expect(named[1]).toContain('switch.count');
    for (const { suspect, alternatives } of findings) {
      const count = [suspect, ...alternatives].find((each) => each?.figure.endsWith('.count'));
      expect(count?.fits.low).toBeLessThan(1024);
      expect(count?.fits.high).toBeGreaterThan(1024);
    }
  });
});

const claim = (entry: PaperClaim['entries'][string], more: Partial<PaperClaim> = {}): PaperClaim => ({
  name: 'x',
  title: 'x',
  citation: { source: 'x', date: '2026' },
  entries: { run: entry },
  ...more,
});

describe('a figure that holds under another assumption', () => {
  it.each<readonly [string, PaperClaim, RegExp]>([
    [
      'the PUE left out',
      claim({ power: '1000 W', hours: '100.0 h', energy: '100.0 kWh' }, { constants: { pue: '1.58' } }),
      /PUE of 1\.58 is left out/,
    ],
    ['hours of one device', claim({ count: '8', hours: '100.0 h', deviceHours: '100.0 h' }), /all 8 devices together/],
    [
      'power of one device',
      claim({ count: '8', devicePower: '400 W', power: '400 W' }),
      /power is that of all 8 devices/,
    ],
    [
      'a PUE that is not said',
      claim(
        { devicePower: '400 W', deviceHours: '1,720,320 h', co2e: '291.42 t' },
        { constants: { intensity: '385 g/kWh' } },
      ),
      /a PUE of 1\.10 is in it, of which the claim says nothing/,
    ],
    [
      'carbon for CO2',
      claim({ energy: '1000 kWh', co2e: '109.1 kg' }, { constants: { intensity: '400 g/kWh' } }),
      /that of carbon, not of CO2/,
    ],
    [
      'several devices a job',
      claim({ jobs: '10', meanJob: '10.0 h', deviceHours: '400 h' }),
      /a job has 4\.00 devices/,
    ],
    [
      'hardware that is not named',
      claim({ shares: { V100: '70.0 %', T4: '20.0 %' } }),
      /the other 10\.0 % are of hardware that is not named/,
    ],
  ])('is told which: %s', (_, each, assumption) => {
    const { checks, findings, figures } = audit(each);
    expect(findings).toEqual([]);
    expect(checks.map(({ assumption: found }) => found).join()).toMatch(assumption);
    expect(figures.some(({ verdict }) => verdict === 'holds-otherwise')).toBe(true);
  });

  it('is not looked for where rounding is too coarse to see one', () => {
    const coarse = claim({ energy: '1 kWh', co2e: '1 kg' }, { constants: { intensity: '400 g/kWh' } });
    expect(audit(coarse).checks.map(({ assumption }) => assumption)).toEqual([undefined]);
  });
});

describe('a cost in money', () => {
  const prices = { A100: { says: '$1.00–$2.00/h', per: 'GPU' } };
  it.each([
    ['$150', 0],
    ['$100–$200', 0],
    ['$90', 1],
    ['$210', 1],
    ['$100–$210', 1],
  ])('of %s, for 100 hours at $1 to $2, has so many findings: %d', (cloud, count) => {
    const { findings } = audit(claim({ hardware: 'A100', deviceHours: '100.0 h', cloud }, { prices }));
    expect(findings).toHaveLength(count);
    for (const { suspect } of findings) expect(suspect?.figure).toMatch(/^run\.(cloud|deviceHours)/);
  });
});

describe('a claim that cannot be followed', () => {
  it.each<readonly [Partial<PaperClaim>, string]>([
    [{ relations: [{ formula: 'run.hours = walk.hours', why: '' }] }, '"walk.hours" is no figure of the claim'],
    [{ relations: [{ formula: 'run.cloud = 3', why: '' }] }, 'write run.cloud.low or run.cloud.high'],
    [{ relations: [{ formula: 'run.hours', why: '' }] }, 'needs = or <='],
    [{ figures: { it: 'soon' } }, 'does not begin with a number'],
    [{ cited: [{ constant: 'pue', cites: 'x', editions: [] }] }, 'there is no constant pue'],
  ])('says so: %j', (more, problem) => {
    const [first] = claimProblems(claim({ hours: '3 h', cloud: '$1–$2' }, more));
    expect(first?.problem).toContain(problem);
  });

  it('names entries that there are not', () => {
    expect(claimProblems(claim({ scaledFrom: 'walk' }))[0]?.problem).toBe('"walk" is no other entry');
    expect(claimProblems(claim({ pricedAs: 'P100' }))[0]?.problem).toBe('"P100" is not among the prices');
  });
});
