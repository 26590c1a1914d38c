import type { Citation } from '../../model/basis.ts';
import { exactly } from '../../model/estimate.ts';
import type { Rate } from '../../model/method.ts';
import { CPU_GENERATIONS } from './cpu-models.ts';

/** A processor: one socket. */
export interface CpuModel {
  readonly name: string;
  readonly cores: number;
  /** Thermal design power of the socket, W. */
  readonly tdpWatts: number;
  readonly year: number;
  readonly generation: string;
}

const CITATIONS: readonly Citation[] = [
  {
    source: 'Quattor template library, hardware/cpu (cores and TDP by maker’s data sheet; Apache-2.0)',
    url: 'https://github.com/quattor/template-library-standard',
    date: '2025-02-20',
  },
  { source: 'CodeCarbon, data/hardware/cpu_power.csv (MIT)', url: 'https://github.com/mlco2/codecarbon', date: '2025' },
];

export const CPU_MODELS: readonly CpuModel[] = CPU_GENERATIONS.flatMap(({ generation, year, models }) =>
  models.map(([name, cores, tdpWatts]) => ({ name, cores, tdpWatts, year, generation })),
);

/** What stands in names of processors beside the model: makers, marks, clock, number of cores. */
const AROUND = /\((?:r|tm)\)|@.*|\b(?:intel|amd|cpu|processor|\d+-core|xeon)\b|[^a-z\d+ ]/g;

/** The first E5 stand with a 0 for their version: `E5-2670 0`. */
const FIRST_VERSION = /\b(e5-?26\d\d[lw]?) 0\b/;

/** The model in lower case without blanks: `gold6248`, `epyc7742`, `e52680v4`. A `+` that people leave out does not count. */
const keyOf = (name: string): string =>
  name.toLowerCase().replace(/_/g, ' ').replace(FIRST_VERSION, '$1').replace(AROUND, ' ').replace(/[ +]/g, '');

const BY_KEY: ReadonlyMap<string, CpuModel> = new Map(CPU_MODELS.map((model) => [keyOf(model.name), model]));

/** Finds a processor by any name that a log has for it: `Intel(R) Xeon(R) Gold 6248 CPU @ 2.50GHz`, `AMD EPYC 7742 64-Core Processor`, `e5-2680v4`. Undefined when none is known. */
export const findCpu = (name: string): CpuModel | undefined => BY_KEY.get(keyOf(name));

/** Thermal design power of a socket, W. */
export const cpuPower = ({ name, tdpWatts }: CpuModel): Rate => ({
  name,
  unit: 'W',
  ...exactly(tdpWatts),
  basis: CITATIONS.map((citation) => ({ kind: 'table', note: 'thermal design power of the socket', citation })),
});

/** Thermal design power of one core, W: of a known processor its own, else from the least to the most of the table, the median in the middle. */
export function corePower(name: string): Rate {
  const model = findCpu(name);
  const perCore = CPU_MODELS.map(({ tdpWatts, cores }) => tdpWatts / cores).sort((a, b) => a - b);
  const range =
    model === undefined
      ? { low: perCore[0] as number, value: perCore[perCore.length >> 1] as number, high: perCore.at(-1) as number }
      : exactly(model.tdpWatts / model.cores);
  const note =
    model === undefined
      ? `processor unknown: the least, the median and the most of ${perCore.length} server processors`
      : `${model.name}: ${model.tdpWatts} W over ${model.cores} cores`;
  return {
    name: `thermal design power of one core${model === undefined ? ', processor unknown' : ` of ${model.name}`}`,
    unit: 'W',
    ...range,
    basis: CITATIONS.map((citation) => ({ kind: 'table', note, citation })),
  };
}
