import type { TextColumn } from '../model/text-column.ts';
import { VALUE } from './command-shape.ts';
import { text } from './scan-command.ts';
import type { Slots } from './slots.ts';

/** A text with each of its values masked by {@link VALUE}, and these. */
export interface MaskedText {
  readonly text: string;
  readonly values: ReadonlySet<string>;
}

/** Masks the text in a row, of which the slots are known. */
export function maskedText(column: TextColumn, row: number, slots: Slots): MaskedText {
  const [bytes, start, size] = [column.chunkOf(row), column.start(row), column.size(row)];
  const whole = text(bytes, start, start + size);
  // Where each character is a byte, parts are cut from the whole: decoding each takes ten times as long.
  const isPlain = whole.length === size;
  const part = (from: number, to: number): string =>
    isPlain ? whole.slice(from - start, to - start) : text(bytes, from, to);
  const values = new Set<string>();
  let at = start;
  let masked = '';
  for (let slot = 0; slot < slots.count; slot++) {
    const [from, to] = [slots.valueStart[slot] as number, slots.valueEnd[slot] as number];
    masked += part(at, from) + VALUE;
    values.add(part(from, to));
    at = to;
  }
  return { text: masked + part(at, start + size), values };
}
