import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { auditClaim } from '../../src/audit/audit-claim.ts';
import { parseClaim } from '../../src/cli/parse-claim.ts';
import { CLAIMS } from '../../src/tables/claims/registry.ts';

const parse = (text: string) => parseClaim(text, 'claim.yaml', 'claim.yaml');

describe('a claim in YAML', () => {
  it('may say all that the claims that come with the program say', () => {
    for (const claim of CLAIMS) {
      const { name, ...said } = claim;
      // As `audit --print-claim` prints it.
      const read = parseClaim(stringify(said), 'claim.yaml', name);
      expect(auditClaim(read, '0')).toEqual(auditClaim(claim, '0'));
    }
  });

  it('is read as the README shows it', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, text = ''] = /```yaml\n(title: [\s\S]*?)```/.exec(readme) ?? [];
    const { findings, figures } = auditClaim(parse(text), '0');
    expect(figures.length).toBeGreaterThan(8);
    expect(findings).toEqual([]);
  });

  it('takes numbers as they are written', () => {
    const { constants } = parse('title: x\nconstants: { pue: 1.10 }\nentries: { a: { jobs: 1984 } }\n');
    expect(constants?.pue).toBe('1.10');
  });

  it.each([
    ['entries: {}\n', ':1: title is missing: it must be a text.'],
    ['title: x\n', ':1: entries is missing: it must be keys with values (key: value).'],
    ['title: x\nentries: {}\n', ':2: entries must name an entry.'],
    [
      'title: x\nentries:\n  a:\n    houres: 3 h\n',
      ':4: no key houres in entries.a, did you mean hours? There are count,',
    ],
    ['title: x\nentries:\n  a:\n    hours: 3\n', ':4: entries.a.hours: "3" has no unit that is known: write h, min,'],
    [
      'title: x\nentries:\n  a:\n    hours:\n      - 3 h\n      - soon\n',
      ':6: entries.a.hours: "soon" does not begin with a number',
    ],
    ['title: x\nentries:\n  a:\n    scope: all\n', ':4: entries.a.scope must be one of model, tune, project.'],
    ['title: x\nentries:\n  a:\n    from: May\n', ':4: entries.a.from must be a date, YYYY-MM-DD.'],
    ['title: x\nentries: { "a b": { jobs: 3 } }\n', ':2: entries.a b must be letters, figures and hyphens'],
    ['title: x\nmethod: guess\nentries: { a: { jobs: 3 } }\n', ':2: method must be a method of runledger'],
    [
      'title: x\nentries: { a: { jobs: 3 } }\nrelations:\n  - formula: a.jobs = b\n    why: so\n',
      ':4: relations.formula: "b" is no figure of the claim.',
    ],
    ['title: x\ncovers: [gpus]\nentries: { a: { jobs: 3 } }\n', ':2: covers must be one of gpu, cpu,'],
    ['title: [\n', /:\d: /],
  ])('%j is refused at its line, with what is allowed', (text, message) => {
    const refusal = expect(() => parse(text));
    if (typeof message === 'string') refusal.toThrow(`claim.yaml${message}`);
    else refusal.toThrow(message);
  });

  it('of any text gives a claim or a line to mend, never a fault', () => {
    const deep = `title: x\nentries: { a: { jobs: 3 } }\nrelations: [{ why: x, formula: "${'('.repeat(50_000)}" }]\n`;
    expect(() => parse(deep)).toThrow('claim.yaml:3:');
  });
});
