import type { TableLayout } from './layout.ts';
import type { Readings } from './readings.ts';
import type { SpoiledIds } from './spoiled-ids.ts';

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
const SPOILED =
  'ids that a spreadsheet turned into a rounded number or a date (1.23457E+10, 2-Jan): each such row counts as a run of its own, and restarts of a job are not recognised. Export again with that column as text';

/** Of rows that count once with one before them. */
export const ALIKE =
  'rows without an id that are like one before them in every cell, with times to the minute or the day: each counts once, as a row that was copied, but may be a job of its own that all totals then lack. Export again with a column of job ids (job_id), or with times to the second';

const always = (): boolean => true;

/** The warnings that rows of a table can give. */
export function warningsOf(layout: TableLayout, { isOrderOpen }: Readings, spoiled: SpoiledIds): readonly Warning[] {
  const hasHours = layout.has('duration') || (layout.has('start') && layout.has('end'));
  return [
    ...(hasHours ? [] : [{ rule: 'table-gpu-hours-alone', message: GPU_HOURS, holds: always }]),
    ...(isOrderOpen ? [{ rule: 'table-dates', message: ORDER, holds: always }] : []),
    ...(spoiled.any ? [{ rule: 'table-ids', message: SPOILED, holds: (row: number) => spoiled.has(row) }] : []),
  ];
}
