import { describe, expect, it } from 'vitest';
import { statementMarkdown, statementTex } from '../../src/report/statement.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { DAY, factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

/** Table 4 of Strubell, Ganesh & McCallum 2019 in three jobs: 120 h, a tune of 2,880 h, 239,942 h in all. */
const LISA: readonly JobSketch[] = [
  { jobId: '7_1', name: 'lisa_lr0.1', elapsed: 120 * HOUR },
  { jobId: '7_2', name: 'lisa_lr0.2', submit: T0 + 1, elapsed: 2760 * HOUR },
  { jobId: '8', name: 'rest', submit: T0 + DAY, elapsed: (239_942 - 2880) * HOUR, state: 'failed', gpuTypes: 'm40=1' },
];
const lisa = () => factsOf(LISA, { method: findMethod('strubell-2019'), final: '7_1' });

describe('the statement in Markdown', () => {
  it('says hours, hardware, tiers, losses and costs', () => {
    const text = statementMarkdown(lisa());
    expect(text).toMatch(/^# Compute statement: lisa\n\n/);
    expect(text).toContain('The project took 239,942 GPU-hours on M40 (99%), Titan X (1.2%)');
    expect(text).toContain('Training one model takes 120 GPU-hours');
    expect(text).toContain('took 2,880 GPU-hours (sweep-001, the sweep of job 7_1)');
    expect(text).toContain('99% of the GPU-hours went to attempts that did not complete');
    expect(text).toContain('cloud rent of the same GPUs $103k–$350k');
  });

  it('escapes a name that would be markup', () => {
    const text = statementMarkdown(factsOf([{}], { projectName: 'a*b_c`<d>#[e]' }));
    expect(text.split('\n')[0]).toBe('# Compute statement: a\\*b\\_c\\`\\<d\\>\\#\\[e\\]');
  });
});

describe('the statement in LaTeX', () => {
  it('has the rows of Table 4', () => {
    const text = statementTex(lisa());
    expect(text).toContain('Single model & 1 & 120 & \\$52--\\$175 & \\$5 \\\\');
    expect(text).toContain('Single tune & 2 & 2,880 & \\$1,238--\\$4,205 & \\$118 \\\\');
    expect(text).toContain('Full project & 3 & 239,942 & \\$103k--\\$350k & \\$9,870 \\\\');
  });

  it('escapes every character that LaTeX takes for itself', () => {
    const text = statementTex(factsOf([{ gpuTypes: 'a_b&c%d#e$f{g}h~i^j\\k=1' }]));
    expect(text).toContain(
      'a\\_b\\&c\\%d\\#e\\$f\\{g\\}h\\textasciitilde{}i\\textasciicircum{}j\\textbackslash{}k (100\\%)',
    );
    const [, ...prose] = (text.split('\\begin{tabular}')[0] as string).split('\n');
    const bare = prose
      .join('\n')
      .replaceAll(/\\(textbackslash|textasciitilde|textasciicircum)\{\}|\\[&%$#_{}]|CO\$_2\$e/g, '');
    expect(bare).not.toMatch(/[\\&%$#_{}~^]/);
  });

  it('keeps the name of the project in its comment', () => {
    const text = statementTex(factsOf([{}], { projectName: 'x\n\\input{secrets}\r\n%' }));
    expect(text.split('\n').filter((line) => line.includes('input'))).toEqual([
      '% x \\input{secrets} %: made by runledger 0.1.0',
    ]);
  });
});
