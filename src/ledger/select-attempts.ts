import { anyGlob } from '../model/glob.ts';
import type { JobTable } from '../model/job-table.ts';
import type { ProjectRule } from '../model/project-rule.ts';
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
  /** The jobs of the project among them, where others are in the logs too. */
  readonly project?: readonly ProjectRule[];
}

export type IsSelected = (row: number) => boolean;

const everyRow: IsSelected = () => true;

/** Whether an attempt is selected, judged by the row that speaks for it: single records may lack the user or the submission. */
export function selects(table: JobTable, selection: Selection): IsSelected {
  const [isAskedFor, isOfProject] = [asksFor(table, selection), belongsTo(table, selection.project)];
  if (isAskedFor === everyRow) return isOfProject;
  return isOfProject === everyRow ? isAskedFor : (row) => isAskedFor(row) && isOfProject(row);
}

/** The same without what the user says of projects. */
export function asksFor(table: JobTable, { user, account, since, until }: Selection): IsSelected {
  if ([user, account, since, until].every((each) => each === undefined)) return everyRow;
  return (row) =>
    (user === undefined || table.user.at(row) === user) &&
    (account === undefined || table.account.at(row) === account) &&
    !(since !== undefined && originOf(table, row) < since) &&
    !(until !== undefined && originOf(table, row) >= until);
}

function belongsTo({ account, user, name }: JobTable, rules: readonly ProjectRule[] | undefined): IsSelected {
  if (rules === undefined) return everyRow;
  const tests = rules.map(({ accounts, users, names }): IsSelected => {
    const [fitsAccount, fitsUser, fitsName] = [accounts, users, names].map((list) => list && anyGlob(list));
    return (row) =>
      fitsAccount?.(account.at(row)) !== false &&
      fitsUser?.(user.at(row)) !== false &&
      fitsName?.(name.copyAt(row)) !== false;
  });
  return (row) => tests.some((fits) => fits(row));
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
