import type { TableLayout } from './layout.ts';
import type { Readings } from './readings.ts';
import type { Role } from './roles.ts';
import type { RowJobs } from './row-jobs.ts';
import type { SpoiledIds } from './spoiled-ids.ts';
import { isMeanDuration } from './statistics.ts';

/** What is noted of rows that are jobs all the same. */
export interface Warning {
  readonly rule: string;
  readonly message: string;
  readonly holds: (row: number) => boolean;
}

const ORDER =
  'dates such as 04/09/2023, of which nothing in the table tells whether days or months come first: hours do not depend on it, the calendar does. Taken as days first; say dates: month-first under table: in runledger.yaml if that is wrong';
const GPU_HOURS =
  'rows that state GPU-hours and no hours: they stand as one GPU for so long, and their wall time is not known';
const MEANS =
  'rows whose duration is the mean of several runs: each counts as one run of that length, since how many there were is not known. Export one row a run';
const SPOILED =
  'ids that a spreadsheet turned into a rounded number or a date (1.23457E+10, 2-Jan): each such row counts as a run of its own, and restarts of a job are not recognised. Export again with that column as text';

/** Of rows that count once with one before them. */
export const ALIKE =
  'rows without an id that are like one before them in every cell, with times to the minute or the day: each counts once, as a row that was copied, but may be a job of its own that all totals then lack. Export again with a column of job ids (job_id), or with times to the second';

const LONGER =
  'rows whose duration is longer than from start to end, which no job can be: the duration counts, since clocks change and times are written in zones. Look whether start or end is wrong';
const ALL_LONGER =
  'durations that are longer than from start to end in most rows, as no job can be (sums over GPUs or CPUs, or what was asked for): start and end count. If the durations are right,';
const ALL_SHORTER =
  'durations that are shorter than from start to end in most rows, as after a suspension, or where start is the submission: the durations count. If start and end are right,';

const NEXT_DAY =
  'rows whose end is a time of day before that of their start: read as the end on the day after, since the duration beside them says so';

/** Of rows that have nothing by which the others tell their jobs. */
export const BARE =
  'rows without an id, a name, a model of GPU or a time, which other rows have, whose amounts are no sum of those above: each counts as a job. If they are totals, delete them from the table';

const always = (): boolean => true;

/** Warnings of durations that contradict start and end. */
export function oddTimes(
  layout: TableLayout,
  { against }: Readings,
  jobs: Pick<RowJobs, 'oddTime'>,
): readonly Warning[] {
  if (!layout.has('start') || !layout.has('end') || !layout.has('duration') || against === 'request') return [];
  const without = (role: Role): string =>
    `say columns: { ${JSON.stringify(layout.columns[layout.at(role)]?.name)}: none } under table: in runledger.yaml`;
  const longer = against === 'longer' ? `${ALL_LONGER} ${without('end')}` : LONGER;
  return [
    { rule: 'table-longer', message: longer, holds: () => jobs.oddTime === 'longer' },
    { rule: 'table-next-day', message: NEXT_DAY, holds: () => jobs.oddTime === 'next-day' },
    {
      rule: 'table-shorter',
      message: `${ALL_SHORTER} ${without('duration')}`,
      holds: () => jobs.oddTime === 'shorter',
    },
  ];
}

/** The warnings that rows of a table can give. */
export function warningsOf(layout: TableLayout, { isOrderOpen }: Readings, spoiled: SpoiledIds): readonly Warning[] {
  const hasHours = layout.has('duration') || (layout.has('start') && layout.has('end'));
  return [
    ...(hasHours ? [] : [{ rule: 'table-gpu-hours-alone', message: GPU_HOURS, holds: always }]),
    ...(isMeanDuration(layout.columns[layout.at('duration')]?.name ?? '')
      ? [{ rule: 'table-means', message: MEANS, holds: always }]
      : []),
    ...(isOrderOpen ? [{ rule: 'table-dates', message: ORDER, holds: always }] : []),
    ...(spoiled.any ? [{ rule: 'table-ids', message: SPOILED, holds: (row: number) => spoiled.has(row) }] : []),
  ];
}
