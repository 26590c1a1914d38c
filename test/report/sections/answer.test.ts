import { describe, expect, it } from 'vitest';
import type { CostedSweep } from '../../../src/model/facts.ts';
import { headline } from '../../../src/report/render/headline.ts';
import type { Html } from '../../../src/report/render/html.ts';
import { cautions } from '../../../src/report/sections/answer/cautions.ts';
import { lostWork } from '../../../src/report/sections/answer/lost-work.ts';
import { multiples } from '../../../src/report/sections/answer/multiples.ts';
import { tierRules } from '../../../src/report/sections/answer/tier-rules.ts';
import { tiersTable } from '../../../src/report/sections/answer/tiers-table.ts';
import { emptyFacts, sampleFacts, usageOf } from '../../support/sample-facts.ts';
import { textOf } from './text-of.ts';

const facts = sampleFacts();

describe('headline', () => {
  it('is the sentence of the LISA study', () => {
    expect(headline(facts)).toBe('172 days, 4,789 attempts in 123 sweeps, 239,942 GPU-hours');
  });

  it('says how many attempts are of sweeps where some are not', () => {
    const sweepOf = facts.findings.sweepOf.slice();
    sweepOf.fill(-1, 0, 40);
    const some = { ...facts, findings: { ...facts.findings, sweepOf } };
    expect(headline(some)).toBe('172 days, 4,789 attempts, 4,749 of them in 123 sweeps, 239,942 GPU-hours');
  });

  it('leaves out what is not known', () => {
    expect(headline(emptyFacts())).toBe('0 attempts, no GPU-hours');
    const onProcessors = { ...emptyFacts(), usage: { ...usageOf(3, 0), cpuHours: 12.34 } };
    expect(headline(onProcessors)).toBe('3 attempts, no GPU-hours, 12.3 CPU-core-hours');
    const one = { ...facts, project: { ...facts.project, days: 0.25 }, sweeps: [], usage: usageOf(1, 1) };
    expect(headline(one)).toBe('6 h, 1 attempt, 1 GPU-hour');
  });
});

describe('the table of tiers', () => {
  const table = textOf(tiersTable(facts));

  it('has our figures and those of the paper (Table 4) on neighbouring lines', () => {
    expect(table).toContain('Cloud rent $52–$175 $1,238–$4,205 $103k–$350k');
    expect(table).toContain('Cloud rent, as published $52–$175 $1,238–$4,205 $103k–$350k');
    expect(table).toContain('Electricity, as published $5 $118 $9,870');
    expect(table).toContain('GPU-hours, as published 120 2,880 239,942');
  });

  it('stands without a published study', () => {
    const { published: _, ...method } = facts.method;
    expect(textOf(tiersTable({ ...facts, method }))).not.toContain('published');
  });
});

describe('tier rules', () => {
  it('link the sweep where the rule names it, or behind it', () => {
    expect(tierRules(facts).text).toContain('<dd><a href="#sweep-017">sweep-017</a>, the sweep of job 20817_3</dd>');
    const tiers = {
      ...facts.tiers,
      singleModel: { ...facts.tiers.singleModel, rule: 'the mean', sweepId: 'sweep-003' },
    };
    expect(tierRules({ ...facts, tiers }).text).toContain('<dd>the mean (<a href="#sweep-003">sweep-003</a>)</dd>');
  });
});

describe('multiples', () => {
  it('gives no ratio where the longest attempt only stands in for a model, and says why', () => {
    const singleModel = { ...facts.tiers.singleModel, isStandIn: true };
    const text = textOf(multiples({ ...facts, tiers: { ...facts.tiers, singleModel } }));
    expect(text).toContain('No ratio is given');
    expect(text).toContain('--final');
    expect(text).not.toContain('times');
  });

  it('compares the project with one model and one tune', () => {
    // 239,942 / 120 and / 2,880, figures of the paper
    expect(textOf(multiples(facts))).toContain(
      'took 2,000 times the GPU time of the single model, and 83.3 times that',
    );
  });

  it('does not divide by nothing', () => {
    expect(textOf(multiples(emptyFacts()))).toContain('cannot be compared');
  });
});

describe('work that did not complete', () => {
  const byState = [
    { key: 'completed', attempts: 6, gpuHours: 60 },
    { key: 'failed', attempts: 1, gpuHours: 10 },
    { key: 'requeued', attempts: 1, gpuHours: 5 },
    { key: 'resized', attempts: 1, gpuHours: 20 },
    { key: 'a-new-state', attempts: 1, gpuHours: 5 },
  ];

  it('counts lost outcomes alone, with their part of the rent', () => {
    const losses = { ...facts.losses, gpuHours: 15, cloudUsd: { low: 15 * 0.43, value: 15 * 1.46, high: 15 * 1.46 } };
    const text = textOf(lostWork({ ...facts, byState, losses, sweeps: [] }));
    expect(text).toContain('15 GPU-hours (15%) went to 2 attempts');
    // 42 attempts, of which 17 were cancelled before they held a GPU: the hours went to the other 25.
    const held = [
      ...byState.filter(({ key }) => key === 'completed'),
      { key: 'cancelled', attempts: 42, held: 25, gpuHours: 15 },
    ];
    expect(textOf(lostWork({ ...facts, byState: held, losses, sweeps: [] }))).toContain('went to 25 attempts that');
    expect(text).toContain('$6–$22 of cloud rent'); // 15 h × $0.43 and × $1.46
    expect(text).toContain('a-new-state 5%');
    expect(text).not.toContain('abandoned');
  });

  it('counts what completed in abandoned sweeps apart from what was lost, so that no hour counts twice', () => {
    const [first, second] = facts.sweeps as [CostedSweep, CostedSweep];
    const hours = (completed: number, failed: number): Partial<CostedSweep> => ({
      usage: usageOf(3, completed + failed),
      gpuHoursByState: new Map([
        ['completed', completed],
        ['failed', failed],
      ]),
    });
    const sweeps: CostedSweep[] = [
      { ...first, ...hours(8, 10), outcome: 'abandoned' },
      { ...second, ...hours(30, 0), outcome: 'completed' },
    ];
    // Of 100 GPU-hours, 8 completed in the abandoned sweep; its 10 that failed are among the 15 that were lost.
    expect(textOf(lostWork({ ...facts, byState, sweeps }))).toContain(
      '1 sweep was abandoned; what did complete in it is another 8%.',
    );
    const completed = sweeps.map((sweep) => ({ ...sweep, outcome: 'completed' as const }));
    expect(textOf(lostWork({ ...facts, byState, sweeps: completed }))).toContain('No sweep was abandoned.');
  });

  it('says so when there is nothing to lose', () => {
    const untold = [
      { key: 'completed', attempts: 3, gpuHours: 9 },
      { key: 'failed', attempts: 2, gpuHours: 0 },
    ];
    expect(textOf(lostWork({ ...facts, byState: untold }))).toContain(
      'No GPU-hours, as far as the logs tell, went to 2 attempts',
    );
    expect(textOf(lostWork(emptyFacts()))).toContain('No GPU-hours were used.');
  });
});

describe('cautions', () => {
  const diagnostic = (rule: string, severity: 'error' | 'warning' | 'info', count = 1) => ({
    rule,
    severity,
    message: `what ${rule} means`,
    count,
    examples: [],
  });

  it('stand beside the figures: errors and warnings, not notes', () => {
    const diagnostics = [diagnostic('a', 'error'), diagnostic('b', 'warning', 136), diagnostic('c', 'info')];
    const text = textOf(cautions({ ...facts, diagnostics }) as Html);
    expect(text).toContain('what a means');
    expect(text).toContain('what b means ×136');
    expect(text).not.toContain('what c means');
  });

  it('are few, and lead to the rest', () => {
    const diagnostics = Array.from({ length: 9 }, (_, index) => diagnostic(`rule-${index}`, 'warning'));
    expect(textOf(cautions({ ...facts, diagnostics }) as Html)).toContain('5 more findings of this kind');
  });

  it('are not there when nothing is odd', () => {
    expect(cautions({ ...facts, diagnostics: [diagnostic('c', 'info')] })).toBe(false);
  });
});
