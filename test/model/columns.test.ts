import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteIndex } from '../../src/model/byte-index.ts';
import { DictionaryColumn } from '../../src/model/dictionary-column.ts';
import { NumberColumn } from '../../src/model/number-column.ts';
import { TextColumn } from '../../src/model/text-column.ts';

const encoder = new TextEncoder();

/** Pushes a text as bytes from the middle of others, as a reader does. */
function asBytes(text: string): [Uint8Array, number, number] {
  const bytes = encoder.encode(`before|${text}|after`);
  return [bytes, 7, bytes.length - 6];
}

describe('a column of numbers', () => {
  const CHUNK = 65_536;

  it.each([
    [Float64Array, [Number.NaN, 0, -0.5, 1e12, Number.NaN]],
    [Float32Array, [Number.NaN, 0, 2, Number.NaN]],
    [Uint32Array, [0, 1, 4_294_967_295, 0]],
    [Uint16Array, [0, 1, 65_535, 65_536, 4_294_967_295, 0, 2]],
  ])('%o gives back what was put in, absent or not', (Kind, values) => {
    const column = new NumberColumn(Kind as typeof Float64Array);
    for (const value of values) column.push(value);
    expect(Array.from(values, (_, row) => column.at(row))).toEqual(values);
  });

  it('finds numbers after a chunk that had none, and sets them there', () => {
    const column = new NumberColumn();
    for (let row = 0; row <= CHUNK; row++) column.push(Number.NaN);
    column.push(7);
    column.set(3, 5);
    column.set(CHUNK, 6);
    column.push(8);
    const rows = [0, 3, CHUNK, CHUNK + 1, CHUNK + 2];
    expect(rows.map((row) => column.at(row))).toEqual([Number.NaN, 5, 6, 7, 8]);
  });
});

it('a narrow column is widened by a number set later, and around it nothing changes', () => {
  const column = new NumberColumn(Uint16Array);
  for (const value of [1, 2, 3]) column.push(value);
  column.set(1, 70_000);
  column.push(80_000);
  expect([0, 1, 2, 3].map((row) => column.at(row))).toEqual([1, 70_000, 3, 80_000]);
});

describe('columns of text', () => {
  const texts = fc.array(fc.oneof(fc.constantFrom('', 'ines', 'x'.repeat(60)), fc.string({ unit: 'binary' })), {
    maxLength: 60,
  });

  it.each([
    ['TextColumn', () => new TextColumn()],
    ['DictionaryColumn', () => new DictionaryColumn()],
  ])('%s: the same whether texts come as strings or as bytes', (_, make) => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.boolean()), (list, choice) => {
        const column = make();
        const stream = choice[Symbol.iterator]();
        const wellFormed = list.map((text) => new TextDecoder().decode(encoder.encode(text)));
        for (const text of wellFormed) {
          if (stream.next().value === true) column.push(text);
          else column.pushBytes(...asBytes(text));
        }
        expect(wellFormed.map((_text, row) => column.at(row))).toEqual(wellFormed);
      }),
    );
  });

  it.each([
    ['ASCII', 'x'],
    ['with a letter of two bytes in every hundredth', 'é'],
  ])('gives texts in order, backwards and in leaps, %s', (_, rare) => {
    const list = Array.from(
      { length: 40_000 },
      (_each, row) => `text ${row} ${row % 100 === 99 ? rare : 'x'.repeat(row % 60)}`,
    );
    const column = new TextColumn();
    for (const text of list) column.push(text);
    const forwards = [...list.keys()];
    const leaps = forwards.map((row) => (row * 7919) % list.length);
    const near = forwards.map((row) => (row + ((row * 31) % 3000)) % list.length);
    for (const rows of [forwards, forwards.toReversed(), leaps, near]) {
      const wrong = rows.filter((row) => column.at(row) !== list[row]);
      expect(wrong).toEqual([]);
    }
  });

  it('gives texts longer than what is decoded at once, and those around them', () => {
    const list = Array.from({ length: 300 }, (_, row) =>
      row % 100 === 99 ? String(row).repeat(40_000) : `text ${row}`,
    );
    const column = new TextColumn();
    for (const text of list) column.push(text);
    expect(list.filter((text, row) => column.at(row) !== text)).toEqual([]);
  });

  it('keeps a text longer than a chunk, and those around it', () => {
    const column = new TextColumn();
    const long = 'é'.repeat(700_000);
    for (const text of ['before', long, 'after']) column.pushBytes(...asBytes(text));
    expect([0, 1, 2].map((row) => column.at(row))).toEqual(['before', long, 'after']);
  });

  it('keeps texts of many chunks, which are cut from blocks, and gives them to another column', () => {
    // 80 chunks of 1 MiB: the first few on their own, a block of 64, and some of the next.
    const list = Array.from({ length: 800 }, (_, row) => `${row} ${'x'.repeat(104_000)}`);
    const [column, other] = [new TextColumn(), new TextColumn()];
    for (const text of list) column.push(text);
    other.append(column);
    other.push('after');
    for (const each of [column, other]) expect(list.filter((text, row) => each.at(row) !== text)).toEqual([]);
    expect(other.at(list.length)).toBe('after');
  });

  it('lets go of texts: their lengths stay, and to read one is an error and not an empty text', () => {
    const column = new TextColumn();
    for (const text of ['sbatch train.sh', 'sbatch']) column.push(text);
    column.forget();
    expect([column.length, column.size(0), column.size(1)]).toEqual([2, 15, 6]);
    for (const read of [() => column.at(0), () => column.copyAt(1), () => column.hash(0), () => column.same(0, 1)])
      expect(read).toThrowError(TypeError);
  });
});

it('an index of bytes numbers each distinct text once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 4 }), { maxLength: 2000 }), (list) => {
      const met: string[] = [];
      const index = new ByteIndex((text) => met.push(text) - 1);
      const numbers = list.map((text) => index.get(...asBytes(text)));
      expect(met).toEqual([...new Set(list)]);
      expect(numbers.map((number) => met[number])).toEqual(list);
      expect(index.size).toBe(met.length);
    }),
  );
});
