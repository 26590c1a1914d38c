import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { statementTex } from '../../src/report/statement.ts';
import { factsOf } from '../support/ledger-of.ts';
import { emptyFacts, hostileFacts, sampleFacts } from '../support/sample-facts.ts';
import { scratch } from '../support/scratch.ts';

const LATEX = 'pdflatex';
const hasLatex = spawnSync(LATEX, ['--version']).status === 0;

/** Every character of one byte in UTF-16, some of many, and what would be a command, a comment or the end of one. */
const ODD = `${String.fromCharCode(...Array.from({ length: 255 }, (_, code) => code + 1))}模型🦙ﬁ\u202e\ud800\\input{/etc/passwd}\\end{document}^^M%{`;

const CASES: readonly (readonly [string, () => ProjectFacts])[] = [
  ['a project like LISA', () => sampleFacts()],
  ['an empty project', () => emptyFacts()],
  ['a project with hostile names', () => hostileFacts()],
  ['one of every character', () => factsOf([{ gpuTypes: `${ODD.replaceAll(/[=,]/g, '')}=1` }], { projectName: ODD })],
  ['hyperparameters of every character', () => factsOf(ODD_SWEEP, { projectName: 'x' })],
];

const ODD_SWEEP = [1, 2, 3].map((value) => ({
  name: `a_${value}`,
  command: `sbatch train.sh --l_r^%$=${value} --x&y~={${value}}`,
}));

it('has a LaTeX to compile with, at least where the checks must be complete', () => {
  expect(hasLatex || !process.env.CI, `no ${LATEX}: apt-get install texlive-latex-base`).toBe(true);
});

describe.skipIf(!hasLatex)(`statement.tex (skipped without ${LATEX})`, () => {
  it.each(CASES)('compiles with a plain article and no package: %s', (_, facts) => {
    const folder = scratch();
    writeFileSync(join(folder, 'statement.tex'), statementTex(facts()));
    writeFileSync(
      join(folder, 'paper.tex'),
      '\\documentclass{article}\n\\begin{document}\n\\input{statement}\nThe end is reached.\n\\end{document}\n',
    );
    const args = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'paper.tex'];
    const { status, stdout } = spawnSync(LATEX, args, { cwd: folder, encoding: 'utf8' });
    expect(status, stdout.slice(-2000)).toBe(0);
    const log = readFileSync(join(folder, 'paper.log'), 'latin1');
    expect(log).toMatch(/Output written on paper\.pdf/);
    expect(log).not.toMatch(/^!|Missing character|passwd\)?$/m);
  });
});
