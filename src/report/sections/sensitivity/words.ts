import type { ProjectFacts } from '../../../model/facts.ts';
import { significant } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { anchor, named } from '../../render/names.ts';

/** Names of parameters that only ever changed together. */
export const keyNames = (keys: readonly string[]): Html =>
  html`${keys.map((key, index) => html`${index > 0 && ' with '}${named(key, 40)}`)}`;

/** A value as written, the first and last of several, or a word where it was not set. */
export const valueNames = (values: readonly string[]): Html =>
  html`${values.map((value, index) => html`${index > 0 && ' to '}${value === '' ? 'not set' : named(value, 40)}`)}`;

/** p as it is known: no finer than the count of orders that were drawn. */
export const chance = (p: number): string => (p <= 0.001 ? '≤ 0.001' : significant(p, p < 0.1 ? 2 : 1));

/** A sweep by its id, which leads to its row, and its name. */
export function sweepLink({ sweeps }: ProjectFacts, index: number): Html {
  const { id, name } = (sweeps[index] as (typeof sweeps)[number]).sweep;
  return html`<a href="#${anchor(id)}">${id}</a>${name !== id && html`<span class="name">${named(name, 40)}</span>`}`;
}
