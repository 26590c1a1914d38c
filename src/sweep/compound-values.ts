import type { Factor } from './factor-table.ts';
import { keyBefore } from './text-keys.ts';

/** A key and its number in one token: `lr0.1`, `bs=32`, `wd1e-5`. */
const KEYED = /^([A-Za-z][A-Za-z.]*?)[=:-]?([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i;
/** What ends a token: a dash only before a letter, since one before a digit is of a number (`1e-5`). */
const SEPARATOR = /[_,/\\]+|-(?=[A-Za-z])/;
/** Values that name a number among other things. */
const COMPOUND = /[A-Za-z].*[_,/=-].*\d|\d.*[_,/-].*[A-Za-z]/;

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
  const told = factor.values.filter((value) => value !== '');
  if (told.length < 2 || !told.every((value) => COMPOUND.test(value))) return [factor];
  const parts = new Map<string, Part>();
  factor.values.forEach((value, index) => {
    let words = 0;
    for (const token of value.replace(/\.[A-Za-z]+$/, '').split(SEPARATOR)) {
      const [, key = '', number = token] = KEYED.exec(token) ?? [];
      const place = key === '' ? `${words++}` : key;
      const part = parts.get(place) ?? { key, texts: factor.values.map(() => '') };
      parts.set(place, part);
      part.texts[index] = number;
    }
  });
  return [...parts.values()].map((part) => asFactor(factor, part)).filter(({ values }) => values.length > 1);
}

function asFactor(factor: Factor, { key, texts }: Part): Factor {
  const prefix = key === '' ? keyBefore(texts.filter((text) => text !== '')) : '';
  const shown = texts.map((text) => text.slice(prefix.length));
  const values = [...new Set(shown)];
  const codeOf = shown.map((text) => values.indexOf(text));
  const codes = factor.codes.map((code) => codeOf[code] as number);
  return { ...factor, key: key || prefix || factor.key, values, codes };
}
