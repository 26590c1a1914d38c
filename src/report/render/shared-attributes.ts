/** A group of marks, without groups of its own. */
const GROUP = /<g((?: [^>"]*"[^"]*")*)>((?:(?!<\/?g[ >]).)*)<\/g>/gs;
const MARK = /<(?:path|line|rect|text)(?: [^>"]*"[^"]*")*\/?>/g;
/** What marks take over from their group. */
const INHERITED = ['stroke', 'stroke-width', 'stroke-dasharray', 'text-anchor', 'font-size', 'fill'];

/** A drawing in which a group says once what Vega repeats on each of its marks. */
export const withSharedAttributes = (svg: string): string =>
  svg.replaceAll(GROUP, (group: string, own: string, inner: string) => {
    const shared = INHERITED.flatMap((name) => sharedBy(inner.match(MARK) ?? [], name));
    if (shared.length === 0) return group;
    const rest = inner.replaceAll(MARK, (mark) => shared.reduce((text, each) => text.replace(each, ''), mark));
    return `<g${own}${shared.join('')}>${rest}</g>`;
  });

/** The attribute as all marks have it; none where they differ or there is only one. */
function sharedBy(marks: readonly string[], name: string): string[] {
  const found = new RegExp(` ${name}="[^"]*"`).exec(marks[0] ?? '')?.[0];
  return found !== undefined && marks.length > 1 && marks.every((mark) => mark.includes(found)) ? [found] : [];
}
