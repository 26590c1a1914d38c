import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsIn, fractionDigits } from '../../../src/ingest/csv/table/digits.ts';

const read = <T>(text: string, reader: (bytes: Uint8Array, start: number, end: number) => T): T => {
  const bytes = new TextEncoder().encode(`7${text}7`);
  return reader(bytes, 1, bytes.length - 1);
};

describe('numbers of the common form, from bytes', () => {
  it('are those that Number gives, to the last bit', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(digits, digits, (whole, fraction) => {
        const text = `${whole}.${fraction}`;
        const number = read(text, digitsIn);
        expect(read(whole, digitsIn)).toBe(Number(whole));
        if (text.length <= 16) expect(number).toBe(Number(text));
        else expect(number).toBeNaN();
        expect(read(text, fractionDigits)).toBe(fraction.length);
      }),
    );
  });

  it('are of no other form', () => {
    for (const text of ['', '.', '1.', '.5', '1.2.3', '-1', '+1', '1e5', '1,5', ' 1', 'a', '١']) {
      expect(read(text, fractionDigits), text).toBe(-1);
      expect(read(text, digitsIn), text).toBeNaN();
    }
  });
});
