import { textOfBytes } from '../model/text-of-bytes.ts';
import { hashBytes } from './hash-bytes.ts';
import { HashTable } from './hash-table.ts';

const words = (text: string): string[] => text.split(/\s+/);

/** Keys before a word that is a value, as names glue them: `optadam`, `actrelu`. Usual abbreviations of the field, the longer ones first. */
const KEYS = words(
  `optimizer optimiser activation scheduler schedule encoder decoder pooling optim sched pool init norm loss opt act enc dec aug`,
);

/** What optimisers and activations are called. */
const CHOICES =
  words(`adam adamw adamax nadam radam sgd sgdm rmsprop adagrad adadelta adafactor lamb lars lion shampoo novograd
  relu gelu elu selu silu swish mish tanh sigmoid softplus leakyrelu prelu geglu swiglu`);

/** What the keys above take for values. */
const VALUES = new Set([
  ...CHOICES,
  ...words(`lstm bilstm gru rnn cnn conv attn attention transformer mlp none cosine cos linear const constant step exp poly plateau onecycle noam triangular inv
    max min mean avg sum last cls xavier glorot kaiming he normal uniform orthogonal batch layer group instance rms ce bce mse mae hinge focal nll huber mixup cutmix
    cutout randaug autoaug momentum`),
]);

/** Words that are values wherever they stand, and as arguments of a program. In names, optimisers may be words among others that nobody knows. */
const ALWAYS = new Set(['true', 'false']);
const ARGUMENTS = new Set([...ALWAYS, ...CHOICES]);

/** Shorter words are never values, nor keys with their values. */
const SHORTEST = Math.min(...[...ARGUMENTS].map(({ length }) => length));

/**
 * Where the value begins in a word of letters that is a value, or a key and its value in one (`optadam`, `chartrue`); −1 in any other word.
 *
 * @param isArgument whether it stands among the arguments of a program
 */
export function valueStartIn(word: string, isArgument: boolean): number {
  const lower = word.toLowerCase();
  if ((isArgument ? ARGUMENTS : ALWAYS).has(lower)) return 0;
  for (const truth of ALWAYS) if (lower.endsWith(truth)) return lower.length - truth.length;
  const key = KEYS.find((each) => lower.startsWith(each) && VALUES.has(lower.slice(each.length)));
  return key?.length ?? -1;
}

/** What is known of words in names and among arguments: they come again and again, and each is looked at once. */
const MOST_KNOWN = 10_000;
const [inNames, asArguments] = [
  { table: new HashTable(), words: 0 },
  { table: new HashTable(), words: 0 },
];
const keys = { table: new HashTable(), words: 0 };

/** Whether a word of letters is a key before words that are values. */
export const isValueKey = (word: string): boolean => KEYS.includes(word.toLowerCase());

/** The same of a word in a text. */
export function isValueKeyAt(bytes: Uint8Array, start: number, end: number): boolean {
  const hash = hashBytes(bytes, start, end);
  let known = keys.table.get(hash);
  if (known < 0) {
    known = Number(isValueKey(textOfBytes(bytes, start, end)));
    if (keys.words++ < MOST_KNOWN) keys.table.set(hash, known);
  }
  return known === 1;
}

/** The same as {@link valueStartIn} of a word in a text, as an offset of its bytes. */
export function valueStartAt(bytes: Uint8Array, start: number, end: number, isArgument: boolean): number {
  if (end - start < SHORTEST) return -1;
  const known = isArgument ? asArguments : inNames;
  const hash = hashBytes(bytes, start, end);
  let at = known.table.get(hash) - 1;
  if (at < -1) {
    at = valueStartIn(textOfBytes(bytes, start, end), isArgument);
    if (known.words++ < MOST_KNOWN) known.table.set(hash, at + 1);
  }
  return at < 0 ? -1 : start + at;
}
