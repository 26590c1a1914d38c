import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { ByteRows } from '../../../src/ingest/csv/byte-rows.ts';
import { CsvRows, firstRows } from '../../../src/ingest/csv/csv-rows.ts';

interface Read {
  readonly rows: string[][];
  readonly lines: number[];
  readonly damaged: [number, string][];
  /** How many rows came as bytes. */
  taken: number;
}

/** More than is read before rows come as bytes. */
const HEAD = new TextEncoder().encode(`head,${'er'.repeat(2000)}\n`.repeat(20));

/** @param takes whether a row with such a first cell is taken as bytes; undefined for a handler that takes none */
function read(content: string | Uint8Array, sizes: readonly number[] = [], takes?: (first: string) => boolean): Read {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const found: Read = { rows: [], lines: [], damaged: [], taken: 0 };
  const byteRows = (rows: ByteRows, from: number, line: number): number => {
    let row = from;
    for (; row < rows.length && takes?.(rows.texts(row)[0] ?? '') === true; row++) {
      const cells = rows.texts(row);
      if (cells.length === 1 && cells[0]?.trim() === '') break; // an empty row is for `row` to leave out
      found.rows.push(cells);
      found.lines.push(line + row - from);
    }
    found.taken += row - from;
    return row - from;
  };
  const rows = new CsvRows({
    row(cells, line) {
      found.rows.push([...cells]);
      found.lines.push(line);
    },
    damaged: (line, text) => found.damaged.push([line, text]),
    ...(takes === undefined ? {} : { byteRows }),
  });
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? bytes.length);
    const block = bytes.slice(at, at + size);
    rows.feed(block);
    block.fill(0x58);
    at += size;
  }
  rows.end();
  return found;
}

const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
};

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('the rows of a table of text', () => {
  it('have cells with delimiters, quotes and line breaks', () => {
    const { rows, lines } = read('a,b\n"1,2","say ""hi"""\n"x\ny",3\n\n4,5');
    expect(rows).toEqual([
      ['a', 'b'],
      ['1,2', 'say "hi"'],
      ['x\ny', '3'],
      ['4', '5'],
    ]);
    expect(lines).toEqual([1, 2, 3, 6]);
  });

  it('are told apart by comma, semicolon, tab or bar', () => {
    expect(read('a;b\n1,5;2\n2,5;3\n').rows[1]).toEqual(['1,5', '2']);
    expect(read('a\tb\n1,5\t2\n').rows[1]).toEqual(['1,5', '2']);
    expect(read('a|b\n1|2\n').rows[1]).toEqual(['1', '2']);
    const { rows, lines } = read('sep=;\r\na;b\r\n1;2\r\n');
    expect([rows[1], lines]).toEqual([
      ['1', '2'],
      [2, 3],
    ]);
  });

  it('are read in any encoding and with any line breaks', () => {
    const text = 'größe,naïve\r\nä,1\r\n';
    const expected = [
      ['größe', 'naïve'],
      ['ä', '1'],
    ];
    const forms = [
      new TextEncoder().encode(text),
      new TextEncoder().encode(`\uFEFF${text}`),
      utf16(`\uFEFF${text}`, true),
      utf16(`\uFEFF${text}`, false),
      utf16(text, true),
      utf16(text, false),
      latin1(text),
      new TextEncoder().encode(text.replaceAll('\r\n', '\r')),
    ];
    for (const [index, form] of forms.entries()) {
      for (const sizes of [[], [1], [3, 7]]) expect(read(form, sizes).rows, `form ${index}`).toEqual(expected);
    }
  });

  it('go on after a quote that nothing closes', () => {
    const { rows, damaged } = read('a,b\n1,"2\n3,4\n5,6\n');
    expect(rows).toEqual([
      ['a', 'b'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(damaged).toEqual([[2, '1,"2']]);
  });

  it('are those of papaparse, however the bytes are cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ä', '"', ',', '\n', '\r', ' ', '€') });
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(table, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (cells, sizes) => {
        const lines = [['head', 'er'], ...cells];
        const text = Papa.unparse(lines, { quotes: true });
        const expected = lines.map((row) => row.map((value) => value.replace(/\r\n?/g, '\n')));
        expect(read(text, sizes).rows).toEqual(expected);
      }),
    );
  });

  it('are the same where they are taken as bytes, some or all, whatever the bytes', () => {
    const plain = ['a', 'ä', ',', ',', '\n', '\n', '\r\n', ' ', '€'];
    const odd = ['\r', '"', '\xff'];
    const bytesOf = (piece: string): number[] => (piece === '\xff' ? [0xff] : [...new TextEncoder().encode(piece)]);
    const piece = fc.oneof(
      { weight: 40, arbitrary: fc.constantFrom(...plain) },
      { weight: 1, arbitrary: fc.constantFrom(...odd) },
    );
    const tail = fc.array(piece, { maxLength: 80, size: 'max' });
    let taken = 0;
    fc.assert(
      fc.property(
        tail,
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }),
        fc.boolean(),
        (texts, sizes, all) => {
          const bytes = Uint8Array.from([...HEAD, ...texts.flatMap(bytesOf)]);
          const asText = read(bytes, [HEAD.length, ...sizes]);
          const asBytes = read(bytes, [HEAD.length, ...sizes], (first) => all || first.startsWith('a'));
          expect(asBytes).toEqual({ ...asText, taken: asBytes.taken });
          taken += asBytes.taken;
        },
      ),
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('never throw, and take time in proportion to the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        read(bytes, [7]);
      }),
    );
    const before = performance.now();
    const { damaged } = read(`a,b\n${'"x,y\n'.repeat(100_000)}`, [65_536]);
    expect(damaged.length).toBeLessThan(200);
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});

describe('the first rows of a head', () => {
  it('are read from UTF-16 that was taken for UTF-8', () => {
    const head = new TextDecoder().decode(utf16('\uFEFFName\tState\r\nx\ty\r\n', true));
    expect(firstRows(head)).toEqual([
      ['Name', 'State'],
      ['x', 'y'],
    ]);
  });
});
