import { BACKSLASH, CLOSE_OBJECT, COLON, COMMA, isBlank, NEWLINE, OPEN_LIST, OPEN_OBJECT, QUOTE } from './bytes.ts';

const LONGEST = 64;

/** A value met at the top of a document. Of an object or list the opening byte was passed, of a scalar all. */
export interface TopValue {
  readonly kind: 'object' | 'list' | 'scalar';
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** Of the byte order mark of UTF-8. */
const isMark = (byte: number): boolean => byte === 0xef || byte === 0xbb || byte === 0xbf;

/**
 * Walks over the top of JSON documents byte by byte: finds the brace that opens one (the first thing on its line, so that messages of commands
 * before it do no harm), its keys, and where their values begin.
 */
export class TopLevel {
  #inside = false;
  /** Whether only blanks were met on this line, or a document just ended. */
  #fresh = true;
  #inText = false;
  #escaped = false;
  #text: number[] = [];
  #scalar: number[] = [];
  /** The key whose value comes next or was met last. */
  key = '';

  /** Whether a document was begun and not ended. */
  get isInside(): boolean {
    return this.#inside;
  }

  push(byte: number): TopValue | undefined {
    if (!this.#inside) this.#outside(byte);
    else if (this.#inText) this.#letter(byte);
    else if (byte === QUOTE) this.#inText = true;
    else return this.#between(byte);
    return undefined;
  }

  #outside(byte: number): void {
    if (byte === OPEN_OBJECT && this.#fresh) this.#inside = true;
    else this.#fresh = byte === NEWLINE || (this.#fresh && (isBlank(byte) || isMark(byte)));
    this.#forget();
  }

  #letter(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === QUOTE || byte === NEWLINE) {
      this.#inText = false;
      return;
    } else if (byte === BACKSLASH) this.#escaped = true;
    if (this.#text.length < LONGEST) this.#text.push(byte);
  }

  #between(byte: number): TopValue | undefined {
    if (byte === COLON) {
      this.key = String.fromCharCode(...this.#text);
      this.#text = [];
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      return { kind: byte === OPEN_LIST ? 'list' : 'object', key: this.key, bytes: new Uint8Array() };
    } else if (byte === COMMA || byte === CLOSE_OBJECT) {
      return this.#endOfMember(byte === CLOSE_OBJECT);
    } else if (!isBlank(byte) && this.#scalar.length < LONGEST) this.#scalar.push(byte);
    return undefined;
  }

  #endOfMember(ofDocument: boolean): TopValue | undefined {
    const { key } = this;
    const bytes = Uint8Array.from(this.#scalar);
    this.#forget();
    if (ofDocument) {
      this.#inside = false;
      this.#fresh = true;
    }
    return bytes.length > 0 ? { kind: 'scalar', key, bytes } : undefined;
  }

  #forget(): void {
    this.key = '';
    this.#text = [];
    this.#scalar = [];
  }
}
