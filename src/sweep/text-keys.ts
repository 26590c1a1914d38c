/** Hyperparameters that take words for values, as names spell them before the word: `optadam`, `opt-adam`. Usual abbreviations of the field. */
const KEYS =
  'optimizer optim opt activation act scheduler sched loss init encoder enc decoder dec pooling pool norm embedding emb model arch net aug data task lang'.split(
    ' ',
  );

/** The key that all words begin with, short of the whole of any; empty when there is none. */
export function keyBefore(words: readonly string[]): string {
  const fits = (key: string): boolean =>
    words.every((word) => word.length > key.length && word.toLowerCase().startsWith(key));
  return KEYS.find(fits) ?? '';
}

/** Whether a word of a name is the key of the word behind it. */
export const isTextKey = (word: string): boolean => KEYS.includes(word.toLowerCase());
