import type { Factor } from './factor-table.ts';

/** A key and its number in one token: `lr0.1`, `bs=32`, `wd1e-5`. */
const KEYED = /^([A-Za-z][A-Za-z.]*?)[=:-]?([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i;
/** What ends a token: a dash only before a letter, since one before a digit is of a number (`1e-5`). */
const SEPARATOR = /[_,/\\]+|-(?=[A-Za-z])/;
/** Values that are looked at to see whether they are compound. */
const COMPOUND = /[A-Za-z].*[_,/=-].*\d|\d.*[_,/-].*[A-Za-z]/;

/**
 * Takes a factor apart whose values name several hyperparameters at once, as configuration files do: `configs/lr0.1_bs32.yaml`. Each part has the key that stands in it, or
 * what its values begin with (`optadam`, `optsgd`). Stays as it is where values are not all built alike.
 */
export function takeApart(factor: Factor): Factor[] {
  const { values } = factor;
  if (values.length < 2 || !values.every((value) => COMPOUND.test(value))) return [factor];
  const tokens = values.map((value) => value.replace(/\.[A-Za-z]+$/, '').split(SEPARATOR));
  const count = tokens[0]?.length ?? 0;
  if (count < 2 || tokens.some((each) => each.length !== count)) return [factor];
  const parts = Array.from({ length: count }, (_, place) =>
    part(
      factor,
      tokens.map((each) => each[place] as string),
    ),
  );
  return parts.filter((each) => each.values.length > 1);
}

/** @param tokens one of each value */
function part(factor: Factor, tokens: readonly string[]): Factor {
  const keyed = tokens.map((token) => KEYED.exec(token));
  const key = keyed[0]?.[1];
  const areKeyed = key !== undefined && keyed.every((match) => match?.[1] === key);
  const prefix = areKeyed ? '' : commonLetters(tokens);
  const texts = tokens.map((token, index) => (areKeyed ? (keyed[index]?.[2] as string) : token.slice(prefix.length)));
  const values = [...new Set(texts)];
  const codeOf = texts.map((text) => values.indexOf(text));
  const name = areKeyed ? key : prefix;
  return {
    ...factor,
    key: name === '' ? factor.key : name,
    values,
    codes: factor.codes.map((code) => codeOf[code] as number),
  };
}

/** What texts begin with, letters only, short of the whole of any. */
function commonLetters(texts: readonly string[]): string {
  let prefix = /^[A-Za-z]*/.exec(texts[0] ?? '')?.[0] ?? '';
  for (const text of texts) while (!text.startsWith(prefix) || text === prefix) prefix = prefix.slice(0, -1);
  return prefix;
}
