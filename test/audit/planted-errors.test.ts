import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperClaim } from '../../src/model/paper-claim.ts';
import {
  audit,
  CONSISTENT,
  complaintsOf,
  multiplied,
  type Place,
  placesAlike,
  placesIn,
  withTexts,
} from '../support/planted-claims.ts';

/** A digit slipped, doubled, halved; a tenth off either way. */
const FACTORS = [0.1, 0.5, 0.9, 1.1, 2, 10];

/** Figures that nothing else in their paper says in another way: an error in them cannot show in sums, and the audit must say so. */
const UNBOUND: Readonly<Record<string, readonly string[]>> = {
  'strubell-2019': [
    'lisa-model.jobs', // one model is one job, which no sum uses
    'lisa.sweeps',
    'lisa.shortestJob', // but it must not exceed the mean
    'lisa.longestJob', // but it must not fall below the mean
    'human-life',
    'american-life',
    'car',
  ],
  bloom: ['training.span'],
  llmcarbon: [],
};

/** "At least so much" is true of any smaller figure. */
const AT_LEAST = ['nas-spend'];

const nameOf = ({ path }: Place): string =>
  path
    .filter((key) => typeof key === 'string')
    .slice(1, -1)
    .join('.');

const planted = (claim: PaperClaim, places: readonly Place[], factor: number): PaperClaim =>
  withTexts(
    claim,
    places.flatMap((place) => {
      const text = multiplied(place, factor);
      return text === undefined ? [] : [[place.path, text] as const];
    }),
  );

describe.each(CONSISTENT)('$name, without its errors', (claim) => {
  const clean = complaintsOf(audit(claim));
  const places = placesIn(claim);

  it('raises nothing', () => {
    const { findings, checks, figures } = audit(claim);
    expect(findings).toEqual([]);
    expect(checks.filter(({ outcome }) => outcome === 'fails' || outcome === 'otherwise')).toEqual([]);
    expect(figures.filter(({ verdict }) => verdict === 'fails' || verdict === 'holds-otherwise')).toEqual([]);
  });

  it('says of exactly those figures that they cannot be checked of which nothing else speaks', () => {
    const unchecked = audit(claim).figures.filter(({ verdict }) => verdict === 'unchecked');
    expect(unchecked.map(({ id }) => id)).toEqual(UNBOUND[claim.name]);
  });

  it.each(FACTORS)('shows an error of a factor %d in any other figure, in one place or in all', (factor) => {
    let tried = 0;
    for (const place of places) {
      if (UNBOUND[claim.name]?.includes(nameOf(place))) continue;
      if (factor < 1 && AT_LEAST.includes(nameOf(place))) continue;
      for (const all of [[place], placesAlike(places, place)]) {
        tried++;
        const after = complaintsOf(audit(planted(claim, all, factor)));
        expect(after, `${all.map(nameOf)} × ${factor}: ${multiplied(place, factor)}`).not.toBe(clean);
      }
    }
    expect(tried).toBeGreaterThanOrEqual(20);
  });
});

/** A training of which everything follows from eight numbers, each printed to so many figures. */
interface Sketch {
  readonly count: number;
  readonly hours: number;
  readonly watts: number;
  readonly pue: number;
  readonly gramsPerKwh: number;
  readonly usdPerHour: number;
  readonly usdPerKwh: number;
  readonly digits: number;
}

/** A number to so many significant figures, as papers write it. */
function written(value: number, digits: number): string {
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(value)));
  return value.toFixed(decimals).replace(/\B(?=(\d{3})+(?!\d)(?!\.))(?<!\.\d*)/g, ',');
}

function claimOf(sketch: Sketch): PaperClaim {
  const { count, hours, watts, pue, gramsPerKwh, usdPerHour, usdPerKwh, digits } = sketch;
  // What the paper computes with, before it rounds anything.
  const deviceHours = count * hours;
  const energy = (pue * watts * deviceHours) / 1000;
  const text = (value: number): string => written(value, digits);
  return {
    name: 'sketch',
    title: 'A paper',
    citation: { source: 'A paper', date: '2026' },
    constants: { pue: String(pue), intensity: `${gramsPerKwh} g/kWh`, electricityPrice: `$${usdPerKwh}/kWh` },
    prices: { A100: { says: `$${usdPerHour}/h`, per: 'GPU' } },
    entries: {
      training: {
        hardware: 'A100',
        count: String(count),
        hours: `${text(hours)} h`,
        deviceHours: `${text(deviceHours)} h`,
        devicePower: `${text(watts)} W`,
        power: `${text(count * watts)} W`,
        energy: `${text(energy)} kWh`,
        co2e: `${text((energy * gramsPerKwh) / 1000)} kg`,
        cloud: `$${text(deviceHours * usdPerHour)}`,
        electricity: `$${text(energy * usdPerKwh)}`,
      },
    },
  };
}

const sketches: fc.Arbitrary<Sketch> = fc.record({
  count: fc.integer({ min: 2, max: 4096 }),
  hours: fc.double({ min: 1, max: 5000, noNaN: true }),
  watts: fc.double({ min: 50, max: 1000, noNaN: true }),
  pue: fc.integer({ min: 101, max: 199 }).map((hundredths) => hundredths / 100),
  gramsPerKwh: fc.integer({ min: 10, max: 900 }),
  usdPerHour: fc.integer({ min: 5, max: 1500 }).map((cents) => cents / 100),
  usdPerKwh: fc.integer({ min: 2, max: 50 }).map((cents) => cents / 100),
  digits: fc.integer({ min: 3, max: 7 }),
});

/** The fields that the sketch rounds, one of which will be wrong. */
const FIELDS = ['hours', 'deviceHours', 'devicePower', 'power', 'energy', 'co2e', 'cloud', 'electricity'] as const;

describe('a claim that is consistent but for one figure', () => {
  it('raises nothing without the error, however it is rounded', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const { findings, figures } = audit(claimOf(sketch));
        expect(findings).toEqual([]);
        expect(figures.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'holds')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is found out, and the figure is named, from the smallest error that rounding cannot account for', () => {
    const sizes = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(sketches, fc.constantFrom(...FIELDS), sizes, fc.boolean(), (sketch, field, size, isUp) => {
        const claim = claimOf(sketch);
        // Six figures at most meet in a sum, each rounded by 5 in the digit after its last: relative to a first digit of 1 that is 5 × 10^-digits.
        const seen = 1 + 8 * 5 * 10 ** -sketch.digits;
        const factor = isUp ? seen * (1 + size) : 1 / (seen * (1 + size));
        const text = String(claim.entries.training?.[field]);
        const wrong = text.replace(/[\d,]+(?:\.\d+)?/, (digits) =>
          written(Number(digits.replaceAll(',', '')) * factor, sketch.digits),
        );
        const facts = audit(withTexts(claim, [[['entries', 'training', field], wrong]]));
        const { findings, checks } = facts;
        const isSeen = findings.length > 0 || checks.some(({ outcome }) => outcome === 'otherwise');
        expect(isSeen, `${field}: ${text} → ${wrong}`).toBe(true);
        if (findings.length === 0) return;
        const named = findings.flatMap(({ suspect, alternatives }) => [
          suspect?.figure,
          ...alternatives.map((each) => each.figure),
        ]);
        expect(named.join(), `${field}: ${text} → ${wrong}`).toContain(`training.${field}`);
      }),
      { numRuns: 500 },
    );
  });
});
