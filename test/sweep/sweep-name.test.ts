import { describe, expect, it } from 'vitest';
import { commonName } from '../../src/sweep/sweep-name.ts';

describe('the name of a sweep', () => {
  it.each([
    [['lisa_lr0.1_h256', 'lisa_lr0.01_h256'], 'lisa_lr*_h256'],
    [['lisa-adam-lr0.1', 'lisa-sgd-lr0.1'], 'lisa-*-lr0.1'],
    [['lisa_lr1e-3', 'lisa_lr0.1'], 'lisa_lr*'],
    [['train', 'train'], 'train'],
    [['train'], 'train'],
    [['x1y2', 'x3y4'], 'x*y*'],
    [['a_1', 'a_1_b'], 'a_1*'],
    [['parse', '12'], '*'],
    [['', ''], ''],
    [[], ''],
  ])('of %j is %j', (names, name) => {
    expect(commonName(names)).toBe(name);
  });
});
