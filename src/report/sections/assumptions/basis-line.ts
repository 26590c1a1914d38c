import type { Basis } from '../../../model/basis.ts';
import { significant } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { cited } from '../../render/names.ts';

const KINDS: Readonly<Record<Basis['kind'], string>> = {
  logged: 'from the logs',
  table: 'published',
  assumed: 'our judgement',
  user: 'set by the user',
};

/** What a figure rests on: its kind, a note, and the source where it is published. */
export const basisLine = (basis: Basis): Html =>
  html`<li><span class="basis ${basis.kind}">${KINDS[basis.kind]}</span> ${basis.note}${basis.kind === 'table' && html`: ${cited(basis.citation)}`}</li>`;

/** A constant with the figures that a reader needs to compute with it. */
export const plain = (value: number): string => significant(value, 5);
