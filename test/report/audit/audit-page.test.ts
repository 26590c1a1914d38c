import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditClaim } from '../../../src/audit/audit-claim.ts';
import { claimProblems } from '../../../src/audit/claim-problems.ts';
import type { PaperClaim } from '../../../src/model/paper-claim.ts';
import { auditHtml } from '../../../src/report/audit/audit-html.ts';
import { auditJson } from '../../../src/report/audit/audit-json.ts';
import { auditText } from '../../../src/report/audit/audit-text.ts';
import { trusted } from '../../../src/report/render/html.ts';
import { AUDITS } from '../../support/audit-samples.ts';
import { textOf } from '../sections/text-of.ts';

const sha256Base64 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64');
const inside = (page: string, tag: string): string => page.split(`<${tag}>`)[1]?.split(`</${tag}>`)[0] ?? '';
const plain = (text: string): string => text;
const bodyOf = (page: string): string =>
  textOf(trusted(page.replace(inside(page, 'script'), '').replace(inside(page, 'style'), '')));

describe.each(Object.entries(AUDITS))('the page of the audit %s', (_, audit) => {
  let page = '';
  beforeAll(async () => {
    page = await auditHtml(audit(), sha256Base64);
  });

  it('asks for nothing, and keeps to its policy', () => {
    expect(page).toContain(`script-src 'sha256-${sha256Base64(inside(page, 'script'))}'`);
    expect(page).not.toMatch(/<(?:img|iframe|object|embed|base)\b|javascript:/i);
    expect(page.match(/<script\b/g)).toHaveLength(1);
    const tags = page.replace(inside(page, 'script'), '').match(/<[a-z](?:[^>"]|"[^"]*")*>/g) ?? [];
    expect(tags.filter((tag) => /\s(?:style|on\w+)=/.test(tag.replaceAll(/"[^"]*"/g, '""')))).toEqual([]);
  });

  it('has unique ids, and every link within it leads somewhere', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  it('prints no figure that is none, and the same bytes again', async () => {
    expect(bodyOf(page)).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(auditText(audit(), plain)).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(await auditHtml(audit(), sha256Base64)).toBe(page);
    expect(auditJson(audit())).toBe(auditJson(audit()));
  });
});

describe('hostile texts in a claim', () => {
  it('are shown as text on the page', async () => {
    const page = await auditHtml((AUDITS.hostile as () => ReturnType<typeof auditClaim>)(), sha256Base64);
    expect(page).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toMatch(/[\u202a-\u202e]/);
  });

  it('cannot move the cursor of a terminal', () => {
    const text = auditText((AUDITS.hostile as () => ReturnType<typeof auditClaim>)(), plain);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});

it('of any texts at all makes an audit or says what is no figure', async () => {
  const odd = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '0 h',
      '0',
      '0.0 kWh',
      '1e9 h',
      '$0–$0',
      '$9–$1',
      'about 0 kg',
      'at least 0',
      '-5 h',
      '½ h',
      '1 h/h',
    ),
    fc
      .tuple(fc.double({ noNaN: true }), fc.constantFrom('h', 'kWh', 'kg', 'W', '%', ''))
      .map((parts) => parts.join(' ')),
  );
  const claims = fc
    .record({
      hours: odd,
      count: odd,
      power: odd,
      energy: odd,
      co2e: odd,
      cloud: odd,
      intensity: odd,
      jobs: odd,
      meanJob: odd,
    })
    .map(
      (entry): PaperClaim => ({
        ...{ name: 'x', title: 'x', citation: { source: 'x', date: 'x' } },
        constants: { pue: '1.1', electricityPrice: '$0.00/kWh' },
        entries: { a: entry, b: { hours: '3 h', power: '1 kW', energy: entry.energy } },
      }),
    );
  await fc.assert(
    fc.asyncProperty(claims, async (claim) => {
      const isBad = new Set(claimProblems(claim).map(({ path }) => path.join('.')));
      const entries = Object.entries(claim.entries).map(([key, entry]) => [
        key,
        Object.fromEntries(Object.entries(entry).filter(([field]) => !isBad.has(`entries.${key}.${field}`))),
      ]);
      const facts = auditClaim({ ...claim, entries: Object.fromEntries(entries) }, '0');
      expect(bodyOf(await auditHtml(facts, sha256Base64))).not.toMatch(/NaN|undefined|Infinity/);
      expect(auditText(facts, plain)).not.toMatch(/NaN|undefined|Infinity/);
      expect(JSON.parse(auditJson(facts)).schema).toBe('runledger/audit@1');
    }),
    { numRuns: 300 },
  );
});
