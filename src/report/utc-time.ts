const DAY = 86_400;
const [ZERO, COLON, LETTER_Z] = [0x30, 0x3a, 0x5a];
const dates = new Map<number, string>();
let [lastDay, lastDate] = [Number.NaN, ''];

/** The longest that {@link copyUtcTime} writes: years beyond 9999 have a sign and six digits. */
export const UTC_TIME_BYTES = 24;

/** `2018-05-22T`, made once a day: `toISOString` alone would take a second for the times of a million jobs. */
function dateOf(day: number): string {
  if (day === lastDay) return lastDate;
  let date = dates.get(day);
  if (date === undefined) {
    const iso = new Date(day * DAY * 1000).toISOString();
    date = iso.slice(0, iso.indexOf('T') + 1);
    dates.set(day, date);
  }
  [lastDay, lastDate] = [day, date];
  return date;
}

/** Writes epoch seconds as `2018-05-22T00:00:00Z`, whole seconds, into bytes; nothing for NaN. Gives where it ends. */
export function copyUtcTime(seconds: number, bytes: Uint8Array, start: number): number {
  if (Number.isNaN(seconds)) return start;
  const day = Math.floor(seconds / DAY);
  const date = dateOf(day);
  const rest = Math.floor(seconds - day * DAY);
  let at = start;
  for (let index = 0; index < date.length; index++) bytes[at++] = date.charCodeAt(index);
  at = copyPair((rest / 3600) | 0, bytes, at);
  bytes[at++] = COLON;
  at = copyPair(((rest / 60) | 0) % 60, bytes, at);
  bytes[at++] = COLON;
  at = copyPair(rest % 60, bytes, at);
  bytes[at++] = LETTER_Z;
  return at;
}

function copyPair(number: number, bytes: Uint8Array, at: number): number {
  const tens = (number / 10) | 0;
  bytes[at] = ZERO + tens;
  bytes[at + 1] = ZERO + number - tens * 10;
  return at + 2;
}

const scratch = new Uint8Array(UTC_TIME_BYTES);

/** Epoch seconds as `2018-05-22T00:00:00Z`, whole seconds; empty for NaN. */
export function utcTime(seconds: number): string {
  const end = copyUtcTime(seconds, scratch, 0);
  return String.fromCharCode(...scratch.subarray(0, end));
}
