import type { Diagnostics } from '../model/diagnostic.ts';
import type { JobTable } from '../model/job-table.ts';
import { type AttemptColumns, takeAttempts } from './attempt-columns.ts';
import type { Identity } from './group-records.ts';
import { minutePairs } from './minute-copies.ts';
import { openPairs } from './zone-open-copies.ts';
import { type Pair, type ShiftedPair, shiftedPairs, shiftOf } from './zone-pairs.ts';

/** Two files hold the same jobs in two zones when so many jobs are copies, and so large a share of the smaller file. Our own judgement. */
const FEWEST_COPIES = 3;
const LEAST_SHARE = 0.5;

/**
 * Leaves out attempts that stand in two files under times that differ by the offset of a zone: one export in local time, another in UTC. They would count twice. A job may be
 * requeued and last equally long again, so a few pairs are no proof; most of a file is, where no attempt stands in both files under the same times.
 *
 * @param next for each record the next one of its attempt: records of what is left out become those of the attempt that stays
 */
export function dropZoneCopies(
  table: JobTable,
  attempts: AttemptColumns,
  identity: Identity,
  next: Int32Array,
  diagnostics: Diagnostics,
): AttemptColumns {
  if (table.files.length < 2) return attempts;
  const copyOf = findCopies(table, attempts, identity, next, diagnostics);
  if (copyOf.size === 0) return attempts;
  for (const [copy, kept] of copyOf) {
    let last = attempts.head[kept] as number;
    while (next[last] !== -1) last = next[last] as number;
    next[last] = attempts.head[copy] as number;
  }
  const stay = Uint32Array.from({ length: attempts.count }, (_, attempt) => attempt);
  return takeAttempts(
    attempts,
    stay.filter((attempt) => !copyOf.has(attempt)),
  );
}

/** For each attempt that is a copy, the one that stays. */
function findCopies(
  table: JobTable,
  attempts: AttemptColumns,
  identity: Identity,
  next: Int32Array,
  diagnostics: Diagnostics,
): Map<number, number> {
  const copyOf = new Map<number, number>();
  const fileOf = (attempt: number): number => table.file.at(attempts.head[attempt] as number);
  const sizes = new Uint32Array(table.files.length);
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    const file = fileOf(attempt);
    sizes[file] = (sizes[file] as number) + 1;
  }
  const keyOf = (one: number, other: number): number =>
    Math.min(one, other) * table.files.length + Math.max(one, other);
  const minutes = minutePairs(table, attempts, identity, fileOf);
  addCopies(
    copyOf,
    minutes.map(({ earlier, later }) => [later, earlier]),
  );
  noteMinutes(table, attempts, minutes, diagnostics);
  const agreeing = agreeingFiles(table, attempts, next, keyOf);
  const jobOf = ({ later }: Pair): number => identity.ids.hash(attempts.head[later] as number);
  for (const [key, pairs] of byFiles(shiftedPairs(table, attempts, identity, fileOf), fileOf, keyOf)) {
    const [first] = pairs as [ShiftedPair];
    const [one, other] = [fileOf(first.earlier), fileOf(first.later)];
    const smaller = Math.min(sizes[one] as number, sizes[other] as number);
    if (agreeing.has(key) || !areZones(pairs, smaller, jobOf)) continue;
    const stays = staying(one, other, sizes);
    const copies = copiesAmong(pairs);
    const known = copies.map(({ earlier, later }) => (fileOf(earlier) === stays ? [earlier, later] : [later, earlier]));
    addCopies(copyOf, known);
    const shifts = new Set(known.map(([kept, copy]) => shiftOf(table, attempts, kept as number, copy as number)));
    const shifted = { file: stays === one ? other : one, shifts };
    const open = openPairs(table, attempts, identity, shifted, (attempt) => copyOf.has(attempt));
    addCopies(
      copyOf,
      open.map((pair) => fullest(table, attempts, pair)),
    );
    noteCopies(table, attempts, copies[0] as Pair, copies.length + open.length, diagnostics);
  }
  return copyOf;
}

/** Whether the pairs of two files show that they are of two zones. Those that come again anyway show nothing. */
function areZones(pairs: readonly ShiftedPair[], smaller: number, jobOf: (pair: Pair) => number): boolean {
  const telling = pairs.filter(({ recurs }) => !recurs);
  const recurring = new Set(pairs.filter(({ recurs }) => recurs).map(({ later }) => later)).size;
  return new Set(telling.map(jobOf)).size >= FEWEST_COPIES && telling.length >= (smaller - recurring) * LEAST_SHARE;
}

/** The pairs of two files in two zones that are copies: those as far apart as the zones. */
function copiesAmong(pairs: readonly ShiftedPair[]): ShiftedPair[] {
  const shifts = new Set(pairs.filter(({ recurs }) => !recurs).map(({ shift }) => shift));
  return pairs.filter(({ recurs, shift }) => !recurs || shifts.has(shift));
}

/** @param pairs of the attempt that stays and its copy */
function addCopies(copyOf: Map<number, number>, pairs: readonly (readonly number[])[]): void {
  for (const [kept, copy] of pairs as readonly [number, number][]) {
    if (!copyOf.has(copy) && !copyOf.has(kept)) copyOf.set(copy, kept);
  }
}

/** The attempt that tells more of the two first: it ended, or it began at least. */
function fullest(table: JobTable, { row, start }: AttemptColumns, { earlier, later }: Pair): readonly number[] {
  const told = (attempt: number): number =>
    Number(!Number.isNaN(table.end.at(row[attempt] as number))) + Number(!Number.isNaN(start[attempt]));
  return told(later) > told(earlier) ? [later, earlier] : [earlier, later];
}

/** Of two files the larger; of equal ones the first. */
function staying(one: number, other: number, sizes: Uint32Array): number {
  const difference = (sizes[one] as number) - (sizes[other] as number);
  if (difference === 0) return Math.min(one, other);
  return difference > 0 ? one : other;
}

/** Pairs by the two files that they stand in. */
function byFiles(
  pairs: readonly ShiftedPair[],
  fileOf: (attempt: number) => number,
  keyOf: (one: number, other: number) => number,
): Map<number, ShiftedPair[]> {
  const groups = new Map<number, ShiftedPair[]>();
  for (const pair of pairs) {
    const key = keyOf(fileOf(pair.earlier), fileOf(pair.later));
    if (groups.get(key)?.push(pair) === undefined) groups.set(key, [pair]);
  }
  return groups;
}

/** Files that both hold some attempt under the same times: they are of one zone. */
function agreeingFiles(
  { file }: JobTable,
  { count, head }: AttemptColumns,
  next: Int32Array,
  keyOf: (one: number, other: number) => number,
): Set<number> {
  const agreeing = new Set<number>();
  for (let attempt = 0; attempt < count; attempt++) {
    const first = head[attempt] as number;
    for (let row = next[first] as number; row !== -1; row = next[row] as number) {
      agreeing.add(keyOf(file.at(first), file.at(row)));
    }
  }
  return agreeing;
}

function noteMinutes(
  table: JobTable,
  { head }: AttemptColumns,
  pairs: readonly Pair[],
  diagnostics: Diagnostics,
): void {
  const message =
    'attempts that stand in two files, in one with times cut to the minute: counted once, with the seconds';
  for (const { earlier } of pairs)
    diagnostics.note('minutes-mixed', 'info', message, table.place(head[earlier] as number));
}

function noteCopies(
  table: JobTable,
  { head }: AttemptColumns,
  { earlier, later }: Pair,
  copies: number,
  diagnostics: Diagnostics,
): void {
  const message =
    'attempts that stand in two files under times some hours apart, as if exported in two time zones: counted once. Say --timezone, or export with TZ=UTC';
  for (const attempt of [earlier, later]) {
    diagnostics.note(
      'zones-mixed',
      'warning',
      message,
      table.place(head[attempt] as number),
      attempt === earlier ? copies : 0,
    );
  }
}
