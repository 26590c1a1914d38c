import { withSharedAttributes } from './shared-attributes.ts';
import { shortPath } from './short-path.ts';

const CONTAINER_ATTRIBUTES = / (?:class|role|aria-roledescription|aria-hidden|pointer-events|font-family)="[^"]*"/g;
/** Axis labels that Vega hid because they would overlap. */
const HIDDEN_LABEL = /<text(?: [^>"]*"[^"]*")* opacity="0">[^<]*<\/text>/g;
/** Of a mark that has nothing to say. */
const EMPTY_LABEL = / aria-label=""/g;
const FULL_OPACITY = / opacity="1"/g;
const EMPTY_FRAME = /<path class="(?:background|foreground)"[^>]*\/>/g;
const LABELLED_MARK = /<(path|text|line|rect)((?: [^>"]*"[^"]*")*?) aria-label="([^"]*)"((?: [^>"]*"[^"]*")*)\/>/g;
const GROUP_LABEL = /(<g(?: [^>"]*"[^"]*")*?) aria-label="[^"]*"/g;
const GEOMETRY = / (?:d|transform|x|y|x1|x2|y1|y2|width|height)="[^"]*"/g;
const LONG_NUMBER = /-?\d+\.\d{2,}/g;
const OUTLINE = / d="([^"]*)"/g;
const TIP = /<title>[^<]*<\/title>/g;
const LINK = /<a xlink:href="(#[^"]*)">/g;
const ID = / id="([^"]+)"/g;

/**
 * A drawing of Vega's made fit for the page: the group labels go (the drawing as a whole carries one), a mark's label
 * becomes the tooltip that every browser shows, coordinates keep one decimal, and ids, which Vega counts up through
 * the life of the process, begin with the chart's own: so bytes do not depend on what was drawn before. Links are for the
 * pointer alone: the table behind a chart has the same ones for the keyboard, without hundreds of stops on the way to it.
 *
 * @param hasTips whether it is for a screen that can be pointed at; a phone shows no such tooltips
 */
export function tidySvg(svg: string, id: string, hasTips = true): { readonly viewBox: string; readonly body: string } {
  const [, viewBox = '', inner = ''] = /^<svg[^>]* viewBox="([^"]*)"[^>]*>(.*)<\/svg>$/s.exec(svg) ?? [];
  const plain = inner
    .replaceAll(EMPTY_FRAME, '')
    .replaceAll(HIDDEN_LABEL, '')
    .replaceAll(FULL_OPACITY, '')
    .replaceAll(EMPTY_LABEL, '')
    .replaceAll(GROUP_LABEL, '$1')
    .replaceAll(CONTAINER_ATTRIBUTES, '')
    .replaceAll(LINK, '<a href="$1" tabindex="-1">')
    .replaceAll(LABELLED_MARK, '<$1$2$4><title>$3</title></$1>')
    .replaceAll(GEOMETRY, withShortNumbers)
    .replaceAll(OUTLINE, (_, outline: string) => ` d="${shortPath(outline)}"`);
  const told = hasTips ? plain : plain.replaceAll(TIP, '');
  return { viewBox, body: withOwnIds(withSharedAttributes(told), id) };
}

const withShortNumbers = (attribute: string): string =>
  attribute.replaceAll(LONG_NUMBER, (digits) => String(Math.round(Number(digits) * 10) / 10));

function withOwnIds(svg: string, prefix: string): string {
  const found = [...svg.matchAll(ID)].map(([, id]) => id ?? '');
  return found.reduce(
    (text, id, index) =>
      text
        .replaceAll(` id="${id}"`, ` id="${prefix}-${index + 1}"`)
        .replaceAll(`url(#${id})`, `url(#${prefix}-${index + 1})`),
    svg,
  );
}
