import type { DayAndClock } from './day-and-clock.ts';
import type { Readings } from './readings.ts';
import type { Column } from './roles.ts';

/** What columns are for that say nothing of a job by their headers. */
export interface OtherUses {
  readonly isParameter: readonly boolean[];
  readonly isMeasure: readonly boolean[];
  readonly joined: readonly DayAndClock[];
  /** Indices of the columns of which one duration was put together. */
  readonly parts: readonly number[];
}

/** What a column is for whose cells are a part of a time; undefined for others. */
function joinedUse(joined: readonly DayAndClock[], index: number): string | undefined {
  const dayOf = joined.find(({ day }) => day === index);
  if (dayOf !== undefined) return dayOf.role;
  const clockOf = joined.find(({ clock }) => clock === index);
  return clockOf && `time of day of ${clockOf.role}`;
}

/** What a column was taken for, in words; `other` of one that says nothing of the job. */
function useOf({ role, unit }: Column, other: string, { order, usesOrder, duration, against }: Readings): string {
  if (role === undefined) return other;
  if (role === 'duration' && against === 'request') return 'none';
  if (role === 'start' || role === 'end' || role === 'submit') return usesOrder ? `${role}, ${order}` : role;
  const seconds = Number.isNaN(unit) ? duration.unit : unit;
  return role === 'duration' && !Number.isNaN(seconds) ? `duration, numbers count ${seconds} s` : role;
}

/** What each column of the file was taken for. */
export function usesOf(
  columns: readonly Column[],
  readings: Readings,
  { isParameter, isMeasure, joined, parts }: OtherUses,
): { readonly header: string; readonly use: string }[] {
  const ofOthers = (index: number): string =>
    isParameter[index] === true ? 'hyperparameter' : isMeasure[index] === true ? 'metric' : '';
  return columns.map((column, index) => ({
    header: column.name,
    use: parts.includes(index)
      ? `duration, numbers count ${column.unit} s, added up`
      : (joinedUse(joined, index) ?? useOf(column, ofOthers(index), readings)),
  }));
}
