import type { Diagnostics } from '../model/diagnostic.ts';
import { JOB_STATES, stateOf } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import type { Runs } from './join-runs.ts';
import type { IsSelected } from './select-attempts.ts';

const REQUEUED = JOB_STATES.indexOf('requeued');

const MESSAGE =
  'attempts that were still running when they were exported, of jobs that were submitted again later: they had ended by then, and count up to their export, or up to that submission where it came first. Export their months again with sacct --duplicates to see when they ended';

/**
 * Ends attempts that were printed as running and that a later attempt of the same job, of the same name, followed: a job never runs twice at once. What they ran beyond their export is not
 * known.
 *
 * @param run of each attempt
 */
export function endOvertaken(
  table: JobTable,
  attempts: AttemptColumns,
  { run, runs }: Pick<Runs, 'run' | 'runs'>,
  isSelected: IsSelected,
  diagnostics: Diagnostics,
): void {
  const { count, row, start, end, wall, state } = attempts;
  if (runs === count) return;
  const nextOf = new Int32Array(runs).fill(-1);
  for (let attempt = count - 1; attempt >= 0; attempt--) {
    const next = nextOf[run[attempt] as number] as number;
    nextOf[run[attempt] as number] = attempt;
    const at = row[attempt] as number;
    if (next < 0 || stateOf(state[attempt] as number) !== 'running') continue;
    if (table.tracked.has(at) || !table.name.same(at, row[next] as number)) continue;
    const by = begun(table, attempts, next);
    if (!(by > (start[attempt] as number))) continue;
    const over = Math.max(0, (end[attempt] as number) - by);
    end[attempt] = (end[attempt] as number) - over;
    wall[attempt] = Math.max(0, (wall[attempt] as number) - over);
    state[attempt] = REQUEUED;
    if (isSelected(at)) diagnostics.note('overtaken', 'warning', MESSAGE, table.place(at));
  }
}

/** When an attempt was submitted, or started where that is not told. */
function begun({ submit }: JobTable, { row, start }: AttemptColumns, attempt: number): number {
  const submitted = submit.at(row[attempt] as number);
  return Number.isNaN(submitted) ? (start[attempt] as number) : submitted;
}
