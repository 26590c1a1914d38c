import { describe, expect, it } from 'vitest';
import { type RunNames, runPattern } from '../../../src/sweep/corrected/run-pattern.ts';

const names = (ids: readonly string[], whole: number, name: string, sweeps: readonly string[] = []): RunNames => ({
  ids,
  whole,
  names: [name],
  sweeps,
});

const TASK = names(['987_11', '1004'], 987, 'tune');
const JOB = names(['1210'], 1210, 'srl_lr0.1');
const TRACKED = names(['x7ab9k2m'], Number.NaN, 'swift-sun-3', ['ipx30mvc']);

describe('a pattern of a correction', () => {
  it.each([
    ['1210', JOB, 'id'],
    ['1211', JOB, undefined],
    ['1201-1224', JOB, 'id'],
    ['1211-1224', JOB, undefined],
    ['987', TASK, 'id'],
    ['1004', TASK, 'id'],
    ['980-990', TASK, 'id'],
    ['987_*', TASK, 'id'],
    ['987_[0-11]', TASK, 'id'],
    ['987_[0-3,7-9]', TASK, undefined],
    ['987_[1,11]', TASK, 'id'],
    ['98?_11', TASK, 'id'],
    ['988_*', TASK, undefined],
    ['srl_lr*', JOB, 'name'],
    ['srl_lr0?1', JOB, 'name'],
    ['srl', JOB, undefined],
    ['SRL_lr*', JOB, undefined],
    ['x7ab9k2m', TRACKED, 'id'],
    ['ipx30mvc', TRACKED, 'sweep'],
    ['swift-*', TRACKED, 'name'],
  ] as const)('%s', (text, run, fit) => {
    expect(runPattern(text)(run)).toBe(fit);
  });

  it('takes no character for more than it is', () => {
    expect(runPattern('a.b')(names([], Number.NaN, 'axb'))).toBeUndefined();
    expect(runPattern('lr=0.1[a]')(names([], Number.NaN, 'lr=0.1[a]'))).toBe('name');
    expect(runPattern('3-1')(names([], Number.NaN, '3-1'))).toBe('name');
  });
});
