import type { TriedParameter } from '../model/sweep.ts';
import { type Feature, MOST_VALUES } from '../stats/forest/grow-tree.ts';
import type { Grouping } from '../stats/grouping.ts';

/** Parameters of a sweep that always changed together, as groups of its observations. */
export interface Factor extends Grouping {
  readonly keys: readonly string[];
  /** By group: its value as written, or the first and last of several. */
  readonly labels: readonly (readonly string[])[];
  /** Whether a group holds several values. */
  readonly isBinned: boolean;
  /** The same more finely, for forests. */
  readonly feature: Feature;
}

export interface Factors {
  readonly factors: readonly Factor[];
  /** Texts that differ from run to run: file names and such. */
  readonly allDifferent: readonly string[];
}

/** Numbers of more values than this are put into groups of about as many runs each. Our own judgement. */
const BINS = 4;

/** Roles of values that repeat an experiment, or number its runs. */
const NO_FACTORS: readonly unknown[] = ['replicate', 'array', 'search', 'ignored'];

/** Whether a parameter can have an effect: seeds and the numbers of array tasks are none of these. */
export const isFactor = ({ role }: TriedParameter): boolean => !NO_FACTORS.includes(role);

/** The same parameters, all but those at some places set aside. */
export const only = (places: readonly number[], parameters: readonly TriedParameter[]): TriedParameter[] =>
  parameters.map((each, at) => (places.includes(at) ? each : { ...each, role: 'ignored' }));

/** The part of all combinations of all values that was tried; 0 where numbers took too many values, or texts differ from run to run. */
export function coverageOf({ factors, allDifferent }: Factors, configurations: number): number {
  if (allDifferent.length > 0 || factors.some(({ isBinned }) => isBinned)) return 0;
  return configurations / factors.reduce((product, { groups }) => product * groups, 1);
}

/**
 * What varies between observations, as groups.
 *
 * @param values by observation: for each parameter the index of its value, −1 for none
 */
export function factorsOf(parameters: readonly TriedParameter[], values: readonly (readonly number[])[]): Factors {
  const factors = new Map<string, Factor>();
  const allDifferent: string[] = [];
  parameters.forEach((parameter, index) => {
    if (!isFactor(parameter)) return;
    const factor = factorOf(
      parameter,
      values.map((each) => each[index] as number),
    );
    if (factor === undefined) return;
    if (factor === 'all-different') allDifferent.push(parameter.key);
    else {
      const partition = partitionOf(factor);
      const same = factors.get(partition);
      factors.set(partition, same === undefined ? factor : { ...same, keys: [...same.keys, parameter.key] });
    }
  });
  return { factors: [...factors.values()], allDifferent };
}

function factorOf(
  { key, values: texts }: TriedParameter,
  chosen: readonly number[],
): Factor | 'all-different' | undefined {
  const present = [...new Set(chosen)].sort(byValue(texts));
  if (present.length < 2) return undefined;
  const placeOf = new Map(present.map((value, place) => [value, place]));
  const places = chosen.map((value) => placeOf.get(value) as number);
  const isOrdered = present.every((value) => value < 0 || isNumber(texts[value] as string));
  const feature = binned(places, present.length, MOST_VALUES, isOrdered);
  const label = (place: number): string => texts[present[place] as number] ?? '';
  if (present.length <= Math.min(MOST_VALUES, chosen.length / 2)) {
    const labels = present.map((_, place) => [label(place)]);
    return { keys: [key], codes: places, groups: present.length, labels, isBinned: false, feature };
  }
  if (!isOrdered) return 'all-different';
  const { codes, values: groups } = binned(places, present.length, BINS, true);
  const labels = Array.from({ length: groups }, (_, group) => {
    const own = places.filter((_, at) => codes[at] === group);
    return [label(Math.min(...own)), label(Math.max(...own))];
  });
  return { keys: [key], codes, groups, labels, isBinned: true, feature };
}

/** Values by their place, or, of more than fit, neighbours together so that groups have about as many observations each. */
function binned(places: readonly number[], values: number, most: number, isOrdered: boolean): Feature {
  if (values <= most) return { codes: places, values, isOrdered };
  const counts = new Array<number>(values).fill(0);
  for (const place of places) counts[place] = (counts[place] as number) + 1;
  let before = 0;
  const binOf = counts.map((count) => {
    const middle = before + count / 2;
    before += count;
    return Math.min(most - 1, Math.floor((most * middle) / places.length));
  });
  const used = [...new Set(binOf)];
  return { codes: places.map((place) => used.indexOf(binOf[place] as number)), values: used.length, isOrdered: true };
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** Numbers by size, then texts by their characters; what was not set comes first. */
const byValue =
  (texts: readonly string[]) =>
  (a: number, b: number): number => {
    if (a < 0 || b < 0) return a - b;
    const [one, other] = [texts[a] as string, texts[b] as string];
    const difference = isNumber(one) && isNumber(other) ? Number(one) - Number(other) : Number.NaN;
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
    return one < other ? -1 : 1;
  };

/** The same text for parameters that part the observations alike. */
function partitionOf({ codes }: Grouping): string {
  const numbers = new Map<number, number>();
  return codes
    .map((code) => {
      const number = numbers.get(code) ?? numbers.size;
      numbers.set(code, number);
      return number;
    })
    .join();
}
