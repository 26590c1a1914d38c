import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import type { Basis } from '../../../src/model/basis.ts';
import type { Method, Rate } from '../../../src/model/method.ts';
import { REGIONS } from '../../../src/tables/grid/registry.ts';
import { GPU_MODELS } from '../../../src/tables/hardware/gpus.ts';
import { findMethod } from '../../../src/tables/methods/registry.ts';

const METHODS: readonly Method[] = [
  findMethod('default'),
  ...REGIONS.map((region) => findMethod('default', region)),
  findMethod('strubell-2019'),
];
const MODELS = [...GPU_MODELS.map(({ name }) => name), '', 'a GPU of 2035'];

/** Every constant that a method can draw on. */
const ratesOf = (method: Method): Rate[] => [
  ...MODELS.flatMap((model) => [method.gpuPower(model), method.gpuPrice(model)]),
  ...[method.cpuPower, method.memoryPower, method.pue, method.grid, method.electricity],
];
const ALL = METHODS.flatMap((method) => ratesOf(method).map((rate) => ({ of: `${method.name}: ${rate.name}`, rate })));

/** A day, month or year between the first GPU of the table and today's tables. */
const DATE = /^20[0-3]\d(-[01]\d(-[0-3]\d)?)?$/;

function unsupported({ kind, note, ...rest }: Basis): string | undefined {
  if (note.trim() === '') return 'no note';
  if (kind !== 'table') return undefined;
  const { citation } = rest as Extract<Basis, { kind: 'table' }>;
  if (citation.source.trim().length < 8) return 'no source';
  if (!DATE.test(citation.date)) return `no date: ${citation.date}`;
  return citation.url === undefined || /^https:\/\/\S+\.\S+/.test(citation.url)
    ? undefined
    : `no address: ${citation.url}`;
}

describe('every constant of every method', () => {
  it('is looked at', () => {
    expect(ALL.length).toBeGreaterThan(METHODS.length * 80);
  });

  it('lies between its bounds, and none is negative', () => {
    const wrong = ALL.filter(
      ({ rate: { low, value, high } }) => !(low >= 0 && low <= value && value <= high && high < 1e6),
    );
    expect(wrong.map(({ of }) => of)).toEqual([]);
  });

  it('has a name and a unit', () => {
    expect(ALL.filter(({ rate }) => rate.name.trim() === '' || rate.unit.trim() === '').map(({ of }) => of)).toEqual(
      [],
    );
  });

  it('rests on something, and what is from a table names its source and date', () => {
    const wrong = ALL.flatMap(({ of, rate }) =>
      rate.basis.length === 0
        ? [`${of}: no basis`]
        : rate.basis
            .map(unsupported)
            .filter((text) => text !== undefined)
            .map((text) => `${of}: ${text}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has the unit in which it is used', () => {
    for (const method of METHODS) {
      for (const model of MODELS) {
        expect(method.gpuPower(model).unit).toBe('W');
        expect(method.gpuPrice(model).unit).toBe('USD per GPU-hour');
      }
      const { cpuPower, memoryPower, pue, grid, electricity } = method;
      expect([cpuPower, memoryPower, pue, grid, electricity].map(({ unit }) => unit)).toEqual([
        'W',
        'W',
        '1',
        'kg CO2e per kWh',
        'USD per kWh',
      ]);
    }
  });

  it('of one name has one set of figures: the report lists each name once', () => {
    for (const method of METHODS) {
      const seen = new Map<string, string>();
      for (const { name, low, value, high } of ratesOf(method)) {
        const figures = [low, value, high].join();
        expect(seen.get(name) ?? figures, name).toBe(figures);
        seen.set(name, figures);
      }
    }
  });
});

describe('the default method', () => {
  const method = findMethod('default');

  it('draws 45 to 100 % of a board’s power, 70 % in the middle: A100 SXM 400 W', () => {
    const { low, value, high } = method.gpuPower('A100 SXM');
    expect([low, value, high]).toEqual([180, 280, 400]);
    // An A100 of unknown form: from the PCIe board of 250 W.
    expect(method.gpuPower('A100')).toMatchObject({ low: 0.45 * 250, value: 280, high: 400 });
  });

  it('takes for an unknown GPU a range that holds those of all known ones', () => {
    const [power, price] = [method.gpuPower(''), method.gpuPrice('')];
    for (const { name } of GPU_MODELS) {
      expect(power.low).toBeLessThanOrEqual(method.gpuPower(name).low);
      expect(power.high).toBeGreaterThanOrEqual(method.gpuPower(name).high);
      expect(price.low).toBeLessThanOrEqual(method.gpuPrice(name).low);
      expect(price.high).toBeGreaterThanOrEqual(method.gpuPrice(name).high);
    }
  });

  it('says so where a GPU is priced as another', () => {
    const { name, basis } = method.gpuPrice('Titan X');
    expect(name).toBe('cloud rent of one Titan X (as P100)');
    expect(basis).toContainEqual({
      kind: 'assumed',
      note: 'no list price of Titan X (Maxwell, 12 GB, 250 W); priced as the nearest that is rented by generation, memory and power: P100 (Pascal, 12–16 GB, 300 W)',
    });
    expect(method.gpuPrice('P100').basis.some(({ note }) => note.includes('priced as'))).toBe(false);
  });

  it('takes the grid of the region: France has 44.2 g per kWh (Our World in Data 2024)', () => {
    expect(findMethod('default', 'FR').grid.value * 1000).toBeCloseTo(44.2, 10);
  });

  it('without a region takes the world’s mean (473 g, Our World in Data 2024), from Norway’s 30.7 to India’s 708.3', () => {
    const { low, value, high } = method.grid;
    expect([low, value, high].map((kg) => Number((kg * 1000).toFixed(6)))).toEqual([30.7, 473, 708.3]);
  });
});

it('says so where electricity is priced as that of the United States', () => {
  const assumed = (region?: string): boolean =>
    findMethod('default', region).electricity.basis.some(
      ({ kind, note }) => kind === 'assumed' && note.includes('stands in'),
    );
  expect([assumed('DE'), assumed('US'), assumed('US-CA'), assumed()]).toEqual([true, false, false, false]);
});

describe('a method or region that is not known', () => {
  const codeOf = (find: () => unknown): string | undefined => {
    try {
      find();
    } catch (error) {
      return error instanceof AppError ? error.context.code : 'a bug';
    }
    return undefined;
  };

  it.each(['', 'Default', 'strubell', 'toString', '__proto__', 'constructor'])(
    'is the user’s to mend: --method %j',
    (name) => {
      expect(codeOf(() => findMethod(name))).toBe('unknown-method');
    },
  );

  it.each(['', 'us', 'XX', 'toString', '__proto__'])('is the user’s to mend: --region %j', (region) => {
    expect(codeOf(() => findMethod('default', region))).toBe('unknown-region');
  });

  it('is the user’s to mend: a region for a method that has its own grid', () => {
    expect(codeOf(() => findMethod('strubell-2019', 'US'))).toBe('region-unused');
  });
});
