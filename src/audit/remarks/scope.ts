import type { Remark } from '../../model/audit.ts';
import { type ClaimEntry, SCOPE_PARTS, type ScopePart } from '../../model/paper-claim.ts';
import { printAs } from '../../model/print-number.ts';
import { titleOf } from '../claim-figures.ts';
import { figureNamed, type RemarkContext, type RemarkFinder } from './remark-context.ts';

/** Hardware of up to 2020 is written off over this many years: Epoch AI, training-cost-trends. */
const LIFE_YEARS = 3;
const HOURS_PER_YEAR = 8766;

/** What the figures leave out, and purchases charged to one project whole. */
export const scopeOfFigures: RemarkFinder = (context) => [
  ...leftOut(context),
  ...Object.entries(context.claim.entries).flatMap(([key, entry]) => wholePurchase(context, key, entry)),
];

function leftOut({ claim: { covers } }: RemarkContext): Remark[] {
  if (covers === undefined) return [];
  const missing = (Object.keys(SCOPE_PARTS) as ScopePart[]).filter((part) => !covers.includes(part));
  if (missing.length === 0) return [];
  const message = `not in the figures, or not told apart: ${missing.map((part) => SCOPE_PARTS[part]).join(', ')}`;
  return [{ rule: 'scope', severity: 'warning', message, at: [] }];
}

function wholePurchase(context: RemarkContext, key: string, entry: ClaimEntry): Remark[] {
  const [price, span] = [figureNamed(context, `${key}.purchase`), figureNamed(context, `${key}.span`)];
  if (price === undefined || span === undefined || entry.lifetime !== undefined) return [];
  const share = span.reading.value / (LIFE_YEARS * HOURS_PER_YEAR);
  if (share >= 1) return [];
  const part = printAs(price.reading.print, price.reading.value * share);
  const message = `${titleOf(key, entry)}: the purchase of ${price.says} is charged whole to ${span.says}. Over ${LIFE_YEARS} years of life their part is ${part}`;
  return [{ rule: 'scope', severity: 'warning', message, at: price.at }];
}
