import type { JobTable } from '../model/job-table.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import type { Identity } from './group-records.ts';
import { type Pair, shiftOf } from './zone-pairs.ts';

/** A file known to hold copies in another zone. */
export interface ShiftedFile {
  readonly file: number;
  /** Seconds by which its times are later than those of the attempts that stay. In summer another than in winter. */
  readonly shifts: ReadonlySet<number>;
}

/**
 * Pairs of an attempt of a shifted file and one of another file, where one of them had not ended when it was exported: how long it lasted tells nothing then, but its
 * submission and start are shifted as those of the copies are.
 *
 * @param isCopy attempts that are known for copies already
 */
export function openPairs(
  table: JobTable,
  attempts: AttemptColumns,
  { ids, cluster }: Identity,
  { file, shifts }: ShiftedFile,
  isCopy: (attempt: number) => boolean,
): Pair[] {
  const { count, head, row } = attempts;
  const recordOf = (attempt: number): number => head[attempt] as number;
  const isIn = (attempt: number): boolean => table.file.at(recordOf(attempt)) === file;
  const isOpen = (attempt: number): boolean => Number.isNaN(table.end.at(row[attempt] as number));
  const hashOf = (attempt: number): number => ids.hash(recordOf(attempt)) ^ cluster(recordOf(attempt));
  const isPair = (one: number, other: number): boolean =>
    (isOpen(one) || isOpen(other)) &&
    cluster(recordOf(one)) === cluster(recordOf(other)) &&
    ids.same(recordOf(one), recordOf(other)) &&
    shifts.has(shiftOf(table, attempts, other, one));
  const left = Array.from({ length: count }, (_, attempt) => attempt).filter((attempt) => !isCopy(attempt));
  const candidates = new Map<number, number[]>();
  for (const attempt of left.filter(isIn)) {
    const hash = hashOf(attempt);
    if (candidates.get(hash)?.push(attempt) === undefined) candidates.set(hash, [attempt]);
  }
  return left
    .filter((attempt) => !isIn(attempt))
    .flatMap((earlier) =>
      (candidates.get(hashOf(earlier)) ?? [])
        .filter((later) => isPair(later, earlier))
        .map((later) => ({ earlier, later })),
    );
}
