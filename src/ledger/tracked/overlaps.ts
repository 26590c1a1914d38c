import type { AttemptColumns } from '../attempt-columns.ts';
import { CLOCK_SECONDS, type Session } from './sessions.ts';

type Times = Pick<AttemptColumns, 'start' | 'end'>;

/** Seconds for which an attempt and a session both ran, clocks considered; where they did not, the negative of how far they are apart. NaN when the attempt never ran. */
function overlapOf({ start, end }: Times, attempt: number, session: Session): number {
  const from = Math.max(session.start, (start[attempt] as number) - CLOCK_SECONDS);
  return Math.min(session.end, (end[attempt] as number) + CLOCK_SECONDS) - from;
}

/** Of attempts the one that a session overlaps most, or else is least far from; of several such the one that started last. Undefined when none is as near as that. */
export function closestOf(
  times: Times,
  attempts: readonly number[],
  session: Session,
  furthestSeconds: number,
): number | undefined {
  const overlaps = attempts.map((attempt) => [attempt, overlapOf(times, attempt, session)] as const);
  const fitting = overlaps.filter(([, overlap]) => overlap >= -furthestSeconds);
  fitting.sort(([a, x], [b, y]) => y - x || (times.start[b] as number) - (times.start[a] as number) || a - b);
  return fitting[0]?.[0];
}
