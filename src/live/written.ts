import { LOCALES, textInLocale } from '../report/render/locale.ts';

const stated = document.querySelector<HTMLElement>('script[data-runtime]')?.dataset.runtime;
const locale = LOCALES.find((code) => code === stated) ?? 'en';

/** A text of ours with its numbers as this page writes them. */
export const written = (text: string): string => textInLocale(text, locale);

/** What stood in a text of a drawing when it was last looked at, once written. */
const seen = new WeakMap<Element, string>();

/** Writes the numbers of a drawing as this page does; those that Vega left as they were are written already. */
export function writeNumbers(drawing: Element): void {
  if (locale === 'en') return;
  for (const text of drawing.querySelectorAll('text')) {
    if (seen.get(text) === text.textContent) continue;
    text.textContent = written(text.textContent ?? '');
    seen.set(text, text.textContent);
  }
}
