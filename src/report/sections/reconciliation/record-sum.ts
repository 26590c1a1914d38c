import type { ProjectFacts } from '../../../model/facts.ts';
import { RECORD_CLASSES, type RecordClass, unaccounted } from '../../../model/reconciliation.ts';
import { counted, grouped } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { captioned, cell, type Row } from '../../render/table.ts';

const CLASSES: Readonly<Record<RecordClass, readonly [string, string]>> = {
  attempts: ['attempts', 'counted, once each'],
  steps: ['job steps', 'parts of an attempt (batch, extern, srun), folded into it'],
  duplicates: ['duplicates', 'the same attempt again, in overlapping exports'],
  arrayRemainders: ['array remainders', 'placeholders for array tasks that had not started'],
  nested: ['nested records', 'a tracked run inside a scheduler’s job that is already counted'],
  ignored: ['ignored', 'outside the chosen period, user or account, or no jobs at all'],
  rejected: ['rejected', 'could not be read; each is in rejects.csv with its reason'],
};

/** The records read as a sum of what became of them. */
export function recordSum({ ledger: { reconciliation, runs } }: ProjectFacts): Html {
  const rows = RECORD_CLASSES.map((name): Row => {
    const [label, meaning] = CLASSES[name];
    return { cells: [cell(label), cell(meaning), cell(grouped(reconciliation[name]))] };
  });
  const total: Row = {
    name: 'total',
    cells: [cell('records read'), cell(verdict(unaccounted(reconciliation))), cell(grouped(reconciliation.records))],
  };
  return html`${captioned({
    id: 'records',
    caption: 'What became of every record read. Each record is in exactly one row.',
    columns: [{ head: 'Class' }, { head: 'What it is', kind: 'prose' }, { head: 'Records', kind: 'number' }],
    rows: [...rows, total],
  })}
<p>The ${counted(reconciliation.attempts, 'attempt')} make ${counted(runs, 'run')}.</p>`;
}

const verdict = (difference: number): Html =>
  difference === 0
    ? html`the rows above add up to it`
    : html`<strong class="alarm">the rows above differ from it by ${grouped(difference)}: please report this as a bug</strong>`;
