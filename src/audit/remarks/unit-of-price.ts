import type { Remark } from '../../model/audit.ts';
import type { ClaimEntry, SaidPrice } from '../../model/paper-claim.ts';
import { printAs } from '../../model/print-number.ts';
import { priceKeyOf, titleOf } from '../claim-figures.ts';
import { priceSharing } from '../price-sharing.ts';
import { figureNamed, type RemarkContext, type RemarkFinder } from './remark-context.ts';

/** A price of one thing multiplied by a count of another: a Cloud TPU device has several chips. */
export const unitOfPrice: RemarkFinder = (context) =>
  Object.entries(context.claim.entries).flatMap(([key, entry]): Remark[] => {
    const priceKey = priceKeyOf(context.claim, entry);
    const price = priceKey === undefined ? undefined : context.claim.prices?.[priceKey];
    if (price === undefined || entry.cloud === undefined) return [];
    const count = figureNamed(context, `${key}.count`);
    const message =
      price.asCounted === true
        ? multiplied(context, `price.${priceKey}`, key, entry, price)
        : open(titleOf(key, entry), price, entry);
    const at = [...new Set([...(count?.at ?? []), ...(price.at === undefined ? [] : [price.at])])];
    return message === undefined ? [] : [{ rule: 'unit-of-price', severity: 'warning', message, at }];
  });

/** What a paper that multiplies the price of a whole by its parts would have by share. */
function multiplied(
  context: RemarkContext,
  priceName: string,
  key: string,
  entry: ClaimEntry,
  price: SaidPrice,
): string | undefined {
  const { counted, inside } = priceSharing({ ...price, asCounted: false }, entry);
  if (counted === undefined) return undefined;
  const message = `${titleOf(key, entry)}: the price is that of a ${price.per}, and what is counted is ${counted}s`;
  const costs = inside === undefined ? [] : costsBySharing(context, key, priceName, inside);
  if (costs.length === 0) return message;
  const [corrected, printed] = [costs.map(([cost]) => cost).join('–'), costs.map(([, said]) => said).join('–')];
  return `${message}. A ${price.per} has ${inside} ${counted}s: ${corrected} would be the cost by share, ${printed} is printed`;
}

/** What a claim must say for its rent to be held against its price. */
function open(title: string, price: SaidPrice, entry: ClaimEntry): string | undefined {
  const { counted, inside, isTaken } = priceSharing(price, entry);
  const message = `${title}: the price is that of a ${price.per}`;
  if (isTaken === true)
    return `${message}, and what is counted is taken to be ${counted}s, ${inside} of them in one. If it is another thing, say so (countedIn)`;
  if (inside !== undefined) return undefined;
  return price.holds === undefined
    ? `${message}, and what is counted is ${counted}s. How many are in one is not said (holds), so the cost cannot be held against it`
    : `${message}, and of what is counted it is not said how many are in one (countedIn, holds), so the cost cannot be held against it`;
}

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
