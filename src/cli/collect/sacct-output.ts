import { Transform, type TransformCallback } from 'node:stream';
import { DELIMITER_BYTE } from './sacct-query.ts';

const NEWLINE = 0x0a;
const MESSAGE = /^sacct: (error|fatal)/;

/** Passes on the rows that `sacct` prints, and counts them. Its error messages are no rows: some sites merge them into the output. */
export class SacctOutput extends Transform {
  readonly messages: string[] = [];
  readonly #fields: number;
  #delimiters = 0;
  #carry: Buffer = Buffer.alloc(0);

  /** @param fields number of columns; at least two */
  constructor(fields: number) {
    super();
    this.#fields = fields;
  }

  /** Rows after the header, told by their delimiters, since names may hold newlines; −1 when there was no header. */
  get rows(): number {
    return Math.floor(this.#delimiters / (this.#fields - 1)) - 1;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    this.#carry = bytes.subarray(end);
    this.#pass(bytes.subarray(0, end));
    done();
  }

  override _flush(done: TransformCallback): void {
    this.#pass(this.#carry);
    done();
  }

  #pass(lines: Buffer): void {
    const rows = lines.includes('sacct: ') ? this.#withoutMessages(lines) : lines;
    for (let at = 0; at < rows.length; at++) if (rows[at] === DELIMITER_BYTE) this.#delimiters++;
    if (rows.length > 0) this.push(rows);
  }

  #withoutMessages(lines: Buffer): Buffer {
    const kept: string[] = [];
    for (const line of lines.toString('latin1').split(/(?<=\n)/)) {
      if (MESSAGE.test(line)) this.messages.push(line.trimEnd());
      else kept.push(line);
    }
    return Buffer.from(kept.join(''), 'latin1');
  }
}
