/**
 * Reads years (UTC) of epoch seconds, NaN of NaN. The years of the last answers are kept, since jobs come in order of time: making a date for each of a million took 150 ms.
 */
export function yearReader(): (seconds: number) => number {
  let [year, from, until] = [Number.NaN, Number.NaN, Number.NaN];
  return (seconds) => {
    if (seconds >= from && seconds < until) return year;
    year = new Date(seconds * MILLISECONDS).getUTCFullYear();
    [from, until] = [Date.UTC(year, 0, 1) / MILLISECONDS, Date.UTC(year + 1, 0, 1) / MILLISECONDS];
    return year;
  };
}

const MILLISECONDS = 1000;
