import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesSeveral } from '../../src/sweep/names-several.ts';

/** What it means, as an expression: of the square of the length, so for short values only. */
const MEANT = /[A-Za-z].*[_,/=-].*\d|\d.*[_,/-].*[A-Za-z]/;
const MARKS = ['a', 'Z', 'e', '0', '9', '_', ',', '/', '=', '-', '.', ' ', '\n', '\r', '\u2028', 'ü', '😀'];

describe('namesSeveral', () => {
  it('takes a value for several where a letter, a separator and a digit follow each other on one line', () => {
    const several = ['configs/lr0.1_bs32.yaml', 'opt=3', '1-a', 'a,1'];
    const single = ['resnet50', '1=a', 'a1', '0.1', 'a-\n1', ''];
    expect(several.map(namesSeveral)).toEqual(several.map(() => true));
    expect(single.map(namesSeveral)).toEqual(single.map(() => false));
  });

  it('means what the expression means', () => {
    const texts = fc.string({ unit: fc.constantFrom(...MARKS), maxLength: 12 });
    fc.assert(
      fc.property(texts, (text) => namesSeveral(text) === MEANT.test(text)),
      { numRuns: 5000 },
    );
  });
});
