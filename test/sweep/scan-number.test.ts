import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexIdEnd, numberEnd } from '../../src/sweep/scan-number.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const numberIn = (text: string): string => text.slice(0, numberEnd(bytesOf(text), 0, text.length));
const idIn = (text: string): string => text.slice(0, hexIdEnd(bytesOf(text), 0, text.length));

describe('a number', () => {
  it.each([
    ['32', '32'],
    ['0.001_do', '0.001'],
    ['.5x', '.5'],
    ['1e-3', '1e-3'],
    ['3E4_', '3E4'],
    ['1e+05,', '1e+05'],
    ['007', '007'],
  ])('in %j is %j', (text, number) => {
    expect(numberIn(text)).toBe(number);
  });

  it.each([
    ['1.2.3', '1.2', 'a second dot'],
    ['10.', '10', 'a dot without digits after it'],
    ['3epochs', '3', 'an e that begins a word'],
    ['1e-3lr', '1e-3', 'a key behind an exponent'],
    ['1e3b', '1', 'an exponent that runs into figures of hexadecimal'],
    ['1e', '1', 'an e at the end'],
    ['1e-', '1', 'a sign without digits'],
    ['64x64', '64', 'a letter'],
  ])('in %j ends at %j: before %s', (text, number) => {
    expect(numberIn(text)).toBe(number);
  });

  it('as JavaScript prints it is read to its end', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(numberIn(String(value))).toBe(String(value));
      }),
    );
  });

  it('never ends before it begins or after the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d[\d.eE+\-a-f]*$/), (text) => {
        const end = numberEnd(bytesOf(text), 0, text.length);
        expect(end).toBeGreaterThan(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(Number(text.slice(0, end))).not.toBeNaN();
      }),
    );
  });

  it('is not read past the end that is given', () => {
    expect(numberEnd(bytesOf('0.001'), 0, 3)).toBe(3);
    expect(numberEnd(bytesOf('1e-3'), 0, 3)).toBe(1);
  });
});

describe('an id in hexadecimal', () => {
  it.each(['3f2a9c1', 'dc709686', '0f88016a', '9E3779B1', 'deadbeef12'])('is %s', (id) => {
    expect(idIn(id)).toBe(id);
    expect(idIn(`${id}_lr0.1`)).toBe(id);
  });

  it.each([
    ['2018000', 'a round number'],
    ['facade', 'a word: letters only'],
    ['3f2a9c', 'six characters'],
    ['1e10000', 'a number: one letter'],
    ['3f2a9c1xyz', 'the beginning of a longer word'],
  ])('is not %s (%s)', (text) => {
    expect(idIn(text)).toBe('');
  });
});
