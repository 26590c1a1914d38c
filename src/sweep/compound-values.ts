import { type Factor, makeFactor } from './factor.ts';
import { namesSeveral } from './names-several.ts';
import { roleOf } from './slot-keys.ts';
import { PROGRAM_SLOT } from './slots.ts';
import { keyBefore } from './text-keys.ts';

/** A key and its number in one token: `lr0.1`, `bs=32`, `wd1e-5`. */
const KEYED = /^([A-Za-z][A-Za-z.]*?)[=:-]?([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)$/i;
/** What ends a token: a dash only before a letter, since one before a digit is of a number (`1e-5`). */
const SEPARATOR = /[_,/\\]+|-(?=[A-Za-z])/;

/** What a file of settings ends with, and the keys of one. */
const FILE = /\.[A-Za-z][A-Za-z0-9]{0,4}$/;
const FILE_KEY = /^(?:config|cfg|conf|configfile|configpath|configname|yaml|json|toml|argument\d+)$/;

/** A value that is no file names several hyperparameters when it has so many keys with their numbers: one may be the version of a model. */
const SEVERAL = 2;

/** What stands in one place of compound values, by value; empty where a value has nothing there. */
interface Part {
  readonly key: string;
  readonly texts: string[];
}

/** A value in its parts: numbers by their keys, and the words between them. */
interface Tokens {
  readonly keyed: ReadonlyMap<string, string>;
  readonly words: readonly string[];
}

/**
 * Takes a factor apart whose values name several hyperparameters at once, as configuration files do: `configs/lr0.1_bs32.yaml`. Each part has the key that stands in it, or
 * what its values begin with (`optadam`, `optsgd`). Stays as it is where a value is not built so: numbers in the names of models and datasets (`vit-b-16`, `cifar10` beside `mnist`) have no keys.
 */
export function takeApart(factor: Factor): Factor[] {
  if (!isCompound(factor.values)) return [factor];
  const tokens = factor.values.map(tokensOf);
  const keys = keysIn(tokens, factor.values);
  const parted = tokens.map((each) => withWords(each, keys));
  const nameSeveral = parted.every(({ keyed }, index) => keyed.size >= SEVERAL || factor.values[index] === '');
  if (!nameSeveral && !isOfFiles(factor)) return [factor];
  const factors: Factor[] = [];
  for (const part of partsOf(parted)) {
    const found = asFactor(factor, part);
    if (found.values.length > 1) factors.push(numbered(found, factors));
  }
  return factors;
}

/** A factor whose key another has already gets a number: `config2`. */
function numbered(factor: Factor, others: readonly Factor[]): Factor {
  const isTaken = (key: string): boolean => others.some((other) => other.key === key);
  if (!isTaken(factor.key)) return factor;
  let number = 2;
  while (isTaken(`${factor.key}${number}`)) number++;
  return makeFactor({ ...factor, key: `${factor.key}${number}` }, factor.values, factor.codes);
}

const isOfFiles = ({ key, values }: Factor): boolean =>
  FILE_KEY.test(key.toLowerCase().replace(/[^a-z0-9]/g, '')) ||
  values.every((value) => value === '' || FILE.test(value));

/** In the order in which they stand. */
function tokensOf(value: string): { readonly key: string; readonly text: string; readonly token: string }[] {
  return value
    .replace(FILE, '')
    .split(SEPARATOR)
    .map((token) => {
      const [, key = '', number = token] = KEYED.exec(token) ?? [];
      return { key, text: number, token };
    });
}

/** The words before numbers that are keys: they stand in all values, or have several numbers. What has one number in some values is a name. */
function keysIn(tokens: readonly ReturnType<typeof tokensOf>[], values: readonly string[]): Set<string> {
  const numbers = new Map<string, Set<string>>();
  const held = new Map<string, number>();
  for (const each of tokens) {
    for (const { key, text } of each) {
      if (key === '') continue;
      numbers.set(key, (numbers.get(key) ?? new Set()).add(text));
      held.set(key, (held.get(key) ?? 0) + 1);
    }
  }
  const told = values.filter(isThere).length;
  return new Set(
    [...held].flatMap(([key, count]) => (count >= told || (numbers.get(key)?.size ?? 0) > 1 ? [key] : [])),
  );
}

/** A value with what are no keys among its words. */
function withWords(tokens: ReturnType<typeof tokensOf>, keys: ReadonlySet<string>): Tokens {
  const keyed = new Map<string, string>();
  const words: string[] = [];
  for (const { key, text, token } of tokens) {
    if (keys.has(key)) keyed.set(key, text);
    else words.push(token);
  }
  return { keyed, words };
}

/** What stands in each place. Words are told apart by their places where all values have as many, else they are one. */
function partsOf(tokens: readonly Tokens[]): Part[] {
  const told = tokens.filter(({ keyed, words }) => keyed.size > 0 || words.some(isThere));
  const areAligned = new Set(told.map(({ words }) => words.length)).size === 1;
  const parts = new Map<string, Part>();
  const put = (place: string, key: string, index: number, text: string): void => {
    const part = parts.get(place) ?? { key, texts: new Array<string>(tokens.length).fill('') };
    parts.set(place, part);
    part.texts[index] = text;
  };
  for (const [index, { keyed, words }] of tokens.entries()) {
    const apart = areAligned ? words : [words.join('_')];
    for (const [place, word] of apart.entries()) put(`${place}`, '', index, word);
    for (const [key, number] of keyed) put(`=${key}`, key, index, number);
  }
  return [...parts.values()];
}

/** Whether all values, two or more, name several things; what has no value aside. */
function isCompound(values: readonly string[]): boolean {
  let told = 0;
  for (const value of values) {
    if (value === '') continue;
    if (!namesSeveral(value)) return false;
    told++;
  }
  return told > 1;
}

function asFactor(factor: Factor, { key, texts }: Part): Factor {
  const prefix = key === '' ? keyBefore(texts.filter(isThere)) : '';
  const numbers = new Map<string, number>();
  const codeOf: number[] = [];
  for (const text of texts) {
    const shown = text.slice(prefix.length);
    const code = numbers.get(shown) ?? numbers.size;
    numbers.set(shown, code);
    codeOf.push(code);
  }
  const codes = new Uint32Array(factor.codes.length);
  for (let position = 0; position < codes.length; position++)
    codes[position] = codeOf[factor.codes[position] as number] as number;
  const role = key !== '' && roleOf(key, PROGRAM_SLOT) === 'replicate' ? 'replicate' : factor.role;
  return makeFactor({ ...factor, role, key: key || prefix || factor.key }, [...numbers.keys()], codes);
}

const isThere = (text: string): boolean => text !== '';
