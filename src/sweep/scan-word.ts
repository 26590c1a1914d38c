import { scanName } from './scan-name.ts';
import { isDigit, isLetter } from './scan-number.ts';
import { ID_SLOT, type Slots } from './slots.ts';

const [SLASH, DOT, UNDERSCORE] = [0x2f, 0x2e, 0x5f];
/** How many characters Python's `tempfile` and `mktemp` put behind `tmp` and `tmp.`; other programs put six figures of hexadecimal or more. */
const [OF_PYTHON, OF_MKTEMP, OF_OTHERS] = [8, 10, 6];

/** Scans a name, or one word of a command, as {@link scanName} does. Names of temporary files (`/tmp/tmpk3_x2ab9.sh`) are ids. */
export function scanWord(bytes: Uint8Array, start: number, end: number, slots: Slots, origin: number): void {
  let from = start;
  for (let at = start; at < end; at++) {
    if ((at > start && bytes[at - 1] !== SLASH) || !isTmp(bytes, at)) continue;
    const to = temporaryEnd(bytes, start, at, end);
    if (to === at) continue;
    scanName(bytes, from, at, slots, origin);
    slots.slot(ID_SLOT, at, at, at, to);
    from = at = to;
  }
  scanName(bytes, from, end, slots, origin);
}

/** Where the name of a temporary file ends that begins at `at`; `at` where none does. */
function temporaryEnd(bytes: Uint8Array, start: number, at: number, end: number): number {
  const from = at + 3;
  if (from > end) return at;
  if (bytes[from] === DOT) return partEnd(bytes, from + 1, end) === from + 1 + OF_MKTEMP ? from + 1 + OF_MKTEMP : at;
  const to = partEnd(bytes, from, end);
  // Eight letters may be a word, as in `tmp_scripts`, but not in the directory of temporary files.
  const isInTmp = at - 4 >= start && isTmp(bytes, at - 4) && (at - 4 === start || bytes[at - 5] === SLASH);
  if (to - from === OF_PYTHON && (isInTmp || hasFigure(bytes, from, to))) return to;
  const isId = to - from >= OF_OTHERS && isHex(bytes, from, to) && hasFigure(bytes, from, to);
  return isId ? to : at;
}

const isTmp = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x74 && bytes[at + 1] === 0x6d && bytes[at + 2] === 0x70;

/** Where letters, figures and underscores end. */
function partEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (isDigit(bytes[at]) || isLetter(bytes[at]) || bytes[at] === UNDERSCORE)) at++;
  return at;
}

function hasFigure(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isDigit(bytes[at])) return true;
  return false;
}

function isHex(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (!isDigit(byte) && !((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)) return false;
  }
  return true;
}
