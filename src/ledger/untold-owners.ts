import type { Diagnostics } from '../model/diagnostic.ts';
import type { JobTable } from '../model/job-table.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import { asksFor, type Selection } from './select-attempts.ts';

const COLUMNS = { user: 'User', account: 'Account' } as const;

/** Warns of attempts that are left out since their log does not tell whose they are, though the user asks for one user or account: they may be of those, and missing from every total. */
export function noteUntoldOwners(
  table: JobTable,
  { row }: AttemptColumns,
  selection: Selection,
  diagnostics: Diagnostics,
): void {
  for (const name of ['user', 'account'] as const) {
    const { [name]: asked, ...others } = selection;
    const untold = table[name].values.indexOf('');
    if (asked === undefined || untold === -1) continue;
    const fitsOthers = asksFor(table, others);
    const message = `attempts whose log does not tell the ${name}: left out, though they may be of --${name} ${asked} and are then missing from every total. Export again with the column ${COLUMNS[name]}`;
    for (const at of row) {
      if (table[name].code(at) !== untold || !fitsOthers(at)) continue;
      diagnostics.note(`${name}-untold`, 'warning', message, table.place(at));
    }
  }
}
