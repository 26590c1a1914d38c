import { endsOf, isLogarithmic, scaled } from './axes.ts';
import { cutInMiddle } from './axis-labels.ts';
import type { Combination } from './combinations.ts';
import type { Picture } from './picture.ts';

/** Where values of the measure lie on a line, and what stands at its ends. */
export interface MeasureScale {
  /** 0 to 1; undefined for a combination without a value. */
  readonly placeOf: (combination: Combination) => number | undefined;
  /** The name of the measure, and how it is laid out where that is not evenly. */
  readonly name: string;
  /** The value at each end; one where there is but one, none where there is none. */
  readonly ends: readonly number[];
}

const NAME_CHARACTERS = 40;

/** What stands at a scale. */
export const titleOf = (name: string, isByLogarithm: boolean): string =>
  `${cutInMiddle(name, NAME_CHARACTERS)}${isByLogarithm ? ' (logarithmic)' : ''}`;

/** Hours are laid out from nought, so that lengths can be compared; metrics from the least to the largest, where they are of many sizes by their logarithm. */
export function measureScale({ combinations, measure }: Pick<Picture, 'combinations' | 'measure'>): MeasureScale {
  const values = combinations.map(({ value }) => value).filter((value) => !Number.isNaN(value));
  const laid = measure.metric === undefined ? [0, ...values] : values;
  const places = new Map(scaled(laid).map((place, index) => [laid[index] as number, place]));
  return {
    placeOf: ({ value }) => places.get(value),
    name: titleOf(measure.name, isLogarithmic(laid)),
    ends: values.length === 0 ? [] : [...new Set(endsOf(laid))],
  };
}
