/** Fields of a record beside what it holds: its number, how to answer it, an id, its stream. Go's clients write them first, whatever their numbers. */
const BESIDE: ReadonlySet<number> = new Set([1, 16, 19, 200]);

/** How many fields are looked at. */
const MOST_FIELDS = 6;

/** What a record holds, by the number of its field; 0 when that cannot be seen from so few bytes. */
export function kindOf(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  for (let fields = 0; fields < MOST_FIELDS && at < end; fields++) {
    const tagEnd = varintEnd(bytes, at, end);
    if (tagEnd > end) return 0;
    const tag = varint(bytes, at, tagEnd);
    const field = tag >>> 3;
    if (!BESIDE.has(field)) return field;
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
