import { exactly } from '../../model/estimate.ts';
import type { Method, PublishedStudy, Rate } from '../../model/method.ts';
import { EGRID_2016, EGRID_2018, STRUBELL } from '../citations.ts';
import { SERVER_2019 } from '../prices/purchase.ts';
import { ELECTRICITY_2019, P100_2019, TPU_V2_2019, TPU_V3_2019, V100_2019 } from '../prices/strubell-2019.ts';

const KG_PER_LB = 0.453_592_37; // by definition, NIST SP 811

/**
 * Mean draw per GPU, with its share of CPUs and memory. Table 1 gives 78,468 lb for the project; at 0.954 lb per kWh, PUE 1.58 and 239,942 GPU-hours that is 216.97 W. The same
 * paper measured down to 172.6 W a GPU (ELMo, 517.66 W on three): the low bound.
 */
const POWER: Rate = {
  name: 'mean draw of one GPU with its share of CPUs and memory',
  unit: 'W',
  low: 517.66 / 3,
  value: (78_468 / 0.954 / 1.58 / 239_942) * 1000,
  high: (78_468 / 0.954 / 1.58 / 239_942) * 1000,
  basis: [
    { kind: 'table', note: 'implied by 78,468 lb CO2e (Table 1) over 239,942 GPU-hours (Table 4)', citation: STRUBELL },
    { kind: 'table', note: 'low: ELMo, 517.66 W on three GPUs (Table 3)', citation: STRUBELL },
  ],
};

const INCLUDED = (name: string): Rate => ({
  name,
  unit: 'W',
  ...exactly(0),
  basis: [{ kind: 'table', note: 'contained in the draw per GPU', citation: STRUBELL }],
});

const CASE_STUDY: PublishedStudy = {
  title: 'the paper’s case study, LISA (Table 4)',
  citation: STRUBELL,
  tiers: [
    { tier: 'singleModel', jobs: 1, hours: 120, cloud: '$52–$175', electricity: '$5' },
    { tier: 'singleTune', jobs: 24, hours: 2880, cloud: '$1,238–$4,205', electricity: '$118' },
    { tier: 'project', jobs: 4789, hours: 239_942, cloud: '$103k–$350k', electricity: '$9,870' },
  ],
};

/** The devices that the paper priced as what they are. */
const PRICED: readonly (readonly [device: RegExp, price: Rate])[] = [
  [/^V100/, V100_2019],
  [/^TPU ?v2/i, TPU_V2_2019],
  [/^TPU ?v3/i, TPU_V3_2019],
];

/** The assumptions of Strubell, Ganesh & McCallum 2019: one draw a GPU whatever the model, the price of a P100 for all that the paper does not price by name, the grid of the United States. */
export const strubell2019: Method = {
  name: 'strubell-2019',
  title: 'Strubell, Ganesh & McCallum 2019',
  gpuPower: () => POWER,
  cpuPower: INCLUDED('CPU cores'),
  memoryPower: INCLUDED('memory'),
  pue: {
    name: 'power usage effectiveness of the data centre (PUE)',
    unit: '1',
    ...exactly(1.58),
    basis: [{ kind: 'table', note: 'global average for 2018 (Uptime Institute), Equation 1', citation: STRUBELL }],
  },
  grid: {
    name: 'grid intensity, United States',
    unit: 'kg CO2e per kWh',
    low: 0.947 * KG_PER_LB,
    value: 0.954 * KG_PER_LB,
    high: 0.998_443 * KG_PER_LB,
    basis: [
      { kind: 'table', note: '0.954 lb per kWh, Equation 2', citation: STRUBELL },
      { kind: 'table', note: 'low: 947 lb per MWh', citation: EGRID_2018 },
      { kind: 'table', note: 'high: 998.443 lb per MWh', citation: EGRID_2016 },
    ],
  },
  fixedGrid: true,
  electricity: ELECTRICITY_2019,
  gpuPrice: (model) => PRICED.find(([device]) => device.test(model))?.[1] ?? P100_2019,
  purchase: () => SERVER_2019,
  published: CASE_STUDY,
};
