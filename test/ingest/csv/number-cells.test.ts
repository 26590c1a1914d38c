import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ManyCells } from '../../../src/ingest/csv/table/many-cells.ts';
import { formOf, NumberCells } from '../../../src/ingest/csv/table/number-cells.ts';
import type { Spans } from '../../../src/model/spans.ts';

/** Texts among bytes, with a comma behind each. */
function spansOf(texts: readonly string[]): Spans {
  const bytes = new TextEncoder().encode(texts.map((text) => `${text},`).join(''));
  const ends = texts.map((_, at) => new TextEncoder().encode(texts.slice(0, at + 1).join(',')).length);
  const starts = ends.map((_, at) => (at === 0 ? 0 : (ends[at - 1] as number) + 1));
  return { bytes, starts: Int32Array.from(starts), ends: Int32Array.from(ends), length: texts.length };
}

const textsIn = (cells: ManyCells): string[] => Array.from({ length: cells.length }, (_, row) => cells.at(row));

const digits = (most: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: most });
const number = fc.tuple(digits(11), digits(6)).map(([whole, fraction]) => `${whole}.${fraction}`);
const time = fc
  .tuple(
    fc.integer({ min: 1969, max: 2110 }),
    fc.constantFrom('T', ' ', '_'),
    ...[13, 32, 25, 60, 61].map((max) => fc.nat(max)),
  )
  .map(([year, separator, ...parts]) => {
    const [month, day, hour, minute, second] = parts.map((part) => String(part).padStart(2, '0'));
    return `${year}-${month}-${day}${separator}${hour}:${minute}:${second}`;
  });
const text = fc.oneof(digits(11), number, time, fc.string({ maxLength: 4 }));

describe('cells of one form', () => {
  it('are written as they were read', () => {
    fc.assert(
      fc.property(text, (written) => {
        const form = formOf([written]);
        if (form === undefined) return;
        const cells = new NumberCells(form);
        expect(cells.push(written)).toBe(true);
        expect(cells.pushSpans(spansOf([written]), 0)).toBe(1);
        expect([cells.at(0), cells.at(1)]).toEqual([written, written]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['0', '7', '4294967295'],
    ['0.5', '12.0', '7.2'],
    ['0.000000', '4294.967295'],
    ['2024-02-29T23:59:59', '1970-01-01T00:00:00', '2105-12-31T00:00:00'],
    ['2023-12-31 10:00:00', '2024-01-31 00:00:00'],
  ])('are %s and such', (...texts) => {
    expect(formOf(texts)).toBeDefined();
  });

  it.each([
    [''],
    ['007'],
    ['00.5'],
    ['.5'],
    ['5.'],
    ['-1'],
    ['1e5'],
    ['1,5'],
    ['4294967296'],
    ['1.5', '1.50'],
    ['2023-02-29T10:00:00'],
    ['2024-04-31T10:00:00'],
    ['2024-01-01T24:00:00'],
    ['2024-01-01T10:00:60'],
    ['2107-01-01T00:00:00'],
    ['2024-01-01T10:00:00', '2024-01-01 10:00:00'],
    ['2024-01-01T10:00:00Z'],
  ])('are neither %s nor such', (...texts) => {
    expect(formOf(texts)).toBeUndefined();
  });
});

describe('cells that hardly repeat', () => {
  it('are the same whether they were numbers at first or not', () => {
    const ofOneForm = fc.oneof(fc.array(digits(9), { minLength: 1 }), fc.array(time, { minLength: 1 }));
    fc.assert(
      fc.property(ofOneForm, fc.array(text), fc.nat(3), (first, others, single) => {
        const [numbers, texts] = [new ManyCells(formOf(first)), new ManyCells(undefined)];
        for (const cells of [numbers, texts]) {
          for (const each of first) cells.push(each);
          const plain = [...first, ...others.map((each) => each.replace(/[^\d.T: -]/g, '').trim())];
          cells.pushSpans(spansOf(plain), Math.min(single, plain.length));
        }
        expect(textsIn(numbers)).toEqual(textsIn(texts));
        expect([numbers.areWhole, numbers.isFull]).toEqual([texts.areWhole, texts.isFull]);
        expect(numbers.texts.length).toBe(texts.length);
        expect(textsIn(numbers)).toEqual(textsIn(texts));
      }),
      { numRuns: 1000 },
    );
  });
});
