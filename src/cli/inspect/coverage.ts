import type { JobTable } from '../../model/job-table.ts';
import type { FileReading, Span } from './file-reading.ts';

/** A pause so long may be an export that was left out. Our own judgement. */
const LONG_SECONDS = 7 * 86_400;
const GAPS_SHOWN = 5;

/** From the first start to the last end, and the longest pauses between jobs. */
export function coverageOf(table: JobTable): Pick<FileReading, 'from' | 'to' | 'gaps'> {
  const spans: Span[] = [];
  for (let row = 0; row < table.records; row++) {
    const [start, end] = [table.start.at(row), table.end.at(row)];
    if (!Number.isNaN(start)) spans.push({ from: start, to: Number.isNaN(end) ? start : Math.max(start, end) });
  }
  spans.sort((a, b) => a.from - b.from);
  const gaps: Span[] = [];
  let until = Number.NaN;
  for (const { from, to } of spans) {
    if (from - until >= LONG_SECONDS) gaps.push({ from: until, to: from });
    if (!(until >= to)) until = to;
  }
  gaps.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  return { from: spans[0]?.from ?? Number.NaN, to: until, gaps: gaps.slice(0, GAPS_SHOWN) };
}
