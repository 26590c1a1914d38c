import type { Citation } from '../../model/basis.ts';
import { type Html, html } from './html.ts';
import { shortened } from './visible-text.ts';

/** A name from a log: cut where it is very long, and kept from turning the text around it when it runs right to left. */
export const named = (text: string, most = 120): Html => html`<bdi>${shortened(text, most)}</bdi>`;

/** Hardware as the tables call it, with a word for GPUs of which the log names no model. */
export const modelName = (model: string): string =>
  model === '' || model === 'unknown' ? 'GPU of unknown model' : model;

/** An id as part of an address: `#sweep-017`. */
export const anchor = (id: string): string => id.replaceAll(/[^\w-]/g, '-');

/** A source with its date, as a link where it has a web address. */
export function cited({ source, url, date }: Citation): Html {
  const isWeb = url !== undefined && /^https?:\/\//i.test(url);
  const title = isWeb ? html`<a href="${url}" rel="noreferrer">${source}</a>` : html`${source}`;
  return html`<cite>${title}</cite> (${date})`;
}
