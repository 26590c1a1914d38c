import { isDigitAt, isLetterAt } from './name-words.ts';

/**
 * What the names of a sweep's jobs share, `*` for what varies.
 *
 * @example commonName(['lisa_lr0.1_h256', 'lisa_lr0.01_h256']) // 'lisa_lr*_h256'
 */
export function commonName(names: readonly string[]): string {
  const [first = ''] = names;
  const ends = tokenEnds(first);
  const vary = ends.map(() => false);
  for (const name of names)
    if (name !== first && !markVarying(vary, first, ends, name)) return `${commonPrefix(names)}*`;
  const shown = ends.map((end, place) => (vary[place] === true ? '*' : first.slice(ends[place - 1] ?? 0, end)));
  return shown.join('').replace(/\*+/g, '*');
}

/** Where each token of a name ends. */
function tokenEnds(name: string): number[] {
  const ends: number[] = [];
  for (let at = 0; at < name.length; ) {
    at = tokenEnd(name, at);
    ends.push(at);
  }
  return ends;
}

/**
 * Marks the tokens of a name that are others in another name.
 *
 * @param ends of its tokens
 * @returns whether the other has as many tokens; if not, the marks are of no use
 */
function markVarying(vary: boolean[], name: string, ends: readonly number[], other: string): boolean {
  let from = 0;
  let at = 0;
  for (let place = 0; place < ends.length; place++) {
    if (at === other.length) return false;
    const end = ends[place] as number;
    const otherEnd = tokenEnd(other, at);
    if (!isSame(name, from, end, other, at, otherEnd)) vary[place] = true;
    from = end;
    at = otherEnd;
  }
  return at === other.length;
}

function isSame(one: string, from: number, to: number, other: string, otherFrom: number, otherTo: number): boolean {
  if (to - from !== otherTo - otherFrom) return false;
  for (let at = from; at < to; at++) if (one.charCodeAt(at) !== other.charCodeAt(at - from + otherFrom)) return false;
  return true;
}

/** Where the token ends that begins at `start`: a number (`32`, `0.1`, `1e-3`), letters, or anything else up to the next of these. */
function tokenEnd(name: string, start: number): number {
  if (isDigitAt(name, start)) return numberEnd(name, start);
  const isWord = isLetterAt(name, start);
  let at = start + 1;
  while (at < name.length && !isDigitAt(name, at) && isLetterAt(name, at) === isWord) at++;
  return at;
}

function numberEnd(name: string, start: number): number {
  let at = digitsEnd(name, start);
  if (name[at] === '.' && isDigitAt(name, at + 1)) at = digitsEnd(name, at + 1);
  if (name[at] !== 'e') return at;
  const exponent = name[at + 1] === '+' || name[at + 1] === '-' ? at + 2 : at + 1;
  return isDigitAt(name, exponent) ? digitsEnd(name, exponent) : at;
}

function digitsEnd(name: string, start: number): number {
  let at = start;
  while (isDigitAt(name, at)) at++;
  return at;
}

function commonPrefix(names: readonly string[]): string {
  let prefix = names[0] ?? '';
  for (const name of names) while (!name.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}
