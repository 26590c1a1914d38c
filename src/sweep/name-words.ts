/** The words of a name: letters, perhaps with one digit among them, as in `word2vec`. */
export class NameWords {
  /** Where each word begins and where it ends, one after the other. */
  readonly #bounds: number[] = [];
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    for (let at = 0; at < name.length; ) {
      const end = wordEnd(name, at);
      if (end > at) this.#bounds.push(at, end);
      at = Math.max(end, at + 1);
    }
  }

  get count(): number {
    return this.#bounds.length / 2;
  }

  startOf(word: number): number {
    return this.#bounds[2 * word] as number;
  }

  endOf(word: number): number {
    return this.#bounds[2 * word + 1] as number;
  }

  at(word: number): string {
    return this.name.slice(this.startOf(word), this.endOf(word));
  }

  /** The name with something else in the place of each word. */
  replaced(by: (word: string) => string): string {
    let replaced = '';
    let from = 0;
    for (let word = 0; word < this.count; word++) {
      replaced += this.name.slice(from, this.startOf(word)) + by(this.at(word));
      from = this.endOf(word);
    }
    return from === 0 ? this.name : replaced + this.name.slice(from);
  }
}

/** Where the word ends that begins at `start`; `start` where none does. */
function wordEnd(name: string, start: number): number {
  const end = lettersEnd(name, start);
  if (end === start || !isDigitAt(name, end)) return end;
  const behind = lettersEnd(name, end + 1);
  return behind > end + 1 ? behind : end;
}

function lettersEnd(name: string, start: number): number {
  let at = start;
  while (isLetterAt(name, at)) at++;
  return at;
}

/** Whether a digit stands there: none does behind the end. */
export function isDigitAt(name: string, at: number): boolean {
  const code = name.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** The same of a Latin letter. */
export function isLetterAt(name: string, at: number): boolean {
  const code = name.charCodeAt(at);
  // Capitals and small letters differ in one bit.
  return code < 0x80 && (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}
