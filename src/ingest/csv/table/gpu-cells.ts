import { gpusOfMachine } from '../../../tables/hardware/machines.ts';

/** GPUs as one cell tells them. */
export interface GpuCell {
  /** NaN when the cell does not say how many. */
  readonly count: number;
  /** Empty when the cell does not say which. */
  readonly model: string;
}

const COUNT_FIRST = /^(\d+)\s*[x×*]\s*(\D.*)$/i;
const COUNT_LAST = /^(.*?[a-zA-Z\d].*?)\s*(?:[:=*]|\s[x×]\s?)\s*(\d+)$/;

/** Reads `4`, `2xV100`, `8xA100-80GB`, `A100:4`, `NVIDIA A100-SXM4-80GB`, `p3.8xlarge`, `2 x p4d.24xlarge`, `tpu-v3-8` (four chips). */
export function gpuCell(text: string): GpuCell {
  if (text === '') return { count: Number.NaN, model: '' };
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return { count: Number(text.replace(',', '.')), model: '' };
  const machine = gpusOfMachine(text);
  if (machine !== undefined) return { count: machine.count, model: machine.gpu };
  const [, first, model] = COUNT_FIRST.exec(text) ?? [];
  if (model !== undefined) return counted(Number(first), model.trim());
  const [, named, last] = COUNT_LAST.exec(text) ?? [];
  if (named !== undefined) return { count: Number(last), model: named.trim() };
  return { count: Number.NaN, model: text };
}

/** So many GPUs of a model, or machines of a name. */
function counted(count: number, model: string): GpuCell {
  const machine = gpusOfMachine(model);
  return machine === undefined ? { count, model } : { count: count * machine.count, model: machine.gpu };
}

/** What says that there is no GPU. */
export const isNoGpu = (model: string): boolean => /^(?:cpu|no|keine?|aucune?|none)$/i.test(model);
