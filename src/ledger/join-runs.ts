import { stateOf } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';
import { clusterCodes, originOf } from './group-records.ts';
import { RowIndex } from './row-index.ts';

/** Columns of attempts in order of submission; `start` and `wall` may be corrected in place. */
export interface AttemptColumns {
  readonly count: number;
  readonly row: Uint32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly wall: Float64Array;
  readonly state: Uint8Array;
}

/** The same job id this long after the last attempt's end is another job: no cluster uses up its ids faster. Our own judgement. */
const LONGEST_PAUSE_SECONDS = 30 * 86_400;

const PLUS = 0x2b;

/**
 * Joins attempts into runs: attempts of one job id follow each other when the job was requeued or resized, and the components of a heterogeneous
 * job (`125+0`, `125+1`) run side by side. Gives the run of each attempt and how many there are.
 */
export function joinRuns(
  table: JobTable,
  attempts: AttemptColumns,
): { run: Uint32Array; runs: number; clipped: number[] } {
  const { count, row } = attempts;
  const index = new RowIndex(count);
  const cluster = clusterCodes(table);
  const run = new Uint32Array(count);
  const clipped: number[] = [];
  let runs = 0;
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    const slot = index.slot(table.jobId.hash(at, PLUS) ^ cluster(at), (other) => {
      const otherRow = row[other] as number;
      return cluster(otherRow) === cluster(at) && table.jobId.same(otherRow, at, PLUS);
    });
    const earlier = index.at(slot);
    index.set(slot, attempt);
    if (earlier === -1 || !continues(table, attempts, earlier, attempt)) {
      run[attempt] = runs++;
      continue;
    }
    run[attempt] = run[earlier] as number;
    if (clipResized(table, attempts, earlier, attempt)) clipped.push(attempt);
  }
  return { run, runs, clipped };
}

function continues(table: JobTable, { row, end }: AttemptColumns, earlier: number, later: number): boolean {
  const before = end[earlier] as number;
  const since =
    originOf(table, row[later] as number) - (Number.isNaN(before) ? originOf(table, row[earlier] as number) : before);
  return !(since > LONGEST_PAUSE_SECONDS);
}

/**
 * Slurm before 24.11 prints the original start for the second part of a resized job, whose submission is the moment of the resize: the parts
 * overlap and the time before it would count twice. Cuts the second part at its submission.
 */
function clipResized(table: JobTable, attempts: AttemptColumns, earlier: number, later: number): boolean {
  const resized = stateOf(attempts.state[earlier] as number) === 'resized';
  const overlap = table.submit.at(attempts.row[later] as number) - (attempts.start[later] as number);
  if (!resized || !(overlap > 0)) return false;
  attempts.start[later] = (attempts.start[later] as number) + overlap;
  attempts.wall[later] = Math.max(0, (attempts.wall[later] as number) - overlap);
  return true;
}
