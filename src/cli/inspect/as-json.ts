import { utcTime } from '../../report/utc-time.ts';
import type { FileReading } from './file-reading.ts';

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
const timeOrNull = (seconds: number): string | null => utcTime(seconds) || null;

/** The same as the text, as JSON: times in UTC, null for what is not known. */
export function inspectionJson(readings: readonly FileReading[]): string {
  const files = readings.map(({ sure, from, to, gaps, samples, ...reading }) => ({
    ...reading,
    sure: numberOrNull(sure),
    ...{ from: timeOrNull(from), to: timeOrNull(to) },
    gaps: gaps.map((gap) => ({ from: timeOrNull(gap.from), to: timeOrNull(gap.to) })),
    samples: samples.map((job) => ({
      ...job,
      ...{ start: timeOrNull(job.start), end: timeOrNull(job.end) },
      ...{ wallSeconds: numberOrNull(job.wallSeconds), gpus: numberOrNull(job.gpus) },
    })),
  }));
  return `${JSON.stringify({ files }, null, 2)}\n`;
}
