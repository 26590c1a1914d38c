import type { Citation } from '../../model/basis.ts';

/** One board as its maker sells it. */
export interface Board {
  /** What tells it from the others of its family, as reports print it behind the family's name: `SXM`, `PCIe`, `Pascal`. */
  readonly form?: string;
  /** Whole name, where it is not family, form and memory. */
  readonly name?: string;
  /** Memory of what a log counts as one GPU, GB. */
  readonly memoryGb: number;
  /** Thermal design power of what a log counts as one GPU, W: half of a board's with two. Low and high where published figures differ. */
  readonly watts: number;
  readonly otherWatts?: number;
  /** Year of release. */
  readonly year: number;
  /** Where it is another than that of the family's first board. */
  readonly generation?: Generation;
  /** What is to be known of the figure: where sources differ. */
  readonly note?: string;
}

/** Architectures in order. What is of one generation can stand in for another in price (`priced-as.ts`). */
export const GENERATIONS = {
  Kepler: 1,
  Maxwell: 2,
  Pascal: 3,
  Volta: 4,
  Turing: 4,
  Vega: 4,
  Ampere: 5,
  CDNA: 5,
  CDNA2: 5,
  Ada: 6,
  Hopper: 6,
  CDNA3: 6,
  Blackwell: 7,
  CDNA4: 7,
  TPU: 0,
} as const;

export type Generation = keyof typeof GENERATIONS;

/** Boards that share a name. */
export interface BoardFamily {
  readonly name: string;
  readonly generation: Generation;
  /** GPUs that one board holds, where it is not one. Logs count GPUs. */
  readonly devicesPerBoard?: 2;
  /** Matches a name in lower case with everything but letters and digits removed. */
  readonly names: RegExp;
  /** Whether the pattern must begin a word: `t4` is short enough to be in others (`widget4`, `vega10`). */
  readonly isWord?: true;
  /** Whether the memory is part of the name: boards that differ in price or power by it. */
  readonly byMemory?: true;
  /** How a name says the form, on the same text. */
  readonly forms?: Readonly<Record<string, RegExp>>;
  /** The boards, what research clusters mostly have first: it is the middle where a name leaves open which it is. */
  readonly boards: readonly Board[];
  readonly citations: readonly Citation[];
}

const EPOCH: Citation = {
  source: 'Epoch AI, training-cost-trends, Chip dataset (TDP, memory, release date)',
  url: 'https://github.com/epoch-research/training-cost-trends',
  date: '2026-04-01',
};

const MLCO2: Citation = {
  source: 'mlco2/impact, data/gpus.csv (Lacoste et al. 2019)',
  url: 'https://github.com/mlco2/impact',
  date: '2026-03-09',
};

const GREEN_ALGORITHMS: Citation = {
  source: 'Green Algorithms v3.0, TDP_gpu.csv (CC BY 4.0)',
  url: 'https://github.com/GreenAlgorithms/green-algorithms-tool/tree/main/data',
  date: '2024',
};

const COOLING: Citation = {
  source: 'dc-liquid-cooling-calculator, Hardware_spec.md (TDP by maker’s data sheet)',
  url: 'https://github.com/canncupiscent/dc-liquid-cooling-calculator',
  date: '2025',
};

const maker = (company: string, product: string, date: string): Citation => ({
  source: `${company}, ${product} data sheet (board power)`,
  date,
});
const nvidia = (product: string, date: string): Citation => maker('NVIDIA', product, date);

const PATTERSON: Citation = {
  source:
    'Patterson et al. 2021, Carbon Emissions and Large Neural Network Training (mean draw of a TPU with its share of the machine)',
  url: 'https://arxiv.org/abs/2104.10350',
  date: '2021',
};

const LLMCARBON: Citation = {
  source: 'LLMCarbon, database.csv (device TPD; Apache-2.0)',
  url: 'https://github.com/SotaroKaneda/MLCarbon',
  date: '2023',
};

const FORMS = { SXM: /sxm|hbm3(?!e)/, PCIe: /pcie?/ };

/**
 * Boards, the more specific name first. A figure stands where two sources agree, or with what the other says. Two slips of others are not repeated: mlco2/impact has V100 PCIe
 * (300 W) and SXM2 (250 W) of 16 GB swapped, and one figure of 250 W for both A100 PCIe.
 */
export const FAMILIES: readonly BoardFamily[] = [
  {
    name: 'GH200',
    generation: 'Hopper',
    names: /gh200/,
    boards: [
      {
        memoryGb: 96,
        watts: 700,
        year: 2023,
        note: 'GPU alone; the module with its processor is set to 450 to 1,000 W',
      },
    ],
    citations: [EPOCH, nvidia('GH200', '2023')],
  },
  {
    name: 'GB200',
    generation: 'Blackwell',
    names: /gb200/,
    boards: [{ memoryGb: 186, watts: 1200, year: 2024 }],
    citations: [EPOCH, COOLING],
  },
  {
    name: 'H200',
    generation: 'Hopper',
    names: /h200/,
    forms: { NVL: /nvl|pcie?/, SXM: /sxm/ },
    boards: [
      { form: 'SXM', memoryGb: 141, watts: 700, year: 2024 },
      { form: 'NVL', memoryGb: 141, watts: 600, year: 2024 },
    ],
    citations: [EPOCH, COOLING],
  },
  {
    name: 'H100',
    generation: 'Hopper',
    names: /h100(?!0)/,
    forms: { NVL: /nvl/, ...FORMS },
    boards: [
      { form: 'SXM', memoryGb: 80, watts: 700, year: 2022 },
      { form: 'PCIe', memoryGb: 80, watts: 350, year: 2022 },
      { form: 'NVL', memoryGb: 94, watts: 400, year: 2024 },
    ],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'H800',
    generation: 'Hopper',
    names: /h800(?!0)/,
    forms: FORMS,
    boards: [
      { form: 'SXM', memoryGb: 80, watts: 700, year: 2023 },
      { form: 'PCIe', memoryGb: 80, watts: 350, year: 2023 },
    ],
    citations: [EPOCH],
  },
  {
    name: 'H20',
    isWord: true,
    generation: 'Hopper',
    names: /h20(?!0)/,
    boards: [{ memoryGb: 96, watts: 400, year: 2023 }],
    citations: [EPOCH],
  },
  {
    name: 'B200',
    generation: 'Blackwell',
    names: /b200/,
    boards: [
      { memoryGb: 180, watts: 1000, otherWatts: 1200, year: 2024, note: '1,000 W cooled by air, 1,200 W by liquid' },
    ],
    citations: [EPOCH, COOLING],
  },
  {
    name: 'B100',
    generation: 'Blackwell',
    names: /b100(?!0)/,
    boards: [{ memoryGb: 192, watts: 700, year: 2024 }],
    citations: [EPOCH, COOLING],
  },
  {
    name: 'A100',
    generation: 'Ampere',
    byMemory: true,
    names: /a100(?!0)/,
    forms: { SXM: /sxm/, PCIe: /pcie?/ },
    boards: [
      { form: 'SXM', memoryGb: 40, watts: 400, year: 2020 },
      { form: 'SXM', memoryGb: 80, watts: 400, year: 2020 },
      { form: 'PCIe', memoryGb: 40, watts: 250, year: 2020 },
      {
        form: 'PCIe',
        memoryGb: 80,
        watts: 300,
        year: 2021,
        note: 'mlco2/impact has 250 W, the figure of the 40 GB board',
      },
    ],
    citations: [EPOCH, GREEN_ALGORITHMS],
  },
  {
    name: 'A800',
    generation: 'Ampere',
    names: /a800(?!0)/,
    forms: { SXM: /sxm/, PCIe: /pcie?/ },
    boards: [
      { form: 'SXM', memoryGb: 80, watts: 400, year: 2022 },
      { form: 'PCIe', memoryGb: 80, watts: 250, otherWatts: 300, year: 2022, note: '300 W as the A100 PCIe of 80 GB' },
    ],
    citations: [EPOCH],
  },
  {
    name: 'A10G',
    isWord: true,
    generation: 'Ampere',
    names: /a10g/,
    boards: [
      {
        memoryGb: 24,
        watts: 150,
        otherWatts: 300,
        year: 2021,
        note: 'tables have 150 W, machines at AWS report a limit of 300 W',
      },
    ],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'A10',
    isWord: true,
    generation: 'Ampere',
    names: /a10(?!\d)/,
    boards: [{ memoryGb: 24, watts: 150, year: 2021 }],
    citations: [EPOCH, nvidia('A10', '2021')],
  },
  {
    name: 'A16',
    isWord: true,
    generation: 'Ampere',
    names: /a16(?!\d)/,
    boards: [{ memoryGb: 16, watts: 62.5, year: 2021, note: 'four GPUs a board of 250 W' }],
    citations: [EPOCH],
  },
  {
    name: 'A30',
    isWord: true,
    generation: 'Ampere',
    names: /a30(?!0)/,
    boards: [{ memoryGb: 24, watts: 165, year: 2021 }],
    citations: [EPOCH, nvidia('A30', '2021')],
  },
  {
    name: 'RTX A6000',
    generation: 'Ampere',
    names: /a6000/,
    boards: [{ memoryGb: 48, watts: 300, year: 2020 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'RTX A5500',
    generation: 'Ampere',
    names: /a5500/,
    boards: [{ memoryGb: 24, watts: 230, year: 2022 }],
    citations: [EPOCH],
  },
  {
    name: 'RTX A5000',
    generation: 'Ampere',
    names: /a5000/,
    boards: [{ memoryGb: 24, watts: 230, year: 2021 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'RTX A4000',
    generation: 'Ampere',
    names: /a4000/,
    boards: [{ memoryGb: 16, watts: 140, year: 2021 }],
    citations: [EPOCH, nvidia('RTX A4000', '2021')],
  },
  {
    name: 'RTX A2000',
    generation: 'Ampere',
    names: /a2000/,
    boards: [
      { memoryGb: 6, watts: 70, year: 2021 },
      { memoryGb: 12, watts: 70, year: 2021 },
    ],
    citations: [EPOCH],
  },
  {
    name: 'A40',
    isWord: true,
    generation: 'Ampere',
    names: /a40(?!0)/,
    boards: [{ memoryGb: 48, watts: 300, year: 2020 }],
    citations: [EPOCH, nvidia('A40', '2020')],
  },
  {
    name: 'L40S',
    isWord: true,
    generation: 'Ada',
    names: /l40s/,
    boards: [{ memoryGb: 48, watts: 350, year: 2023 }],
    citations: [MLCO2, COOLING],
  },
  {
    name: 'L40',
    isWord: true,
    generation: 'Ada',
    names: /l40(?!0)/,
    boards: [{ memoryGb: 48, watts: 300, year: 2022 }],
    citations: [EPOCH, COOLING],
  },
  {
    name: 'L20',
    isWord: true,
    generation: 'Ada',
    names: /l20(?!0)/,
    boards: [{ memoryGb: 48, watts: 275, year: 2023 }],
    citations: [EPOCH],
  },
  {
    name: 'L4',
    isWord: true,
    generation: 'Ada',
    names: /l4(?!\d)/,
    boards: [{ memoryGb: 24, watts: 72, year: 2023 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'V100S',
    generation: 'Volta',
    names: /v100s(?!xm)/,
    boards: [{ memoryGb: 32, watts: 250, year: 2019 }],
    citations: [EPOCH, GREEN_ALGORITHMS],
  },
  {
    name: 'V100',
    generation: 'Volta',
    names: /v100(?!0)/,
    forms: { SXM2: /sxm/, PCIe: /pcie?/ },
    boards: [
      {
        form: 'SXM2',
        memoryGb: 16,
        watts: 300,
        year: 2017,
        note: 'mlco2/impact has 250 W, swapped with the PCIe board',
      },
      { form: 'SXM2', memoryGb: 32, watts: 300, year: 2018 },
      {
        form: 'PCIe',
        memoryGb: 16,
        watts: 250,
        year: 2017,
        note: 'mlco2/impact has 300 W, swapped with the SXM2 board',
      },
      { form: 'PCIe', memoryGb: 32, watts: 250, year: 2018 },
    ],
    citations: [EPOCH, GREEN_ALGORITHMS],
  },
  {
    name: 'P100',
    generation: 'Pascal',
    names: /(?<!quadrog?)p100(?!0)/,
    forms: { SXM2: /sxm/, PCIe: /pcie?/ },
    boards: [
      { form: 'SXM2', memoryGb: 16, watts: 300, year: 2016 },
      { form: 'PCIe', memoryGb: 16, watts: 250, year: 2016 },
      { form: 'PCIe', memoryGb: 12, watts: 250, year: 2016 },
    ],
    citations: [EPOCH, GREEN_ALGORITHMS],
  },
  {
    name: 'P40',
    isWord: true,
    generation: 'Pascal',
    names: /p40(?!0)/,
    boards: [{ memoryGb: 24, watts: 250, year: 2016 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'P4',
    isWord: true,
    generation: 'Pascal',
    names: /p4(?!\d)/,
    boards: [{ memoryGb: 8, watts: 75, year: 2016 }],
    citations: [EPOCH, GREEN_ALGORITHMS],
  },
  {
    name: 'T4',
    isWord: true,
    generation: 'Turing',
    names: /t4(?!\d)/,
    boards: [{ memoryGb: 16, watts: 70, year: 2018 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'M40',
    isWord: true,
    generation: 'Maxwell',
    names: /m40(?!0)/,
    boards: [
      { memoryGb: 12, watts: 250, year: 2015 },
      { memoryGb: 24, watts: 250, year: 2016 },
    ],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'M60',
    isWord: true,
    generation: 'Maxwell',
    devicesPerBoard: 2,
    names: /m60(?!0)/,
    boards: [{ memoryGb: 8, watts: 150, year: 2015, note: 'board of 300 W' }],
    citations: [EPOCH, nvidia('Tesla M60', '2015')],
  },
  {
    name: 'K80',
    isWord: true,
    generation: 'Kepler',
    devicesPerBoard: 2,
    names: /k80(?!0)/,
    boards: [{ memoryGb: 12, watts: 150, year: 2014, note: 'board of 300 W' }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'K40',
    isWord: true,
    generation: 'Kepler',
    names: /k40(?!0)/,
    boards: [{ memoryGb: 12, watts: 245, year: 2013 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'K20X',
    isWord: true,
    generation: 'Kepler',
    names: /k20x/,
    boards: [{ memoryGb: 6, watts: 235, year: 2012 }],
    citations: [EPOCH],
  },
  {
    name: 'K20',
    isWord: true,
    generation: 'Kepler',
    names: /k20(?!0)/,
    boards: [{ memoryGb: 5, watts: 225, year: 2012 }],
    citations: [EPOCH],
  },
  {
    name: 'Titan RTX',
    generation: 'Turing',
    names: /titanrtx/,
    boards: [{ memoryGb: 24, watts: 280, year: 2018 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'Titan V',
    generation: 'Volta',
    names: /titanv/,
    boards: [{ memoryGb: 12, watts: 250, year: 2017 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'Titan Xp',
    generation: 'Pascal',
    names: /titanxp(?!ascal)/,
    boards: [{ memoryGb: 12, watts: 250, year: 2017 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'Titan X',
    generation: 'Maxwell',
    names: /titanx/,
    forms: { Pascal: /pascal/, Maxwell: /maxwell|gtxtitan/ },
    boards: [
      { form: 'Maxwell', memoryGb: 12, watts: 250, year: 2015 },
      { form: 'Pascal', memoryGb: 12, watts: 250, year: 2016, generation: 'Pascal' },
    ],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'RTX PRO 6000',
    generation: 'Blackwell',
    names: /rtxpro6000/,
    forms: { 'Max-Q': /maxq/, Workstation: /workstation/, Server: /server/ },
    boards: [
      { form: 'Server', memoryGb: 96, watts: 600, year: 2025 },
      { form: 'Workstation', memoryGb: 96, watts: 600, year: 2025 },
      { form: 'Max-Q', memoryGb: 96, watts: 300, year: 2025 },
    ],
    citations: [nvidia('RTX PRO 6000 Blackwell', '2025')],
  },
  {
    name: 'RTX 5090',
    generation: 'Blackwell',
    names: /5090(?!d)/,
    boards: [{ memoryGb: 32, watts: 575, year: 2025 }],
    citations: [nvidia('GeForce RTX 5090', '2025')],
  },
  {
    name: 'RTX 5080',
    generation: 'Blackwell',
    names: /5080/,
    boards: [{ memoryGb: 16, watts: 360, year: 2025 }],
    citations: [nvidia('GeForce RTX 5080', '2025')],
  },
  {
    name: 'RTX 4090',
    generation: 'Ada',
    names: /4090(?!d)/,
    boards: [{ memoryGb: 24, watts: 450, year: 2022 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'RTX 4080',
    generation: 'Ada',
    names: /4080/,
    boards: [{ memoryGb: 16, watts: 320, year: 2022 }],
    citations: [EPOCH, nvidia('GeForce RTX 4080', '2022')],
  },
  {
    name: 'RTX 4070 Ti',
    generation: 'Ada',
    names: /4070ti/,
    boards: [{ memoryGb: 12, watts: 285, year: 2023 }],
    citations: [EPOCH, nvidia('GeForce RTX 4070 Ti', '2023')],
  },
  {
    name: 'RTX 3090 Ti',
    generation: 'Ampere',
    names: /3090ti/,
    boards: [{ memoryGb: 24, watts: 450, year: 2022 }],
    citations: [EPOCH, nvidia('GeForce RTX 3090 Ti', '2022')],
  },
  {
    name: 'RTX 3090',
    generation: 'Ampere',
    names: /3090/,
    boards: [{ memoryGb: 24, watts: 350, year: 2020 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'RTX 3080 Ti',
    generation: 'Ampere',
    names: /3080ti/,
    boards: [{ memoryGb: 12, watts: 350, year: 2021 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'RTX 3080',
    generation: 'Ampere',
    byMemory: true,
    names: /3080/,
    boards: [
      { memoryGb: 10, watts: 320, year: 2020 },
      { memoryGb: 12, watts: 350, year: 2022 },
    ],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'RTX 3070',
    generation: 'Ampere',
    names: /3070(?!ti)/,
    boards: [{ memoryGb: 8, watts: 220, year: 2020 }],
    citations: [EPOCH, nvidia('GeForce RTX 3070', '2020')],
  },
  {
    name: 'RTX 3060',
    generation: 'Ampere',
    names: /3060(?!ti)/,
    boards: [{ memoryGb: 12, watts: 170, year: 2021 }],
    citations: [EPOCH, nvidia('GeForce RTX 3060', '2021')],
  },
  {
    name: 'RTX 2080 Ti',
    generation: 'Turing',
    names: /2080ti/,
    boards: [{ memoryGb: 11, watts: 250, year: 2018 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'RTX 2080',
    generation: 'Turing',
    names: /2080(?!super)/,
    boards: [{ memoryGb: 8, watts: 215, year: 2018 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'RTX 8000',
    generation: 'Turing',
    names: /rtx8000|quadro8000/,
    boards: [{ memoryGb: 48, watts: 260, year: 2018 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'RTX 6000',
    generation: 'Turing',
    names: /rtx6000|quadro6000|6000ada/,
    forms: { Ada: /ada/, Quadro: /quadro/ },
    boards: [
      {
        form: 'Quadro',
        name: 'Quadro RTX 6000',
        memoryGb: 24,
        watts: 260,
        otherWatts: 295,
        year: 2018,
        note: '260 W of GPU and memory, 295 W with the display outputs',
      },
      { form: 'Ada', name: 'RTX 6000 Ada', memoryGb: 48, watts: 300, year: 2022, generation: 'Ada' },
    ],
    citations: [EPOCH, nvidia('RTX 6000 Ada Generation', '2022')],
  },
  {
    name: 'RTX 5000 Ada',
    generation: 'Ada',
    names: /5000ada/,
    boards: [{ memoryGb: 32, watts: 250, year: 2023 }],
    citations: [nvidia('RTX 5000 Ada Generation', '2023')],
  },
  {
    name: 'GTX 1080 Ti',
    generation: 'Pascal',
    names: /1080ti/,
    boards: [{ memoryGb: 11, watts: 250, year: 2017 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'GTX 1080',
    generation: 'Pascal',
    names: /1080/,
    boards: [{ memoryGb: 8, watts: 180, year: 2016 }],
    citations: [EPOCH, MLCO2],
  },
  {
    name: 'GTX 1070',
    generation: 'Pascal',
    names: /1070(?!ti)/,
    boards: [{ memoryGb: 8, watts: 150, year: 2016 }],
    citations: [EPOCH],
  },
  {
    name: 'GTX 980 Ti',
    generation: 'Maxwell',
    names: /gtx980ti/,
    boards: [{ memoryGb: 6, watts: 250, year: 2015 }],
    citations: [EPOCH],
  },
  {
    name: 'GTX 980',
    generation: 'Maxwell',
    names: /gtx980(?!m)/,
    boards: [{ memoryGb: 4, watts: 165, year: 2014 }],
    citations: [EPOCH],
  },
  {
    name: 'MI355X',
    generation: 'CDNA4',
    names: /mi355x?/,
    boards: [{ memoryGb: 288, watts: 1400, year: 2025 }],
    citations: [COOLING, maker('AMD', 'Instinct MI355X', '2025')],
  },
  {
    name: 'MI325X',
    generation: 'CDNA3',
    names: /mi325x?/,
    boards: [{ memoryGb: 256, watts: 1000, year: 2024 }],
    citations: [EPOCH],
  },
  {
    name: 'MI300A',
    generation: 'CDNA3',
    names: /mi300a/,
    boards: [
      { memoryGb: 128, watts: 550, otherWatts: 760, year: 2023, note: 'GPU and processor in one; 760 W at most' },
    ],
    citations: [EPOCH, COOLING],
  },
  {
    name: 'MI300X',
    generation: 'CDNA3',
    names: /mi300x?(?!a)/,
    boards: [{ memoryGb: 192, watts: 750, year: 2023 }],
    citations: [EPOCH, COOLING],
  },
  {
    name: 'MI250X',
    generation: 'CDNA2',
    devicesPerBoard: 2,
    names: /mi250x/,
    boards: [
      {
        memoryGb: 64,
        watts: 250,
        otherWatts: 280,
        year: 2021,
        note: 'board of 500 W, 560 W at the peak; logs count its two halves',
      },
    ],
    citations: [EPOCH, COOLING],
  },
  {
    name: 'MI250',
    generation: 'CDNA2',
    devicesPerBoard: 2,
    names: /mi250/,
    boards: [
      {
        memoryGb: 64,
        watts: 250,
        otherWatts: 280,
        year: 2021,
        note: 'board of 500 W, 560 W at the peak; logs count its two halves',
      },
    ],
    citations: [EPOCH, COOLING],
  },
  {
    name: 'MI210',
    generation: 'CDNA2',
    names: /mi210/,
    boards: [{ memoryGb: 64, watts: 300, year: 2021 }],
    citations: [COOLING, maker('AMD', 'Instinct MI210', '2021')],
  },
  {
    name: 'MI100',
    generation: 'CDNA',
    names: /mi100/,
    boards: [{ memoryGb: 32, watts: 300, year: 2020 }],
    citations: [EPOCH, COOLING],
  },
  {
    name: 'MI60',
    generation: 'Vega',
    names: /mi60/,
    boards: [{ memoryGb: 32, watts: 300, year: 2018 }],
    citations: [EPOCH],
  },
  {
    name: 'MI50',
    generation: 'Vega',
    names: /mi50/,
    boards: [{ memoryGb: 16, watts: 300, year: 2018 }],
    citations: [EPOCH],
  },
  {
    name: 'TPU v2',
    generation: 'TPU',
    names: /tpuv2|^v2$/,
    boards: [
      {
        memoryGb: 16,
        watts: 280,
        otherWatts: 221,
        year: 2017,
        note: 'a chip of two cores: TDP 280 W; mean draw 221 W with its share of the machine',
      },
    ],
    citations: [EPOCH, PATTERSON],
  },
  {
    name: 'TPU v3',
    generation: 'TPU',
    names: /tpuv3|^v3$/,
    boards: [
      {
        memoryGb: 32,
        watts: 450,
        otherWatts: 220,
        year: 2018,
        note: 'a chip of two cores: TDP 450 W (LLMCarbon); 220 W by Google’s page (Epoch, Green Algorithms); mean draw 283 W with its share of the machine',
      },
    ],
    citations: [LLMCARBON, EPOCH, PATTERSON],
  },
  {
    name: 'TPU v4',
    generation: 'TPU',
    names: /tpuv4(?!i)|^v4$/,
    boards: [{ memoryGb: 32, watts: 170, year: 2021, note: 'a chip of two cores' }],
    citations: [EPOCH, GREEN_ALGORITHMS],
  },
  {
    name: 'TPU v5e',
    generation: 'TPU',
    names: /(?:tpu|^)v5(?:e$|lite)/,
    boards: [{ memoryGb: 16, watts: 140, year: 2023, note: 'a chip of one core' }],
    citations: [EPOCH],
  },
];
