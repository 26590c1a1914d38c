import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvWriter } from '../../src/report/csv-writer.ts';
import { readCsv, textOfPieces } from '../support/files-of.ts';

function written(header: string, rows: readonly (readonly (string | number)[])[]): string {
  const csv = new CsvWriter(header);
  for (const row of rows) {
    for (const cell of row) {
      if (typeof cell === 'string') csv.text(cell);
      else csv.number(cell);
    }
    csv.endRow();
  }
  return textOfPieces(csv.rest());
}
const cell = (text: string | number): string => written('x', [[text]]).slice(2, -1);

describe('a cell of text', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['carriage\rreturn', '"carriage\rreturn"'],
    ['naïve – 漢字 😀', 'naïve – 漢字 😀'],
  ])('%j is written as RFC 4180 has it: %j', (text, csv) => {
    expect(cell(text)).toBe(csv);
  });

  // OWASP, CSV Injection: cells that begin with one of = + - @ tab or carriage return.
  it.each([
    ['=cmd()', "'=cmd()"],
    ['+1', "'+1"],
    ['-x', "'-x"],
    ['@a', "'@a"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['=1,2', `"'=1,2"`],
    // So that the quote can be taken away again.
    ["'=cmd()", "''=cmd()"],
    ["''+1", "'''+1"],
    ['=é', "'=é"],
  ])('%j, which a spreadsheet would run, is neutralised: %j', (text, csv) => {
    expect(cell(text)).toBe(csv);
  });

  it.each(['a=b', 'lr-0.1', ' =x', '1+1', 'a@b'])('%j is no formula and stays as it is', (text) => {
    expect(cell(text)).toBe(text);
  });
});

describe('a cell with a number', () => {
  it.each([
    [0, '0'],
    [12, '12'],
    [0.1, '0.1'],
    [1 / 3, '0.333333'],
    [2 / 3, '0.666667'],
    [1234.5, '1234.5'],
    [0.000001, '0.000001'],
    [0.0000004, '0'],
    [0.9999999, '1'],
    [239_942, '239942'],
    [1e15, '1000000000000000'],
    [-3, '-3'],
    [Number.NaN, ''],
  ])('%d is %j: six decimals, no exponent, nothing for NaN', (value, csv) => {
    expect(cell(value)).toBe(csv);
  });

  it('is the number to a millionth, whatever its size', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (value) => {
        expect(cell(value)).toMatch(/^\d+(\.\d{0,5}[1-9])?$/);
        expect(Math.abs(Number(cell(value)) - value)).toBeLessThanOrEqual(5.01e-7 + value * 2e-16);
      }),
    );
  });
});

describe('a file', () => {
  it('gives back what was written, and no cell that a spreadsheet would run', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, fc.nat()), { maxLength: 20 }), (rows) => {
        const read = readCsv(written('a,b,c', rows));
        expect(read.rows).toHaveLength(rows.length);
        read.rows.forEach(({ a, b, c }, index) => {
          const [first, second, count] = rows[index] as [string, string, number];
          expect([a, b].map((each) => each?.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual([first, second]);
          expect([a, b].some((each) => /^[=+\-@\t\r]/.test(each ?? ''))).toBe(false);
          expect(c).toBe(String(count));
        });
      }),
    );
  });

  it('is handed on in pieces that lose nothing', () => {
    const csv = new CsvWriter('n,text');
    let text = '';
    for (let row = 0; row < 60_000; row++) {
      csv.number(row);
      csv.text(row % 1000 === 0 ? 'é'.repeat(5000) : 'lisa');
      csv.endRow();
      if (csv.isFull()) text += textOfPieces(csv.rest());
    }
    const { rows } = readCsv(text + textOfPieces(csv.rest()));
    expect(rows.map(({ n }) => Number(n))).toEqual(Array.from({ length: 60_000 }, (_, row) => row));
    expect(rows.filter(({ text }) => text === 'é'.repeat(5000))).toHaveLength(60);
  });
});

describe('what is read back', () => {
  const exact = (write: (csv: CsvWriter) => void): string => {
    const csv = new CsvWriter('x');
    write(csv);
    csv.endRow();
    return textOfPieces(csv.rest()).slice(2, -1);
  };

  it.each([
    [1_700_000_000, '2023-11-14T22:13:20Z'],
    [1_700_000_000.25, '2023-11-14T22:13:20.25Z'],
    [1_700_000_000.123456, '2023-11-14T22:13:20.123456Z'],
    [Number.NaN, ''],
  ])('a time %d with its fraction: %s', (seconds, text) => {
    expect(exact((csv) => csv.exactTime(seconds))).toBe(text);
  });

  it('a number to its last digit, where six decimals do not do', () => {
    expect(exact((csv) => csv.exact(3 / 7))).toBe(String(3 / 7));
    expect(exact((csv) => csv.exact(0.25))).toBe('0.25');
    expect(exact((csv) => csv.exact(Math.fround(0.54), true))).toBe('0.54');
    expect(exact((csv) => csv.exact(Number.NaN))).toBe('');
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(exact((csv) => csv.exact(value)))).toBe(value);
        const narrow = Math.fround(value);
        if (Number.isFinite(narrow)) expect(Math.fround(Number(exact((csv) => csv.exact(narrow, true))))).toBe(narrow);
      }),
    );
  });
});
