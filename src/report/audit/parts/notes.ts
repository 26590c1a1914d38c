import type { AuditFacts } from '../../../model/audit.ts';
import { type Html, html } from '../../render/html.ts';
import { cited } from '../../render/names.ts';

/** What was published about the claim since, and what else a reader must know. */
export const notes = ({ claim }: AuditFacts): Html =>
  html`<ul>${claim.notes.map(({ text, citation }) => html`<li>${text}${citation !== undefined && html` ${cited(citation)}`}</li>`)}</ul>`;
