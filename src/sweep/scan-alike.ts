import { isBlank, isOption, wordEnd } from './command-words.ts';
import { CommandScanner } from './scan-command.ts';
import { isIdOrTime } from './scan-number.ts';
import { ID_SLOT, OPERAND, OTHERWISE, PLAIN_REST, PROGRAM_SLOT, SCHEDULER_SLOT, Slots, WORD } from './slots.ts';

const EQUALS = 0x3d;

const NOTHING = new DataView(new ArrayBuffer(0));

/** The bytes that a command stood in last, and a view of them: commands stand in the same chunk as those before. */
let chunk: Uint8Array = new Uint8Array(0);
let viewOfChunk: DataView = NOTHING;

function viewOf(bytes: Uint8Array): DataView {
  if (bytes !== chunk) {
    chunk = bytes;
    viewOfChunk = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }
  return viewOfChunk;
}

/** A command and what a scan found in it. */
export class ScannedCommand {
  readonly slots = new Slots();
  #bytes: DataView = NOTHING;
  #start = 0;
  #end = 0;

  /** Scans a command: with an eye on the one before it, which mostly differs in values only, or from scratch. */
  scan(bytes: Uint8Array, start: number, end: number): void {
    const view = viewOf(bytes);
    if (!this.#scanAlike(bytes, view, start, end)) {
      this.slots.clear();
      new CommandScanner(bytes, start, end, this.slots).scan();
    }
    this.#bytes = view;
    this.#start = start;
    this.#end = end;
  }

  /**
   * Takes over what was found before where all but the values is the same, and values are of a form that does not depend on what they say. That takes a third of the time.
   *
   * @returns whether it could; if not, the slots are in no order
   */
  #scanAlike(bytes: Uint8Array, view: DataView, start: number, end: number): boolean {
    const { slots } = this;
    if (slots.count === 0 || slots.isFull) return false;
    let at = start;
    let from = this.#start;
    for (let slot = 0; slot < slots.count; slot++) {
      const literalEnd = slots.valueStart(slot);
      const knownEnd = slots.valueEnd(slot);
      const valueStart = at + literalEnd - from;
      if (slots.keyStart(slot) < from || !this.#isSame(from, literalEnd, view, at, end)) return false;
      const sameEnd = valueStart + knownEnd - literalEnd;
      const isSame = this.#isSameValue(slot, view, valueStart, sameEnd, end);
      const valueEnd = isSame ? sameEnd : otherEnd(slots.form(slot), bytes, valueStart, end);
      if (valueEnd < 0) return false;
      if (!isSame) rejudge(slots, slot, bytes, valueStart, valueEnd);
      slots.move(slot, valueStart, valueEnd);
      from = knownEnd;
      at = valueEnd;
    }
    return end - at === this.#end - from && this.#isSame(from, this.#end, view, at, end);
  }

  /** Whether the part of the command before stands in another too. Four bytes at a time. */
  #isSame(from: number, to: number, view: DataView, start: number, end: number): boolean {
    if (start + to - from > end) return false;
    const known = this.#bytes;
    let here = from;
    let there = start;
    for (; here + 4 <= to; here += 4, there += 4)
      if (known.getInt32(here, true) !== view.getInt32(there, true)) return false;
    for (; here < to; here++, there++) if (known.getUint8(here) !== view.getUint8(there)) return false;
    return true;
  }

  /** Whether a value stands in another text too, and ends there. */
  #isSameValue(slot: number, view: DataView, start: number, sameEnd: number, end: number): boolean {
    const { slots } = this;
    if (!this.#isSame(slots.valueStart(slot), slots.valueEnd(slot), view, start, end)) return false;
    return slots.form(slot) === OTHERWISE || sameEnd === end || isBlank(view.getUint8(sameEnd));
  }
}

/** Where a value ends that stands in the place of another; −1 where that has to be looked at. */
function otherEnd(form: number, bytes: Uint8Array, start: number, end: number): number {
  if (form === OTHERWISE) return -1;
  if ((form === WORD || form === OPERAND) && (start === end || isBlank(bytes[start]))) return -1;
  if (form === OPERAND && isOption(bytes, start, end)) return -1;
  const valueEnd = wordEnd(bytes, start, end);
  if (form !== PLAIN_REST) return valueEnd;
  for (let at = start; at < valueEnd; at++) if (bytes[at] === EQUALS) return -1;
  return valueEnd;
}

/** Takes note that the value of a slot is another. One of a program is an id or not by what it says. */
function rejudge(slots: Slots, slot: number, bytes: Uint8Array, start: number, end: number): void {
  const isOfScheduler = slots.origin(slot) === SCHEDULER_SLOT;
  slots.change(slot, isOfScheduler ? SCHEDULER_SLOT : isIdOrTime(bytes, start, end) ? ID_SLOT : PROGRAM_SLOT);
}
