import { isBlank, isOption, wordEnd } from './command-words.ts';
import { CommandScanner } from './scan-command.ts';
import { isIdOrTime } from './scan-number.ts';
import { ID_SLOT, OPERAND, OTHERWISE, PLAIN_REST, PROGRAM_SLOT, SCHEDULER_SLOT, Slots, WORD } from './slots.ts';

const EQUALS = 0x3d;

/** A command and what a scan found in it. */
export class ScannedCommand {
  readonly slots = new Slots();
  #bytes: Uint8Array = new Uint8Array(0);
  #start = 0;
  #end = 0;

  /** Scans a command: with an eye on the one before it, which mostly differs in values only, or from scratch. */
  scan(bytes: Uint8Array, start: number, end: number): void {
    if (!this.#scanAlike(bytes, start, end)) {
      this.slots.clear();
      new CommandScanner(bytes, start, end, this.slots).scan();
    }
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
  }

  /**
   * Takes over what was found before where all but the values is the same, and values are of a form that does not depend on what they say. That takes a third of the time.
   *
   * @returns whether it could; if not, the slots are in no order
   */
  #scanAlike(bytes: Uint8Array, start: number, end: number): boolean {
    const { slots } = this;
    if (slots.count === 0 || slots.isFull) return false;
    let at = start;
    let from = this.#start;
    for (let slot = 0; slot < slots.count; slot++) {
      const [literalEnd, knownEnd] = [slots.valueStart[slot] as number, slots.valueEnd[slot] as number];
      const valueStart = at + literalEnd - from;
      if ((slots.keyStart[slot] as number) < from || !this.#isSame(from, literalEnd, bytes, at, end)) return false;
      const valueEnd = this.#valueEnd(slot, bytes, valueStart, end);
      if (valueEnd < 0) return false;
      if (isOfProgram(slots, slot))
        slots.origin[slot] = isIdOrTime(bytes, valueStart, valueEnd) ? ID_SLOT : PROGRAM_SLOT;
      slots.move(slot, valueStart, valueEnd);
      from = knownEnd;
      at = valueEnd;
    }
    return end - at === this.#end - from && this.#isSame(from, this.#end, bytes, at, end);
  }

  /** Whether the part of the command before stands in another too. */
  #isSame(from: number, to: number, bytes: Uint8Array, at: number, end: number): boolean {
    if (at + to - from > end) return false;
    const known = this.#bytes;
    for (let here = from, there = at; here < to; here++, there++) if (known[here] !== bytes[there]) return false;
    return true;
  }

  /** Where the value ends that stands in the place of one before; −1 where that has to be looked at. */
  #valueEnd(slot: number, bytes: Uint8Array, start: number, end: number): number {
    const form = this.slots.form[slot] as number;
    if (form === OTHERWISE) {
      const [from, to] = [this.slots.valueStart[slot] as number, this.slots.valueEnd[slot] as number];
      return this.#isSame(from, to, bytes, start, end) ? start + to - from : -1;
    }
    if ((form === WORD || form === OPERAND) && (start === end || isBlank(bytes[start]))) return -1;
    if (form === OPERAND && isOption(bytes, start, end)) return -1;
    const valueEnd = wordEnd(bytes, start, end);
    if (form !== PLAIN_REST) return valueEnd;
    for (let at = start; at < valueEnd; at++) if (bytes[at] === EQUALS) return -1;
    return valueEnd;
  }
}

/** Whether a value may be another one, and is an id or not by what it says. */
const isOfProgram = ({ form, origin }: Slots, slot: number): boolean =>
  form[slot] !== OTHERWISE && origin[slot] !== SCHEDULER_SLOT;
