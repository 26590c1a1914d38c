import type { PaperClaim } from '../../model/paper-claim.ts';

const TABLE_1 = 'Table 1';
const LIFE_CYCLE = 'life cycle of the training';

/** The final training of BLOOM, in the three lines of its footprint: dynamic, idle, embodied. */
export const bloomClaim: PaperClaim = {
  name: 'bloom',
  title: 'Estimating the Carbon Footprint of BLOOM, a 176B Parameter Language Model',
  citation: {
    source: 'Luccioni, Viguier & Ligozat 2023, Estimating the Carbon Footprint of BLOOM, JMLR 24:253',
    url: 'https://arxiv.org/abs/2211.02001',
    date: '2023',
  },
  constants: { intensity: { says: '57 gCO2eq/kWh', at: TABLE_1 } },
  entries: {
    training: {
      title: 'Training, power in use',
      scope: 'model',
      hardware: [{ says: 'Nvidia A100 80GB', at: TABLE_1 }],
      span: { says: '118 days, 5 hours, 41 min', at: TABLE_1 },
      deviceHours: { says: '1,082,990 hours', at: TABLE_1 },
      devicePower: { says: '0.4 kW', at: LIFE_CYCLE, exact: true },
      energy: { says: '433,196 kWh', at: TABLE_1 },
      co2e: [
        { says: '24.69 tonnes', at: LIFE_CYCLE },
        { says: '24.7 tonnes', at: 'abstract' },
      ],
    },
    idle: {
      title: 'Training, idle machines and infrastructure',
      energy: { says: '256,646 kWh', at: LIFE_CYCLE },
      co2e: { says: '14.6 tonnes', at: LIFE_CYCLE },
    },
  },
  figures: {
    embodied: { says: '11.2 tonnes', at: LIFE_CYCLE, title: 'Making of the hardware' },
    total: { says: '50.5 tonnes', at: 'abstract', title: 'All of it' },
  },
  relations: [{ formula: 'total = training.co2e + idle.co2e + embodied', why: 'the parts add up to the whole' }],
  notes: [
    {
      text: 'Power in use is 0.4 kW for each hour of a GPU, the most that the board may draw, not a measurement. No PUE is in it; the second line stands for what else the cluster drew.',
    },
    {
      text: '1,082,990 hours over 118 days, 5 hours and 41 minutes are 381.6 GPUs on average. The paper of the model speaks of 384.',
      citation: {
        source: 'BigScience 2022, BLOOM: A 176B-Parameter Open-Access Multilingual Language Model',
        url: 'https://arxiv.org/abs/2211.05100',
        date: '2022',
      },
    },
  ],
};
