const MOST_SLOTS = 64;

/** Where a slot stands: decides what its key can mean. */
export const NAME_SLOT = 0;
export const PROGRAM_SLOT = 1;
export const SCHEDULER_SLOT = 2;
/** An id in hexadecimal: never a hyperparameter. */
export const ID_SLOT = 3;
/** The name of a search, whatever its key. */
export const SEARCH_SLOT = 4;

/**
 * What a value is, whatever it says: the rest of a word, perhaps empty; the same without an equals sign in it; a word; a word that is no option. Where it is none of these, where it
 * ends depends on what it says.
 */
export const OTHERWISE = 0;
export const REST_OF_WORD = 1;
export const PLAIN_REST = 2;
export const WORD = 3;
export const OPERAND = 4;

/** What is kept of a slot, in this order: side by side, so that a slot takes one line of the processor's cache. */
const [KEY_START, KEY_END, VALUE_START, VALUE_END, ORIGIN, FORM, NUMBER, FIELDS] = [0, 1, 2, 3, 4, 5, 6, 8];

/**
 * What a scan found in one text: a hash of the text with its values masked (its template), and where the values and their keys stand. Reused from text to text, so that
 * scanning a million makes no objects.
 */
export class Slots {
  count = 0;
  readonly #slots = new Int32Array(MOST_SLOTS * FIELDS);
  /** What is added to all places that are kept: the text of mostly the same slots stands elsewhere. */
  #base = 0;
  /** The template's hash in two independent parts of 32 bits: FNV-1a and djb2. */
  first = 0;
  second = 0;

  /** Whether there may be slots that are not kept. */
  get isFull(): boolean {
    return this.count === MOST_SLOTS;
  }

  keyStart(slot: number): number {
    return this.#base + (this.#slots[slot * FIELDS + KEY_START] as number);
  }

  keyEnd(slot: number): number {
    return this.#base + (this.#slots[slot * FIELDS + KEY_END] as number);
  }

  valueStart(slot: number): number {
    return this.#base + (this.#slots[slot * FIELDS + VALUE_START] as number);
  }

  valueEnd(slot: number): number {
    return this.#base + (this.#slots[slot * FIELDS + VALUE_END] as number);
  }

  /** Where it stands: {@link NAME_SLOT} and others. */
  origin(slot: number): number {
    return this.#slots[slot * FIELDS + ORIGIN] as number;
  }

  /** What its value is: {@link REST_OF_WORD} and others. */
  form(slot: number): number {
    return this.#slots[slot * FIELDS + FORM] as number;
  }

  /** The number that was noted of its value; −1 for none. A value that stays the same from text to text is looked up once. */
  number(slot: number): number {
    return this.#slots[slot * FIELDS + NUMBER] as number;
  }

  /** Takes note of the number by which its value is known, until that is another. */
  note(slot: number, number: number): void {
    this.#slots[slot * FIELDS + NUMBER] = number;
  }

  clear(): void {
    this.count = 0;
    this.#base = 0;
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
    const at = FIELDS * this.count++;
    const slots = this.#slots;
    slots[at + KEY_START] = keyStart;
    slots[at + KEY_END] = keyEnd;
    slots[at + VALUE_START] = valueStart;
    slots[at + VALUE_END] = valueEnd;
    slots[at + ORIGIN] = origin;
    slots[at + FORM] = form;
    slots[at + NUMBER] = -1;
  }

  /** Moves all slots by so many bytes. */
  moveAll(by: number): void {
    this.#base += by;
  }

  /**
   * Moves one of them.
   *
   * @param by bytes by which its key and its value begin elsewhere
   * @param endBy and its value ends elsewhere
   */
  move(slot: number, by: number, endBy: number): void {
    const at = FIELDS * slot;
    const slots = this.#slots;
    slots[at + KEY_START] = (slots[at + KEY_START] as number) + by;
    slots[at + KEY_END] = (slots[at + KEY_END] as number) + by;
    slots[at + VALUE_START] = (slots[at + VALUE_START] as number) + by;
    slots[at + VALUE_END] = (slots[at + VALUE_END] as number) + endBy;
  }

  /** Puts another value into a slot: its number is not known. */
  change(slot: number, origin: number): void {
    this.#slots[slot * FIELDS + ORIGIN] = origin;
    this.note(slot, -1);
  }
}
