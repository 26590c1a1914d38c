import type { Diagnostics } from '../model/diagnostic.ts';
import { stateOf } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';
import { plainNumber } from '../model/print-number.ts';
import { secondsToHours } from '../model/units.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import { isOverLimit } from './lost-records.ts';
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
 * export. One that seems to run well past its time limit is counted up to the limit. Without a limit nothing is cut, but long ones are reported.
 */
export function cutRunaways(
  table: JobTable,
  attempts: AttemptColumns,
  isSelected: IsSelected,
  diagnostics: Diagnostics,
): void {
  const { count, row, wall, end, state } = attempts;
  const [cut, long] = [emptyTally(), emptyTally()];
  for (let attempt = 0; attempt < count; attempt++) {
    if (stateOf(state[attempt] as number) !== 'running') continue;
    const at = row[attempt] as number;
    const seconds = wall[attempt] as number;
    const limit = table.timeLimit.at(at);
    if (isOverLimit(seconds, limit)) {
      wall[attempt] = limit;
      end[attempt] = (end[attempt] as number) - (seconds - limit);
      if (isSelected(at)) add(cut, attempt, seconds - limit, table.gpus.at(at));
    } else if (!Number.isFinite(limit) && seconds > LONG_SECONDS && isSelected(at)) {
      add(long, attempt, seconds, table.gpus.at(at));
    }
  }
  const places = ({ attempts: of }: Tally) => of.map((attempt) => table.place(row[attempt] as number));
  const taken = `${hours(cut.seconds)} hours (${hours(cut.gpuSeconds)} GPU-hours) are taken off`;
  const cutMessage = `attempts printed as running past 1.1 times their time limit and an hour, as if lost by the cluster: counted up to the limit, ${taken}. If they did run on, export again once they have ended`;
  for (const place of places(cut)) diagnostics.note('runaway-cut', 'warning', cutMessage, place);
  const longMessage = `attempts printed as running for more than 30 days without a time limit: counted as printed, ${hours(long.seconds)} hours (${hours(long.gpuSeconds)} GPU-hours), though the cluster may have lost them. sacctmgr show runawayjobs tells`;
  for (const place of places(long)) diagnostics.note('runaway-suspected', 'warning', longMessage, place);
}

const emptyTally = (): Tally => ({ attempts: [], gpuSeconds: 0, seconds: 0 });

function add(tally: Tally, attempt: number, seconds: number, gpus: number): void {
  tally.attempts.push(attempt);
  tally.seconds += seconds;
  if (gpus > 0) tally.gpuSeconds += seconds * gpus;
}

/** `29,721.1`, `976`. */
const hours = (seconds: number): string => plainNumber(secondsToHours(seconds), 1).replace(/\.0$/, '');
