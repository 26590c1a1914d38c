import { significant } from '../../render/format.ts';
import { visibleText } from '../../render/visible-text.ts';

/** Longer than people write numbers by hand. */
const LONG_NUMBER = 8;
const FIGURES = 4;
/** Characters of a label; a wide one (Chinese, emoji) counts as two. */
const MOST_CHARACTERS = 14;
/** Enough of a text to cut it from, however long it is. */
const [LOOKED_AT, WIDE_FROM] = [64, 0x1100];

/**
 * Values as they stand on an axis: numbers of many digits to four figures where that keeps them apart (`0.30000000000000004` is `0.3`), texts cut in their middle, and cut ones
 * that would look alike told apart by a number. With `isWhole` false a last label stands for runs whose value is not known.
 */
export function axisLabels(values: readonly string[], isWhole: boolean): string[] {
  const rounded = values.map(roundedNumber);
  const distinct = new Set(rounded).size === values.length ? rounded : values;
  const labels = distinct.map((value) => (value === '' ? 'not given' : cutInMiddle(value)));
  return [...toldApart(labels), ...(isWhole ? [] : ['not known'])];
}

/** A number with more digits than people write, to four figures, with an exponent where that is shorter; any other text as it is. */
function roundedNumber(text: string): string {
  const number = Number(text);
  if (text.length <= LONG_NUMBER || text.trim() === '' || !Number.isFinite(number)) return text;
  const exponential = number
    .toExponential(FIGURES - 1)
    .replace(/\.?0+e/, 'e')
    .replace('e+', 'e');
  return [text, significant(number, FIGURES), exponential].reduce((best, each) =>
    each.length < best.length ? each : best,
  );
}

/** The beginning and the end of a text, which tell more than its middle: `bert-ba…uncased`. */
export function cutInMiddle(text: string, most = MOST_CHARACTERS): string {
  const shown = text.length <= LOOKED_AT * 2 ? text : `${text.slice(0, LOOKED_AT)}${text.slice(-LOOKED_AT)}`;
  const characters = Array.from(visibleText(shown));
  if (text === shown && widthOf(characters) <= most) return characters.join('');
  const half = Math.floor((most - 1) / 2);
  return `${fitting(characters, half).join('')}…${fitting(characters.reverse(), half).reverse().join('')}`;
}

const widthOf = (characters: readonly string[]): number =>
  characters.reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) >= WIDE_FROM ? 2 : 1), 0);

/** As many of the first characters as fit. */
function fitting(characters: readonly string[], most: number): string[] {
  let end = 0;
  while (end < characters.length && widthOf(characters.slice(0, end + 1)) <= most) end++;
  return characters.slice(0, end);
}

function toldApart(labels: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const before = seen.get(label) ?? 0;
    seen.set(label, before + 1);
    return before === 0 ? label : `${label} (${before + 1})`;
  });
}
