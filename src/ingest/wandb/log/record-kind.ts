/** Fields of a record that may stand before what it holds: its number, and how to answer it. */
const [NUMBER, CONTROL] = [1, 16];

/** How many fields are looked at. */
const MOST_FIELDS = 4;

/** What a record holds, by the number of its field; 0 when that cannot be seen from the bytes given: its beginning is enough. */
export function kindOf(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  for (let fields = 0; fields < MOST_FIELDS && at < end; fields++) {
    const tagEnd = varintEnd(bytes, at, end);
    const tag = varint(bytes, at, tagEnd);
    const field = tag >>> 3;
    if (field !== NUMBER && field !== CONTROL) return field;
    const valueEnd = varintEnd(bytes, tagEnd, end);
    at = (tag & 7) === 2 ? valueEnd + varint(bytes, tagEnd, valueEnd) : valueEnd;
  }
  return 0;
}

function varintEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] as number) > 0x7f) at++;
  return at + 1;
}

/** A number of at most four bytes: tags and short lengths. */
function varint(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = Math.min(end, start + 4) - 1; at >= start; at--) value = value * 128 + ((bytes[at] as number) & 0x7f);
  return value;
}
