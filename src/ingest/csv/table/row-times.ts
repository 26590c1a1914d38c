import type { CellColumn } from './cell-column.ts';
import { dateReadout, durationReadout } from './cell-readouts.ts';
import type { Against } from './compared-spans.ts';
import { isDayAlone } from './dates.ts';
import { isBareNumber, isSpan, UNITS_OF_NUMBERS } from './durations.ts';
import type { Readings } from './readings.ts';
import type { NumberReadout } from './readout.ts';
import type { Role } from './roles.ts';

/** A row that is no job: why not. */
export interface NoJob {
  readonly rule: string;
  readonly reason: string;
}

export type TimeOddity = 'longer' | 'shorter' | 'next-day' | undefined;

const [HOUR, DAY] = [3600, 86_400];
const DAYS = 'start and end are days without a time of day, and no duration is told: its hours are not known';

type TimeRole = Extract<Role, 'start' | 'end' | 'duration'>;

/** When the jobs of rows ran, and for how long: what the table states, and what follows from it. */
export class RowTimes {
  /** Of the row read last: epoch seconds UTC and wall seconds, NaN for what is not known. */
  start = Number.NaN;
  end = Number.NaN;
  elapsed = Number.NaN;
  readonly #columns: Readonly<Record<TimeRole, CellColumn | undefined>>;
  readonly #starts: NumberReadout;
  readonly #ends: NumberReadout;
  readonly #durations: NumberReadout;
  /** Seconds of one unit of a bare number. */
  readonly #unit: number;
  /** Whether the durations of this table are the times between start and end. */
  readonly #agrees: boolean;
  readonly #against: Against | undefined;
  readonly #isEndOfSameDay: boolean;
  /** What is odd of the times of the row read last: a duration that is longer than from start to end, or shorter as in most rows; an end of the day after. */
  oddity: TimeOddity;

  /** @param isEndOfSameDay whether of the end the clock alone is told, and its day is that of the start */
  constructor(
    columnOf: (role: Role) => CellColumn | undefined,
    { order, duration, agrees, against }: Readings,
    toUtc: (local: number) => number,
    isEndOfSameDay = false,
  ) {
    const columns = { start: columnOf('start'), end: columnOf('end'), duration: columnOf('duration') };
    this.#columns = columns;
    this.#starts = dateReadout(columns.start, order, toUtc);
    this.#ends = dateReadout(columns.end, order, toUtc);
    this.#durations = durationReadout(columns.duration, duration);
    this.#unit = duration.unit;
    this.#agrees = agrees;
    this.#against = against;
    this.#isEndOfSameDay = isEndOfSameDay;
  }

  /** Reads a row. @returns why it is no job; undefined where it is one */
  read(row: number): NoJob | undefined {
    const start = this.#starts.at(row);
    if (Number.isNaN(start) && this.#isFilled('start', row)) return this.#noTime('start', row);
    const told = this.#ends.at(row);
    if (Number.isNaN(told) && this.#isFilled('end', row)) return this.#noTime('end', row);
    const stated = this.#against === 'request' ? Number.NaN : this.#durations.at(row);
    const isNextDay = this.#isEndOfSameDay && told < start && isSpan(stated, told + DAY - start);
    const end = isNextDay ? told + DAY : told;
    const refusal = this.#contradiction(stated, start, end, row);
    if (refusal !== undefined) return refusal;
    const span = end - start;
    this.oddity = isNextDay ? 'next-day' : this.#oddityOf(stated, span, row);
    const isLeftOut = Number.isNaN(stated) || (this.#against === 'longer' && !this.#areDays(span, row));
    this.elapsed = isLeftOut ? span : stated;
    this.start = Number.isNaN(start) ? end - this.elapsed : start;
    this.end = Number.isNaN(end) ? this.start + this.elapsed : end;
    return undefined;
  }

  /** Why a duration and the times beside it are not those of a job. */
  #contradiction(stated: number, start: number, end: number, row: number): NoJob | undefined {
    if (!(stated >= 0) && this.#against !== 'request' && this.#isFilled('duration', row)) {
      return { rule: 'table-duration', reason: `"${this.#text('duration', row)}" is no duration that is understood` };
    }
    if (end < start) return { rule: 'table-backwards', reason: 'it ends before it starts' };
    if (this.#agrees && this.#isInOtherUnit(stated, end - start, row)) {
      const said = `"${this.#text('duration', row)}" is ${stated} s as its column counts, and end is ${end - start} s after start`;
      return { rule: 'table-unit', reason: `a number in another unit than the rest of its column: ${said}` };
    }
    const isUntold = Number.isNaN(stated) && this.#areDays(end - start, row);
    return isUntold ? { rule: 'table-days', reason: DAYS } : undefined;
  }

  #oddityOf(stated: number, span: number, row: number): TimeOddity {
    const isLonger = stated > span;
    if (!isLonger && !(this.#against === 'shorter' && stated < span)) return undefined;
    if (isSpan(stated, span) || this.#areDays(span, row)) return undefined;
    return isLonger ? 'longer' : 'shorter';
  }

  /** Whether a bare number is not the time between start and end, as those of its column are, but would be so in another unit: a factor of 60 or 1,000. */
  #isInOtherUnit(stated: number, span: number, row: number): boolean {
    if (!(stated > 0) || Number.isNaN(span) || isSpan(stated, span)) return false;
    const number = stated / this.#unit;
    return isBareNumber(this.#text('duration', row)) && UNITS_OF_NUMBERS.some((unit) => isSame(number, unit, span));
  }

  /** Whether start and end are days alone; a span of no whole hours tells sooner that they are not. */
  #areDays(span: number, row: number): boolean {
    return span % HOUR === 0 && isDayAlone(this.#text('start', row)) && isDayAlone(this.#text('end', row));
  }

  #isFilled(role: TimeRole, row: number): boolean {
    return this.#columns[role]?.isEmpty(row) === false;
  }

  #text(role: TimeRole, row: number): string {
    return this.#columns[role]?.at(row) ?? '';
  }

  #noTime(role: 'start' | 'end', row: number): NoJob {
    return { rule: 'table-time', reason: `${role} "${this.#text(role, row)}" is no time that is understood` };
  }
}

/** Another unit is believed where the number is the time between start and end to 2 %, or was rounded to a whole unit or minute. Our own judgement. */
const isSame = (number: number, unit: number, span: number): boolean =>
  Math.abs(number * unit - span) <= Math.max(0.02 * span, Math.min(unit, 60) / 2);
