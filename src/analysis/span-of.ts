import type { Ledger } from '../model/ledger.ts';

/** From the first start to the last end, epoch seconds; NaN when nothing ran. */
export function spanOf(ledger: Ledger): { start: number; end: number } {
  let [start, end] = [Number.NaN, Number.NaN];
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const [from, to] = [ledger.start[attempt] as number, ledger.end[attempt] as number];
    // Some logs tell how long a job ran and not when.
    if (!((ledger.wall[attempt] as number) > 0) || Number.isNaN(from)) continue;
    if (!(start <= from)) start = from;
    if (!(end >= to)) end = to;
  }
  return { start, end };
}
