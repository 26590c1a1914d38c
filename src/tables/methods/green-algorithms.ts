import { exactly } from '../../model/estimate.ts';
import type { Method, Rate } from '../../model/method.ts';
import { GREEN_ALGORITHMS } from '../citations.ts';
import { findGpu } from '../hardware/gpus.ts';
import { defaultMethod } from './default.ts';
import { remembered } from './remembered.ts';

/**
 * TDP of one GPU, W, as the calculator has it (data/latest/TDP_gpu.csv, CC BY 4.0). Where its table names no form of a board (V100, P100), this is its own figure, not the maker's for
 * the other form.
 */
const TDP: readonly (readonly [gpu: RegExp, watts: number])[] = [
  [/^A100.*80 ?GB.*PCIe|^A100 PCIe 80/i, 300],
  [/^A100.*PCIe/i, 250],
  [/^GTX 1080 Ti/, 250],
  [/^GTX 1080/, 180],
  [/^Titan X(?!p)/i, 250],
  [/^Titan V/i, 250],
  [/^RTX 2080 Ti/, 250],
  [/^RTX 2080/, 215],
  [/^K80/, 300],
  [/^P100/, 250],
  [/^P4(?!\d)/, 75],
  [/^T4/, 70],
  [/^V100S/, 250],
  [/^V100/, 300],
  [/^TPU ?v2/i, 280],
  [/^TPU ?v3/i, 220],
  [/^TPU ?v4/i, 170],
];

/** What the calculator takes for a GPU that it is not told, W. */
const ANY_GPU = 200;

const named = (name: string, watts: number, note: string): Rate => ({
  name,
  unit: 'W',
  ...exactly(watts),
  basis: [{ kind: 'table', note, citation: GREEN_ALGORITHMS }],
});

function gpuPower(model: string): Rate {
  const name = `TDP of one ${model === '' ? 'GPU of unknown model' : model}, at full use`;
  const own = TDP.find(([gpu]) => gpu.test(model))?.[1];
  if (own !== undefined) return named(name, own, `TDP ${own} W, usage factor 1`);
  const known = findGpu(model);
  if (known === undefined) return named(name, ANY_GPU, 'the model “Any”: 200 W');
  return {
    ...named(name, known.tdpWatts, ''),
    basis: [
      { kind: 'table', note: `board power ${known.tdpWatts} W`, citation: known.citation },
      { kind: 'assumed', note: 'not in the calculator’s table, which asks for the TDP of the maker' },
    ],
  };
}

/**
 * The model of the Green Algorithms calculator: energy = runtime × (cores × TDP per core × usage + memory × 0.3725 W/GB) × PUE. GPUs count as cores. The memory is what was allocated. Usage is 1, its
 * default. Its factor for repeats (PSF) is 1: the logs hold each repeat. It has no prices: those are of the method `default`.
 */
export function greenAlgorithms(region: string | undefined): Method {
  const { grid, gridIn, electricity, gpuPrice } = defaultMethod(region);
  return {
    name: 'green-algorithms',
    title:
      'the model of the Green Algorithms calculator (Lannelongue, Grealey & Inouye 2021), prices of runledger’s current tables',
    gpuPower: remembered(gpuPower),
    cpuPower: named('TDP of one CPU core, at full use', 12, 'the model “Any”: 12 W per core, usage factor 1'),
    memoryPower: named('draw of one GB of memory', 0.3725, '0.3725 W per GB of memory available'),
    pue: {
      name: 'power usage effectiveness of the data centre (PUE)',
      unit: '1',
      ...exactly(1.67),
      basis: [{ kind: 'table', note: 'default of versions 1.0 to 2.2 (3.0 has 1.56)', citation: GREEN_ALGORITHMS }],
    },
    ...{ grid, electricity, gpuPrice },
    ...(gridIn === undefined ? {} : { gridIn }),
  };
}
