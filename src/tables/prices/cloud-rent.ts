import type { Basis } from '../../model/basis.ts';
import type { Rate } from '../../model/method.ts';
import { findGpu, type GpuModel, isOf } from '../hardware/gpus.ts';
import { CLOUDS_2026 } from './clouds-2026.ts';
import { LARGE_CLOUDS, type ListPrice, perDevice, type Vendor } from './list-price.ts';
import { pricedAs, whyPricedAs } from './priced-as.ts';

const UNIT = 'USD per GPU-hour';

/** What a GPU of unknown model is priced as in the middle. Our own judgement. */
const MIDDLE = 'V100';

/**
 * Rent of one GPU for an hour, over all boards that its name leaves open. Low: the least of all rows of its hardware, spot prices and small vendors with it. Middle: of the large clouds' cheapest
 * on-demand prices the median; of other vendors', where none of them rents it. High: the dearest on-demand price. A board that fewer than two vendors rent is priced as all of its family, hardware
 * that nobody on the list rents as the nearest that is rented.
 *
 * @param name as a log has it, or canonical; one that is in no table gets the span of the list
 */
export function cloudRent(name: string): Rate {
  const model = findGpu(name);
  if (model === undefined) return unknownRent(name);
  const own = rowsOf(model);
  const priced = own.rows.length > 0 ? model : pricedAs(model);
  const { rows, ofFamily } = own.rows.length > 0 ? own : rowsOf(priced);
  const onDemand = chosenOf(rows);
  const why: Basis[] = [
    ...(priced === model ? [] : [assumed(whyPricedAs(model, priced))]),
    ...(ofFamily ? [assumed(whyOfFamily(priced))] : []),
    assumed(middleInWords(onDemand)),
  ];
  return {
    name: `cloud rent of one ${model.name}${as(model, priced, ofFamily)}`,
    unit: UNIT,
    ...rangeOf(rows, onDemand),
    ...(priced === model ? {} : { standIn: priced.name }),
    basis: [...why, ...rows.map(basisOf)],
  };
}

const assumed = (note: string): Basis => ({ kind: 'assumed', note });

/** What is priced in the place of a model, if anything. */
function as(model: GpuModel, priced: GpuModel, ofFamily: boolean): string {
  if (priced !== model) return ` (as ${priced.name})`;
  return ofFamily ? ` (as any ${model.family})` : '';
}

const whyOfFamily = ({ name, family }: GpuModel): string =>
  `fewer than two vendors on the list rent the ${name}: the prices are those of any ${family}`;

/** The rows of a model's boards; where fewer than two vendors rent them, those of its whole family. */
function rowsOf(model: GpuModel): { readonly rows: readonly ListPrice[]; readonly ofFamily: boolean } {
  const inFamily = CLOUDS_2026.filter(({ hardware }) => findGpu(hardware)?.family === model.family);
  const ofBoards = inFamily.filter(({ hardware }) => isOf(findGpu(hardware) as GpuModel, model));
  const isEnough = ofBoards.length === inFamily.length || new Set(ofBoards.map(({ vendor }) => vendor)).size > 1;
  return isEnough ? { rows: ofBoards, ofFamily: false } : { rows: inFamily, ofFamily: true };
}

/** The cheapest on-demand row of each large cloud; of each other vendor where no large cloud has one. */
function chosenOf(rows: readonly ListPrice[]): ListPrice[] {
  const onDemand = rows.filter(({ terms }) => terms === 'on demand');
  const large = onDemand.filter(({ vendor }) => LARGE_CLOUDS.includes(vendor));
  const cheapest = new Map<Vendor, ListPrice>();
  for (const row of large.length > 0 ? large : onDemand) {
    const found = cheapest.get(row.vendor);
    if (found === undefined || perDevice(row) < perDevice(found)) cheapest.set(row.vendor, row);
  }
  return [...cheapest.values()].sort((a, b) => perDevice(a) - perDevice(b));
}

/** The rows behind the middle, with the board that each is of: it need not be the one that was used. */
function middleInWords(chosen: readonly ListPrice[]): string {
  const each = chosen.map((row) => `${row.vendor} $${perDevice(row).toFixed(2)} (${row.hardware})`);
  const [one] = each;
  return each.length === 1
    ? `middle: ${one}, the cheapest on demand`
    : `middle: the median of the cheapest on demand, ${each.join(', ')}`;
}

function rangeOf(
  rows: readonly ListPrice[],
  chosen: readonly ListPrice[],
): { low: number; value: number; high: number } {
  return {
    low: Math.min(...rows.map(perDevice)),
    value: medianOf(chosen.map(perDevice)),
    high: Math.max(...rows.filter(({ terms }) => terms === 'on demand').map(perDevice)),
  };
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1] as number, sorted[sorted.length >> 1] as number];
  return (below + above) / 2;
}

function basisOf(row: ListPrice): Basis {
  const { vendor, product, terms, region, unit, citation, hardware } = row;
  const alone = unit === 'machine' ? '' : `, ${unit} alone`;
  const note = `${vendor} ${product}, ${terms}: $${perDevice(row).toFixed(2)} for each ${hardware}${alone} (region: ${region})`;
  return { kind: 'table', note, citation };
}

function unknownRent(name: string): Rate {
  const prices = CLOUDS_2026.map(perDevice);
  const middle = cloudRent(MIDDLE);
  return {
    name: `cloud rent of one ${name === '' ? 'GPU of unknown model' : `${name}, not in the hardware table`}`,
    unit: UNIT,
    low: Math.min(...prices),
    value: middle.value,
    high: Math.max(...prices),
    basis: [
      {
        kind: 'assumed',
        note: 'hardware unknown: from the cheapest to the dearest price of the list, a V100 in the middle',
      },
      ...middle.basis,
    ],
  };
}
