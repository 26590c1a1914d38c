import { describe, expect, it } from 'vitest';
import { isValueKey, valueStartIn } from '../../src/sweep/word-values.ts';

describe('a word of a name', () => {
  it.each([
    ['optadam', 'opt'],
    ['optimizersgd', 'optimizer'],
    ['actRelu', 'act'],
    ['encgru', 'enc'],
    ['crftrue', 'crf'],
    ['charfalse', 'char'],
    ['true', ''],
  ])('%s is a value after the key "%s"', (word, key) => {
    expect(valueStartIn(word, false)).toBe(key.length);
  });

  it.each(['adam', 'lisa', 'active', 'encode', 'optimal', 'decay', 'opt'])('%s is a word', (word) => {
    expect(valueStartIn(word, false)).toBe(-1);
  });

  it('that names an optimiser is a value among arguments', () => {
    expect(valueStartIn('adam', true)).toBe(0);
    expect(valueStartIn('lisa', true)).toBe(-1);
  });

  it('may be the key of the next', () => {
    expect(isValueKey('Opt')).toBe(true);
    expect(isValueKey('lr')).toBe(false);
  });
});
