import { type Factor, makeFactor } from './factor.ts';
import { namesSeveral } from './names-several.ts';
import { keyBefore } from './text-keys.ts';

/** A key and its number in one token: `lr0.1`, `bs=32`, `wd1e-5`. */
const KEYED = /^([A-Za-z][A-Za-z.]*?)[=:-]?([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)$/i;
/** What ends a token: a dash only before a letter, since one before a digit is of a number (`1e-5`). */
const SEPARATOR = /[_,/\\]+|-(?=[A-Za-z])/;

/** What stands in one place of compound values, by value; empty where a value has nothing there. */
interface Part {
  readonly key: string;
  readonly texts: string[];
}

/**
 * Takes a factor apart whose values name several hyperparameters at once, as configuration files do: `configs/lr0.1_bs32.yaml`. Each part has the key that stands in it, or
 * what its values begin with (`optadam`, `optsgd`). Stays as it is where a value is not built so.
 */
export function takeApart(factor: Factor): Factor[] {
  if (!isCompound(factor.values)) return [factor];
  const parts = new Map<string, Part>();
  for (const [index, value] of factor.values.entries()) {
    let words = 0;
    for (const token of value.replace(/\.[A-Za-z]+$/, '').split(SEPARATOR)) {
      const [, key = '', number = token] = KEYED.exec(token) ?? [];
      const place = key === '' ? `${words++}` : key;
      const part = parts.get(place) ?? { key, texts: new Array<string>(factor.values.length).fill('') };
      parts.set(place, part);
      part.texts[index] = number;
    }
  }
  const factors: Factor[] = [];
  for (const part of parts.values()) {
    const found = asFactor(factor, part);
    if (found.values.length > 1) factors.push(found);
  }
  return factors;
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
  return makeFactor({ ...factor, key: key || prefix || factor.key }, [...numbers.keys()], codes);
}

const isThere = (text: string): boolean => text !== '';
