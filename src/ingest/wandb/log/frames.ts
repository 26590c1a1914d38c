/** Blocks are counted from the first byte of the file, header included [wandb/sdk/internal/datastore.py, LEVELDBLOG_BLOCK_LEN]. */
const BLOCK_BYTES = 32_768;
/** Before each chunk: CRC-32 (4 bytes), length (2), type (1), little-endian. */
const CHUNK_HEADER = 7;
/** `:W&B`, the magic number 0xBEE1, version 0. */
const FILE_HEADER = [0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0x00];
const [FULL, FIRST, MIDDLE, LAST] = [1, 2, 3, 4];

/** Larger records are left out. Our own judgement: an image or a model is a file of its own, not a record. */
const LARGEST_RECORD = 64 << 20;

/** What was wrong with a log. */
export interface Damage {
  /** Whether the file does not begin as such a log does. An empty one does not. */
  isForeign: boolean;
  /** Chunks whose sum is wrong, or that cannot be. */
  badChunks: number;
  /** Records of which a part is missing, or that are too large. */
  lostRecords: number;
  /** Whether the file ends within a record: it is still written, or its writer died. */
  isCut: boolean;
}

/** Gets the records of a log. */
export interface RecordHandler {
  /** Whether a record that begins so is wanted: others are not put together. */
  wants(bytes: Uint8Array, start: number, end: number): boolean;
  /** A record; the bytes are only lent. */
  take(bytes: Uint8Array, start: number, end: number): void;
}

/**
 * Takes the records out of W&B's log: LevelDB's format of records in blocks [wandb/sdk/internal/datastore.py; core/pkg/leveldb/record.go], with a plain CRC-32 over type and
 * data. After damage it goes on at the next block. Memory is one block and one record.
 */
export class Frames {
  readonly damage: Damage = { isForeign: true, badChunks: 0, lostRecords: 0, isCut: false };
  /** Bytes fed. */
  bytes = 0;
  readonly #handler: RecordHandler;
  readonly #crc32: (bytes: Uint8Array) => number;
  readonly #block = new Uint8Array(BLOCK_BYTES);
  #filled = 0;
  #isFirstBlock = true;
  #record = new Uint8Array(BLOCK_BYTES);
  #recordLength = 0;
  /** Inside a record of several chunks: whether it is put together. */
  #open: 'none' | 'wanted' | 'unwanted' = 'none';

  constructor(handler: RecordHandler, crc32: (bytes: Uint8Array) => number) {
    this.#handler = handler;
    this.#crc32 = crc32;
  }

  feed(bytes: Uint8Array): void {
    this.bytes += bytes.length;
    let at = 0;
    if (this.#filled > 0) {
      at = Math.min(bytes.length, BLOCK_BYTES - this.#filled);
      this.#block.set(bytes.subarray(0, at), this.#filled);
      this.#filled += at;
      if (this.#filled < BLOCK_BYTES) return;
      this.#readBlock(this.#block, 0, BLOCK_BYTES, false);
    }
    for (; at + BLOCK_BYTES <= bytes.length; at += BLOCK_BYTES) this.#readBlock(bytes, at, at + BLOCK_BYTES, false);
    this.#block.set(bytes.subarray(at));
    this.#filled = bytes.length - at;
  }

  end(): void {
    if (this.#filled > 0) this.#readBlock(this.#block, 0, this.#filled, true);
    if (this.#open !== 'none') this.damage.isCut = true;
    this.#open = 'none';
  }

  #readBlock(bytes: Uint8Array, start: number, end: number, isLast: boolean): void {
    let at = start;
    if (this.#isFirstBlock) {
      this.#isFirstBlock = false;
      this.damage.isForeign =
        FILE_HEADER.some((byte, index) => bytes[start + index] !== byte) || end - start < FILE_HEADER.length;
      at += FILE_HEADER.length;
    }
    if (this.damage.isForeign) return;
    while (at + CHUNK_HEADER <= end) {
      const next = this.#readChunk(bytes, at, end, isLast);
      if (next < 0) return;
      at = next;
    }
    if (isLast && at < end && bytes.subarray(at, end).some((byte) => byte !== 0)) this.damage.isCut = true;
  }

  /** @returns where the next chunk begins; −1 when the rest of the block is of no use */
  #readChunk(bytes: Uint8Array, at: number, end: number, isLast: boolean): number {
    const length = (bytes[at + 4] as number) | ((bytes[at + 5] as number) << 8);
    const type = bytes[at + 6] as number;
    const [from, to] = [at + CHUNK_HEADER, at + CHUNK_HEADER + length];
    if (to > end && isLast && type >= FULL && type <= LAST) {
      this.damage.isCut = true;
      return -1;
    }
    const sum =
      ((bytes[at] as number) |
        ((bytes[at + 1] as number) << 8) |
        ((bytes[at + 2] as number) << 16) |
        ((bytes[at + 3] as number) << 24)) >>>
      0;
    if (to > end || type < FULL || type > LAST || this.#crc32(bytes.subarray(at + 6, to)) !== sum) {
      const isPadding = type === 0 && length === 0 && sum === 0;
      if (!isPadding) this.#loseChunk();
      return -1;
    }
    this.#takeChunk(type, bytes, from, to);
    return to;
  }

  #loseChunk(): void {
    this.damage.badChunks++;
    this.#dropOpen();
  }

  #dropOpen(): void {
    if (this.#open !== 'none') this.damage.lostRecords++;
    this.#open = 'none';
  }

  #takeChunk(type: number, bytes: Uint8Array, from: number, to: number): void {
    if (type === FULL || type === FIRST) this.#dropOpen();
    if (type === FULL) {
      if (this.#handler.wants(bytes, from, to)) this.#handler.take(bytes, from, to);
    } else if (type === FIRST) {
      this.#open = this.#handler.wants(bytes, from, to) ? 'wanted' : 'unwanted';
      this.#recordLength = 0;
      this.#append(bytes, from, to);
    } else {
      this.#continue(type, bytes, from, to);
    }
  }

  #continue(type: number, bytes: Uint8Array, from: number, to: number): void {
    if (this.#open === 'none') {
      // The beginning of this record is lost, and was counted when it was.
      return;
    }
    this.#append(bytes, from, to);
    if (type === MIDDLE) return;
    const isWanted = this.#open === 'wanted';
    this.#open = 'none';
    if (isWanted) this.#handler.take(this.#record, 0, this.#recordLength);
  }

  #append(bytes: Uint8Array, from: number, to: number): void {
    if (this.#open !== 'wanted') return;
    const length = this.#recordLength + to - from;
    if (length > LARGEST_RECORD) {
      this.damage.lostRecords++;
      this.#open = 'unwanted';
      this.#record = new Uint8Array(BLOCK_BYTES);
      return;
    }
    if (length > this.#record.length) {
      const grown = new Uint8Array(length * 2);
      grown.set(this.#record.subarray(0, this.#recordLength));
      this.#record = grown;
    }
    this.#record.set(bytes.subarray(from, to), this.#recordLength);
    this.#recordLength = length;
  }
}
