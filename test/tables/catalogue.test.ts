import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.ts';
import type { Basis } from '../../src/model/basis.ts';
import type { Rate } from '../../src/model/method.ts';
import { findTable, REFERENCE_TABLES } from '../../src/tables/catalogue/registry.ts';
import { GPU_MODELS } from '../../src/tables/hardware/gpus.ts';
import { findMethod, METHOD_NAMES } from '../../src/tables/methods/registry.ts';

const ALL = REFERENCE_TABLES.flatMap(({ name, groups }) =>
  groups.flatMap(({ title, rows }) => rows.map((row) => ({ of: `${name}, ${title}: ${row.rate.name}`, row }))),
);

/** A day, month or year. */
const DATE = /^20[0-3]\d(-[01]\d(-[0-3]\d)?)?$/;

/** What is wrong with one support of a figure. */
function flawOf(basis: Basis): string | undefined {
  if (basis.note.trim().length < 4) return 'no note';
  if (basis.kind === 'logged' || basis.kind === 'user') return `rests on ${basis.kind}, which a table cannot`;
  if (basis.kind === 'assumed') return undefined;
  const { source, url, date } = basis.citation;
  if (source.trim().length < 8) return 'no source';
  if (!DATE.test(date)) return `no date: ${date}`;
  return url === undefined || /^https:\/\/\S+\.\S+/.test(url) ? undefined : `no address: ${url}`;
}

describe('every figure that is printed', () => {
  it('is looked at, in every table', () => {
    expect(REFERENCE_TABLES.map(({ name }) => name)).toEqual([
      'prices',
      'power',
      'grid',
      'hardware',
      'carbon',
      'methods',
    ]);
    expect(ALL.length).toBeGreaterThan(4000);
    for (const { groups } of REFERENCE_TABLES) for (const { rows } of groups) expect(rows.length).toBeGreaterThan(0);
  });

  it('has a name, a unit, and a support with source and date, or is said to be our judgement', () => {
    const flaws = ALL.flatMap(({ of, row: { rate } }) => {
      if (rate.name.trim() === '' || rate.unit.trim() === '') return [`${of}: no name or unit`];
      if (rate.basis.length === 0) return [`${of}: no basis`];
      return rate.basis.map(flawOf).flatMap((flaw) => (flaw === undefined ? [] : `${of}: ${flaw}`));
    });
    expect(flaws).toEqual([]);
  });

  it('is a number, not negative, between its bounds', () => {
    const wrong = ALL.filter(
      ({ row: { rate } }) => !(rate.low >= 0 && rate.low <= rate.value && rate.value <= rate.high),
    );
    expect(wrong.map(({ of }) => of)).toEqual([]);
    expect(ALL.filter(({ row: { rate } }) => !Number.isFinite(rate.high)).map(({ of }) => of)).toEqual([]);
  });
});

describe('every constant that a method can draw on', () => {
  const printed = new Set(ALL.map(({ row: { rate } }) => figures(rate)));

  function figures({ name, unit, low, value, high }: Rate): string {
    return [name, unit, low, value, high].join('|');
  }

  const isRate = (value: unknown): value is Rate =>
    typeof value === 'object' && value !== null && 'low' in value && 'basis' in value;

  /** Found by walking the method, so that a constant that is added to it tomorrow is seen. */
  const ratesIn = (value: unknown): Rate[] => {
    if (isRate(value)) return [value];
    if (typeof value === 'function')
      return ['', ...GPU_MODELS.map(({ name }) => name)].flatMap((model) => ratesIn(value(model)));
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(ratesIn) : [];
  };

  it.each(METHOD_NAMES)('of %s is printed with its citation', (name) => {
    const { gridIn: _, ...method } = findMethod(name);
    const rates = ratesIn(method);
    expect(rates.length).toBeGreaterThan(5);
    expect(rates.map(figures).filter((each) => !printed.has(each))).toEqual([]);
  });
});

/** Tables that nobody prints are figures without a citation that a reader can find. */
it('every file of figures is printed by a table', () => {
  const root = new URL('../../src/tables/', import.meta.url).pathname;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const texts = new Map(files.map((name) => [name, readFileSync(`${root}${name}`, 'utf8')]));
  const reached = new Set<string>();
  const reach = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const [, path] of (texts.get(name) ?? '').matchAll(/from '(\.[^']+)'/g)) {
      const next = new URL(path as string, `file:///${name}`).pathname.slice(1);
      if (texts.has(next)) reach(next);
    }
  };
  reach('catalogue/registry.ts');
  const withFigures = files.filter((name) => /^(carbon|grid|hardware|power|prices)\//.test(name));
  expect(withFigures.length).toBeGreaterThan(20);
  expect(withFigures.filter((name) => !reached.has(name))).toEqual([]);
});

it.each(['', 'price', 'toString'])('there is no table %j', (name) => {
  expect(() => findTable(name)).toThrow(AppError);
});

describe('the equivalents of Table 1', () => {
  // Strubell et al. 2019, Table 1, pounds; kilograms by the definition of the pound.
  it.each([
    ['flight of one passenger, New York to San Francisco', 899.93],
    ['human life, average, one year', 4999.95],
    ['American life, average, one year', 16_400.09],
    ['car, average with its fuel, one lifetime', 57_152.64],
  ])('%s: %d kg', (name, kg) => {
    const found = ALL.find(({ row: { rate } }) => rate.name === name);
    expect(found?.row.rate.value).toBeCloseTo(kg, 2);
  });
});

it('making a GPU is 10.3 g for each of BLOOM’s GPU-hours, as Luccioni et al. 2023 have it', () => {
  const found = ALL.find(({ row: { rate } }) => rate.unit === 'kg CO2e per GPU-hour');
  expect(Math.round((found?.row.rate.value ?? 0) * 10_000) / 10).toBe(10.3);
});
