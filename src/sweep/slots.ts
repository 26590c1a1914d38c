const MOST_SLOTS = 64;

/** Where a slot stands: decides what its key can mean. */
export const NAME_SLOT = 0;
export const PROGRAM_SLOT = 1;
export const SCHEDULER_SLOT = 2;
/** An id in hexadecimal: never a hyperparameter. */
export const ID_SLOT = 3;

/**
 * What a value is, whatever it says: the rest of a word, perhaps empty; the same without an equals sign in it; a word; a word that is no option. Where it is none of these, where it
 * ends depends on what it says.
 */
export const OTHERWISE = 0;
export const REST_OF_WORD = 1;
export const PLAIN_REST = 2;
export const WORD = 3;
export const OPERAND = 4;

/**
 * What a scan found in one text: a hash of the text with its values masked (its template), and where the values and their keys stand. Reused from text to text, so that
 * scanning a million makes no objects.
 */
export class Slots {
  count = 0;
  readonly keyStart = new Int32Array(MOST_SLOTS);
  readonly keyEnd = new Int32Array(MOST_SLOTS);
  readonly valueStart = new Int32Array(MOST_SLOTS);
  readonly valueEnd = new Int32Array(MOST_SLOTS);
  readonly origin = new Uint8Array(MOST_SLOTS);
  /** What each value is: {@link REST_OF_WORD} and others. */
  readonly form = new Uint8Array(MOST_SLOTS);
  /** The number by which {@link ValueTexts} knows each value; −1 where it was not asked for yet. A value that stays the same from text to text is looked up once. */
  readonly number = new Int32Array(MOST_SLOTS);
  /** The template's hash in two independent parts of 32 bits: FNV-1a and djb2. */
  first = 0;
  second = 0;

  /** Whether there may be slots that are not kept. */
  get isFull(): boolean {
    return this.count === MOST_SLOTS;
  }

  clear(): void {
    this.count = 0;
    this.first = 0x811c9dc5;
    this.second = 0x1505;
  }

  /** Adds a byte that is the same for all texts of the template. */
  literal(byte: number): void {
    this.first = Math.imul(this.first ^ byte, 0x01000193);
    this.second = Math.imul(this.second, 33) ^ byte;
  }

  literals(bytes: Uint8Array, start: number, end: number): void {
    let first = this.first;
    let second = this.second;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      first = Math.imul(first ^ byte, 0x01000193);
      second = Math.imul(second, 33) ^ byte;
    }
    this.first = first;
    this.second = second;
  }

  /** Adds a value, which is masked. Slots beyond the 64th are masked but not kept. */
  slot(origin: number, keyStart: number, keyEnd: number, valueStart: number, valueEnd: number, form = OTHERWISE): void {
    this.literal(1);
    if (this.count === MOST_SLOTS) return;
    const slot = this.count++;
    this.keyStart[slot] = keyStart;
    this.keyEnd[slot] = keyEnd;
    this.valueStart[slot] = valueStart;
    this.valueEnd[slot] = valueEnd;
    this.origin[slot] = origin;
    this.form[slot] = form;
    this.number[slot] = -1;
  }

  /** Puts the value of a slot to another place; its key moves along. */
  move(slot: number, valueStart: number, valueEnd: number): void {
    const shift = valueStart - (this.valueStart[slot] as number);
    this.keyStart[slot] = (this.keyStart[slot] as number) + shift;
    this.keyEnd[slot] = (this.keyEnd[slot] as number) + shift;
    this.valueStart[slot] = valueStart;
    this.valueEnd[slot] = valueEnd;
  }
}
