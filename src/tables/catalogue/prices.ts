import { exactly } from '../../model/estimate.ts';
import type { Rate } from '../../model/method.ts';
import { EPOCH } from '../citations.ts';
import { GPU_MODELS } from '../hardware/gpus.ts';
import { CLOUD_2025 } from '../prices/cloud-2025.ts';
import { cloudRent } from '../prices/cloud-rent.ts';
import { CLOUDS_2026 } from '../prices/clouds-2026.ts';
import { ELECTRICITY_PRICES } from '../prices/electricity.ts';
import { type ListPrice, perDevice } from '../prices/list-price.ts';
import { IDLE_DRAW, lifeOf, NETWORK, REPAIRS, ROOM, SHARED_USE, STAFF } from '../prices/owning.ts';
import { purchaseOf, SERVER_2019 } from '../prices/purchase.ts';
import { ELECTRICITY_2019, P100_2019, TPU_V2_2019, TPU_V3_2019, V100_2019 } from '../prices/strubell-2019.ts';
import { plainRows, type ReferenceRow, type ReferenceTable } from './reference-table.ts';

const UNIT = 'USD per GPU-hour';

function listRow(price: ListPrice): ReferenceRow {
  const { hardware, vendor, product, terms, usd, unit, devices, region, citation } = price;
  const note = `$${usd} an hour for ${unit === 'machine' ? 'the machine' : `the ${unit} alone`}, region: ${region}`;
  return {
    rate: {
      name: `${hardware}, ${vendor} ${product}, ${terms}`,
      unit: UNIT,
      ...exactly(perDevice(price)),
      basis: [{ kind: 'table', note, citation }],
    },
    facts: { GPUs: devices < 1 ? devices.toFixed(2) : devices, date: citation.date },
  };
}

const rowsOf2025: readonly ReferenceRow[] = Object.entries(CLOUD_2025).map(([gpu, { note, low, value, high }]) => ({
  rate: { name: gpu, unit: UNIT, low, value, high, basis: [{ kind: 'table', note, citation: EPOCH }] },
  facts: { date: EPOCH.date },
}));

const rentRow = (rate: Rate): ReferenceRow => ({ rate, label: rate.name.replace('cloud rent of one ', '') });

/** Models that are priced by the server of the paper stand in the table once. */
function ownPurchase(name: string): Rate[] {
  const rate = purchaseOf(name);
  return rate === undefined || rate === SERVER_2019 ? [] : [rate];
}

const LIVES: readonly Rate[] = [2020, 2022, 2023].map(lifeOf);

export const PRICES: ReferenceTable = {
  name: 'prices',
  title: 'Rent of GPUs and TPUs, and electricity',
  groups: [
    {
      title: 'What the method default takes',
      note: 'Low: the least of all rows, spot and small vendors with it. Middle: the median of the cheapest on-demand prices of AWS, Google Cloud and Azure, over all boards that the name leaves open; of other vendors where none of these rents it. High: the dearest on demand. “As” names the nearest by generation, memory and power that is rented; “as any” the family of a board that fewer than two vendors rent.',
      rows: ['', ...GPU_MODELS.map(({ name }) => name)].map((name) => rentRow(cloudRent(name))),
    },
    { title: 'Price lists of 2026, on demand and spot', rows: CLOUDS_2026.map(listRow) },
    { title: 'Price list of March 2025 (of earlier reports)', rows: rowsOf2025 },
    {
      title: 'Prices of Strubell et al. 2019, preemptible to on demand',
      rows: plainRows([P100_2019, V100_2019, TPU_V2_2019, TPU_V3_2019, ELECTRICITY_2019]),
    },
    {
      title: 'Purchase, with the machine around it',
      note: 'For what hardware of one’s own would cost. A server over its chips: Epoch AI. Models that are not listed have no cited price here.',
      rows: plainRows([SERVER_2019, ...GPU_MODELS.flatMap(({ name }) => ownPurchase(name))]),
    },
    { title: 'Owning', rows: plainRows([...LIVES, NETWORK, ROOM, STAFF, REPAIRS, IDLE_DRAW, SHARED_USE]) },
    { title: 'Electricity', rows: plainRows(ELECTRICITY_PRICES) },
  ],
};
