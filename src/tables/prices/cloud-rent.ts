import type { Basis } from '../../model/basis.ts';
import type { Rate } from '../../model/method.ts';
import type { Board } from '../hardware/boards.ts';
import { findGpu, type GpuModel, isOf } from '../hardware/gpus.ts';
import { CLOUDS_2026 } from './clouds-2026.ts';
import { LARGE_CLOUDS, type ListPrice, perDevice } from './list-price.ts';
import { pricedAs, whyPricedAs } from './priced-as.ts';

const UNIT = 'USD per GPU-hour';

/** What a GPU of unknown model is priced as in the middle. Our own judgement. */
const MIDDLE = 'V100';

/**
 * Rent of one GPU for an hour. Low: the least of all rows of its hardware, spot prices and small vendors with it. Middle: of the large clouds' cheapest on-demand prices the median. High: the
 * dearest on-demand price. Hardware that nobody on the list rents is priced as the nearest that is rented.
 *
 * @param name as a log has it, or canonical; one that is in no table gets the span of the list
 */
export function cloudRent(name: string): Rate {
  const model = findGpu(name);
  if (model === undefined) return unknownRent(name);
  const own = rowsOf(model);
  const priced = own.length > 0 ? model : pricedAs(model);
  const rows = own.length > 0 ? own : rowsOf(priced);
  const basis = rows.map(basisOf);
  return {
    name: `cloud rent of one ${model.name}${priced === model ? '' : ` (as ${priced.name})`}`,
    unit: UNIT,
    ...rangeOf(rows, priced),
    ...(priced === model ? {} : { standIn: priced.name }),
    basis: priced === model ? basis : [{ kind: 'assumed', note: whyPricedAs(model, priced) }, ...basis],
  };
}

/** The rows of a model's boards; where fewer than two vendors rent them, those of its whole family. */
function rowsOf(model: GpuModel): ListPrice[] {
  const ofFamily = CLOUDS_2026.filter(({ hardware }) => findGpu(hardware)?.family === model.family);
  const ofBoards = ofFamily.filter(({ hardware }) => isOf(findGpu(hardware) as GpuModel, model));
  return new Set(ofBoards.map(({ vendor }) => vendor)).size > 1 ? ofBoards : ofFamily;
}

function rangeOf(rows: readonly ListPrice[], { boards }: GpuModel): { low: number; value: number; high: number } {
  const onDemand = rows.filter(({ terms }) => terms === 'on demand');
  const large = onDemand.filter(({ vendor }) => LARGE_CLOUDS.includes(vendor));
  const isFirst = ({ hardware }: ListPrice): boolean => findGpu(hardware)?.boards.includes(boards[0] as Board) === true;
  const chosen = [large.filter(isFirst), onDemand.filter(isFirst), large, onDemand].find(
    ({ length }) => length > 0,
  ) as ListPrice[];
  const cheapest = [...new Set(chosen.map(({ vendor }) => vendor))].map((vendor) =>
    Math.min(...chosen.filter((row) => row.vendor === vendor).map(perDevice)),
  );
  return {
    low: Math.min(...rows.map(perDevice)),
    value: medianOf(cheapest),
    high: Math.max(...onDemand.map(perDevice)),
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
