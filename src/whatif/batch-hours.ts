/** How long some work takes with so many pieces side by side, each begun in order as soon as there is room. */
export function batchHours(hours: readonly number[], slots: number): number {
  const free = new Array<number>(Math.max(1, Math.min(slots, hours.length))).fill(0);
  for (const each of hours) {
    const first = free.reduce((least, time, at) => (time < (free[least] as number) ? at : least), 0);
    free[first] = (free[first] as number) + each;
  }
  return Math.max(...free);
}
