import type { JobTable } from '../model/job-table.ts';
import { type AttemptColumns, takeAttempts } from './attempt-columns.ts';
import { originOf } from './origin-of.ts';

/** Which jobs of the logs are the project's; all by default. */
export interface Selection {
  readonly user?: string;
  readonly account?: string;
  /** Epoch seconds, inclusive: submitted (or started, where no submission is logged) then or later. */
  readonly since?: number;
  /** Epoch seconds, exclusive. */
  readonly until?: number;
}

export type IsSelected = (row: number) => boolean;

const everyRow: IsSelected = () => true;

/** Whether an attempt is selected, judged by the row that speaks for it: single records may lack the user or the submission. */
export function selects(table: JobTable, { user, account, since, until }: Selection): IsSelected {
  if ([user, account, since, until].every((each) => each === undefined)) return everyRow;
  return (row) =>
    (user === undefined || table.user.at(row) === user) &&
    (account === undefined || table.account.at(row) === account) &&
    !(since !== undefined && originOf(table, row) < since) &&
    !(until !== undefined && originOf(table, row) >= until);
}

/** The selected attempts with their runs numbered anew. */
export function selectAttempts(
  all: AttemptColumns,
  { run, runs }: { readonly run: Uint32Array; readonly runs: number },
  isSelected: IsSelected,
): { attempts: AttemptColumns; run: Uint32Array; runs: number } {
  if (isSelected === everyRow) return { attempts: all, run, runs };
  const chosen = Uint32Array.from({ length: all.count }, (_, attempt) => attempt).filter((attempt) =>
    isSelected(all.row[attempt] as number),
  );
  const numbers = new Int32Array(runs).fill(-1);
  let numbered = 0;
  const renumbered = chosen.map((attempt) => {
    const old = run[attempt] as number;
    if (numbers[old] === -1) numbers[old] = numbered++;
    return numbers[old] as number;
  });
  return { attempts: takeAttempts(all, chosen), run: renumbered, runs: numbered };
}
