import type { JobTable } from '../model/job-table.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import type { Identity } from './group-records.ts';
import { RowIndex } from './row-index.ts';

/**
 * Zones differ by quarters of an hour. Clocks of two places are 26 hours apart at most, but by a day or more only those of some islands: what comes again after a day is a job that
 * runs daily (`scrontab`, which keeps its id).
 */
const ZONE_STEP_SECONDS = 900;
const DAY_SECONDS = 86_400;

/** Two attempts of one job in two files: all times of one are those of the other some quarters of an hour later. */
export interface Pair {
  readonly earlier: number;
  readonly later: number;
}

export interface ShiftedPair extends Pair {
  /** By how many seconds they are apart. */
  readonly shift: number;
  /** Whether one of the files has the job more than once, equally long and on the same minute: then it is one that comes again, and no evidence of two zones. */
  readonly recurs: boolean;
}

/** Attempts that stand in two files under shifted times and lasted equally long, in the order of the later ones. */
export function shiftedPairs(
  table: JobTable,
  attempts: AttemptColumns,
  identity: Identity,
  fileOf: (attempt: number) => number,
): ShiftedPair[] {
  const pairs: ShiftedPair[] = [];
  const timeAt = (attempt: number): number => timeOf(table, attempts, attempt);
  for (const alike of alikeAttempts(attempts, identity, timeAt)) {
    const runs = new Map<number, number>();
    for (const attempt of alike) runs.set(fileOf(attempt), (runs.get(fileOf(attempt)) ?? 0) + 1);
    const comesAgain = (attempt: number): boolean => (runs.get(fileOf(attempt)) ?? 0) > 1;
    for (const [earlier, later] of withinADay(alike, timeAt)) {
      if (fileOf(earlier) === fileOf(later)) continue;
      const shift = zonesBetween(table, attempts, earlier, later);
      if (Number.isNaN(shift)) continue;
      pairs.push({ earlier, later, shift, recurs: comesAgain(earlier) || comesAgain(later) });
    }
  }
  return pairs.sort((a, b) => a.later - b.later || a.earlier - b.earlier);
}

/** All pairs of attempts that are less than a day apart. */
function* withinADay(inOrder: readonly number[], timeAt: (attempt: number) => number): Generator<[number, number]> {
  let first = 0;
  for (const [last, later] of inOrder.entries()) {
    while (timeAt(later) - timeAt(inOrder[first] as number) >= DAY_SECONDS) first++;
    for (let index = first; index < last; index++) yield [inOrder[index] as number, later];
  }
}

/** When an attempt started, epoch seconds; when it was submitted, where it did not run: of such some forms of a log tell a start and others none. */
function timeOf(table: JobTable, { row, start, wall }: AttemptColumns, attempt: number): number {
  const [started, submitted] = [start[attempt] as number, table.submit.at(row[attempt] as number)];
  const [first, second] = (wall[attempt] as number) > 0 ? [started, submitted] : [submitted, started];
  return Number.isNaN(first) ? second : first;
}

/** Attempts of one job that lasted equally long and began at the same minute of a quarter hour, in the order of their times: those of which there are several. */
function alikeAttempts(
  { count, head, wall }: AttemptColumns,
  { ids, cluster }: Identity,
  timeAt: (attempt: number) => number,
): number[][] {
  const index = new RowIndex(count);
  const next = new Int32Array(count).fill(-1);
  const lengths = new Uint32Array(count);
  for (let attempt = count - 1; attempt >= 0; attempt--) {
    const record = head[attempt] as number;
    const within = timeAt(attempt) % ZONE_STEP_SECONDS;
    if (Number.isNaN(within)) continue;
    const hash = ids.hash(record) ^ cluster(record) ^ Math.imul((wall[attempt] as number) + within, 0x85ebca6b);
    const slot = index.slot(hash, (first) => {
      const other = head[first] as number;
      const isSame = wall[first] === wall[attempt] && timeAt(first) % ZONE_STEP_SECONDS === within;
      return isSame && cluster(other) === cluster(record) && ids.same(other, record);
    });
    const first = index.at(slot);
    index.set(slot, attempt, hash);
    next[attempt] = first;
    lengths[attempt] = first === -1 ? 1 : (lengths[first] as number) + 1;
    if (first !== -1) lengths[first] = 0;
  }
  const groups: number[][] = [];
  for (let attempt = 0; attempt < count; attempt++) {
    if ((lengths[attempt] as number) < 2) continue;
    const group: number[] = [];
    for (let each = attempt; each !== -1; each = next[each] as number) group.push(each);
    groups.push(group.sort((a, b) => timeAt(a) - timeAt(b) || a - b));
  }
  return groups;
}

/** By how many seconds all times that two attempts have are apart, if zones can be that; else NaN. */
function zonesBetween(table: JobTable, attempts: AttemptColumns, earlier: number, later: number): number {
  const shift = shiftOf(table, attempts, earlier, later);
  const ends = (attempts.end[later] as number) - (attempts.end[earlier] as number);
  const isZones = shift > 0 && shift % ZONE_STEP_SECONDS === 0 && shift < DAY_SECONDS;
  return isZones && (Number.isNaN(ends) || ends === shift) ? shift : Number.NaN;
}

/** By how many seconds the submission and start of `to` are later than those of `from`, as far as they are told; NaN when they differ in that. */
export function shiftOf(table: JobTable, { row, start }: AttemptColumns, from: number, to: number): number {
  const submitted = table.submit.at(row[to] as number) - table.submit.at(row[from] as number);
  const started = (start[to] as number) - (start[from] as number);
  if (Number.isNaN(submitted)) return started;
  return Number.isNaN(started) || started === submitted ? submitted : Number.NaN;
}
