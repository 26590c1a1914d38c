import type { JobTable } from '../model/job-table.ts';
import type { TextColumn } from '../model/text-column.ts';
import { LONGEST_PAUSE_SECONDS } from './longest-pause.ts';
import { originOf } from './origin-of.ts';
import { RowIndex } from './row-index.ts';
import { namedRuns } from './tracked/named-runs.ts';

const [ZERO, NINE] = [0x30, 0x39];

/**
 * The scheduler's own id of each record: what all forms of a log agree on. One form prints array task `88_3` with its raw id 91, another prints 91 alone, a third `88_3` alone;
 * the third is known by a record that has both.
 */
export class RawIds {
  readonly #jobId: TextColumn;
  readonly #jobIdRaw: TextColumn;
  /** For each record the one whose id is its id; undefined where every record knows its own. */
  readonly #knownBy: Uint32Array | undefined;

  constructor(table: JobTable, cluster: (row: number) => number) {
    this.#jobId = table.jobId;
    this.#jobIdRaw = table.jobIdRaw;
    this.#knownBy = withNamed(table, findKnowing(table, cluster));
  }

  hash(row: number): number {
    const at = this.knowing(row);
    return this.#columnOf(at).hash(at);
  }

  same(left: number, right: number): boolean {
    const [a, b] = [this.knowing(left), this.knowing(right)];
    return this.#columnOf(a).same(a, b, 0, this.#columnOf(b));
  }

  /** The record that knows the id of a record: its id is in that row of the {@link column}. */
  knowing(row: number): number {
    return this.#knownBy === undefined ? row : (this.#knownBy[row] as number);
  }

  column(row: number): TextColumn {
    return this.#columnOf(this.knowing(row));
  }

  #columnOf(knowing: number): TextColumn {
    return this.#jobIdRaw.size(knowing) > 0 ? this.#jobIdRaw : this.#jobId;
  }
}

function findKnowing(table: JobTable, cluster: (row: number) => number): Uint32Array | undefined {
  const { jobId, jobIdRaw, records } = table;
  const isPrintedAlone = (row: number): boolean => jobIdRaw.size(row) === 0 && !isNumber(jobId, row);
  if (!mixes(records, isPrintedAlone, (row) => jobIdRaw.size(row) > 0)) return undefined;
  const index = new RowIndex(records);
  const hashOf = (row: number): number => jobId.hash(row) ^ cluster(row);
  const slotOf = (row: number): number =>
    index.slot(
      hashOf(row),
      (other) => cluster(other) === cluster(row) && jobId.same(other, row) && isNear(table, other, row),
    );
  for (let row = 0; row < records; row++) {
    if (jobIdRaw.size(row) === 0) continue;
    const slot = slotOf(row);
    if (index.at(slot) === -1) index.set(slot, row, hashOf(row));
  }
  return Uint32Array.from({ length: records }, (_, row) => {
    const knowing = isPrintedAlone(row) ? index.at(slotOf(row)) : -1;
    return knowing === -1 ? row : knowing;
  });
}

/** Runs of a tracker may be known by a name alone as well. */
function withNamed(table: JobTable, knownBy: Uint32Array | undefined): Uint32Array | undefined {
  const named = table.tracked.length === 0 ? undefined : namedRuns(table);
  if (named === undefined || named.size === 0) return knownBy;
  const all = knownBy ?? Uint32Array.from({ length: table.records }, (_, row) => row);
  for (const [row, knowing] of named) all[row] = knowing;
  return all;
}

/** Whether there are rows of both kinds. */
function mixes(rows: number, isOne: (row: number) => boolean, isOther: (row: number) => boolean): boolean {
  let [one, other] = [false, false];
  for (let row = 0; row < rows && !(one && other); row++) {
    one ||= isOne(row);
    other ||= isOther(row);
  }
  return one && other;
}

/** Whether a text is digits alone. */
export function isNumber(column: TextColumn, row: number): boolean {
  const [chunk, start] = [column.chunkOf(row), column.start(row)];
  for (let at = start; at < start + column.size(row); at++) {
    const byte = chunk[at] as number;
    if (byte < ZERO || byte > NINE) return false;
  }
  return true;
}

/** Whether two records are close enough in time for their printed ids to mean the same job: ids wrap around. */
const isNear = (table: JobTable, left: number, right: number): boolean =>
  !(Math.abs(originOf(table, left) - originOf(table, right)) > LONGEST_PAUSE_SECONDS);
