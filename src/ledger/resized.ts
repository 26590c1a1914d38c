import { stateOf } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import { jobAt } from './job-at.ts';

// What an earlier report made of an attempt was cut and counted then: rows of a `jobs.csv` are left as they are.

/** Sources whose submission of a resized job's second part is the moment of the resize, and never after a start otherwise. */
const isSlurm = (table: JobTable, row: number): boolean =>
  table.sources[table.file.at(row)]?.startsWith('slurm-') === true;

const isResized = ({ state }: AttemptColumns, attempt: number): boolean =>
  attempt >= 0 && stateOf(state[attempt] as number) === 'resized';

/** Clocks go back by so much, in the first hours of a Sunday in one of these months (0 to 11; Brazil until 2019, Chile and Australia, Europe, America: tz database). */
const CLOCKS_BACK = { seconds: 3600, months: [1, 3, 9, 10], untilHour: 4 };
/** Zones lie up to so many hours east and west of UTC. */
const ZONE_HOURS = { east: 14, west: 12 };

/** Whether a job may have been submitted in the hour that clocks repeat and have begun in it the second time, so that it seems to have begun before. */
function mayBeRepeatedHour(start: number, seconds: number): boolean {
  if (seconds > CLOCKS_BACK.seconds) return false;
  const moment = new Date(start * 1000);
  const hourOfSunday = moment.getUTCDay() === 6 ? moment.getUTCHours() - 24 : moment.getUTCHours();
  const isNear = [6, 0].includes(moment.getUTCDay()) && CLOCKS_BACK.months.includes(moment.getUTCMonth());
  return isNear && hourOfSunday >= -ZONE_HOURS.east && hourOfSunday < CLOCKS_BACK.untilHour + ZONE_HOURS.west;
}

/**
 * Slurm before 24.11 prints the original start for the second part of a resized job, whose submission is the moment of the resize: the parts overlap and the time before it would
 * count twice. Cuts the second part at its submission, though the first may be in none of the logs: but then not where clocks that went back may have made it seem so.
 *
 * @param earlier attempt of the same job before this one; −1 when there is none
 * @returns `clipped`; `late` when clocks may make it seem that it was submitted after it began
 */
export function cutAtResize(
  table: JobTable,
  attempts: AttemptColumns,
  earlier: number,
  later: number,
): 'clipped' | 'late' | undefined {
  const row = attempts.row[later] as number;
  const overlap = table.submit.at(row) - (attempts.start[later] as number);
  const isPart = isResized(attempts, earlier);
  if (!(overlap > 0) || table.reported.has(row) || !(isPart || isSlurm(table, row))) return undefined;
  if (!isPart && mayBeRepeatedHour(attempts.start[later] as number, overlap)) return 'late';
  attempts.start[later] = (attempts.start[later] as number) + overlap;
  attempts.wall[later] = Math.max(0, (attempts.wall[later] as number) - overlap);
  return 'clipped';
}

/**
 * Slurm 20.11, and what a job asked for, say as many GPUs of the second part of a job that gave nodes back as of the first. GPUs are held by node, so it has them in proportion to
 * the nodes that it kept.
 *
 * @returns `shrunk` when the GPUs of the later attempt were corrected, in a row composed for it; `unsure` when they are those from before and the log does not tell the nodes
 */
export function countGpusKept(
  table: JobTable,
  attempts: AttemptColumns,
  earlier: number,
  later: number,
): 'shrunk' | 'unsure' | undefined {
  const [before, after] = [attempts.row[earlier] as number, attempts.row[later] as number];
  if (!isResized(attempts, earlier) || table.reported.has(after)) return undefined;
  const kept = table.nodes.at(after) / table.nodes.at(before);
  const gpus = table.gpus.at(after);
  if (!(gpus > 0) || gpus !== table.gpus.at(before)) return undefined;
  if (Number.isNaN(kept)) return 'unsure';
  if (kept >= 1) return undefined;
  const gpuTypes = table.gpuTypes.at(after).replace(/=([\d.]+)/g, (_, count: string) => `=${Number(count) * kept}`);
  attempts.row[later] = table.compose({ ...jobAt(table, after), gpus: gpus * kept, gpuTypes }, table.file.at(after));
  return 'shrunk';
}
