import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTolerantJson } from '../../../src/ingest/wandb/tolerant-json.ts';

describe('JSON as Python writes it', () => {
  it('has numbers that are not finite', () => {
    expect(parseTolerantJson('{"a": NaN, "b": [Infinity, -Infinity], "c": "NaN -Infinity \\" NaN"}')).toEqual({
      a: 'NaN',
      b: ['Infinity', '-Infinity'],
      c: 'NaN -Infinity " NaN',
    });
    expect(parseTolerantJson('\uFEFF{"a": 1}')).toEqual({ a: 1 });
    expect(parseTolerantJson('NaN')).toBe('NaN');
  });

  it('is undefined when it is damaged', () => {
    for (const text of ['', '{', '{"a": NaN', '{"a": "NaN}', "{'a': 1}"])
      expect(parseTolerantJson(text)).toBeUndefined();
  });

  it('is what JSON.parse reads, where that reads it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseTolerantJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('takes time in proportion to the length', () => {
    const before = performance.now();
    parseTolerantJson(`NaN "${'\\"'.repeat(2_000_000)}`);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
