/** A name found in a text: where it begins and ends. */
export interface Found {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Words that have a letter: most of a table are numbers, and no name is one. Plain ASCII is matched three times as fast. */
const WORD = /\p{N}*\p{L}[\p{L}\p{N}]*/gu;
const ASCII_WORD = /[0-9]*[a-z][a-z0-9]*/g;
const ASCII_ONLY = /^[\p{ASCII}]*$/u;
const DIGIT = /\p{N}/u;
/** A letter after a digit begins a part of a word: `0alice`. */
const PART = /^|(?<=\p{N})(?=\p{L})/gu;
const LETTER = /^\p{L}/u;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;
const ENDS_WITH_DIGIT = /\p{N}$/u;

/** In lower case, character by character, so that places stay what they are. */
const lowered = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : Array.from(text, (each) => (each.toLowerCase().length === each.length ? each.toLowerCase() : each)).join('');
};

/**
 * Finds names as words of a text, in whatever case, digits glued to them or not: `ann` stands in `Ann_2`, `lr0.1ann` and `/home/ann/x`, and not in `planned`. Any number of names costs as
 * much as one: a text is gone through word by word.
 */
export class NameFinder {
  /** By the first word of the name, the longest name first. */
  readonly #byFirstWord = new Map<string, string[]>();

  constructor(names: Iterable<string>) {
    for (const name of new Set([...names].map(lowered))) {
      const [first] = name.match(WORD) ?? [];
      if (first === undefined) continue;
      const known = this.#byFirstWord.get(first);
      if (known === undefined) this.#byFirstWord.set(first, [name]);
      else known.push(name);
    }
    for (const names of this.#byFirstWord.values()) names.sort((a, b) => b.length - a.length);
  }

  /** Names in the order in which they stand; none within another. */
  *find(text: string): Generator<Found> {
    if (this.#byFirstWord.size === 0) return;
    const lower = lowered(text);
    let reached = 0;
    for (const { 0: word, index } of lower.matchAll(ASCII_ONLY.test(lower) ? ASCII_WORD : WORD)) {
      if (index < reached) continue;
      const found = this.#inWord(lower, word, index);
      if (found === undefined) continue;
      reached = found.end;
      yield found;
    }
  }

  #inWord(text: string, word: string, index: number): Found | undefined {
    if (!DIGIT.test(word)) return this.#startingAt(text, word, index);
    for (const { index: at } of word.matchAll(PART)) {
      const part = word.slice(at);
      const letters = /^\p{L}+/u.exec(part)?.[0];
      for (const first of letters === undefined || letters === part ? [part] : [part, letters]) {
        const found = this.#startingAt(text, first, index + at);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  #startingAt(text: string, first: string, at: number): Found | undefined {
    for (const name of this.#byFirstWord.get(first) ?? []) {
      // What a name begins with before its first word need not be there.
      const bare = name.slice(name.indexOf(first));
      const end = at + bare.length;
      if (text.startsWith(bare, at) && isEnd(text, end, bare)) return { name, start: at, end };
    }
    return undefined;
  }
}

const isEnd = (text: string, end: number, name: string): boolean =>
  !(ENDS_WITH_DIGIT.test(name) ? LETTER_OR_DIGIT : LETTER).test(text.slice(end, end + 2));
