/** Numbers in [0, 1) that a seed determines, the same on every machine: mulberry32 (public domain), a generator of 32 bits of state. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed that is made of numbers: the same numbers in the same order give the same chances. FNV-1a over their bits. */
export function seedOf(values: Float64Array): number {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(values.slice().buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** Puts numbers into an order of chance, in place (Fisher and Yates). */
export function shuffle(values: Float64Array, random: () => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = values[last] as number;
    values[last] = values[other] as number;
    values[other] = kept;
  }
}

/** A random order of the whole numbers below a count. */
export function shuffled(count: number, random: () => number): number[] {
  const order = Float64Array.from({ length: count }, (_, index) => index);
  shuffle(order, random);
  return [...order];
}
