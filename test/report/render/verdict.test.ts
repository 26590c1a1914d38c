import { expect, it } from 'vitest';
import { verdict } from '../../../src/report/render/verdict.ts';
import { factsOf, HOUR } from '../../support/ledger-of.ts';
import { emptyFacts, sampleFacts } from '../../support/sample-facts.ts';

it('is the ratio of the LISA study: 239,942 ÷ 120', () => {
  expect(verdict(sampleFacts())).toBe('Developing the model took 2,000 times what training it takes');
});

it('is by energy where there are no GPUs: 1 + 3 h on the same cores', () => {
  const jobs = [1, 3].map((hours) => ({ elapsed: hours * HOUR, gpus: 0, gpuTypes: '', jobId: `${hours}` }));
  expect(verdict(factsOf(jobs, { final: '1' }))).toBe('Developing the model took 4 times what training it takes');
});

it('is not given where no model is known, or the project is nothing but the model', () => {
  expect(verdict(emptyFacts())).toBeUndefined();
  expect(verdict(factsOf([{}]))).toBeUndefined();
  expect(verdict(factsOf([{ state: 'failed' }]))).toBeUndefined();
  // No sweep, and nobody says which job became the model: the longest only stands in for it.
  expect(verdict(factsOf([{ elapsed: HOUR }, { elapsed: 3 * HOUR, name: 'other', user: 'tomas' }]))).toBeUndefined();
});
