/**
 * FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), of the bytes between two offsets.
 *
 * @param stop byte at which they end earlier
 */
export function hashBytes(bytes: Uint8Array, start: number, end: number, stop: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end && bytes[at] !== stop; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash >>> 0;
}

/** Whether as many bytes as there are between two offsets are the same from another offset on. Compared from the end: times and ids that follow each other differ in their last letters. */
export function areSame(bytes: Uint8Array, start: number, end: number, others: Uint8Array, from: number): boolean {
  for (let at = end - 1, other = from + end - 1 - start; at >= start; at--, other--) {
    if (bytes[at] !== others[other]) return false;
  }
  return true;
}

/** Whether two strings are the same. Times and ids that follow each other differ in their last letter, which is seen sooner than that texts cut from others differ. */
export const isSame = (text: string, other: string): boolean =>
  text.length === other.length &&
  text.charCodeAt(text.length - 1) === other.charCodeAt(other.length - 1) &&
  text === other;
