/**
 * A hash of some bytes, an integer below 2⁵³: 32 bits of FNV-1a and 21 of djb2. Among the values of one sweep two that differ share it with a chance of less than one in a
 * billion.
 */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let first = 0x811c9dc5;
  let second = 0x1505;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    first = Math.imul(first ^ byte, 0x01000193);
    second = Math.imul(second, 33) ^ byte;
  }
  return joined(first, second);
}

/** The same over the UTF-16 units of some texts, with a mark between them. */
export function hashTexts(...texts: readonly string[]): number {
  let first = 0x811c9dc5;
  let second = 0x1505;
  for (const text of texts) {
    for (let index = 0; index <= text.length; index++) {
      const unit = index < text.length ? text.charCodeAt(index) : 0;
      first = Math.imul(first ^ unit, 0x01000193);
      second = Math.imul(second, 33) ^ unit;
    }
  }
  return joined(first, second);
}

/** The same of one text, of which a part is left out: `mark` is there instead. */
export function hashWithout(text: string, from: number, to: number, mark: number): number {
  let first = 0x811c9dc5;
  let second = 0x1505;
  for (let index = 0; index < text.length; index++) {
    const unit = index === from ? mark : text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second, 33) ^ unit;
    if (index === from) index = to - 1;
  }
  return joined(first, second);
}

/** A hash of two hashes in this order, as the others an integer below 2⁵³. */
export function hashPair(one: number, other: number): number {
  const first = mix(mix(mix(mix(1, one / 2 ** 21), one), other / 2 ** 21), other);
  const second = mix(mix(mix(mix(2, other), other / 2 ** 21), one), one / 2 ** 21);
  return joined(first, second);
}

/** Takes a number of 32 bits into a hash (the finalising step of MurmurHash3, public domain). Of larger numbers it takes the lower bits. */
export function mix(hash: number, part: number): number {
  let mixed = Math.imul(hash ^ part, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Two independent hashes of 32 bits as one number below 2⁵³: all of the first, and 21 bits of the second. */
export const joined = (first: number, second: number): number => (first >>> 0) * 2 ** 21 + (second >>> 11);
