/**
 * Positions in `heads` ordered by origin, then by order of reading; without a time last.
 *
 * @param origin epoch seconds of a row
 */
export function orderByOrigin(heads: Uint32Array, origin: (row: number) => number): Uint32Array {
  const count = heads.length;
  const seconds = new Float64Array(count);
  let [earliest, latest] = [Number.POSITIVE_INFINITY, 0];
  for (let position = 0; position < count; position++) {
    const from = Math.floor(origin(heads[position] as number));
    seconds[position] = from;
    if (from < earliest) earliest = from;
    if (from > latest) latest = from;
  }
  if (earliest > latest) return Uint32Array.from({ length: count }, (_, position) => position); // no times at all
  // Second and position in one number: sorting numbers natively takes a tenth of the time of a comparator.
  for (let position = 0; position < count; position++) {
    const from = seconds[position] as number;
    seconds[position] = ((Number.isNaN(from) ? latest + 1 : from) - earliest) * count + position;
  }
  seconds.sort();
  const order = new Uint32Array(count);
  for (let position = 0; position < count; position++) order[position] = (seconds[position] as number) % count;
  return order;
}
