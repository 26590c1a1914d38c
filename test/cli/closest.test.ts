import { expect, it } from 'vitest';
import { closest } from '../../src/cli/closest.ts';

it.each([
  ['sweps', 'sweeps'],
  ['Sweeps', 'sweeps'],
  ['projcet', 'project'],
  ['claim', undefined],
  ['x', undefined],
  ['', undefined],
])('%j is probably meant to be %j', (word, meant) => {
  expect(closest(word, ['project', 'sweeps', 'region'])).toBe(meant);
});
