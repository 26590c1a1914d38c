import { describe, expect, it } from 'vitest';
import { measureUsage } from '../../src/cost/measure-usage.ts';
import { gpuReader } from '../../src/cost/recognise-gpus.ts';
import type { TierInput } from '../../src/cost/tier-choice.ts';
import { tuneOf } from '../../src/cost/tune-family.ts';
import type { CostedSweep } from '../../src/model/facts.ts';
import { HOUR, ledgerOf } from '../support/ledger-of.ts';

/** Sweeps of one job each, by what they refine; the first takes an hour, the next two, then four. */
function familyOf(refines: readonly (string | undefined)[]) {
  const ledger = ledgerOf(refines.map((_, index) => ({ elapsed: 2 ** index * HOUR })));
  const gpusOf = gpuReader(ledger.table);
  const measure: TierInput['measure'] = (attempts, shares) => measureUsage({ ledger, gpusOf }, attempts, shares);
  const sweeps = refines.map((before, index) => {
    const members = Uint32Array.of(index);
    const sweep = { id: `sweep-00${index + 1}`, members, ...(before === undefined ? {} : { refines: before }) };
    return { sweep, usage: measure(members) } as unknown as CostedSweep;
  });
  return (found: number) => tuneOf({ sweeps, measure }, sweeps[found] as CostedSweep, 'the rule');
}

describe('a tune is its sweep with its refinements', () => {
  it('alone where there are none', () => {
    const tune = familyOf([undefined, undefined])(1);
    expect(tune).toMatchObject({ rule: 'the rule', sweepId: 'sweep-002' });
    expect(tune.usage.gpuHours).toBe(2);
  });

  it('with all that it refines, one after the other: 1 + 2 + 4 h', () => {
    const tune = familyOf([undefined, 'sweep-001', 'sweep-002', undefined])(2);
    expect(tune.usage).toMatchObject({ gpuHours: 7, attempts: 3 });
    expect(tune.rule).toBe('the rule, with sweep-001, sweep-002, which it refines');
  });

  it('with those that refine it, and those that refine these: 1 + 2 + 4 + 8 h', () => {
    const tune = familyOf([undefined, 'sweep-001', 'sweep-001', 'sweep-003', undefined])(0);
    expect(tune.usage.gpuHours).toBe(15);
    expect(tune.rule).toBe('the rule, with sweep-002, sweep-003, sweep-004, which refine it');
  });

  it('without others that go back to the same beginning: 1 + 2 h, not the 4 of another refinement', () => {
    const tune = familyOf([undefined, 'sweep-001', 'sweep-001'])(1);
    expect(tune.usage.gpuHours).toBe(3);
    expect(tune.sweepId).toBe('sweep-002');
  });

  it('ends where links go in a circle, and counts each sweep once', () => {
    expect(familyOf(['sweep-002', 'sweep-001'])(0).usage.gpuHours).toBe(3);
    expect(familyOf(['sweep-001'])(0).usage.gpuHours).toBe(1);
  });

  it('names four at most', () => {
    const tune = familyOf([undefined, ...Array.from({ length: 6 }, () => 'sweep-001')])(0);
    expect(tune.rule).toBe('the rule, with sweep-002, sweep-003, sweep-004, sweep-005 and 2 more, which refine it');
  });
});
