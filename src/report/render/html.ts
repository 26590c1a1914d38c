import { visibleText } from './visible-text.ts';

/** Markup that may stand in the page as it is. Made by {@link html} and {@link trusted} alone: the class is not exported. */
class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type Html = Markup;

/** What a template takes: markup, text (escaped), numbers, lists of these; nothing for `undefined` and `false`. */
export type Content = Html | string | number | undefined | false | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it must be written inside an element or a quoted attribute. */
const escaped = (text: string): string =>
  visibleText(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

function rendered(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(rendered).join('');
  return escaped(String(content));
}

/**
 * The one way to write markup: a tagged template that escapes whatever is put into it.
 *
 * @example html`<td>${jobName}</td>` // jobName may hold </script>
 */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Markup(parts.map((part, index) => part + rendered(contents[index])).join(''));
}

/** Vouches for markup that is our own: drawn charts, the style sheet and the script. Never for text from a log. */
export const trusted = (markup: string): Html => new Markup(markup);
