import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { html, trusted } from '../../../src/report/render/html.ts';
import { anchor, cited } from '../../../src/report/render/names.ts';
import { shortened, visibleText } from '../../../src/report/render/visible-text.ts';

describe('html', () => {
  it.each([
    ['</script><script>alert(1)</script>', '&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onmouseover="alert(1)', '&quot; onmouseover=&quot;alert(1)'],
    ["' onfocus='x", '&#39; onfocus=&#39;x'],
    ['a & b &amp; c', 'a &amp; b &amp;amp; c'],
    ['lr=1e-3 ünï 模型 🙂', 'lr=1e-3 ünï 模型 🙂'],
  ])('escapes %s', (text, escaped) => expect(html`<td>${text}</td>`.text).toBe(`<td>${escaped}</td>`));

  it('escapes once, keeps markup, and joins lists', () => {
    expect(html`<ul>${['<', '&'].map((text) => html`<li>${text}</li>`)}</ul>`.text).toBe(
      '<ul><li>&lt;</li><li>&amp;</li></ul>',
    );
    expect(html`${trusted('<b>')}${1.5}${undefined}${false}${['a', ['<']]}`.text).toBe('<b>1.5a&lt;');
  });

  it('does not take an object that looks like markup for markup', () => {
    const forged = { text: '<script>' } as unknown as string;
    expect(() => html`${forged}`.text).toThrow();
  });
});

describe('visibleText', () => {
  it.each([
    ['\u202egnp.exe', '‹U+202E›gnp.exe'],
    ['a\u2028b\u2029c', 'a‹U+2028›b‹U+2029›c'],
    ['\u0000\u001b[31m\u009b', '‹U+0000›‹U+001B›[31m‹U+009B›'],
    ['zero\u200bwidth\ufeff', 'zero‹U+200B›width‹U+FEFF›'],
    ['half \ud83d pair', 'half ‹U+D83D› pair'],
    ['tab\tline\n می\u200cخواهم 👩\u200d🔬', 'tab\tline\n می\u200cخواهم 👩\u200d🔬'],
  ])('%j', (text, shown) => expect(visibleText(text)).toBe(shown));
});

describe('shortened', () => {
  it('cuts at whole characters', () => {
    expect(shortened('abc', 3)).toBe('abc');
    expect(shortened('abcd', 3)).toBe('abc…');
    expect(shortened('🙂🙂🙂', 3)).toBe('🙂🙂🙂');
    expect(shortened('🙂🙂🙂🙂', 3)).toBe('🙂🙂🙂…');
  });
});

describe('names', () => {
  it('links to web addresses only', () => {
    expect(cited({ source: 'A', url: 'https://a.example/?a=1&b="', date: '2019' }).text).toBe(
      '<cite><a href="https://a.example/?a=1&amp;b=&quot;" rel="noreferrer">A</a></cite> (2019)',
    );
    expect(cited({ source: 'A', url: 'javascript:alert(1)', date: '2019' }).text).toBe('<cite>A</cite> (2019)');
  });

  it('makes ids that an address can hold', () => {
    expect(anchor('sweep-017')).toBe('sweep-017');
    expect(anchor('a b"<é>')).toBe('a-b----');
  });
});

describe('the only ways to make markup', () => {
  const ROOM = 'src/report';
  const sources = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

  it('are the template, and `trusted` for charts and the document around the report', () => {
    const users = sources.filter((name) => /\btrusted\(/.test(readFileSync(join(ROOM, name), 'utf8')));
    expect(users.sort()).toEqual(['render/charts.ts', 'render/page.ts']);
  });

  it('write no style attribute and no handler, which the page’s policy forbids', () => {
    const offenders = sources.filter((name) => /\s(?:style|on[a-z]+)="/.test(readFileSync(join(ROOM, name), 'utf8')));
    expect(offenders).toEqual([]);
  });
});
