import type { Basis } from '../../model/basis.ts';
import { exactly } from '../../model/estimate.ts';
import type { Rate } from '../../model/method.ts';
import { EPOCH, EPOCH_COSTS, STRUBELL } from '../citations.ts';
import { findGpu } from '../hardware/gpus.ts';

/** What a chip alone cost, USD: the middle where two prices are known. Dated rows of Epoch AI's table (facts taken, file not copied). */
const CHIPS: Readonly<Record<string, { readonly usd: number; readonly note: string }>> = {
  K80: { usd: 5000, note: '$5,000 for the board' },
  'P100 PCIe': { usd: 5699, note: '$5,699 (PCIe, 2016)' },
  P100: { usd: 8100, note: 'middle of $5,699 (PCIe) and $10,500 (SXM), 2016' },
  V100: { usd: 11_061, note: 'middle of $10,664 and $11,458, 2018' },
  A100: { usd: 15_000, note: '$15,000, 2020' },
  H100: { usd: 35_688, note: 'middle of $24,500 and $46,875, 2025' },
  H200: { usd: 36_452, note: 'middle of $33,821 and $39,083, 2025' },
  B200: { usd: 47_409, note: '$47,409, 2025' },
};

/** Price of a server over that of its chips; 1.64 is the mean for others. */
const SERVER: Readonly<Record<string, number>> = { A100: 1.66, V100: 1.69, P100: 1.54 };
const SERVER_OF_OTHERS = 1.64;

/** Nine prices in ten lie between half and twice the listed one. */
const SPREAD = { low: 0.5, high: 2 };

const UNIT = 'USD per GPU';

/** $20,000 for a server with eight GTX 1080 Ti, by which the paper prices all GPUs of its case study, Titan X and M40. */
export const SERVER_2019: Rate = {
  name: 'purchase of one GPU with its share of the machine',
  unit: UNIT,
  ...exactly(2500),
  basis: [
    { kind: 'table', note: 'a server with eight NVIDIA 1080 Ti costs about $20,000 (section 5)', citation: STRUBELL },
  ],
};

/** Priced by that server alone: the paper's own GPU and what the study ran on. */
const LIKE_1080_TI: ReadonlySet<string> = new Set(['GTX 1080 Ti', 'Titan X']);

/** What one GPU cost to buy, with its share of the machine and without network. Undefined where no cited price is at hand. */
export function purchaseOf(name: string): Rate | undefined {
  const model = findGpu(name);
  if (model === undefined) return undefined;
  if (LIKE_1080_TI.has(model.family)) return SERVER_2019;
  const chip = CHIPS[model.name] ?? CHIPS[model.family];
  if (chip === undefined) return undefined;
  const server = SERVER[model.family] ?? SERVER_OF_OTHERS;
  // A board of two counts as two in logs.
  const usd = (chip.usd * server) / model.devicesPerBoard;
  const basis: Basis[] = [
    { kind: 'table', note: chip.note, citation: EPOCH },
    {
      kind: 'table',
      note: `a server costs ${server} times its chips; nine prices in ten lie between half and twice the listed one`,
      citation: EPOCH_COSTS,
    },
  ];
  return {
    name: `purchase of one ${model.name} with its share of the machine`,
    unit: UNIT,
    low: SPREAD.low * usd,
    value: usd,
    high: SPREAD.high * usd,
    basis,
  };
}
