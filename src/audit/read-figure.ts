import type { Print, Reading, ReadingKind } from '../model/audit.ts';
import type { Dimension, FieldForm } from '../model/claim-fields.ts';
import { findUnit, type Unit } from './units.ts';

/** A text understood: one reading, or the two ends of a range; or why it could not be. */
export type Understood =
  | { readonly readings: readonly Reading[]; readonly dimension: Dimension }
  | { readonly problem: string };

const KINDS: readonly (readonly [ReadingKind, RegExp])[] = [
  ['about', /^(?:about|approximately|approx\.?|around|roughly|circa|ca\.|some|nearly|almost|~|≈)\s*/i],
  ['at-least', /^(?:at least|more than|no less than|over|≥|>=?)\s*/i],
  ['at-most', /^(?:at most|less than|no more than|up to|under|≤|<=?)\s*/i],
];

/** More than any figure has, and few enough to stay a number. */
const MOST_DIGITS = 40;

const NUMBER =
  /^(\$|USD\s*)?\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*((?:thousand|million|billion|k|K|M|B)(?![A-Za-z]))?\s*/;
const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  B: 1e9,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};

/** A number cut from the front of a text, and what is left of it. */
interface Cut {
  readonly currency: string;
  readonly digits: string;
  readonly multiplier: string;
  readonly rest: string;
}

function cutNumber(text: string): Cut | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [whole, currency = '', digits = '', multiplier = ''] = match;
  return { currency: currency.trim(), digits, multiplier, rest: text.slice(whole.length).trim() };
}

/**
 * Understands a figure as it is printed. A number is the interval of its last digit: `79 h` is 78.5 to 79.5, `103k` 102,500 to 103,500. Counts, list prices and what is marked exact are
 * themselves. Words before it (`about`, `at least`) make kinds of their own.
 *
 * @param form what it measures; undefined to take that from its unit, and a count where it has none
 * @param isExact whether it is no rounding
 */
export function readFigure(text: string, form: FieldForm | undefined, isExact = false): Understood {
  const found = KINDS.find(([, words]) => words.test(text.trim()));
  const bare = found === undefined ? text.trim() : text.trim().replace(found[1], '');
  const kind: ReadingKind = found?.[0] ?? (isExact || form?.exact === true ? 'exact' : 'rounded');
  const span = durationIn(bare);
  if (span !== undefined && (form === undefined || form.dimension === 'time')) {
    return { readings: [reading(span.cut, span.factor, kind)], dimension: 'time' };
  }
  return readNumber(bare, form, kind);
}

function readNumber(text: string, form: FieldForm | undefined, kind: ReadingKind): Understood {
  const first = cutNumber(text);
  if (first === undefined) return { problem: `"${text}" does not begin with a number such as 1,234.5 or $103k` };
  const between = /^(?:–|—|-|to\b|and\b)\s*/.exec(first.rest)?.[0];
  const second = between === undefined ? undefined : cutNumber(first.rest.slice(between.length));
  if (second !== undefined && form?.range !== true) {
    return { problem: `"${text}" is a range, which ${form?.label ?? 'a figure'} cannot be` };
  }
  const cuts = second === undefined ? [first] : [first, second];
  if (cuts.some(({ digits }) => digits.length > MOST_DIGITS))
    return { problem: `"${text}" has more digits than a number` };
  const currency = cuts.find((cut) => cut.currency !== '')?.currency ?? '';
  const written = (second ?? first).rest;
  const unit = unitOf(currency, written, form?.dimension);
  if (typeof unit === 'string') return { problem: `"${text}" ${unit}` };
  const readings = cuts.map((cut) => reading({ ...cut, rest: written, currency }, unit.factor, kind));
  return { readings, dimension: unit.dimension };
}

const HOW_TO_SAY: Readonly<Record<Dimension, string>> = {
  time: 'h, min, days, weeks, months or years',
  energy: 'kWh, Wh, MWh or GWh',
  mass: 'kg, g, t or lb',
  money: '$ before the number',
  power: 'W, kW or MW',
  count: 'a bare number or one with a noun, such as 60 GPUs',
  ratio: 'a bare number or one with %',
  intensity: 'kg/kWh, g/kWh or lb/kWh',
  price: '$ before the number and /h after it',
  'energy-price': '$ before the number and /kWh after it',
};

/** The unit of a number, from what stands around it; a text that says what is wrong with it. */
function unitOf(currency: string, after: string, wanted: Dimension | undefined): Unit | string {
  const unit = findUnit(currency === '' ? after : `$${after}`) ?? bareUnit(currency, after, wanted);
  if (unit === undefined) return `has no unit that is known: write ${HOW_TO_SAY[wanted ?? 'count']}`;
  if (wanted === undefined || unit.dimension === wanted) return unit;
  return `has another unit: write ${HOW_TO_SAY[wanted]}`;
}

/** A number without a unit of measure: money with or without a noun (`$145,000 in all`), a ratio, a count of things. */
function bareUnit(currency: string, after: string, wanted: Dimension | undefined): Unit | undefined {
  if (currency !== '') return /\/|\bper\b/.test(after) ? undefined : { dimension: 'money', factor: 1 };
  if (wanted === 'ratio' && after === '') return { dimension: 'ratio', factor: 1 };
  const isNoun = after === '' || /^[A-Za-z][\w ,.&-]*$/.test(after);
  return isNoun && (wanted ?? 'count') === 'count' ? { dimension: 'count', factor: 1 } : undefined;
}

function reading({ currency, digits, multiplier, rest }: Cut, unitFactor: number, kind: ReadingKind): Reading {
  const decimals = digits.split('.')[1]?.length ?? 0;
  const factor = unitFactor * (MULTIPLIERS[multiplier] ?? 1);
  const number = Number(digits.replaceAll(',', ''));
  const half = kind === 'exact' ? 0 : 0.5 * 10 ** -decimals;
  const needsBlank = rest !== '' && !/^[/%]/.test(rest);
  const suffix = `${multiplier.length > 1 ? ` ${multiplier}` : multiplier}${needsBlank ? ' ' : ''}${rest}`;
  const print: Print = { prefix: currency === '' ? '' : '$', suffix, factor, decimals };
  return {
    value: number * factor,
    low: kind === 'at-most' ? 0 : (number - half) * factor,
    high: kind === 'at-least' ? Number.POSITIVE_INFINITY : (number + half) * factor,
    kind,
    print,
  };
}

/** `118 days, 5 hours, 41 min`: all of it in its last unit, as exact as that; undefined for anything else. */
function durationIn(text: string): { readonly cut: Cut; readonly factor: number } | undefined {
  const parts = text.split(/,\s+|\s+and\s+/).map(cutNumber);
  if (parts.length < 2) return undefined;
  const units = parts.map((part) => (part === undefined || part.currency !== '' ? undefined : findUnit(part.rest)));
  if (units.some((unit) => unit?.dimension !== 'time')) return undefined;
  const last = parts.at(-1) as Cut;
  const { factor } = units.at(-1) as Unit;
  const hours = parts.reduce((sum, part, index) => sum + Number(part?.digits) * (units[index] as Unit).factor, 0);
  return { cut: { ...last, digits: String(Math.round(hours / factor)) }, factor };
}
