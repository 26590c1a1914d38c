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
  const { row, head, state } = attempts;
  const suspects = attemptsOfRestarted(table, attempts, run);
  const index = new RowIndex(suspects.length);
  const seen = new Uint32Array(suspects.length);
  const hidden = new Float64Array(suspects.length);
  const evidence = new Int32Array(suspects.length).fill(-1);
  suspects.forEach((attempt, suspect) => {
    const [record, of] = [head[attempt] as number, run[attempt] as number];
    const isSame = (other: number): boolean =>
      run[suspects[other] as number] === of && ids.same(head[suspects[other] as number] as number, record);
    const hash = ids.hash(record) ^ of;
    const slot = index.slot(hash, isSame);
    const first = index.at(slot) === -1 ? suspect : index.at(slot);
    index.set(slot, first, hash);
    const lacking = table.restarts.at(row[attempt] as number) - (seen[first] as number);
    if (lacking > (hidden[first] as number) && isSelected(row[attempt] as number)) {
      hidden[first] = lacking;
      evidence[first] = attempt;
    }
    // The parts of a resized job are one execution.
    if (stateOf(state[attempt] as number) !== 'resized') seen[first] = (seen[first] as number) + 1;
  });
  evidence.forEach((attempt, first) => {
    if (attempt === -1) return;
    const place = table.place(row[attempt] as number);
    diagnostics.note('attempts-hidden', 'warning', MESSAGE, place, hidden[first] as number);
  });
}

/** The attempts of runs in which any was restarted, in order: a few of all. */
function attemptsOfRestarted({ restarts }: JobTable, { count, row }: AttemptColumns, run: Uint32Array): Uint32Array {
  const isRestarted = new Uint8Array(count);
  let any = false;
  for (let attempt = 0; attempt < count; attempt++) {
    if (!(restarts.at(row[attempt] as number) > 0)) continue;
    isRestarted[run[attempt] as number] = 1;
    any = true;
  }
  if (!any) return new Uint32Array(0);
  const found: number[] = [];
  for (let attempt = 0; attempt < count; attempt++) if (isRestarted[run[attempt] as number] === 1) found.push(attempt);
  return Uint32Array.from(found);
}
