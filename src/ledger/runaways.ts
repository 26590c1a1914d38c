import type { Diagnostics } from '../model/diagnostic.ts';
import { stateOf } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';
import { plainNumber } from '../model/print-number.ts';
import { secondsToHours } from '../model/units.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import { mostWithin } from './lost-records.ts';
import { reachOf } from './news.ts';
import type { IsSelected } from './select-attempts.ts';

/** A job without a time limit that runs for longer than this may be lost. Our own judgement: longer than most sites allow any job. */
const LONG_SECONDS = 30 * 86_400;

/** Attempts of one kind, and what they add up to. */
interface Tally {
  readonly attempts: number[];
  gpuSeconds: number;
  seconds: number;
}

/**
 * Cuts attempts that the cluster lost: when a node or the database fails, a job may stay `RUNNING` in the accounting for ever, and its elapsed time grows to the day of the
 * export. One that seems to run well past its time limit is counted up to the limit. Without a limit nothing is cut, but long ones are reported, and those past a limit that
 * no log has stated since: it may have been extended.
 *
 * @param next for each record the next one of its attempt
 */
export function cutRunaways(
  table: JobTable,
  attempts: AttemptColumns,
  next: Int32Array,
  isSelected: IsSelected,
  diagnostics: Diagnostics,
): void {
  const { count, row, wall, end, state } = attempts;
  const tallies = { cut: emptyTally(), long: emptyTally(), old: emptyTally() };
  for (let attempt = 0; attempt < count; attempt++) {
    if (stateOf(state[attempt] as number) !== 'running') continue;
    const kind = kindOf(table, attempts, next, attempt);
    if (kind === undefined) continue;
    const at = row[attempt] as number;
    const beyond = (wall[attempt] as number) - (kind === 'cut' ? table.timeLimit.at(at) : 0);
    if (kind === 'cut') {
      wall[attempt] = table.timeLimit.at(at);
      end[attempt] = (end[attempt] as number) - beyond;
    }
    if (isSelected(at)) add(tallies[kind], attempt, beyond, table.gpus.at(at));
  }
  const { cut, long, old } = tallies;
  const places = ({ attempts: of }: Tally) => of.map((attempt) => table.place(row[attempt] as number));
  const taken = `${hours(cut.seconds)} hours (${hours(cut.gpuSeconds)} GPU-hours) are taken off`;
  const cutMessage = `attempts printed as running past 1.1 times their time limit and an hour, as if lost by the cluster: counted up to the limit, ${taken}. If they did run on, export again once they have ended`;
  for (const place of places(cut)) diagnostics.note('runaway-cut', 'warning', cutMessage, place);
  const longMessage = `attempts printed as running for more than 30 days without a time limit: counted as printed, ${hours(long.seconds)} hours (${hours(long.gpuSeconds)} GPU-hours), though the cluster may have lost them. sacctmgr show runawayjobs tells`;
  for (const place of places(long)) diagnostics.note('runaway-suspected', 'warning', longMessage, place);
  const oldMessage = `attempts printed as running past a time limit that an earlier export states and the last one does not: counted as printed, ${hours(old.seconds)} hours (${hours(old.gpuSeconds)} GPU-hours). The limit may have been extended, or the cluster lost them: export again with Timelimit`;
  for (const place of places(old)) diagnostics.note('limit-outdated', 'warning', oldMessage, place);
}

/** Whether a running attempt is to be cut at its limit, is past one that may be out of date, or long without one; undefined for all others. */
function kindOf(
  table: JobTable,
  attempts: AttemptColumns,
  next: Int32Array,
  attempt: number,
): 'cut' | 'old' | 'long' | undefined {
  const seconds = attempts.wall[attempt] as number;
  const limit = table.timeLimit.at(attempts.row[attempt] as number);
  if (!Number.isFinite(limit)) return seconds > LONG_SECONDS ? 'long' : undefined;
  if (seconds <= mostWithin(limit)) return undefined;
  return wasSeenBeyond(table, attempts, next, attempt) ? 'cut' : 'old';
}

/** Whether an attempt was past its limit already when a record last stated one: one that runs on beyond a limit stated before that may have been given a longer one. */
function wasSeenBeyond(
  table: JobTable,
  { row, head, start }: AttemptColumns,
  next: Int32Array,
  attempt: number,
): boolean {
  const limit = table.timeLimit.at(row[attempt] as number);
  for (let record = head[attempt] as number; record !== -1; record = next[record] as number) {
    const lasted = Math.max(table.elapsed.at(record), reachOf(table, record) - (start[attempt] as number));
    if (table.timeLimit.at(record) === limit && lasted > mostWithin(limit)) return true;
  }
  return false;
}

const emptyTally = (): Tally => ({ attempts: [], gpuSeconds: 0, seconds: 0 });

function add(tally: Tally, attempt: number, seconds: number, gpus: number): void {
  tally.attempts.push(attempt);
  tally.seconds += seconds;
  if (gpus > 0) tally.gpuSeconds += seconds * gpus;
}

/** `29,721.1`, `976`. */
const hours = (seconds: number): string => plainNumber(secondsToHours(seconds), 1).replace(/\.0$/, '');
