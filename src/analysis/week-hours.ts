import type { Ledger } from '../model/ledger.ts';
import type { ToLocal } from '../model/project-clock.ts';
import { secondsToHours } from '../model/units.ts';
import { HOURS_IN_A_WEEK, type WeekHours } from '../model/week-hours.ts';
import { type GpusOfRow, gpusIn } from './shares.ts';
import { restOf } from './spending.ts';

/** Zones are whole quarters of an hour apart from each other. */
const QUARTER = 900;
const HOUR = 3600;
/** 1970 began on a Thursday, three days into a week. */
const HOURS_BEFORE_1970 = 3 * 24;
/** About 114 years. A log that spans more has wrong dates, and no week to speak of. */
const MOST_QUARTERS = 4_000_000;

/** GPUs held over time, as what changes at the beginning of a quarter of an hour: an attempt costs the same however long it is. */
interface Held {
  /** GPU-quarters that are held in a part of this quarter only. */
  readonly partly: Float64Array;
  /** By how many GPUs this quarter has more than the one before, held through. */
  readonly change: Float64Array;
}

/**
 * Adds up GPU-hours by hour of the week on a clock. What an attempt was suspended for is spread evenly over its span, as in the timeline.
 *
 * @param start epoch seconds of the first start
 * @param end epoch seconds of the last end
 * @returns nothing where no attempt ran at a known time
 */
export function weekHoursOf(
  ledger: Ledger,
  gpusOf: GpusOfRow,
  { start, end, gpuHours }: { readonly start: number; readonly end: number; readonly gpuHours: number },
  toLocal: ToLocal,
): WeekHours | undefined {
  const first = Math.floor(start / QUARTER);
  const quarters = Math.ceil(end / QUARTER) - first;
  if (!(quarters > 0 && quarters <= MOST_QUARTERS)) return undefined;
  const byHour = byHourOfWeek(heldOf(ledger, gpusOf, first, quarters), first, toLocal);
  const timed = byHour.reduce((sum, hours) => sum + hours, 0);
  return { gpuHours: byHour, untimedGpuHours: restOf(gpuHours, timed) };
}

function heldOf(ledger: Ledger, gpusOf: GpusOfRow, first: number, quarters: number): Held {
  const held = { partly: new Float64Array(quarters), change: new Float64Array(quarters + 1) };
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const [start, end] = [ledger.start[attempt] as number, ledger.end[attempt] as number];
    if (!(end > start)) continue;
    const gpus = gpusIn(gpusOf(ledger.row[attempt] as number));
    if (!(gpus > 0)) continue;
    hold(
      held,
      start / QUARTER - first,
      end / QUARTER - first,
      (gpus * (ledger.wall[attempt] as number)) / (end - start),
    );
  }
  return held;
}

/** Holds so many GPUs from one time to another, in quarters. */
function hold({ partly, change }: Held, from: number, to: number, gpus: number): void {
  const [first, last] = [Math.floor(from), Math.floor(to)];
  add(partly, first, gpus * (Math.min(to, first + 1) - from));
  if (first === last) return;
  if (to > last) add(partly, last, gpus * (to - last));
  add(change, first + 1, gpus);
  add(change, last, -gpus);
}

const add = (sums: Float64Array, at: number, amount: number): void => {
  sums[at] = (sums[at] as number) + amount;
};

function byHourOfWeek({ partly, change }: Held, first: number, toLocal: ToLocal): Float64Array {
  const quarterHours = secondsToHours(QUARTER);
  const hours = new Float64Array(HOURS_IN_A_WEEK);
  let through = 0;
  for (let quarter = 0; quarter < partly.length; quarter++) {
    through += change[quarter] as number;
    // What rises and falls by parts of a GPU does not come back to nothing exactly.
    const gpus = Math.max(0, through) + (partly[quarter] as number);
    if (gpus > 0) add(hours, hourOfWeek(toLocal((first + quarter) * QUARTER)), gpus * quarterHours);
  }
  return hours;
}

const hourOfWeek = (local: number): number => {
  const hour = (Math.floor(local / HOUR) + HOURS_BEFORE_1970) % HOURS_IN_A_WEEK;
  return hour < 0 ? hour + HOURS_IN_A_WEEK : hour;
};
