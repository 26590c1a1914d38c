import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/report/html.ts';
import { amount, fileSize, grouped, percent, significant, usd } from '../../../src/report/render/format.ts';
import { html } from '../../../src/report/render/html.ts';
import { inLocale } from '../../../src/report/render/locale.ts';
import { cited, named } from '../../../src/report/render/names.ts';
import { duration } from '../../../src/report/render/time.ts';
import { emptyFacts, hostileFacts, sampleFacts } from '../../support/sample-facts.ts';

const sha256Base64 = (text: string): string => createHash('sha256').update(text).digest('base64');
const german = (text: string): string => inLocale(text, 'de');

/** All that looks like a number in what a reader sees and hears of a page, but for names, code, titles of sources, and the statement, which is text for a paper in English. */
function numbersOf(page: string): string[] {
  const seen = page
    .replaceAll(/<pre[^>]* translate="no"[\s\S]*?<\/pre>/g, ' ')
    .replaceAll(/<(script|style|code|bdi|cite)\b[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<title>[\s\S]*?<\/title>/, ' ');
  const labels = [...seen.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label);
  const text = `${labels.join(' ')} ${seen.replaceAll(/<(?:[^>"]|"[^"]*")*>/g, ' ')}`;
  return text.match(/\d[\d.,]*(?<![.,])/g) ?? [];
}

const readAsEnglish = (text: string): number => Number(text.replaceAll(',', ''));
const readAsGerman = (text: string): number => Number(text.replaceAll('.', '').replace(',', '.'));

/** Numbers of which the German reading is not the English one. Versions, with two points, are none. */
function misread(english: readonly string[], translated: readonly string[]): string[] {
  expect(translated.length).toBe(english.length);
  return english.flatMap((text, index) => {
    const other = translated[index] ?? '';
    const isSame = Number.isNaN(readAsEnglish(text)) ? text === other : readAsEnglish(text) === readAsGerman(other);
    return isSame ? [] : [`${text} is ${other}`];
  });
}

describe('numbers in German', () => {
  it.each([
    ['1,234.5 GPU-hours', '1.234,5 GPU-hours'],
    ['took 239,942 h, at 0.052 kg.', 'took 239.942 h, at 0,052 kg.'],
    ['&lt;0.1% of it, 72%, 5–15%', '&lt;0,1\u00a0% of it, 72\u00a0%, 5–15\u00a0%'],
    ['$9,870 ($7,100–$12,300), $2.4M, −$1,000', '$9.870 ($7.100–$12.300), $2.4M, −$1.000'.replace('2.4', '2,4')],
    ['-4,789 and (-0.5)', '-4.789 and (-0,5)'],
    ['1.5e-4, ×1.23, 1,000,000', '1,5e-4, ×1,23, 1.000.000'],
  ])('%s', (english, expected) => expect(german(english)).toBe(expected));

  it.each([
    'runledger 0.1.0 of 2019-06-05, at 14:05',
    'v1.5, bert-1.5, lr=0.5, lr0.5, job 20817_3, 10.0.0.1, #1.5',
    'at 1,2,3 and in 2017',
    'it says “2,880 h” and &quot;0.5&quot;',
  ])('are none in: %s', (text) => expect(german(text)).toBe(text));

  it('leave names, code and titles of sources alone, and attributes that are not read', () => {
    const source = cited({ source: 'Table 4.1', url: 'https://x.org/1.5', date: '2019' });
    const page = html`<p data-sort="${1.5}">${named('a 1.5 b')} <code>x 1.5 ${named('2.5')} 3.5</code> ${source} <b translate="no">1.5</b></p>`;
    expect(german(page.text)).toBe(page.text);
    expect(german(`${page.text}<p aria-label="1.5">1.5</p>`)).toBe(`${page.text}<p aria-label="1,5">1,5</p>`);
  });

  it('read as the English ones, whatever the page prints', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: -1e7, max: 1e7, noNaN: true }),
    );
    fc.assert(
      fc.property(number, fc.constantFrom(' ', ' (', '–', ' = ', '×', '>'), (value, before) => {
        const texts = [amount, grouped, percent, usd, duration, fileSize, (each: number) => significant(each, 5)];
        const page = html`<p>${texts.map((format) => html`${before}${format(value)}, `)}</p>`.text;
        expect(misread(numbersOf(page), numbersOf(german(page)))).toEqual([]);
      }),
    );
  });

  it.each([
    ['a project like LISA', sampleFacts()],
    ['a million jobs', sampleFacts({ sweeps: 300, attempts: 1_000_000, days: 700 })],
    ['nothing', emptyFacts()],
    ['hostile logs', hostileFacts()],
  ])('read as the English ones on the page of %s, charts included', async (_, facts) => {
    const [english, translated] = [
      await renderHtml(facts, { sha256Base64 }),
      await renderHtml(facts, { sha256Base64, locale: 'de' }),
    ];
    const [, note = ''] = /( · numbers in German notation: 1\.234,5)/.exec(translated) ?? [];
    const [before, after] = [numbersOf(english), numbersOf(translated.replace(note, ''))];
    expect(note).not.toBe('');
    expect(misread(before, after)).toEqual([]);
    expect(translated).not.toMatch(/>[^<]*\d%[^<]*<\/(?:td|p|span|text|b)>/);
    if (facts.usage.gpuHours > 0) expect(after).not.toEqual(before);
  });

  it('leave the rest of a page as it is', async () => {
    const english = await renderHtml(sampleFacts(), { sha256Base64 });
    const letters = (page: string): string => page.replaceAll(/[\d.,\u00a0]/g, '');
    const translated = await renderHtml(sampleFacts(), { sha256Base64, locale: 'de' });
    expect(letters(translated.replace(' · numbers in German notation: 1.234,5', ''))).toBe(letters(english));
  });
});
