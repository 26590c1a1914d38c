import { describe, expect, it } from 'vitest';
import { reportFiles } from '../src/cli/report-files.ts';
import type { ProjectFacts } from '../src/model/facts.ts';
import { readCsv, textOfPieces } from './support/files-of.ts';
import { factsOf, HOUR, T0 } from './support/ledger-of.ts';

/** Text that means something to a program that reads one of the files. */
const HOSTILE: readonly (readonly [what: string, name: string])[] = [
  ['the end of a script', '</script><script>alert(1)</script>'],
  ['an image with a handler', '"><img src=x onerror=alert(1)>'],
  ['marks that turn text', 'a\u202eb\u2066c\u200fd'],
  ['ten thousand letters', `q${'w'.repeat(10_000)}z`],
  ['emoji', '👩‍🔬🧪'],
  ['a control character', 'a\u0001b\u001b[31mc'],
  ['a percent sign', '100% %n'],
  ['a TeX command', '\\input{/etc/passwd} \\write18{id} $x^2_1$ #1 ~ & {'],
  ['a table in Markdown', 'a | b | c'],
  ['backticks', '`rm -rf` ```'],
  ['a link in Markdown', '[x](javascript:alert(1)) ![y](z) <b> &lt; *a* _b_ ~~c~~'],
  ['a formula', '=cmd|"/C calc"!A0'],
  ['another formula', '@SUM(1)'],
  ['quotes and lines', 'a"b\'c,d\r\ne'],
];

/** A project in which the hostile text stands wherever logs and users can put it. */
function factsNamed(name: string): ProjectFacts {
  const jobs = [1, 2, 3, 4].map((value) => ({
    ...{ name: `lr${value}`, user: name, account: name, cluster: name, partition: name, workDir: name },
    ...{ gpuTypes: 'titanx=1', submit: T0 + value, elapsed: HOUR, command: `t.py --lr ${value} --opt ${value % 2}` },
  }));
  const rejects = [{ file: name, line: 3, rule: 'slurm-time', reason: name, text: name }];
  const facts = factsOf(jobs, { projectName: name, path: name, rejects });
  const tried = (sweep: ProjectFacts['findings']['sweeps'][number]) => ({
    ...sweep,
    ...{ name, explanation: name, evidence: [{ rule: 'x', note: name }], missing: [{ [name]: name }] },
    parameters: { [name]: [name, '1'] },
  });
  return {
    ...facts,
    sweeps: facts.sweeps.map((each) => ({ ...each, sweep: tried(each.sweep) })),
    tiers: { ...facts.tiers, singleModel: { ...facts.tiers.singleModel, rule: name } },
    method: { ...facts.method, name },
    diagnostics: [{ rule: 'x', severity: 'error', message: name, count: 1, examples: [{ file: name, line: 1 }] }],
    command: {
      words: [
        { text: 'runledger', kind: 'plain' },
        { text: name, kind: 'path' },
      ],
      forPage: [],
      config: { path: name, sha256: 'ab' },
    },
  };
}

async function filesNamed(name: string): Promise<Record<string, string>> {
  const files = await reportFiles(factsNamed(name), { locale: 'en' });
  return Object.fromEntries(Object.entries(files).map(([file, pieces]) => [file, textOfPieces(pieces())]));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
const HIDING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

describe.each(HOSTILE)('a name that is %s', (_, name) => {
  const made = filesNamed(name);

  it('is text on the page', async () => {
    const page = (await made)['index.html'] ?? '';
    expect(page.match(/<script\b/g)).toHaveLength(1);
    const markup = page.replace(/<script>[\s\S]*<\/script>/, '').match(/<[a-z](?:[^>"]|"[^"]*")*>/g) ?? [];
    expect(markup.filter((tag) => /\s(?:on\w+|style)=/.test(tag.replaceAll(/"[^"]*"/g, '""')))).toEqual([]);
    expect(markup.filter((tag) => /^<(?:img|iframe|object|b bold)|="javascript:/.test(tag))).toEqual([]);
    expect(page).not.toMatch(HIDING);
    expect(page.length).toBeLessThan(400_000);
  });

  it('is a cell of each CSV, and no formula', async () => {
    const files = await made;
    for (const [file, column] of [
      ['jobs.csv', 'user'],
      ['sweeps.csv', 'name'],
      ['rejects.csv', 'text'],
    ] as const) {
      const [row] = readCsv(files[file] ?? '').rows;
      const cell = row?.[column] ?? '';
      expect([file, cell.replace(/^'(?='*[=+\-@\t\r])/, '')]).toEqual([file, name]);
      expect([file, /^[=+\-@\t\r]/.test(cell)]).toEqual([file, false]);
    }
  });

  it('is the same text in report.json', async () => {
    const report = JSON.parse((await made)['report.json'] ?? '');
    expect([report.project.name, report.inputs[0].path, report.sweeps[0].name]).toEqual([name, name, name]);
  });

  it('is no markup in statement.md', async () => {
    const text = (await made)['statement.md'] ?? '';
    const [prose = '', yaml = ''] = text.split('```yaml');
    expect(prose.replaceAll(/\\[\\`*_<>#[\]|&~]/g, '')).not.toMatch(/`|<|\[(?!fill)|_|~|&/);
    expect(prose.split('\n').filter((line) => /^\s*(?:[>|+-] |=)/.test(line))).toEqual([]);
    // The fence of the model card, and what follows it, stand.
    expect(yaml.split('```')).toHaveLength(2);
    expect(text).not.toMatch(HIDING);
    expect(text.length).toBeLessThan(40_000);
  });

  it('is no command in statement.tex', async () => {
    const text = (await made)['statement.tex'] ?? '';
    const commands = new Set(text.replaceAll(/^%.*$/gm, '').match(/\\[a-z]+/gi));
    const ours =
      'begin end centering caption hline textit textbf paragraph textbackslash textasciitilde textasciicircum textless textgreater textbar times ldots'.split(
        ' ',
      );
    expect([...commands].filter((command) => !ours.includes(command.slice(1)))).toEqual([]);
    expect(text).not.toMatch(HIDING);
  });
});
