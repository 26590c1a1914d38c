import type { ClaimEntry, PaperClaim } from '../../model/paper-claim.ts';
import { STRUBELL } from '../citations.ts';

const TABLE_1 = 'Table 1';
const TABLE_3 = 'Table 3';
const TABLE_4 = 'Table 4';
const MODELS = 'section 2.1';
const CASE_STUDY = 'section 4.2';
const EQUITY = 'section 5';
/** The footnotes with the prices were not at hand; every row of Tables 3 and 4 fixes them to a few parts in ten thousand. */
const FOOTNOTES = 'footnotes to Tables 3 and 4, as the rows imply them';

const transformer = (title: string, figures: Omit<ClaimEntry, 'title'>): ClaimEntry => ({
  title,
  hardware: [{ says: 'P100x8', at: TABLE_3 }],
  measuredOn: 'Titan X',
  count: { says: '8 GPUs', at: TABLE_3 },
  ...figures,
});

const tpu = { per: 'Cloud TPU device', holds: { chip: 4, core: 8 }, asCounted: true } as const;

/** Every figure on compute of Strubell, Ganesh & McCallum 2019, but for Table 2 (sources of energy, of which no copy was at hand). */
export const strubellClaim: PaperClaim = {
  name: 'strubell-2019',
  title: 'Energy and Policy Considerations for Deep Learning in NLP',
  citation: STRUBELL,
  method: 'strubell-2019',
  constants: {
    pue: { says: '1.58', at: 'Equation 1' },
    intensity: { says: '0.954 lb/kWh', at: 'Equation 2' },
    electricityPrice: { says: '$0.12/kWh', at: FOOTNOTES },
  },
  prices: {
    P100: { says: '$0.43–$1.46/h', at: FOOTNOTES, per: 'GPU' },
    V100: { says: '$0.74–$2.48/h', at: FOOTNOTES, per: 'GPU' },
    TPUv2: { says: '$1.35–$4.50/h', at: FOOTNOTES, ...tpu },
    TPUv3: { says: '$2.40–$8.00/h', at: FOOTNOTES, ...tpu },
  },
  entries: {
    't2t-base': transformer('Transformer (base)', {
      hours: [
        { says: '12 h', at: TABLE_3 },
        { says: '12 hours', at: MODELS },
      ],
      power: { says: '1415.78 W', at: TABLE_3 },
      energy: { says: '27 kWh', at: TABLE_3 },
      co2e: { says: '26 lb', at: TABLE_3 },
      cloud: { says: '$41–$140', at: TABLE_3 },
    }),
    't2t-big': transformer('Transformer (big)', {
      hours: [
        { says: '84 h', at: TABLE_3, exact: true },
        { says: '3.5 days', at: MODELS, exact: true },
      ],
      power: { says: '1515.43 W', at: TABLE_3 },
      energy: { says: '201 kWh', at: TABLE_3 },
      co2e: [
        { says: '192 lb', at: TABLE_3 },
        { says: '192 lb', at: TABLE_1 },
      ],
      cloud: { says: '$289–$981', at: TABLE_3 },
    }),
    elmo: {
      title: 'ELMo',
      hardware: [
        { says: 'P100x3', at: TABLE_3 },
        { says: '3 NVIDIA GTX 1080', at: MODELS },
      ],
      measuredOn: 'GTX 1080 Ti',
      count: { says: '3 GPUs', at: TABLE_3 },
      hours: [
        { says: '336 h', at: TABLE_3 },
        { says: '2 weeks', at: MODELS, exact: true },
      ],
      power: { says: '517.66 W', at: TABLE_3 },
      energy: { says: '275 kWh', at: TABLE_3 },
      co2e: { says: '262 lb', at: TABLE_3 },
      cloud: { says: '$433–$1472', at: TABLE_3 },
    },
    'bert-gpu': {
      title: 'BERT (base) on GPUs',
      hardware: [{ says: 'V100x64', at: TABLE_3 }],
      measuredOn: 'Titan X',
      count: { says: '64 GPUs', at: TABLE_3 },
      hours: [
        { says: '79 h', at: TABLE_3 },
        { says: '79.2 hours', at: MODELS, exact: true },
        { says: '3.3 days', at: MODELS, exact: true },
      ],
      power: { says: '12,041.51 W', at: TABLE_3 },
      energy: { says: '1507 kWh', at: TABLE_3 },
      co2e: { says: '1438 lb', at: TABLE_3 },
      cloud: { says: '$3751–$12,571', at: TABLE_3 },
    },
    'bert-tpu': {
      title: 'BERT (base) on TPUs',
      hardware: [{ says: 'TPUv2x16', at: TABLE_3 }],
      count: { says: '16 TPU chips', at: MODELS },
      countedIn: 'chip',
      hours: [
        { says: '96 h', at: TABLE_3 },
        { says: '4 days', at: MODELS, exact: true },
      ],
      cloud: { says: '$2074–$6912', at: TABLE_3 },
    },
    'nas-p100': transformer('Neural architecture search on GPUs', {
      scaledFrom: 't2t-big',
      hours: [
        { says: '274,120 h', at: TABLE_3 },
        { says: '274,120 hours', at: MODELS },
      ],
      power: { says: '1515.43 W', at: TABLE_3 },
      energy: { says: '656,347 kWh', at: TABLE_3 },
      co2e: [
        { says: '626,155 lb', at: TABLE_3 },
        { says: '626,155 lb', at: TABLE_1 },
      ],
      cloud: { says: '$942,973–$3,201,722', at: TABLE_3 },
    }),
    'nas-tpu': {
      title: 'Neural architecture search on a TPU',
      hardware: [{ says: 'TPUv2x1', at: TABLE_3 }],
      count: { says: '1 TPUv2 core', at: MODELS },
      countedIn: 'core',
      hours: [
        { says: '32,623 h', at: TABLE_3 },
        { says: '32,623 hours', at: MODELS },
      ],
      cloud: { says: '$44,055–$146,848', at: TABLE_3 },
    },
    'gpt-2': {
      title: 'GPT-2',
      hardware: [{ says: 'TPUv3x32', at: TABLE_3 }],
      count: { says: '32 TPUv3 chips', at: MODELS },
      countedIn: 'chip',
      hours: [
        { says: '168 h', at: TABLE_3 },
        { says: '1 week', at: MODELS, exact: true },
      ],
      cloud: { says: '$12,902–$43,008', at: TABLE_3 },
    },
    'lisa-model': {
      title: 'LISA, a single model',
      scope: 'model',
      hardware: [{ says: 'NVIDIA Titan X and M40', at: CASE_STUDY }],
      pricedAs: 'P100',
      jobs: { says: '1', at: TABLE_4 },
      deviceHours: { says: '120 h', at: TABLE_4 },
      co2e: { says: '39 lb', at: TABLE_1 },
      cloud: { says: '$52–$175', at: TABLE_4 },
      electricity: { says: '$5', at: TABLE_4 },
    },
    'lisa-tune': {
      title: 'LISA, a single tune',
      scope: 'tune',
      hardware: [{ says: 'NVIDIA Titan X and M40', at: CASE_STUDY }],
      pricedAs: 'P100',
      scaledFrom: 'lisa-model',
      jobs: [
        { says: '24', at: TABLE_4 },
        { says: '24 jobs', at: CASE_STUDY },
      ],
      deviceHours: { says: '2880 h', at: TABLE_4 },
      cloud: { says: '$1238–$4205', at: TABLE_4 },
      electricity: { says: '$118', at: TABLE_4 },
    },
    lisa: {
      title: 'LISA, the full project',
      scope: 'project',
      hardware: [{ says: 'NVIDIA Titan X and M40', at: CASE_STUDY }],
      pricedAs: 'P100',
      shares: { 'Titan X': { says: '72%', at: CASE_STUDY }, M40: { says: '28%', at: CASE_STUDY } },
      span: [
        { says: '172 days', at: CASE_STUDY },
        { says: 'approx. 6 months', at: CASE_STUDY },
      ],
      sweeps: { says: '123 small hyperparameter grid searches', at: CASE_STUDY },
      jobs: [
        { says: '4789 jobs', at: CASE_STUDY },
        { says: '4789', at: TABLE_4 },
      ],
      meanJob: { says: '52 hours', at: CASE_STUDY },
      shortestJob: { says: '3 minutes', at: CASE_STUDY },
      longestJob: { says: '9 days', at: CASE_STUDY },
      deviceHours: [
        { says: '239,942 h', at: TABLE_4 },
        { says: '9998 days', at: CASE_STUDY },
        { says: '27 years', at: CASE_STUDY },
      ],
      concurrency: { says: 'about 60 GPUs', at: CASE_STUDY },
      co2e: { says: '78,468 lb', at: TABLE_1 },
      cloud: { says: '$103k–$350k', at: TABLE_4 },
      electricity: { says: '$9870', at: TABLE_4 },
    },
    equity: {
      title: 'Hardware for LISA, bought',
      hardware: [{ says: 'NVIDIA 1080 Ti', at: EQUITY }],
      span: { says: '172 days', at: EQUITY },
      concurrency: { says: 'approximately 58 GPUs', at: EQUITY },
      purchase: { says: '$145,000', at: EQUITY },
    },
  },
  figures: {
    'air-travel': { says: '1984 lb', at: TABLE_1, title: 'Air travel, 1 passenger, New York to San Francisco' },
    'human-life': { says: '11,023 lb', at: TABLE_1, title: 'Human life, average, 1 year' },
    'american-life': { says: '36,156 lb', at: TABLE_1, title: 'American life, average, 1 year' },
    car: { says: '126,000 lb', at: TABLE_1, title: 'Car, average with fuel, 1 lifetime' },
    'search-steps': { says: '979M training steps', at: MODELS, title: 'Steps of the architecture search' },
    'base-steps': { says: '300k steps', at: MODELS, exact: true, title: 'Steps of a training' },
    'base-hours': { says: '10 hours', at: MODELS, exact: true, title: 'Time of a training on one TPUv2 core' },
    'flight-likeness': {
      says: 'roughly equivalent to a trans-American flight',
      reads: 'roughly 100 %',
      at: 'section 4.1',
      title: 'BERT on GPUs ÷ a flight',
    },
    'nas-spend': { says: 'at least $150k', at: 'section 4.1', title: 'On-demand compute of the search' },
    'server-price': { says: 'approximately $20,000', at: EQUITY, title: 'Price of a server' },
    'server-gpus': { says: '8 GPUs', at: EQUITY, exact: true, title: 'GPUs in a server' },
    'part-of-cloud': {
      says: 'about half',
      reads: 'about 50 %',
      at: EQUITY,
      title: 'Purchase ÷ on-demand cloud cost',
    },
  },
  relations: [
    { formula: 'nas-p100.hours = search-steps / base-steps * t2t-big.hours', why: 'the search is so many trainings' },
    { formula: 'nas-tpu.hours = search-steps / base-steps * base-hours', why: 'the search is so many trainings' },
    {
      formula: 'nas-p100.hours / nas-tpu.hours = t2t-big.hours / base-hours',
      why: 'both searches are the same trainings',
    },
    {
      formula: 'nas-spend = min(nas-p100.cloud.high, nas-tpu.cloud.high)',
      why: 'at least so much is the cheaper of both on-demand costs',
    },
    { formula: 'flight-likeness = bert-gpu.co2e / air-travel', why: 'the training compared with the flight' },
    {
      formula: 'lisa-model.co2e = lisa.co2e * lisa-model.deviceHours / lisa.deviceHours',
      why: 'one model has its share of the project’s emissions',
    },
    {
      formula: 'lisa-model.electricity = lisa.electricity * lisa-model.deviceHours / lisa.deviceHours',
      why: 'one price of electricity for an hour of a GPU',
    },
    {
      formula: 'lisa-tune.electricity = lisa.electricity * lisa-tune.deviceHours / lisa.deviceHours',
      why: 'one price of electricity for an hour of a GPU',
    },
    {
      formula: 'equity.concurrency = lisa.deviceHours / lisa.span',
      why: 'devices busy on average are device time ÷ span',
    },
    { formula: 'equity.span = lisa.span', why: 'the same project' },
    {
      formula: 'equity.purchase = equity.concurrency / server-gpus * server-price',
      why: 'as many servers as hold the GPUs',
    },
    { formula: 'part-of-cloud = equity.purchase / lisa.cloud.high', why: 'the purchase compared with the cloud' },
  ],
  cited: [
    {
      constant: 'intensity',
      cites: 'EPA 2018 (eGRID)',
      editions: [
        { says: '998.443 lb/MWh', at: 'eGRID2016, United States' },
        { says: '947 lb/MWh', at: 'eGRID2018, United States, released after the paper' },
      ],
    },
  ],
  wordings: [
    { quantity: 'energy', says: 'kilowatts of energy', at: 'section 1' },
    { quantity: 'energy', says: 'total power p_t', at: 'Equation 1' },
    { quantity: 'energy', says: 'power consumption in kilowatt-hours', at: 'section 2' },
    { quantity: 'emissions', says: 'Estimated CO2 emissions', at: TABLE_1 },
    { quantity: 'emissions', says: 'CO2 emissions (lbs)', at: TABLE_3 },
    { quantity: 'emissions', says: 'CO2e', at: 'Equation 2' },
  ],
  covers: ['gpu', 'cpu', 'memory', 'cooling', 'other-runs'],
  notes: [
    {
      text: 'The estimate for neural architecture search was refined by the authors of the search and others: it took a small proxy task on more efficient hardware and data centres. “The most widely cited quantitative estimate … was off by 88X.”',
      citation: {
        source:
          'Patterson et al. 2022, The Carbon Footprint of Machine Learning Training Will Plateau, Then Shrink, IEEE Computer',
        url: 'https://arxiv.org/abs/2204.05149',
        date: '2022',
      },
    },
    {
      text: 'The first correction of that estimate, from measurements of the search itself.',
      citation: {
        source: 'Patterson et al. 2021, Carbon Emissions and Large Neural Network Training',
        url: 'https://arxiv.org/abs/2104.10350',
        date: '2021',
      },
    },
    {
      text: 'The footprint of the LISA project exists in three versions: 33,486 lb (slides), 52,909 lb (a copy of the paper) and 78,468 lb (the arXiv version, held here). 52,909 is 1.58 times 33,486, the PUE.',
    },
    {
      text: 'Prices and the price of electricity are those that the rows of Tables 3 and 4 imply; Google’s price list of August 2019 has the same on-demand prices.',
    },
  ],
};
