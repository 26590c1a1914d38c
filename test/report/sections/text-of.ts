import type { Html } from '../../../src/report/render/html.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** What a reader reads of markup: tags gone, white space single. */
export const textOf = ({ text }: Html): string =>
  text
    .replaceAll(/<\/(?:td|th|tr|dt|dd|li|p|h3|span|summary|figcaption)>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' ,', ',')
    .trim();
