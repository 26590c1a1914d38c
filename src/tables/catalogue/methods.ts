import type { Method, Rate } from '../../model/method.ts';
import { GPU_MODELS } from '../hardware/gpus.ts';
import { findMethod, METHOD_NAMES } from '../methods/registry.ts';
import { plainRows, type ReferenceGroup, type ReferenceTable } from './reference-table.ts';

const MODELS: readonly string[] = GPU_MODELS.map(({ name }) => name);

const UNKNOWN = '';

/** The constants of a method that do not depend on the GPU, and those of a GPU of unknown model. */
function singleConstants(method: Method): Rate[] {
  const { pue, grid, electricity, cpuPower, memoryPower, overhead, embodied } = method;
  const all = [pue, grid, electricity, cpuPower, memoryPower, overhead, embodied, ...ofGpu(method, UNKNOWN)];
  return all.filter((each) => each !== undefined);
}

const ofGpu = ({ gpuPower, gpuPrice, measured }: Method, model: string): Rate[] =>
  [gpuPower, measured?.gpuIdle, measured?.gpuBusy, gpuPrice].flatMap((of) => of?.(model) ?? []);

/** Each name once: a method that has one figure for all GPUs has it once. */
const once = (rates: readonly Rate[]): Rate[] => [...new Map(rates.map((rate) => [rate.name, rate])).values()];

function groupsOf(name: string): ReferenceGroup[] {
  const method = findMethod(name);
  const single = once(singleConstants(method));
  const names = new Set(single.map((rate) => rate.name));
  const byModel = once(MODELS.flatMap((model) => ofGpu(method, model))).filter((rate) => !names.has(rate.name));
  return [
    { title: `--method ${name}: ${method.title}`, note: 'Region and GPU not known.', rows: plainRows(single) },
    { title: `--method ${name}, by GPU`, isDetail: true, rows: plainRows(byModel) },
  ];
}

export const METHODS: ReferenceTable = {
  name: 'methods',
  title: 'What the methods take. Shares of board power hold for all GPUs (runledger tables hardware)',
  groups: METHOD_NAMES.flatMap(groupsOf),
};
