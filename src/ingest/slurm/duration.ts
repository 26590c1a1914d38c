const DURATION = /^(?:(\d+)-)?(\d+(?::\d+){0,2})(?:\.(\d+))?$/;

/**
 * Reads one of Slurm's durations (`secs2time_str`, `_elapsed_time`): `1-02:03:04`, `00:00:07`, `12:34.567` (minutes, seconds). After
 * days the parts are hours, minutes, seconds; without days two parts are minutes and seconds.
 *
 * @returns seconds; undefined for `INVALID`, `UNLIMITED`, a bare integer (minutes or seconds? it does not say) and all else
 */
export function parseDuration(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (match === null) return undefined;
  const [, days, clock = '', fraction] = match;
  const parts = clock.split(':').map(Number);
  if (days === undefined && parts.length === 1) return undefined;
  const [hours, minutes, seconds] = days !== undefined || parts.length === 3 ? parts : [0, ...parts];
  const whole = Number(days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return whole + (fraction === undefined ? 0 : Number(`0.${fraction}`));
}

const NO_LIMIT = 'UNLIMITED';

/** Reads `Timelimit`, a duration. Gives seconds; Infinity for `UNLIMITED`, NaN for `Partition_Limit` and all else. */
export const parseTimeLimit = (text: string): number =>
  text === NO_LIMIT ? Number.POSITIVE_INFINITY : (parseDuration(text) ?? Number.NaN);

/** Reads `TimelimitRaw`, whole minutes. Gives seconds as {@link parseTimeLimit}. */
export const parseTimeLimitRaw = (text: string): number =>
  text === NO_LIMIT ? Number.POSITIVE_INFINITY : /^\d{1,9}$/.test(text) ? Number(text) * 60 : Number.NaN;
