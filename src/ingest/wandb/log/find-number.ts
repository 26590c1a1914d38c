const [DOT, E, MINUS, PLUS] = [0x2e, 0x65, 0x2d, 0x2b];
const encoder = new TextEncoder();
const keys = new Map<string, Uint8Array>();
/** How the value of an item begins: field 16, bytes. */
const VALUE = [0x82, 0x01];

/**
 * The number of one item of a history record, found by its key without decoding the others: they are most of a log.
 *
 * @returns NaN when the record has no such item
 */
export function findNumber(bytes: Uint8Array, start: number, end: number, key: string): number {
  const wanted = keys.get(key) ?? encoder.encode(key);
  keys.set(key, wanted);
  // Byte before the key: its length. After it comes the value.
  for (let at = lastOf(bytes, start, end, wanted); at > start; at = lastOf(bytes, start, at, wanted)) {
    const after = at + wanted.length;
    if (bytes[at - 1] !== wanted.length || bytes[after] !== VALUE[0] || bytes[after + 1] !== VALUE[1]) continue;
    const length = bytes[after + 2] as number;
    const [from, to] = [after + 3, after + 3 + length];
    if (length < 0x80 && to <= end) return numberIn(bytes, from, to);
  }
  return Number.NaN;
}

/** Where a text stands last, before an offset; −1 when it does not. */
function lastOf(bytes: Uint8Array, start: number, end: number, text: Uint8Array): number {
  const first = text[0] as number;
  for (let at = bytes.lastIndexOf(first, end - text.length); at >= start; at = bytes.lastIndexOf(first, at - 1)) {
    let same = 1;
    while (same < text.length && bytes[at + same] === text[same]) same++;
    if (same === text.length) return at;
  }
  return -1;
}

function numberIn(bytes: Uint8Array, from: number, to: number): number {
  let text = '';
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    const isPart =
      (byte >= 0x30 && byte <= 0x39) || byte === DOT || byte === MINUS || byte === PLUS || byte === E || byte === 0x45;
    if (!isPart) return Number.NaN;
    text += String.fromCharCode(byte);
  }
  return text === '' ? Number.NaN : Number(text);
}
