import { ByteIndex } from './byte-index.ts';
import { BLOCK_ROWS, NumberColumn } from './number-column.ts';
import { ownText } from './own-text.ts';

/** A column of few distinct texts (users, partitions): a code a row and each text once. */
export class DictionaryColumn {
  readonly #codeOf = new Map<string, number>();
  readonly #byBytes = new ByteIndex((text) => this.codeOf(text));
  readonly values: string[] = [];
  readonly #codes = new NumberColumn(Uint16Array);

  /** @param first texts that take the codes 0, 1, … before any row does */
  constructor(first: readonly string[] = []) {
    for (const text of first) this.codeOf(text);
  }

  push(text: string): void {
    this.#codes.push(this.codeOf(text));
  }

  /** Appends the text between two offsets. */
  pushBytes(bytes: Uint8Array, start: number, end: number): void {
    this.#codes.push(this.#byBytes.get(bytes, start, end));
  }

  /** Appends so many empty texts. */
  pushEmpty(count: number): void {
    const code = this.codeOf('');
    if (code === 0) this.#codes.pushAbsent(count);
    else for (let row = 0; row < count; row++) this.#codes.push(code);
  }

  /** Appends all rows of another column, which has codes of its own. */
  append(other: DictionaryColumn): void {
    this.#codes.appendMapped(
      other.#codes,
      other.values.map((text) => this.codeOf(text)),
    );
  }

  /** The codes of the rows, to be read in bulk. */
  get codes(): NumberColumn {
    return this.#codes;
  }

  /** How many rows have each text, by code. */
  counts(): Uint32Array {
    const counts = new Uint32Array(this.values.length);
    for (let first = 0; first < this.length; first += BLOCK_ROWS) {
      const [block, rows] = [this.#codes.blockAt(first), Math.min(BLOCK_ROWS, this.length - first)];
      if (block === undefined) (counts[0] as number) += rows;
      else for (let row = 0; row < rows; row++) (counts[block[row] as number] as number)++;
    }
    return counts;
  }

  /** Appends a code that {@link codeOf} gave. */
  pushCode(code: number): void {
    this.#codes.push(code);
  }

  /** Appends such codes. */
  pushCodes(codes: Uint32Array): void {
    this.#codes.pushAll(codes);
  }

  /** Corrects the text of a row that was pushed before. */
  set(row: number, text: string): void {
    this.#codes.set(row, this.codeOf(text));
  }

  get length(): number {
    return this.#codes.length;
  }

  /** The code of a row: an index into {@link values}. */
  code(row: number): number {
    return this.#codes.at(row);
  }

  at(row: number): string {
    return this.values[this.#codes.at(row)] as string;
  }

  /** The code of a text, which is added if it is new. */
  codeOf(text: string): number {
    const known = this.#codeOf.get(text);
    if (known !== undefined) return known;
    const own = ownText(text);
    this.#codeOf.set(own, this.values.length);
    return this.values.push(own) - 1;
  }
}
