import { describe, expect, it } from 'vitest';
import type { PaperClaim } from '../../src/model/paper-claim.ts';
import { hasFailures } from '../../src/report/audit/words.ts';
import { audit } from '../support/planted-claims.ts';

type Entries = PaperClaim['entries'];

const claim = (entries: Entries, more: Partial<PaperClaim> = {}): PaperClaim => ({
  name: 'x',
  title: 'x',
  citation: { source: 'x', date: '2026' },
  entries,
  ...more,
});
const one = (run: Entries[string], more: Partial<PaperClaim> = {}): PaperClaim => claim({ run }, more);
const suspects = (each: PaperClaim): unknown[] => audit(each).findings.map(({ suspect }) => suspect?.figure);
const verdicts = (each: PaperClaim): Readonly<Record<string, string>> =>
  Object.fromEntries(audit(each).figures.map(({ id, verdict }) => [id, verdict]));

const grid = { constants: { intensity: '400 g/kWh' } };

describe('another unit than the right one', () => {
  it.each<readonly [string, PaperClaim, RegExp]>([
    [
      'pounds that are called kilograms: 1,000 kWh × 400 g = 400 kg = 881.8 lb',
      one({ energy: '1000 kWh', co2e: '881.8 kg' }, grid),
      /in lb where kg stands/,
    ],
    [
      'tonnes that are kilograms: 253 kWh × 381 g = 96.4 kg, printed 96.6 t',
      one({ energy: '253 kWh', co2e: '96.6 t' }, { constants: { intensity: '381 g/kWh' } }),
      /off by a thousand/,
    ],
    [
      'MWh that are called kWh: 400 W × 5,000 h = 2,000 kWh, printed 2.000',
      one({ devicePower: '400 W', deviceHours: '5000 h', energy: '2.000 kWh' }),
      /off by a thousand/,
    ],
  ])('does not hold, and is told which: %s', (_, each, mistake) => {
    const facts = audit(each);
    expect(facts.findings).toHaveLength(1);
    expect(facts.checks.map(({ outcome, assumption }) => `${outcome}: ${assumption}`).join()).toMatch(mistake);
    expect(hasFailures(facts)).toBe(true);
  });
});

describe('a figure that is said to be at least or at most so much', () => {
  it.each([
    ['at least 3.0 MWh × 400 g is 1.18 t or more, not 1.14 t', 'at least 3.0 MWh', '1.14 t', 1],
    ['at most 3.0 MWh × 400 g is 1.22 t or less, not 1.30 t', 'at most 3.0 MWh', '1.30 t', 1],
    ['at least 3.0 MWh × 400 g may be 1.30 t', 'at least 3.0 MWh', '1.30 t', 0],
    ['at most 3.0 MWh × 400 g may be 1.14 t', 'at most 3.0 MWh', '1.14 t', 0],
  ])('is not excused by a slip that nobody made: %s', (_, energy, co2e, count) => {
    const { findings, checks } = audit(one({ energy, co2e }, grid));
    expect(findings).toHaveLength(count);
    expect(checks.map(({ assumption }) => assumption)).toEqual([undefined]);
  });

  it('counts from where its rounding begins, and says so: 3 MWh or more from 2.5', () => {
    const { remarks } = audit(one({ energy: 'at least 3 MWh', co2e: '1.0 t' }, grid));
    expect(remarks.map(({ message }) => message).join()).toContain('Its rounding, 2.5 MWh or more');
  });
});

const all = { constants: { pue: '1.1', intensity: '0.4 kg/kWh', electricityPrice: '$0.10/kWh' } };
const bare = { constants: { intensity: '0.4 kg/kWh' } };
const rent = { prices: { V100: { says: '$2.48/h', per: 'GPU' } } };

describe('what follows without the step between', () => {
  it.each<readonly [string, PaperClaim, readonly string[]]>([
    [
      '1,720,320 h × 400 W × 1.1 × 0.4 kg = 302.8 t, printed ten times as much',
      one({ deviceHours: '1,720,320 h', devicePower: '400 W', co2e: '3028 t' }, all),
      ['run.co2e'],
    ],
    [
      '2.4 kW × 100 h × 0.4 kg = 96 kg',
      one({ power: '2.40 kW', hours: '100.0 h', co2e: '960 kg' }, bare),
      ['run.co2e'],
    ],
    [
      '8 × 300 W × 100 h × 0.4 kg = 96 kg',
      one({ count: '8', devicePower: '300 W', hours: '100 h', co2e: '960 kg' }, bare),
      ['run.co2e'],
    ],
    [
      '8 × 300 W × 100 h × 1.1 = 264 kWh: 105.6 kg and $26.4; one entry has the emissions wrong, one the bill',
      claim(
        {
          p: { count: '8', hours: '100 h', devicePower: '300 W', co2e: '10.6 kg', electricity: '$26.4' },
          q: { count: '8', hours: '100 h', devicePower: '300 W', co2e: '106 kg', electricity: '$264' },
        },
        all,
      ),
      ['p.co2e', 'q.electricity'],
    ],
    [
      '10 jobs × 100 h × $2.48 = $2,480',
      one({ hardware: 'V100', jobs: '10', meanJob: '100.0 h', cloud: '$248' }, rent),
      ['run.cloud'],
    ],
    [
      '10 jobs × 4 GPUs × 100 h × $2.48 = $9,920',
      one({ hardware: 'V100', jobs: '10', devicesPerJob: '4.00', meanJob: '100.0 h', cloud: '$99,200' }, rent),
      ['run.cloud'],
    ],
  ])('is recomputed: %s', (_, each, expected) => {
    expect(suspects(each)).toEqual(expected);
  });

  it('is left to the step where that is printed clearly, and not where it is vague: 250 kWh are not 264', () => {
    const run = { count: '8', hours: '100 h', devicePower: '300 W', co2e: '105.6 kg' };
    expect(audit(one({ ...run, energy: '264 kWh' }, all)).checks).toHaveLength(2);
    expect(audit(one({ ...run, energy: 'about 250 kWh' }, all)).checks).toHaveLength(3);
  });

  it('holds where it is right, so that it no longer cannot be checked', () => {
    const right = one({ hardware: 'V100', jobs: '10', meanJob: '100.0 h', cloud: '$2,480' }, rent);
    expect(Object.values(verdicts(right))).toEqual(['holds', 'holds', 'holds', 'holds']);
  });
});

const node = { says: '$32.77/h', per: 'node', holds: { GPU: 8 } };
const rented = (run: Entries[string], price: NonNullable<PaperClaim['prices']>[string] = node): PaperClaim =>
  one({ hardware: 'A100', hours: '100 h', ...run }, { prices: { A100: price } });

describe('the price of a node of 8 GPUs, $32.77 an hour', () => {
  it.each<readonly [string, PaperClaim, readonly string[]]>([
    ['8 GPUs for 100 h are $3,277', rented({ count: '8 GPUs', cloud: '$3,277' }), []],
    ['8 GPUs are not $26,216', rented({ count: '8 GPUs', cloud: '$26,216' }), ['run.cloud']],
    ['so by countedIn', rented({ count: '8', countedIn: 'GPUs', cloud: '$26,216' }), ['run.cloud']],
    ['a bare 8 is of devices', rented({ count: '8', cloud: '$26,216' }), ['run.cloud']],
    ['8 nodes are $26,216', rented({ count: '8 nodes', cloud: '$26,216' }), []],
    ['so by countedIn', rented({ count: '8', countedIn: 'node', cloud: '$26,216' }), []],
    [
      'a GPU has its own price',
      rented({ count: '8', cloud: '$26,216' }, { ...node, per: 'GPU', holds: { slice: 7 } }),
      [],
    ],
    [
      'a paper may multiply it all the same',
      rented({ count: '8', cloud: '$26,216' }, { ...node, asCounted: true }),
      [],
    ],
  ])('is shared out: %s', (_, each, expected) => {
    expect(suspects(each)).toEqual(expected);
  });

  it('that is taken for the price of each GPU is called that', () => {
    const { checks } = audit(rented({ count: '8 GPUs', cloud: '$26,216' }));
    expect(checks[0]?.assumption).toBe('the price of a node is taken for that of each GPU, of which one has 8');
  });

  it('is warned of where what is counted is not said, and where it is not said how many are in one', () => {
    const messages = (each: PaperClaim): string =>
      audit(each)
        .remarks.map(({ message }) => message)
        .join();
    expect(messages(rented({ count: '8', cloud: '$3,277' }))).toContain('taken to be GPUs, 8 of them in one');
    const open = rented({ count: '8', countedIn: 'GPU', cloud: '$3,277' }, { says: '$32.77/h', per: 'node' });
    expect(messages(open)).toContain('How many are in one is not said (holds)');
    expect(verdicts(open)['run.cloud']).toBe('unchecked');
    expect(messages(rented({ count: '8 GPUs', cloud: '$3,277' }))).toBe('');
  });
});

describe('figures beside one that does not hold', () => {
  it('are in doubt where no other sum has them: 64 × 400 W × 10 h = 256 kWh, printed 32', () => {
    const each = one({ count: '64', hours: '10.0 h', devicePower: '400 W', energy: '32 kWh' });
    expect(verdicts(each)).toEqual({
      'run.count': 'holds',
      'run.hours': 'unchecked',
      'run.devicePower': 'unchecked',
      'run.energy': 'fails',
    });
  });

  it('hold where another sum has them', () => {
    const each = one({ count: '64', hours: '10.0 h', deviceHours: '640 h', devicePower: '400 W', energy: '32 kWh' });
    expect(verdicts(each)).toMatchObject({ 'run.count': 'holds', 'run.hours': 'holds', 'run.energy': 'fails' });
  });
});

it('a vague figure is told by the sum that has no other: 600 h are 60 % of 1,000 h, also called about half', () => {
  const { remarks } = audit(
    claim(
      { a: { deviceHours: '1,000 h' }, b: { deviceHours: 'about 600 h' } },
      {
        figures: { part: { says: 'about half', reads: 'about 0.5' }, share: '60 %' },
        relations: [
          { formula: 'part = b.deviceHours / a.deviceHours', why: '' },
          { formula: 'share = b.deviceHours / a.deviceHours', why: '' },
        ],
      },
    ),
  );
  expect(remarks.map(({ message }) => message)).toEqual([expect.stringContaining('“about half” is 0.600')]);
});
