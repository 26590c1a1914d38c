const FIRST_SENTINEL_32 = 4_294_967_294;
const SENTINELS_64_FROM = 2 ** 63;
const PER_UNIT: Readonly<Record<string, number>> = { '': 1, K: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 };

/**
 * Reads `ConsumedEnergyRaw` (joules) or `ConsumedEnergy` (`1.23M`: multiples of 1000).
 *
 * @returns joules; NaN for nothing, for Slurm's marks of "no value" in 32 and 64 bits, and for 0, which is what is printed where nothing is measured
 */
export function parseJoules(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([KMGTP]?)$/.exec(text);
  if (match === null) return Number.NaN;
  const joules = Number(match[1]) * (PER_UNIT[match[2] as string] as number);
  return isMark(joules) || joules === 0 ? Number.NaN : joules;
}

const isMark = (joules: number): boolean =>
  joules >= SENTINELS_64_FROM || joules === FIRST_SENTINEL_32 || joules === FIRST_SENTINEL_32 + 1;

/** No mark for "no value" has fewer figures. */
export const SHORTEST_MARK = String(FIRST_SENTINEL_32).length;

/** Whether a text is one of Slurm's marks for "no value", in 32 or 64 bits. */
export const isMarkOfNoValue = (text: string): boolean => /^\d+$/.test(text) && isMark(Number(text));
