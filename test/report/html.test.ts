import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { renderHtml } from '../../src/report/html.ts';
import { html, trusted } from '../../src/report/render/html.ts';
import { SECTIONS } from '../../src/report/sections/registry.ts';

import { emptyFacts, hostileFacts, sampleFacts } from '../support/sample-facts.ts';
import { textOf } from './sections/text-of.ts';

const sha256Base64 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64');
const render = (facts: ProjectFacts): Promise<string> => renderHtml(facts, { sha256Base64 });
const inside = (page: string, tag: string): string => page.split(`<${tag}>`)[1]?.split(`</${tag}>`)[0] ?? '';

const CASES: readonly (readonly [string, () => ProjectFacts])[] = [
  ['a project like LISA', () => sampleFacts()],
  ['an empty project', () => emptyFacts()],
  ['one attempt', () => sampleFacts({ sweeps: 1, attempts: 1, days: 1 })],
  ['attempts without sweeps', () => sampleFacts({ sweeps: 0, attempts: 12, days: 3 })],
  ['hostile logs', () => hostileFacts()],
];

describe.each(CASES)('the page of %s', (_, facts) => {
  it('asks for nothing from outside itself', async () => {
    const page = await render(facts());
    const addresses = [...page.matchAll(/<[a-z][^>]*?\s(src|href|srcset|action|data|poster)="([^"]*)"/g)].map(
      ([tag]) => tag,
    );
    const asking = addresses.filter(
      (tag) =>
        !/^<a (?:class="skip" )?href="(?:#|https?:|(?:jobs|sweeps|rejects)\.csv"|report\.json"|statement\.(?:md|tex)")/.test(
          tag,
        ) && !/^<link rel="icon" href="data:/.test(tag),
    );
    expect(asking).toEqual([]);
    expect(inside(page, 'style')).not.toMatch(/url\(|@import/);
    expect(page).not.toMatch(/xlink:|<(?:img|iframe|object|embed|base)\b/);
  });

  it('keeps to its policy: hashes of what is embedded, no style attribute, no handler', async () => {
    const page = await render(facts());
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${sha256Base64(inside(page, 'style'))}'; script-src 'sha256-${sha256Base64(inside(page, 'script'))}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    const tags = page.replace(inside(page, 'script'), '').match(/<[a-z](?:[^>"]|"[^"]*")*>/g) ?? [];
    expect(tags.filter((tag) => /\s(?:style|on\w+)=/.test(tag.replaceAll(/"[^"]*"/g, '""')))).toEqual([]);
  });

  it('has unique ids, and every link within the page leads somewhere', async () => {
    const page = await render(facts());
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('prints no figure that is none, and no failed part', async () => {
    const page = await render(facts());
    const text = textOf(trusted(page.replace(inside(page, 'script'), '').replace(inside(page, 'style'), '')));
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(text).not.toContain('could not be made');
  });

  it('is the same bytes again, after other pages and in another time zone', async () => {
    const first = await render(facts());
    await render(sampleFacts({ sweeps: 3, attempts: 9 }));
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const second = await render(facts()).finally(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });
    expect(second === first).toBe(true);
  });
});

describe('the page', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is small: drawings alone under 600 kB for LISA, under 1.5 MB for a million attempts', async () => {
    expect(Buffer.byteLength(await render(sampleFacts()))).toBeLessThan(600_000);
    expect(Buffer.byteLength(await render(sampleFacts({ sweeps: 3000, attempts: 1_000_000, days: 700 })))).toBeLessThan(
      1_500_000,
    );
  });

  it('never looks at single attempts, so a million cost no more than a few', async () => {
    const refuse = () => {
      throw new Error('the page looked at an attempt');
    };
    const facts = sampleFacts({ sweeps: 3000, attempts: 1_000_000, days: 700 });
    const { count, runs, reconciliation } = facts.ledger;
    const ledger = new Proxy({ count, runs, reconciliation } as typeof facts.ledger, {
      get: (target, name) => (name in target ? Reflect.get(target, name) : refuse()),
    });
    const page = await render({ ...facts, ledger, gpusOf: refuse, costOf: refuse, labelsOf: refuse });
    expect(page).not.toContain('could not be made');
  });

  it('draws its charts without a word on the console', async () => {
    const spoken = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
    for (const [, facts] of CASES) await render(facts());
    expect(spoken.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });

  it('stands when a part fails', async () => {
    const failing = {
      id: 'broken',
      title: 'Broken',
      render: () => {
        throw new TypeError('no <figures> here');
      },
    };
    const rejecting = { id: 'late', title: 'Late', render: async () => Promise.reject('gone') };
    const page = await renderHtml(sampleFacts(), { sha256Base64, sections: [failing, rejecting, ...SECTIONS] });
    expect(page).toContain('no &lt;figures&gt; here');
    expect(page.match(/could not be made/g)).toHaveLength(2);
    for (const { id, isShown } of SECTIONS) if (isShown === undefined) expect(page).toContain(`<section id="${id}"`);
    expect(page.match(/class="chart wide"/g)).toHaveLength(9);
  });

  it('holds the parts in the order of the registry', async () => {
    const only = { id: 'one', title: 'Only & one', render: () => html`<p>here</p>` };
    const page = await renderHtml(emptyFacts(), { sha256Base64, sections: [only] });
    expect(page.match(/<section id="[^"]*"/g)).toEqual(['<section id="one"']);
    expect(page).toContain('<a href="#one">Only &amp; one</a>');
  });
});

it('shows hostile text from logs and runs none of it', async () => {
  const page = await render(hostileFacts());
  expect(page.match(/<script\b/g)).toHaveLength(1);
  expect(page.match(/<\/script>/g)).toHaveLength(1);
  expect(page).not.toMatch(/<img|<b>bold|javascript:/i);
  expect(page).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
  expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
});
