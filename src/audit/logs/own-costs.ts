import type { Interval } from '../../model/audit.ts';
import type { ClaimEntry, PaperClaim } from '../../model/paper-claim.ts';
import { type Figure, priceKeyOf } from '../claim-figures.ts';
import { divide, multiply, point } from '../interval.ts';
import { priceSharing } from '../price-sharing.ts';
import type { Logged } from './logged-values.ts';

const BY = 'by the claim’s own constants';

/**
 * What the GPU-hours of the logs cost by the constants that the claim states itself: power of a device and PUE, carbon intensity, price of electricity, price list. Nothing of what it does
 * not state.
 */
export function ownCosts(
  claim: PaperClaim,
  key: string,
  entry: ClaimEntry,
  figures: readonly Figure[],
  gpuHours: number,
): Record<string, Logged> {
  const readingOf = (name: string): Interval | undefined => figures.find((figure) => figure.name === name)?.reading;
  const said = (field: string): Interval | undefined => readingOf(`${key}.${field}`) ?? readingOf(field);
  const times = (left: Interval | undefined, right: Interval | undefined): Interval | undefined =>
    left && right && multiply(left, right);
  const draw = times(times(said('devicePower'), said('pue') ?? point(1)), point(gpuHours / 1000));
  const rent = (end: string): Interval | undefined =>
    times(times(readingOf(`price.${priceKeyOf(claim, entry)}${end}`), shareOf(claim, entry)), point(gpuHours));
  const costs: Readonly<Record<string, Interval | undefined>> = {
    energy: draw,
    co2e: times(draw, said('intensity')),
    electricity: times(draw, said('electricityPrice')),
    ...{ cloud: rent(''), 'cloud.low': rent('.low'), 'cloud.high': rent('.high') },
  };
  return Object.fromEntries(
    Object.entries(costs).flatMap(([field, span]): [string, Logged][] =>
      span === undefined ? [] : [[field, { value: (span.low + span.high) / 2, span, by: BY, otherwise: [] }]],
    ),
  );
}

/** What part of the price falls to a GPU; undefined where the claim does not say, or multiplies the price of a whole by its parts. */
function shareOf(claim: PaperClaim, entry: ClaimEntry): Interval | undefined {
  const key = priceKeyOf(claim, entry);
  const price = key === undefined ? undefined : claim.prices?.[key];
  if (price === undefined || price.asCounted === true) return undefined;
  const { inside } = priceSharing(price, entry);
  return inside === undefined ? undefined : divide(point(1), point(inside));
}
