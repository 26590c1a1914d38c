import type { Configuration } from './pool.ts';

/** How a sweep really ran: hours in which at least one of its runs ran, and how many configurations were at work, on average, in these. NaN where times are not known. */
export interface SideBySide {
  readonly busyHours: number;
  readonly concurrency: number;
}

export function sideBySide(configurations: readonly Configuration[]): SideBySide {
  const spans = configurations
    .flatMap(({ runs }) => runs.map(({ start, end }) => ({ start, end })))
    .sort((a, b) => a.start - b.start);
  let [busy, reached] = [0, Number.NEGATIVE_INFINITY];
  for (const { start, end } of spans) {
    if (!(end >= start)) return { busyHours: Number.NaN, concurrency: Number.NaN };
    if (end <= reached) continue;
    busy += end - Math.max(start, reached);
    reached = end;
  }
  const busyHours = busy / 3600;
  const atWork = configurations.reduce((sum, { wallHours }) => sum + wallHours, 0);
  return busyHours > 0 ? { busyHours, concurrency: atWork / busyHours } : { busyHours, concurrency: Number.NaN };
}
