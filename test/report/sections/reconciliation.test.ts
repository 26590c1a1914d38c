import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reject } from '../../../src/model/diagnostic.ts';
import { flow, spansOf } from '../../../src/report/render/flow.ts';
import { flowLevels, recordFlow } from '../../../src/report/sections/reconciliation/record-flow.ts';
import { reproduce } from '../../../src/report/sections/reconciliation/reproduce.ts';
import { factsOf, HOUR, type JobSketch, T0 } from '../../support/ledger-of.ts';
import { emptyFacts, sampleFacts } from '../../support/sample-facts.ts';
import { textOf } from './text-of.ts';

const sumOf = (parts: readonly { readonly count: number }[]): number =>
  parts.reduce((sum, { count }) => sum + count, 0);

/** Jobs of which some stand in the log twice, some are in a sweep, and some were requeued. */
const logs = fc.array(
  fc.record({
    lr: fc.constantFrom('', '0.1', '0.2', '0.3', '0.4'),
    jobId: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9'),
    after: fc.integer({ min: 0, max: 3 }),
    state: fc.constantFrom('completed' as const, 'failed' as const, 'pending' as const),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('the drawing of records', () => {
  it('divides each whole into parts that add up to it, whatever the logs hold', () => {
    fc.assert(
      fc.property(logs, fc.nat(3), (jobs, rejected) => {
        const sketches = jobs.map(({ lr, jobId, after, state }): JobSketch => {
          const name = lr === '' ? 'debug' : `srl_lr${lr}`;
          return { jobId, jobIdRaw: jobId, name, state, submit: T0 + after, elapsed: state === 'pending' ? 0 : HOUR };
        });
        const rejects = Array.from(
          { length: rejected },
          (): Reject => ({ file: 'a', line: 1, rule: 'x', reason: '', text: '' }),
        );
        const facts = factsOf(sketches, { rejects });
        const [records, classes, sweeps, tiers] = flowLevels(facts);
        const { reconciliation, count } = facts.ledger;
        expect(sumOf(records?.parts ?? [])).toBe(jobs.length + rejected);
        expect(sumOf(classes?.parts ?? [])).toBe(reconciliation.records);
        if (count === 0) expect(sweeps).toBeUndefined();
        else {
          expect(classes?.parts[sweeps?.of ?? -1]?.count).toBe(count);
          expect([sumOf(sweeps?.parts ?? []), sumOf(tiers?.parts ?? [])]).toEqual([count, count]);
          const inSweeps = facts.sweeps.reduce((sum, { sweep }) => sum + sweep.members.length, 0);
          expect(sweeps?.parts.find(({ colour }) => colour === 'var(--series-3)')?.count ?? 0).toBe(inSweeps);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says it in words beside', () => {
    const text = textOf(recordFlow(sampleFacts()));
    // 4,789 jobs in 123 sweeps, 24 of them the tuning of the single model: Table 4 of the study
    expect(text).toMatch(
      /4,789 attempts.*4,789 in 123 sweeps.*24 for the single tune; the single model is 1 attempt.*4,765 for the rest/,
    );
    expect(textOf(recordFlow(emptyFacts()))).toBe('');
  });

  it('names no tune where a run only stands in for the model', () => {
    const facts = sampleFacts();
    const singleModel = { ...facts.tiers.singleModel, isStandIn: true };
    const text = textOf(recordFlow({ ...facts, tiers: { ...facts.tiers, singleModel } }));
    expect(text).toContain('24 of the longest completed run; single model and tune are not known');
    expect(text).not.toContain('the single model is');
  });

  it('keeps its parts side by side from end to end, the smallest to be seen', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 7 }), (counts) => {
        fc.pre(counts.some((count) => count > 0));
        const spans = spansOf(counts);
        expect(spans[0]?.from).toBe(0);
        expect(spans.at(-1)?.to).toBeCloseTo(100, 9);
        spans.forEach(({ from, to }, index) => {
          expect(from).toBe(spans[index - 1]?.to ?? 0);
          if (counts[index] === 0) expect(to).toBe(from);
          else expect(to - from).toBeGreaterThan(0.5);
        });
      }),
    );
  });

  it('widens the part that the next whole is of', () => {
    const part = (count: number) => ({ label: '', colour: 'red', count });
    const drawn = flow([
      { title: 'a', parts: [part(1), part(3)] },
      { title: 'b', of: 1, parts: [part(5)] },
    ]).text;
    expect(drawn).toContain('points="25 0 100 0 100 10 0 10"');
  });
});

describe('the command to make a report again', () => {
  const facts = sampleFacts();
  const word = (text: string) => ({ text, kind: 'plain' as const });

  it('is a line for a shell', () => {
    const words = ['runledger', 'report', '--project', "it's $HOME", 'logs/a b.txt', 'logs/c.txt'].map(word);
    const command = {
      words,
      forPage: [word('--locale'), word('de')],
      config: { path: 'runledger.yaml', sha256: 'ab12' },
    };
    const text = textOf(reproduce({ ...facts, command }));
    expect(text).toContain(`runledger report --locale de --project 'it'\\''s $HOME' 'logs/a b.txt' logs/c.txt`);
    expect(text).toContain('It read runledger.yaml, SHA-256 ab12');
    expect(textOf(reproduce(facts))).toBe('');
  });

  it('is cut where a shell made thousands of paths', () => {
    const words = Array.from({ length: 3000 }, (_, index) => word(`logs/${index}.txt`));
    const text = textOf(reproduce({ ...facts, command: { words, forPage: [] } }));
    expect(text.length).toBeLessThan(2500);
    expect(text).toContain('report.json has all of it');
  });
});
