import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePythonLiteral } from '../../../../src/ingest/wandb/exports/python-literal.ts';

/** What CPython 3.11 prints: `repr` of the value beside it. */
const PRINTED: readonly (readonly [string, unknown])[] = [
  [`{'_wandb': {'runtime': 51487}, '_runtime': 51480.36}`, { _wandb: { runtime: 51487 }, _runtime: 51480.36 }],
  [`{'ok': True, 'no': False, 'x': None}`, { ok: true, no: false, x: null }],
  [`{'h': nan, 'i': inf, 'j': -inf}`, { h: 'NaN', i: 'Infinity', j: '-Infinity' }],
  [`{'model': "it's", 'q': 'say "hi"', 'b': 'both \\' and "'}`, { model: "it's", q: 'say "hi"', b: 'both \' and "' }],
  [`(0.9, 0.999)`, [0.9, 0.999]],
  [`(1,)`, [1]],
  [`()`, []],
  [`{1, 2}`, [1, 2]],
  [`{}`, {}],
  [`{1: 'a', (2, 3): 'b'}`, { '1': 'a', '[2,3]': 'b' }],
  [`[1e-05, 1.5e+16, -3, 1_000, 12345678901234567890]`, [1e-5, 1.5e16, -3, 1000, '12345678901234567890']],
  [`'tab\\t line\\n \\xe9 \\u20ac \\U0001f600 \\\\'`, 'tab\t line\n é € 😀 \\'],
  [`b'bytes'`, 'bytes'],
  [`{'a': array([1., 2.]), 'b': 1}`, { a: 'array([1., 2.])', b: 1 }],
  [`{'t': Timestamp('2024-01-01 00:00:00'), 'b': 1}`, { t: "Timestamp('2024-01-01 00:00:00')", b: 1 }],
  [`{'o': <wandb.sdk.Obj object at 0x7f, x=[1]>, 'b': 1}`, { o: '<wandb.sdk.Obj object at 0x7f, x=[1]>', b: 1 }],
  [
    `{'d': datetime.datetime(2024, 1, 2, 3, 4), 'e': torch.float32}`,
    { d: 'datetime.datetime(2024, 1, 2, 3, 4)', e: 'torch.float32' },
  ],
  [`{'f': np.float64(0.5), 'v': 1.2.3}`, { f: 'np.float64(0.5)', v: '1.2.3' }],
  [`{"a": [1, true, null], "b": "\\ud83d\\ude00"}`, { a: [1, true, null], b: '😀' }],
  [`{'__proto__': 1}`, JSON.parse('{"__proto__": 1}')],
];

describe('a Python literal', () => {
  it.each(PRINTED)('%s', (text, value) => {
    expect(parsePythonLiteral(text)).toEqual(value);
  });

  it.each([`{'a': 1`, `{'a`, `{'a': }`, `[1 2]`, '', `{'a': 1}}`, '['.repeat(100_000)])('is not %.20s', (text) => {
    expect(parsePythonLiteral(text)).toBeUndefined();
  });

  it('is read back as it was written', () => {
    const text = fc.string({ unit: fc.constantFrom('a', "'", '"', '\\', '\n', 'é', '😀', '{', ',', ':') });
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 5 }, fc.integer(), fc.boolean(), fc.constant(null), text, tie('list'), tie('dict')),
      list: fc.array(tie('any'), { maxLength: 4 }),
      dict: fc.dictionary(text, tie('any'), { maxKeys: 4 }),
    })).any;
    fc.assert(
      fc.property(value, (written) => {
        expect(parsePythonLiteral(repr(written))).toEqual(JSON.parse(JSON.stringify(written)));
      }),
    );
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      "'",
      '"',
      ',',
      ':',
      '\\',
      '\\x',
      '\\u12',
      'nan',
      '-',
      '1',
      '.',
      'e',
      '_',
      'b',
      ' ',
      'array',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        expect(() => parsePythonLiteral(pieces.join(''))).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    "'",
    '"',
    '[',
    '<',
    "{'a':",
    'array(',
    '\\',
    "'\\",
    'a.',
    '1_',
    '1.',
    "b'",
    "''",
    ' ',
    '-',
    '<"',
    "x('",
    "['a',",
  ])('takes time in proportion to its length: %s over and over', (piece) => {
    const before = performance.now();
    parsePythonLiteral(`{'a': ${piece.repeat(500_000)}`);
    parsePythonLiteral(`[${piece.repeat(500_000)}]`);
    parsePythonLiteral(`[x${piece.repeat(500_000)}`);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

/** As Python prints it. */
function repr(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, inner]) => `${repr(key)}: ${repr(inner)}`)
      .join(', ')}}`;
  if (typeof value !== 'string') return String(value);
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  return `${quote}${value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(quote, `\\${quote}`)}${quote}`;
}
