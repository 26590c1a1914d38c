import type { TriedParameter } from '../../../model/sweep.ts';
import type { SweepTrials, Trial } from '../../../model/trial.ts';
import { axisLabels } from './axis-labels.ts';

/** A parameter along which the drawing of a sweep lays out its runs. */
export interface Axis {
  readonly name: string;
  /** What stands at each of its places, in order: numbers by size, else texts by their characters. */
  readonly labels: readonly string[];
  /** Whether places lie by the logarithm of their numbers. */
  readonly isLogarithmic: boolean;
  /** Where each place lies between the ends, 0 to 1. */
  readonly places: readonly number[];
  /** The place of a run, an index into the labels. */
  readonly placeOf: (trial: Trial) => number;
}

export interface Layout {
  readonly axes: readonly Axis[];
  /** Parameters that only repeat, as seeds: runs that differ in these alone share a place. */
  readonly repeats: readonly string[];
}

/** So few values are set apart evenly: people chose them. More numbers lie where their size puts them. Our own judgement. */
const MOST_EVEN = 12;
/** From a largest ÷ least on, sizes are told by their logarithm. Our own judgement. */
const LOGARITHMIC_FROM = 50;

/** What the runs of a sweep vary: all but what repeats them, unless they vary nothing else. */
export function layoutOf({ parameters, trials }: SweepTrials): Layout {
  const varied = parameters.flatMap((parameter, index) => {
    const codes = [...new Set(trials.map(({ values }) => values[index] as number))];
    return codes.length > 1 ? [{ parameter, index, codes }] : [];
  });
  const repeating = varied.filter(({ parameter }) => parameter.role === 'replicate');
  const shown = varied.length > repeating.length ? varied.filter((each) => !repeating.includes(each)) : varied;
  const axes = shown.map(({ parameter, index, codes }) => axisOf(parameter, index, codes));
  return { axes, repeats: shown === varied ? [] : repeating.map(({ parameter }) => parameter.key) };
}

function axisOf({ key, values }: TriedParameter, parameter: number, codes: readonly number[]): Axis {
  const known = codes.filter((code) => code >= 0);
  const isNumeric = known.every((code) => isNumber(values[code] as string));
  const text = (code: number): string => values[code] as string;
  const byText = (a: number, b: number): number => (text(a) < text(b) ? -1 : 1);
  known.sort(isNumeric ? (a, b) => Number(text(a)) - Number(text(b)) || byText(a, b) : byText);
  // Where a run's value is not known, it stands after those that are.
  const isWhole = known.length === codes.length;
  const labels = axisLabels(known.map(text), isWhole);
  const placeOf = new Map([...known, ...(isWhole ? [] : [-1])].map((code, place) => [code, place]));
  const isScaled = isNumeric && isWhole && known.length > MOST_EVEN;
  const numbers = isScaled ? known.map((code) => Number(text(code))) : [];
  return {
    name: key,
    labels,
    isLogarithmic: isLogarithmic(numbers),
    places: isScaled ? scaled(numbers) : evenly(labels.length),
    placeOf: ({ values: codesOf }) => placeOf.get(codesOf[parameter] as number) as number,
  };
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

export const evenly = (count: number): number[] =>
  Array.from({ length: count }, (_, place) => (count === 1 ? 0.5 : place / (count - 1)));

/** Where numbers lie between the least and the largest, by their logarithm where they are of many sizes; 0.5 where all are one. */
export function scaled(numbers: readonly number[]): number[] {
  const [least, most] = endsOf(numbers);
  const size = isLogarithmic(numbers) ? Math.log : (number: number): number => number;
  const span = size(most) - size(least);
  return numbers.map((number) => (span > 0 ? (size(number) - size(least)) / span : 0.5));
}

/** Whether {@link scaled} goes by logarithms. */
export function isLogarithmic(numbers: readonly number[]): boolean {
  const [least, most] = endsOf(numbers);
  return least > 0 && most / least >= LOGARITHMIC_FROM;
}

export const endsOf = (numbers: readonly number[]): readonly [number, number] => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  return [least, most];
};
