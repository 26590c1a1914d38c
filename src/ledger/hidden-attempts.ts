import type { Diagnostics } from '../model/diagnostic.ts';
import { stateOf } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import type { Identity } from './group-records.ts';
import type { Runs } from './join-runs.ts';
import { RowIndex } from './row-index.ts';
import type { IsSelected } from './select-attempts.ts';

const MESSAGE =
  'attempts that are in none of the logs: their jobs were restarted more often than the logs show attempts, so their time is missing from every total. Export again with sacct -D (--duplicates)';

/**
 * Finds attempts that the logs hide. Without `-D`, `sacct` prints the last attempt of a requeued job alone; how often it was restarted is the evidence. Each attempt says how many
 * came before it, so a job lacks the most by which that number exceeds the earlier attempts that were seen.
 */
export function noteHiddenAttempts(
  table: JobTable,
  attempts: AttemptColumns,
  { run }: Runs,
  { ids }: Identity,
  isSelected: IsSelected,
  diagnostics: Diagnostics,
): void {
  const { count, row, head, state } = attempts;
  if (!anyRestarts(table, attempts)) return;
  const index = new RowIndex(count);
  const seen = new Uint32Array(count);
  const hidden = new Float64Array(count);
  const evidence = new Int32Array(count).fill(-1);
  for (let attempt = 0; attempt < count; attempt++) {
    const [record, of] = [head[attempt] as number, run[attempt] as number];
    const hash = ids.hash(record) ^ of;
    const slot = index.slot(hash, (other) => run[other] === of && ids.same(head[other] as number, record));
    const first = index.at(slot) === -1 ? attempt : index.at(slot);
    index.set(slot, first, hash);
    const lacking = table.restarts.at(row[attempt] as number) - (seen[first] as number);
    if (lacking > (hidden[first] as number) && isSelected(row[attempt] as number)) {
      hidden[first] = lacking;
      evidence[first] = attempt;
    }
    // The parts of a resized job are one execution.
    if (stateOf(state[attempt] as number) !== 'resized') seen[first] = (seen[first] as number) + 1;
  }
  evidence.forEach((attempt, first) => {
    if (attempt === -1) return;
    const place = table.place(row[attempt] as number);
    diagnostics.note('attempts-hidden', 'warning', MESSAGE, place, hidden[first] as number);
  });
}

/** Most logs have no restarts at all, and need no index. */
function anyRestarts({ restarts }: JobTable, { count, row }: AttemptColumns): boolean {
  for (let attempt = 0; attempt < count; attempt++) if (restarts.at(row[attempt] as number) > 0) return true;
  return false;
}
