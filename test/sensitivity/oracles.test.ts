import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../src/sensitivity/effects-of.ts';
import { runTable } from '../support/observed-runs.ts';

// Expected values are those of statsmodels, SciPy and Optuna on the same runs: scripts/oracles/sensitivity.py made the files, with their versions in them.

interface Case {
  readonly names: readonly string[];
  readonly rows: Readonly<Record<string, readonly string[]>> & { readonly y: readonly number[] };
}

interface Line {
  readonly share: number;
  readonly omegaSquared: number;
}

const casesOf = <More>(name: string): (Case & More)[] =>
  JSON.parse(readFileSync(new URL(`expected/${name}.json`, import.meta.url), 'utf8')).cases;

const effectsIn = ({ names, rows }: Case) => {
  const { parameters, runs } = runTable(
    Object.fromEntries(names.map((name) => [name, rows[name] as string[]])),
    rows.y,
  );
  return effectsOf(parameters, runs);
};

describe('analysis of variance', () => {
  it.each(
    casesOf<{ main: Record<string, Line>; joint: Record<string, Line> }>('grids').map(
      (each, at) => [at, each] as const,
    ),
  )('of grid %i has the shares and ω² of statsmodels, type II', (_, each) => {
    const { method, parameters, interactions } = effectsIn(each);
    expect(method).toBe('anova');
    expect(parameters).toHaveLength(each.names.length);
    for (const { keys, share, omegaSquared } of parameters) {
      expect(share).toBeCloseTo(each.main[keys[0] as string]?.share as number, 9);
      expect(omegaSquared).toBeCloseTo(each.main[keys[0] as string]?.omegaSquared as number, 9);
    }
    expect(interactions.length).toBe(Object.keys(each.joint).length);
    for (const { keys, share, omegaSquared } of interactions) {
      const expected = each.joint[keys.flat().join(' ')];
      expect(share).toBeCloseTo(expected?.share as number, 9);
      expect(omegaSquared).toBeCloseTo(expected?.omegaSquared as number, 9);
    }
  });
});

describe('p', () => {
  // SciPy draws 99,999 orders, we up to 999: a p of 0.1 is then within 0.03 in 999 of 1000 cases. Drawing stops early where p is large.
  it.each(casesOf<{ p: number }>('one-factor').map((each, at) => [at, each] as const))(
    'of parameter %i is that of SciPy’s permutation test',
    (_, each) => {
      const p = effectsIn(each).parameters[0]?.p as number;
      expect(Math.abs(p - each.p)).toBeLessThan(
        Math.max(0.002, 3.3 * Math.sqrt((each.p * (1 - each.p)) / Math.min(999, 20 / each.p))),
      );
    },
  );
});

describe('a forest', () => {
  const order = (importances: Readonly<Record<string, number>>): string[] =>
    Object.entries(importances)
      .filter(([, importance]) => importance >= 0.05)
      .sort(([, a], [, b]) => b - a)
      .map(([name]) => name);

  it.each(
    casesOf<{ fanova: Record<string, number>; pedAnova: Record<string, number> }>('searches').map(
      (each, at) => [at, each] as const,
    ),
  )(
    'of search %i ranks parameters as Optuna’s fANOVA does, and names the same first as PED-ANOVA where Optuna’s two agree',
    (_, each) => {
      const { method, parameters } = effectsIn(each);
      expect(method).toBe('forest');
      const shares = Object.fromEntries(parameters.map(({ keys, share }) => [keys[0] as string, share]));
      const expected = order(each.fanova).filter((name) => name !== 'nothing');
      const found = Object.entries(shares)
        .sort(([, a], [, b]) => b - a)
        .map(([name]) => name);
      expect(found.filter((name) => expected.includes(name))).toEqual(expected);
      expect(found[0]).toBe(expected[0]);
      if (order(each.pedAnova)[0] === expected[0]) expect(found[0]).toBe(order(each.pedAnova)[0]);
      expect(shares.nothing).toBeLessThan(0.05);
    },
  );
});
