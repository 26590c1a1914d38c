import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** How much of the end of an output is looked at, bytes: a metric that counts stands there. Our own judgement. */
const TAIL_BYTES = 4 * 1024 * 1024;

/** Longer lines are progress bars and dumps; patterns can take very long on them. */
const LONGEST_LINE = 10_000;

/**
 * The number in the last line of a file that a pattern fits: its first group. NaN where none fits, and where what it says is none (`nan`, `inf`): a run that diverged has no value of the time before.
 */
export function lastMatch(path: string, pattern: RegExp): number {
  // Bars are drawn over with carriage returns.
  const lines = tailOf(path).split(/[\r\n]+/);
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] as string;
    const [, text] = (line.length <= LONGEST_LINE && pattern.exec(line)) || [];
    if (text !== undefined) return numberIn(text);
  }
  return Number.NaN;
}

function numberIn(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : Number.NaN;
}

function tailOf(path: string): string {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
    const read = readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8', 0, read);
  } catch {
    return ''; // what cannot be read says nothing, and is counted so
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
