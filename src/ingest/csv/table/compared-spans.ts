import { type DateOrder, dateIn, isDayAlone } from './dates.ts';
import { type DurationForm, durationIn, isSpan } from './durations.ts';

/** A row that has all of start, end and duration. */
export interface ComparedRow {
  readonly start: string;
  readonly end: string;
  readonly duration: string;
}

/**
 * What the durations of a table are to the times between start and end, where most are not the same: `longer`, which no job can be, or `shorter`, as after a suspension;
 * `request` where they are what was asked for.
 */
export type Against = 'longer' | 'shorter' | 'request';

/** A reading of durations is right where so many of them agree with end − start. Our own judgement. */
const MOST = 0.8;
/** Durations are no measure of the jobs where more than this share contradicts their times. Our own judgement. */
const HALF = 0.5;

/** Rows whose durations are held against their times. */
export class ComparedSpans {
  readonly #rows: readonly ComparedRow[];

  constructor(rows: readonly ComparedRow[]) {
    this.#rows = rows;
  }

  get length(): number {
    return this.#rows.length;
  }

  /** Whether durations read so are those between start and end. */
  agree(form: DurationForm, order: DateOrder): boolean {
    const agreeing = this.#count(form, order, (stated, span) => isSpan(stated, span) && stated > 0);
    return agreeing > 0 && agreeing >= MOST * this.#rows.length;
  }

  /** Whether durations read so are no shorter than the jobs, as a request is. */
  cover(form: DurationForm, order: DateOrder): boolean {
    const covering = this.#count(
      form,
      order,
      (stated, span, days) => !days && (stated >= span || isSpan(stated, span)),
    );
    return covering > 0 && covering >= MOST * this.#rows.length;
  }

  /** How most durations contradict their times; undefined where they do not. Days alone say too little. */
  against(form: DurationForm, order: DateOrder): 'longer' | 'shorter' | undefined {
    const most = HALF * this.#rows.length;
    if (this.#count(form, order, isLonger) > most) return 'longer';
    if (this.#count(form, order, isShorter) > most) return 'shorter';
    return undefined;
  }

  #count(form: DurationForm, order: DateOrder, test: Test): number {
    let count = 0;
    for (const { start, end, duration } of this.#rows) {
      const span = dateIn(end, order, asIs) - dateIn(start, order, asIs);
      if (test(durationIn(duration, form), span, isDayAlone(start) && isDayAlone(end))) count++;
    }
    return count;
  }
}

type Test = (stated: number, span: number, areDays: boolean) => boolean;
const isLonger: Test = (stated, span, areDays) => !areDays && stated > span && !isSpan(stated, span);
const isShorter: Test = (stated, span, areDays) => !areDays && stated < span && !isSpan(stated, span);
const asIs = (local: number): number => local;
