import type { Remark } from '../../model/audit.ts';
import { printAs } from '../../model/print-number.ts';
import { priceKeyOf, titleOf } from '../claim-figures.ts';
import { figureNamed, type RemarkContext, type RemarkFinder } from './remark-context.ts';

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
    const costs = costsBySharing(context, key, `price.${priceKey}`, inside);
    if (costs.length === 0) return [{ rule: 'unit-of-price', severity: 'warning', message, at }];
    const [corrected, printed] = [costs.map(([cost]) => cost).join('–'), costs.map(([, said]) => said).join('–')];
    const sum = `A ${price.per} has ${inside} ${entry.countedIn}s: ${corrected} would be the cost by share, ${printed} is printed`;
    return [{ rule: 'unit-of-price', severity: 'warning', message: `${message}. ${sum}`, at }];
  });

/** What each end of the cloud cost would be if the price were shared out, beside what is printed. */
function costsBySharing(context: RemarkContext, key: string, price: string, inside: number): [string, string][] {
  const [count, hours] = [figureNamed(context, `${key}.count`), figureNamed(context, `${key}.hours`)];
  return ['', '.low', '.high'].flatMap((end): [string, string][] => {
    const [cost, rate] = [figureNamed(context, `${key}.cloud${end}`), figureNamed(context, `${price}${end}`)];
    if (cost === undefined || rate === undefined || count === undefined || hours === undefined) return [];
    const shared = (rate.reading.value * count.reading.value * hours.reading.value) / inside;
    return [[printAs(cost.reading.print, shared), cost.says]];
  });
}
