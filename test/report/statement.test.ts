import { describe, expect, it } from 'vitest';
import { reportJson } from '../../src/report/report-json.ts';
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
    expect(text).toContain('took 2,880 GPU-hours (sweep-001, the sweep of job 7\\_1)');
    expect(text).toContain('99% of the GPU-hours went to attempts that failed or were cut off');
    expect(text).toContain('cloud rent of the same GPUs $103k–$350k');
  });

  it('escapes a name that would be markup', () => {
    const text = statementMarkdown(factsOf([{}], { projectName: 'a*b_c`<d>#[e]' }));
    expect(text.split('\n')[0]).toBe('# Compute statement: a\\*b\\_c\\`\\<d\\>\\#\\[e\\]');
  });
});

describe('the statement in LaTeX', () => {
  it('has the rows of Table 4, with the range down to the least power that the paper measured, 517.66 W on three GPUs', () => {
    const text = statementTex(lisa());
    expect(text).toContain('Single model & 1 & 120 & \\$52--\\$175 & \\$5 (\\$4--\\$5) \\\\');
    expect(text).toContain('Single tune & 2 & 2,880 & \\$1,238--\\$4,205 & \\$118 (\\$94--\\$118) \\\\');
    expect(text).toContain('Full project & 3 & 239,942 & \\$103k--\\$350k & \\$9,870 (\\$7,850--\\$9,870) \\\\');
  });

  it('escapes every character that LaTeX takes for itself', () => {
    const text = statementTex(factsOf([{ gpuTypes: 'a_b&c%d#e$f{g}h~i^j\\k=1' }]));
    expect(text).toContain(
      'a\\_b\\&c\\%d\\#e\\$f\\{g\\}h\\textasciitilde{}i\\textasciicircum{}j\\textbackslash{}k (100\\%)',
    );
    const bare = text
      .split('\n')
      .filter((line) => !line.startsWith('%'))
      .join('\n')
      .replaceAll(
        /\\(?:begin|end)\{\w+\}(?:\[htbp\]|\{lrrrr\})?|\\(?:centering|hline)\b|\\(?:caption|paragraph|textit|textbf)\{/g,
        '',
      )
      .replaceAll(
        /\\text(?:backslash|asciitilde|asciicircum|less|greater|bar)\{\}|\\ldots\{\}|\\[&%$#_{}]|\$[-]\$|CO\$_2\$e/g,
        '',
      )
      .replaceAll(/ & |\\\\$/gm, '');
    expect(bare).not.toMatch(/[\\&%$#_{~^]/);
  });

  it('keeps the name of the project in its comment', () => {
    const text = statementTex(factsOf([{}], { projectName: 'x\n\\input{secrets}\r\n%' }));
    expect(text.split('\n').filter((line) => line.includes('input'))).toEqual([
      '% x \\input{secrets} %: made by runledger 0.1.0. Put it into a paper with \\input{statement}.',
    ]);
  });
});

describe('the answers to checklists', () => {
  // NeurIPS paper checklist, "Experiments compute resources"; ACL Responsible NLP Research checklist, C1 to C3; Hugging Face model cards, co2_eq_emissions.
  it.each([
    [
      /Type of compute workers.*GPU workers: M40 \(99%\), Titan X \(1\.2%\), a run on average with 2 CPU cores and 8 GB/,
    ],
    [/Compute of each experimental run.*3 attempts took 120 to 237,062 h.*In total 239,942 GPU-hours/],
    [
      /more compute than the experiments reported.*Yes: the project took 2,000 times .* final model, and 237,062 GPU-hours beyond/,
    ],
    [/C1\..*239,942 GPU-hours\. One model takes 120 GPU-hours, one tuning 2,880 GPU-hours/],
    [/C2\..*sweeps found: 1 \(1 grid\).*sweep-001, had 2 runs over lr \(0\.1, 0\.2\)/],
    [/C3\..*single run, a mean or a maximum/],
    [/co2_eq_emissions:\n {2}emissions: 1780\d # grams, one model: 17\.8 /], // 78,468 lb of 239,942 h; 120 h of it
    [/hardware_used: "M40 \(99%\), Titan X \(1\.2%\)"/],
    [/Not covered: work that is in none of these logs/],
  ])('%s', (pattern) => {
    expect(statementMarkdown(lisa())).toMatch(pattern);
  });

  it('name what logs cannot tell, for the author to fill in', () => {
    expect(statementMarkdown(lisa()).match(/\\\[fill in\\\]/g)?.length).toBeGreaterThanOrEqual(4);
  });

  it('lead each number to report.json', () => {
    const report = JSON.parse([...reportJson(lisa())].join(''));
    const paths = [...statementMarkdown(lisa()).matchAll(/\| `([\w.]+)` \|/g)].map(([, path]) => path as string);
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths) {
      const value = path.split('.').reduce((inner: unknown, key) => (inner as Record<string, unknown>)[key], report);
      expect(value, path).toBeDefined();
    }
  });

  it('stand for a project without GPUs', () => {
    const text = statementMarkdown(factsOf([{ gpus: 0, gpuTypes: '' }]));
    expect(text).toContain('The project took 2 CPU-core-hours over');
    expect(text).not.toMatch(/NaN|undefined|–%/);
  });
});
