import type { ProjectFacts } from '../../../model/facts.ts';
import { RECORD_CLASSES, unaccounted } from '../../../model/reconciliation.ts';
import { grouped } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { captioned, cell, type Row } from '../../render/table.ts';
import { RECORD_WORDS } from './record-words.ts';

/** The records read as a sum of what became of them. */
export function recordSum({ ledger: { reconciliation } }: ProjectFacts): Html {
  const rows = RECORD_CLASSES.map((name): Row => {
    const [, label, meaning] = RECORD_WORDS[name];
    return { cells: [cell(label), cell(meaning), cell(grouped(reconciliation[name]))] };
  });
  const total: Row = {
    name: 'total',
    cells: [cell('records read'), cell(verdict(unaccounted(reconciliation))), cell(grouped(reconciliation.records))],
  };
  return captioned({
    id: 'records',
    caption: 'What became of every record read. Each record is in exactly one row.',
    columns: [{ head: 'Class' }, { head: 'What it is', kind: 'prose' }, { head: 'Records', kind: 'number' }],
    rows: [...rows, total],
  });
}

const verdict = (difference: number): Html =>
  difference === 0
    ? html`the rows above add up to it`
    : html`<strong class="alarm">the rows above differ from it by ${grouped(difference)}: please report this as a bug</strong>`;
