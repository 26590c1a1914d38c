/** A span of time, half-open, in epoch seconds UTC. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

const DAY = 86_400;

/** The first second of the month after the one that holds `time`. */
export function nextMonth(time: number): number {
  const date = new Date(time * 1000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) / 1000;
}

/** Cuts a span where months begin, oldest first: the windows touch, do not overlap, and cover it. */
export function monthsOf({ start, end }: Window): Window[] {
  const windows: Window[] = [];
  for (let from = start; from < end; ) {
    const to = Math.min(nextMonth(from), end);
    windows.push({ start: from, end: to });
    from = to;
  }
  return windows;
}

/** The two halves of a window, cut at a midnight; undefined for a day or less. */
export function halvesOf({ start, end }: Window): readonly [Window, Window] | undefined {
  if (end - start <= DAY) return undefined;
  const middle = Math.max(Math.floor((start + end) / 2 / DAY), Math.floor(start / DAY) + 1) * DAY;
  return [
    { start, end: middle },
    { start: middle, end },
  ];
}

/**
 * The windows to ask for: months, each in the pieces into which it was halved when it was asked for earlier, so that a whole month that was too much is not tried again.
 *
 * @param isKnown whether a window was saved earlier
 */
export function planWindows(span: Window, isKnown: (window: Window) => boolean): Window[] {
  const wasCut = (window: Window): boolean =>
    halvesOf(window)?.some((half) => isKnown(half) || wasCut(half)) === true && !isKnown(window);
  const piecesOf = (window: Window): readonly Window[] =>
    wasCut(window) ? (halvesOf(window) ?? []).flatMap(piecesOf) : [window];
  return monthsOf(span).flatMap(piecesOf);
}

/** A time as `sacct -S` takes it: `2024-03-01T00:00:00`, UTC. */
export const timeText = (time: number): string => new Date(time * 1000).toISOString().slice(0, 19);

/** A window in the name of a file: `2024-03` for a month, else its ends, `2024-03-01-to-2024-03-16`. */
export function windowName({ start, end }: Window): string {
  if (start === monthStart(start) && end === nextMonth(start)) return timeText(start).slice(0, 7);
  return `${instantName(start)}-to-${instantName(end)}`;
}

const monthStart = (time: number): number => {
  const date = new Date(time * 1000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth()) / 1000;
};

const instantName = (time: number): string => timeText(time).replace('T00:00:00', '').replaceAll(':', '');
