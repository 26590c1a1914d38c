/** How numbers are written on the page; its words are English in both. */
export const LOCALES = ['en', 'de'] as const;
export type Locale = (typeof LOCALES)[number];

/** Elements whose text is not ours to rewrite: code, commands, and by the habit of this house all names and values from logs (`named`) and titles of sources (`cited`). */
const AS_WRITTEN = new Set(['script', 'style', 'code', 'bdi', 'cite']);
/** Says the same of any other element. */
const AS_WRITTEN_MARK = ' translate="no"';
/** Attributes that are read to people. */
const READ_OUT = /(?<= (?:aria-label|content)=")[^"]*(?=")/g;
const TAG_OR_TEXT = /<(\/?)([a-zA-Z!][\w-]*)(?:[^>"]|"[^"]*")*>|[^<]+/g;

/** A number as this page's texts write it, or a quotation, which stays as it was printed. Versions, addresses, times and parts of names are no numbers. */
const QUOTED_OR_NUMBER =
  /&quot;.*?&quot;|“[^”]*”|(?<![\p{L}\p{N}_.,:=/@#]|[\p{L}\p{N}_.)]-)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%(?!\w))?(?![.,]?\d)/gu;

/** `1,234.5` as `1.234,5`, and `72%` as `72 %` with a space that does not break (DIN 1333 and DIN 5008). */
const inGerman = (text: string): string =>
  text.replaceAll(QUOTED_OR_NUMBER, (found, whole?: string, fraction = '', percent = '') =>
    whole === undefined
      ? found
      : `${whole.replaceAll(',', '.')}${fraction.replace('.', ',')}${percent === '' ? '' : '\u00a0%'}`,
  );

/** A plain text of ours with its numbers written as in a locale. */
export const textInLocale = (text: string, locale: Locale): string => (locale === 'en' ? text : inGerman(text));

/**
 * A finished page with its numbers written as in a locale. Every room writes English numbers, and this is the one place that rewrites them, so that none can be passed over: on a
 * page of mixed notations `1.234` could be either. Nothing else of the page changes.
 */
export function inLocale(page: string, locale: Locale): string {
  if (locale === 'en') return page;
  const skip = skipping();
  return page.replaceAll(TAG_OR_TEXT, (piece, slash?: string, name?: string) => {
    if (name !== undefined) {
      const skipped = skip.tag(name, slash === '/', piece);
      return skipped ? piece : piece.replaceAll(READ_OUT, inGerman);
    }
    return skip.isOn() ? piece : inGerman(piece);
  });
}

/** Follows the tags of a page through the elements that stay as they are. */
function skipping() {
  let [inBody, element, depth] = [false, '', 0];
  const begins = (name: string, tag: string): boolean =>
    // The title of the page is the project's name; those in the body are of marks in charts.
    AS_WRITTEN.has(name) || tag.includes(AS_WRITTEN_MARK) || (name === 'title' && !inBody);
  return {
    isOn: (): boolean => depth > 0,
    /** Whether the tag belongs to such an element. */
    tag(name: string, isEnd: boolean, tag: string): boolean {
      inBody ||= name === 'body';
      if (depth > 0) {
        if (name === element) depth += isEnd ? -1 : 1;
        return true;
      }
      if (isEnd || !begins(name, tag)) return false;
      [element, depth] = [name, 1];
      return true;
    },
  };
}
