/** `2023-06-10 20:48:19,729 INFO    MainThread:1171 […`: Python's logging module, in the local time of the machine. */
const STAMP = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)[,.](\d{3})/gm;

/** Seconds between the first and the last line of a client's `debug.log`, whatever their zone; NaN when it has no two lines with a time. */
export function debugLogSeconds(text: string): number {
  let [first, last] = [Number.NaN, Number.NaN];
  for (const match of text.matchAll(STAMP)) {
    const [year, month, day, hour, minute, second, millis] = match.slice(1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    last = Date.UTC(year, month - 1, day, hour, minute, second, millis) / 1000;
    if (Number.isNaN(first)) first = last;
  }
  return last > first ? last - first : Number.NaN;
}
