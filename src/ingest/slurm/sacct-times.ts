import type { JobNumbers } from '../../model/job.ts';
import { JOB_STATES } from '../../model/job-state.ts';
import type { RawJob } from '../../model/raw-job.ts';
import { parseTimestampBytes } from '../timestamp.ts';
import type { Cells } from './cells.ts';
import type { Refusal } from './countable.ts';
import { parseDuration } from './duration.ts';
import { isMarkOfNoValue } from './energy.ts';
import type { SacctLayout } from './sacct-columns.ts';
import { countAt } from './tres.ts';

const TIMES = ['submit', 'start', 'end'] as const;
const HOUR = 3600;
/** Start, end and duration are each rounded to the second. */
const ROUNDED = 2;
const PENDING = JOB_STATES.indexOf('pending');

/** Reads when jobs of one layout were submitted and ran, and for how long. */
export class SacctTimes {
  readonly #toUtc: (local: number) => number;
  readonly #times: readonly number[];
  readonly #at: Readonly<Record<'start' | 'elapsed' | 'elapsedRaw' | 'suspended', number>>;

  constructor(layout: SacctLayout, toUtc: (local: number) => number) {
    this.#toUtc = toUtc;
    this.#times = TIMES.map((name) => layout.at(name));
    const [start, elapsed] = [layout.at('start'), layout.at('elapsed')];
    this.#at = { start, elapsed, elapsedRaw: layout.at('elapsedraw'), suspended: layout.at('suspended') };
  }

  /** Fills in the times of a job whose state is known. */
  read(cells: Cells, raw: RawJob): Refusal | undefined {
    const refusal = this.#readTimes(cells, raw.numbers) ?? this.#readElapsed(cells, raw);
    if (refusal === undefined && this.#at.start < 0) this.#reckonStart(cells, raw.numbers);
    return refusal;
  }

  /** When a record says that it began, epoch seconds UTC; NaN where it does not. */
  start(cells: Cells): number {
    const cell = this.#at.start;
    if (cells.isEmpty(cell)) return Number.NaN;
    const { bytes, starts, ends } = cells;
    return parseTimestampBytes(bytes, starts[cell] as number, ends[cell] as number, this.#toUtc) ?? Number.NaN;
  }

  #readTimes(cells: Cells, numbers: JobNumbers): Refusal | undefined {
    for (let which = 0; which < TIMES.length; which++) {
      const cell = this.#times[which] as number;
      const seconds = cells.isEmpty(cell)
        ? Number.NaN
        : parseTimestampBytes(cells.bytes, cells.starts[cell] as number, cells.ends[cell] as number, this.#toUtc);
      if (seconds === undefined) return timeRefusal(which, cells.text(cell));
      numbers[TIMES[which] as 'start'] = seconds;
    }
    return undefined;
  }

  /** Wall time: ElapsedRaw, else Elapsed, else the span from Start to End without what Suspended says. */
  #readElapsed(cells: Cells, { numbers, state }: RawJob): Refusal | undefined {
    const { elapsed, elapsedRaw } = this.#at;
    numbers.elapsed = countAt(cells, elapsedRaw);
    if (!Number.isNaN(numbers.elapsed)) return undefined;
    numbers.elapsed = parseDuration(cells.text(elapsed)) ?? Number.NaN;
    if (Number.isNaN(numbers.elapsed) && cells.isEmpty(elapsed) && this.#isUntold(cells, elapsedRaw)) {
      if (numbers.end < numbers.start) numbers.end += Math.max(0, this.#repeatedBy(cells));
      if (numbers.end < numbers.start) return END_FIRST;
      numbers.elapsed = spanOf(numbers, this.#suspended(cells));
    }
    if (!Number.isNaN(numbers.elapsed)) return undefined;
    if (Number.isNaN(numbers.start) || state === PENDING) {
      numbers.elapsed = 0;
      return undefined;
    }
    const said = `ElapsedRaw "${cells.text(elapsedRaw)}", Elapsed "${cells.text(elapsed)}"`;
    return { rule: 'slurm-elapsed', reason: `no duration: ${said}, Start and End do not tell` };
  }

  /** Whether a cell of seconds says nothing: it is empty, or has Slurm's mark for "no value". */
  #isUntold(cells: Cells, cell: number): boolean {
    return cells.isEmpty(cell) || isMarkOfNoValue(cells.text(cell));
  }

  /** How long after its first hour an end lies that can be read in two ways, where an autumn change repeats the hour; 0 for any other. */
  #repeatedBy(cells: Cells): number {
    const cell = this.#times[TIMES.indexOf('end')] as number;
    const at = [cells.starts[cell] as number, cells.ends[cell] as number] as const;
    const local = parseTimestampBytes(cells.bytes, ...at, (seconds) => seconds);
    const isLocal = local !== undefined && parseTimestampBytes(cells.bytes, ...at, (seconds) => seconds + 1) !== local;
    return isLocal ? this.#toUtc(local + HOUR) - this.#toUtc(local) - HOUR : 0;
  }

  #suspended(cells: Cells): number {
    return parseDuration(cells.text(this.#at.suspended)) ?? 0;
  }

  /** Where no Start is printed, it is as long before the end as the job ran and was suspended: else parts of resized jobs, which may overlap, could not be told. */
  #reckonStart(cells: Cells, numbers: JobNumbers): void {
    if (numbers.elapsed > 0) numbers.start = numbers.end - numbers.elapsed - this.#suspended(cells);
  }
}

/** Whether a duration is longer than from start to end, which no job can be: an hour more is a change of the clock. */
export function isLongerThanSpan({ start, end, elapsed }: JobNumbers): boolean {
  const surplus = elapsed - (end - start); // NaN where a time is not told
  return surplus > ROUNDED && Math.abs(surplus - HOUR) > ROUNDED;
}

const END_FIRST: Refusal = {
  rule: 'slurm-end-first',
  reason:
    'End is before Start and no Elapsed tells how long the job ran: perhaps the clock was put back meanwhile. Say --timezone, or export again with ElapsedRaw',
};

const timeRefusal = (which: number, text: string): Refusal => ({
  rule: 'slurm-time',
  reason: `${['Submit', 'Start', 'End'][which]} "${text}" is no time that can be read without guessing. Export again with SLURM_TIME_FORMAT=standard`,
});

/** Seconds from start to end without suspension; 0 for a job that never started, NaN when the end is not known. */
function spanOf({ start, end }: JobNumbers, suspended: number): number {
  if (Number.isNaN(start)) return 0;
  return Number.isNaN(end) ? Number.NaN : Math.max(0, end - start - suspended);
}
