import type { JobTable } from '../../model/job-table.ts';
import { DURATION_BASES, TRACKED_WORDS, type TrackedRun } from '../../model/tracked-run.ts';

/**
 * Of the records of an attempt those that say when it ran: its sessions, where any of them is at hand. A record of the run as a whole has the gaps between sessions in it, and
 * several such records begin at times that are estimated differently, so the surest of them speaks alone.
 */
export function rowsOfTime(table: JobTable, rows: readonly number[]): readonly number[] {
  const isWhole = (row: number): boolean => table.tracked.at(row)?.isWhole === true;
  const sessions = rows.filter((row) => !isWhole(row));
  if (sessions.length > 0) return sessions;
  const rank = (row: number): number => DURATION_BASES.indexOf(table.tracked.at(row)?.durationBasis ?? 'none');
  const best = rows.reduce((chosen, row) =>
    rank(row) < rank(chosen) || (rank(row) === rank(chosen) && table.elapsed.at(row) > table.elapsed.at(chosen))
      ? row
      : chosen,
  );
  return [best];
}

const TEXTS = [...TRACKED_WORDS.filter((name) => name !== 'seenOn'), 'config', 'metrics'] as const;

/** What two records of a tracked run say together: the first where it says anything. Sessions say when it ran; the record that knows its GPUs says whose they are. */
export function joinTracked(one: TrackedRun | undefined, other: TrackedRun | undefined): TrackedRun | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const words = Object.fromEntries(TEXTS.map((name) => [name, one[name] || other[name]]));
  const { isWhole, durationBasis } = one.isWhole ? other : one;
  const sweepRuns = Math.max(orZero(one.sweepRuns), orZero(other.sweepRuns)) || Number.NaN;
  return { ...one, ...words, isWhole, durationBasis, sweepRuns };
}

/** Whether the second record says something that the first does not. */
export function addsTracked(one: TrackedRun | undefined, other: TrackedRun | undefined): boolean {
  if (other === undefined) return false;
  if (one === undefined || (one.isWhole && !other.isWhole)) return true;
  return TEXTS.some((name) => one[name] === '' && other[name] !== '');
}

const orZero = (value: number): number => (Number.isNaN(value) ? 0 : value);
