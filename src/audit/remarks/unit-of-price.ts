import type { Remark } from '../../model/audit.ts';
import { printAs } from '../../model/print-number.ts';
import { priceKeyOf, titleOf } from '../claim-figures.ts';
import { figureNamed, type RemarkFinder } from './remark-context.ts';

/** A price of one thing multiplied by a count of another: a Cloud TPU device has several chips. */
export const unitOfPrice: RemarkFinder = (context) =>
  Object.entries(context.claim.entries).flatMap(([key, entry]): Remark[] => {
    const priceKey = priceKeyOf(context.claim, entry);
    const price = priceKey === undefined ? undefined : context.claim.prices?.[priceKey];
    const count = figureNamed(context, `${key}.count`);
    if (price === undefined || count === undefined || entry.countedIn === undefined) return [];
    if (entry.countedIn === price.per) return [];
    const message = `${titleOf(key, entry)}: the price is that of a ${price.per}, and what is counted is ${entry.countedIn}s`;
    const inside = price.holds?.[entry.countedIn];
    const at = [...new Set([...count.at, ...(price.at === undefined ? [] : [price.at])])];
    if (inside === undefined) return [{ rule: 'unit-of-price', severity: 'warning', message, at }];
    const time = figureNamed(context, `${key}.hours`)?.reading.value ?? Number.NaN;
    const ends = ['low', 'high'].map((end) => figureNamed(context, `${key}.cloud.${end}`));
    const corrected = ['low', 'high'].map((end, index) => {
      const rate = figureNamed(context, `price.${priceKey}.${end}`)?.reading.value ?? Number.NaN;
      const cost = (rate * count.reading.value * time) / inside;
      return ends[index] && printAs(ends[index].reading.print, cost);
    });
    const printed = ends.map((figure) => figure && printAs(figure.reading.print, figure.reading.value));
    if (Number.isNaN(time) || ends.includes(undefined))
      return [{ rule: 'unit-of-price', severity: 'warning', message, at }];
    const sum = `A ${price.per} has ${inside} ${entry.countedIn}s: ${corrected.join('–')} would be the cost by share, ${printed.join('–')} is printed`;
    return [{ rule: 'unit-of-price', severity: 'warning', message: `${message}. ${sum}`, at }];
  });
