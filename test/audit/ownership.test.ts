import { describe, expect, it } from 'vitest';
import { ownedPerHour } from '../../src/model/ownership.ts';
import type { PaperClaim } from '../../src/model/paper-claim.ts';
import { strubellClaim } from '../../src/tables/claims/strubell-2019.ts';
import { audit } from '../support/planted-claims.ts';

describe('the LISA study on rented, owned and shared hardware', () => {
  const { ownership } = audit(strubellClaim);
  if (ownership === undefined) throw new Error('nothing of ownership');

  // By hand from the paper: $20,000 for 8 GPUs, three years of 8,766 hours, $9,870 of electricity for 239,942 hours.
  it.each([
    [1, 0.136],
    [0.5, 0.231],
    [0.25, 0.421],
  ])('costs its owner, at %d of use, $%d an hour', (utilisation, expected) => {
    expect(ownedPerHour(ownership, utilisation)).toBeCloseTo(expected, 3);
  });

  it('is cheaper owned from 24 % of use on than preemptible, from 6.7 % than on demand', () => {
    expect(ownership.breakEven.low.utilisation).toBeCloseTo(0.2446, 3);
    expect(ownership.breakEven.high.utilisation).toBeCloseTo(0.067, 3);
    expect(ownership.breakEven.high.deviceHours).toBeCloseTo(2500 / (350_000 / 239_942 - 9870 / 239_942), 6);
  });

  it('costs $32.6k of the life of the hardware, $155k if all of the purchase is charged, $103k to $350k rented', () => {
    const cost = new Map(ownership.options.map(({ id, usd }) => [id, usd]));
    expect(cost.get('owned-busy')).toBeCloseTo((239_942 * 2500) / (3 * 8766) + 9870, 6);
    expect((cost.get('owned-busy') ?? 0) / 1000).toBeCloseTo(32.6, 0);
    expect(cost.get('bought-for-it')).toBeCloseTo(154_870, 6);
    expect([cost.get('rented-low'), cost.get('rented-high')].map((usd) => Math.round(usd ?? 0))).toEqual([
      103_000, 350_000,
    ]);
    expect(cost.get('shared')).toBeGreaterThan(cost.get('owned-busy') ?? 0);
  });

  it('states life, use and power', () => {
    // $9,870 ÷ 239,942 h ÷ $0.12 = 342.8 W.
    expect(ownership.assumptions.join('\n')).toContain('$0.041 a device hour: 343 W');
    expect(ownership.assumptions.join('\n')).toContain('lives 3 years');
    expect(ownership.options.map(({ utilisation }) => utilisation)).toContain(0.5);
  });

  it('meets its rent exactly at the break-even point', () => {
    for (const { utilisation, rent } of Object.values(ownership.breakEven)) {
      expect(ownedPerHour(ownership, utilisation)).toBeCloseTo(rent, 12);
    }
  });
});

it('is not made up where a claim does not tell enough', () => {
  const without = (field: string): PaperClaim => {
    const { [field]: _, ...lisa } = strubellClaim.entries.lisa as Record<string, never>;
    return { ...strubellClaim, relations: [], entries: { ...strubellClaim.entries, lisa } };
  };
  for (const field of ['cloud', 'electricity', 'deviceHours', 'span']) {
    expect(audit(without(field)).ownership, field).toBeUndefined();
  }
});

it('never pays off where rent is cheaper than electricity alone', () => {
  const claim: PaperClaim = {
    ...{ name: 'x', title: 'x', citation: { source: 'x', date: '2026' } },
    entries: {
      all: { scope: 'project', deviceHours: '1000 h', span: '10 days', cloud: '$10–$100', electricity: '$50' },
      bought: { count: '4', purchase: '$8000', lifetime: '5 years' },
    },
  };
  const { ownership } = audit(claim);
  expect(ownership?.lifeYears).toBeCloseTo(5, 9);
  expect(ownership?.breakEven.low.utilisation).toBe(Number.POSITIVE_INFINITY);
  expect(ownership?.breakEven.high.utilisation).toBeCloseTo(2000 / 0.05 / (5 * 8766), 9);
});
