import type { Citation } from '../../model/basis.ts';

/** A GPU model: its board power and the names by which logs know it. */
export interface GpuModel {
  /** Canonical name, as reports print it. */
  readonly name: string;
  /** Thermal design power of what a log counts as one GPU, W. */
  readonly tdpWatts: number;
  /** Matches a name in lower case with everything but letters and digits removed. */
  readonly names: RegExp;
  readonly citation: Citation;
}

const NVIDIA = (product: string, date: string): Citation => ({
  source: `NVIDIA, ${product} data sheet (board power)`,
  date,
});

const MLCO2: Citation = {
  source: 'mlco2/impact, data/gpus.csv (Lacoste et al. 2019)',
  url: 'https://github.com/mlco2/impact',
  date: '2026-03-09',
};

/**
 * GPUs, the more specific name first. Where tables of others disagree the maker's figure stands: mlco2/impact has V100 PCIe and SXM2 swapped. Models with several
 * boards take the board that research clusters mostly have, and the uncertainty of the draw covers the rest.
 */
export const GPU_MODELS: readonly GpuModel[] = [
  { name: 'GH200', tdpWatts: 700, names: /gh200/, citation: NVIDIA('GH200', '2023') },
  { name: 'H200', tdpWatts: 700, names: /h200/, citation: NVIDIA('H200', '2023') },
  { name: 'H100', tdpWatts: 700, names: /h100(?!0)|h800/, citation: NVIDIA('H100 SXM', '2022') },
  { name: 'B200', tdpWatts: 1000, names: /b200/, citation: NVIDIA('B200', '2024') },
  { name: 'A100', tdpWatts: 400, names: /a100(?!0)|a800/, citation: NVIDIA('A100 SXM', '2020') },
  { name: 'A10', tdpWatts: 150, names: /a10g?(?!\d)/, citation: NVIDIA('A10', '2021') },
  { name: 'A30', tdpWatts: 165, names: /a30(?!0)/, citation: NVIDIA('A30', '2021') },
  { name: 'RTX A6000', tdpWatts: 300, names: /a6000/, citation: MLCO2 },
  { name: 'RTX A5000', tdpWatts: 230, names: /a5000/, citation: MLCO2 },
  { name: 'RTX A4000', tdpWatts: 140, names: /a4000/, citation: MLCO2 },
  { name: 'A40', tdpWatts: 300, names: /a40(?!0)/, citation: NVIDIA('A40', '2020') },
  { name: 'L40S', tdpWatts: 350, names: /l40s/, citation: NVIDIA('L40S', '2023') },
  { name: 'L40', tdpWatts: 300, names: /l40(?!0)/, citation: NVIDIA('L40', '2022') },
  { name: 'L4', tdpWatts: 72, names: /l4(?!\d)/, citation: NVIDIA('L4', '2023') },
  { name: 'V100', tdpWatts: 300, names: /v100(?!0)/, citation: NVIDIA('Tesla V100 SXM2', '2017') },
  { name: 'P100', tdpWatts: 300, names: /p100(?!0)/, citation: NVIDIA('Tesla P100 SXM2', '2016') },
  { name: 'P40', tdpWatts: 250, names: /p40(?!0)/, citation: NVIDIA('Tesla P40', '2016') },
  { name: 'T4', tdpWatts: 70, names: /t4(?!\d)/, citation: NVIDIA('T4', '2018') },
  { name: 'M40', tdpWatts: 250, names: /m40(?!0)/, citation: NVIDIA('Tesla M40', '2015') },
  { name: 'M60', tdpWatts: 150, names: /m60(?!0)/, citation: NVIDIA('Tesla M60 (two GPUs a board, 300 W)', '2015') },
  { name: 'K80', tdpWatts: 150, names: /k80(?!0)/, citation: NVIDIA('Tesla K80 (two GPUs a board, 300 W)', '2014') },
  { name: 'K40', tdpWatts: 245, names: /k40(?!0)/, citation: NVIDIA('Tesla K40', '2013') },
  { name: 'Titan RTX', tdpWatts: 280, names: /titanrtx/, citation: NVIDIA('TITAN RTX', '2018') },
  { name: 'Titan V', tdpWatts: 250, names: /titanv/, citation: NVIDIA('TITAN V', '2017') },
  { name: 'Titan Xp', tdpWatts: 250, names: /titanxp(?!ascal)/, citation: NVIDIA('TITAN Xp', '2017') },
  { name: 'Titan X', tdpWatts: 250, names: /titanx/, citation: NVIDIA('GeForce GTX TITAN X', '2015') },
  { name: 'RTX 4090', tdpWatts: 450, names: /4090/, citation: NVIDIA('GeForce RTX 4090', '2022') },
  { name: 'RTX 4080', tdpWatts: 320, names: /4080/, citation: NVIDIA('GeForce RTX 4080', '2022') },
  { name: 'RTX 3090 Ti', tdpWatts: 450, names: /3090ti/, citation: NVIDIA('GeForce RTX 3090 Ti', '2022') },
  { name: 'RTX 3090', tdpWatts: 350, names: /3090/, citation: NVIDIA('GeForce RTX 3090', '2020') },
  { name: 'RTX 3080 Ti', tdpWatts: 350, names: /3080ti/, citation: NVIDIA('GeForce RTX 3080 Ti', '2021') },
  { name: 'RTX 3080', tdpWatts: 320, names: /3080/, citation: NVIDIA('GeForce RTX 3080', '2020') },
  { name: 'RTX 2080 Ti', tdpWatts: 250, names: /2080ti/, citation: NVIDIA('GeForce RTX 2080 Ti', '2018') },
  { name: 'RTX 8000', tdpWatts: 260, names: /rtx8000|quadro8000/, citation: NVIDIA('Quadro RTX 8000', '2018') },
  { name: 'RTX 6000 Ada', tdpWatts: 300, names: /6000ada/, citation: NVIDIA('RTX 6000 Ada Generation', '2022') },
  { name: 'RTX 6000', tdpWatts: 260, names: /rtx6000|quadro6000/, citation: NVIDIA('Quadro RTX 6000', '2018') },
  { name: 'GTX 1080 Ti', tdpWatts: 250, names: /1080ti/, citation: NVIDIA('GeForce GTX 1080 Ti', '2017') },
  { name: 'GTX 1080', tdpWatts: 180, names: /1080/, citation: NVIDIA('GeForce GTX 1080', '2016') },
  {
    name: 'MI300X',
    tdpWatts: 750,
    names: /mi300x?(?!a)/,
    citation: { source: 'AMD, Instinct MI300X data sheet', date: '2023' },
  },
  {
    name: 'MI250',
    tdpWatts: 250,
    names: /mi250x?/,
    citation: { source: 'AMD, Instinct MI250 (two GPUs a board, 500 W)', date: '2021' },
  },
  {
    name: 'MI100',
    tdpWatts: 300,
    names: /mi100/,
    citation: { source: 'AMD, Instinct MI100 data sheet', date: '2020' },
  },
];

/** What stands around a model and is no part of it: the maker, and memory (`80GB`, `-24Q`, a MIG slice's `3g.20gb`, the `80` of `a100-80`). */
const AROUND =
  /nvidia|geforce|tesla|amd|(?<![a-z\d])\d+ ?(?:gi?b?|q)(?![a-z\d])|(?<=\d[a-z]*[^a-z\d])\d{1,2}(?![a-z\d])/g;

/** Finds a GPU by any name that a log has for it: `titanx`, `NVIDIA A100-SXM4-80GB`, `gtx1080ti`. Undefined when none is known. */
export function findGpu(name: string): GpuModel | undefined {
  const bare = name
    .toLowerCase()
    .replace(AROUND, ' ')
    .replace(/[^a-z0-9]/g, '');
  return GPU_MODELS.find((model) => model.names.test(bare));
}
