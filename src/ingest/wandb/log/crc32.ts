/** Tables for four bytes at a time, of the polynomial of IEEE 802.3 with its bits reversed. */
const TABLES: readonly Uint32Array[] = makeTables();

function makeTables(): Uint32Array[] {
  const tables = Array.from({ length: 4 }, () => new Uint32Array(256));
  const [first] = tables as [Uint32Array];
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    first[byte] = crc >>> 0;
  }
  for (let table = 1; table < tables.length; table++) {
    for (let byte = 0; byte < 256; byte++) {
      const before = (tables[table - 1] as Uint32Array)[byte] as number;
      (tables[table] as Uint32Array)[byte] = ((before >>> 8) ^ (first[before & 0xff] as number)) >>> 0;
    }
  }
  return tables;
}

/** CRC-32 of IEEE 802.3, as zlib has it; for runtimes whose zlib does not offer it (Node before 20.15). */
export function crc32(bytes: Uint8Array): number {
  const [one, two, three, four] = TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  let crc = 0xffffffff;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    crc ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    crc =
      (four[crc & 0xff] as number) ^
      (three[(crc >>> 8) & 0xff] as number) ^
      (two[(crc >>> 16) & 0xff] as number) ^
      (one[crc >>> 24] as number);
  }
  for (; at < bytes.length; at++) crc = (one[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
