import type { ClaimEntry, PaperClaim, Said, SaidRelation } from '../../model/paper-claim.ts';

const AT = 'database.csv';

/** One line of LLMCarbon's table of published trainings, as it is written there. */
interface Line {
  readonly key: string;
  readonly title: string;
  readonly hardware: string;
  readonly devices: string;
  readonly watts: string;
  readonly days: string;
  readonly pue: string;
  readonly intensity: string;
  readonly energy: string;
  readonly co2e: string;
  readonly achieved: string;
  readonly peak: string;
  readonly efficiency: string;
  readonly operations: string;
}

const line = (key: string, title: string, hardware: string, cells: string): Line => {
  const [devices = '', watts = '', days = '', pue = '', intensity = '', energy = '', co2e = '', ...rest] =
    cells.split(' ');
  const [achieved = '', peak = '', efficiency = '', operations = ''] = rest;
  return {
    key,
    title,
    hardware,
    devices,
    watts,
    days,
    pue,
    intensity,
    energy,
    co2e,
    achieved,
    peak,
    efficiency,
    operations,
  };
};

/** Devices, mean system power (W), days, PUE, kg CO2eq/kWh, MWh, t CO2eq; achieved and peak TFLOP/s, their ratio, 10²¹ operations in all. */
const LINES: readonly Line[] = [
  line('t5', 'T5', 'TPUv3', '512 310 20 1.12 0.545 85.7 46.7 45.6 123 0.37 40.5'),
  line('gpt-3', 'GPT-3', 'V100', '10000 330 14.8 1.1 0.429 1287 552.1 24.6 125 0.197 314'),
  line('gshard', 'GShard', 'TPUv3', '1000 288 3.1 1.09 0.177 24.1 4.3 48 123 0.39 13.3'),
  line('switch', 'Switch', 'TPUv3', '1000 245 27 1.1 0.33 179 59.1 34.4 123 0.28 82.2'),
  line('xlm', 'XLM', 'V100', '512 342 20.4 1.1 0.413 94.4 39 26.5 125 0.212 23.9'),
];

const entry = (from: Line): ClaimEntry => ({
  title: from.title,
  hardware: [{ says: from.hardware, at: AT }],
  count: { says: from.devices, at: AT },
  devicePower: { says: `${from.watts} W`, at: AT },
  hours: { says: `${from.days} days`, at: AT },
  pue: { says: from.pue, at: AT },
  intensity: { says: `${from.intensity} kg/kWh`, at: AT },
  energy: { says: `${from.energy} MWh`, at: AT },
  co2e: { says: `${from.co2e} t`, at: AT },
});

const figures = ({
  key,
  title,
  achieved,
  peak,
  efficiency,
  operations,
}: Line): readonly (readonly [string, Said])[] => [
  [`${key}-rate`, { says: `${achieved} TFLOPs/s`, reads: achieved, at: AT, title: `${title}: achieved, TFLOP/s` }],
  [`${key}-peak`, { says: `${peak} TFLOPs/s`, reads: peak, at: AT, exact: true, title: `${title}: peak, TFLOP/s` }],
  [`${key}-efficiency`, { says: efficiency, at: AT, title: `${title}: hardware efficiency` }],
  [`${key}-operations`, { says: `${operations} zettaFLOPs`, at: AT, title: `${title}: operations` }],
];

const relations = ({ key }: Line): readonly SaidRelation[] => [
  {
    formula: `${key}-operations = ${key}-rate * ${key}.count * ${key}.hours * 3600 / 1,000,000,000`,
    why: 'operations are rate × devices × time, in 10²¹',
  },
  { formula: `${key}-efficiency = ${key}-rate / ${key}-peak`, why: 'efficiency is achieved ÷ peak' },
];

/** The five trainings against which LLMCarbon is validated: T5, GPT-3, GShard, Switch, XLM. */
export const llmcarbonClaim: PaperClaim = {
  name: 'llmcarbon',
  title: 'LLMCarbon: five published trainings',
  citation: {
    source:
      'Faiz et al. 2024, LLMCarbon: Modeling the End-to-End Carbon Footprint of Large Language Models, ICLR; database.csv',
    url: 'https://arxiv.org/abs/2309.14393',
    date: '2024',
  },
  entries: Object.fromEntries(LINES.map((each) => [each.key, entry(each)])),
  figures: Object.fromEntries(LINES.flatMap(figures)),
  relations: LINES.flatMap(relations),
  notes: [
    {
      text: 'The trainings of GShard and Switch were on 1,024 devices. The table has 1000, with which neither recomputes; with 1,024 both do.',
      citation: {
        source: 'Patterson et al. 2021, Carbon Emissions and Large Neural Network Training',
        url: 'https://arxiv.org/abs/2104.10350',
        date: '2021',
      },
    },
  ],
};
