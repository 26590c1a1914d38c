/** GPUs as one cell tells them. */
export interface GpuCell {
  /** NaN when the cell does not say how many. */
  readonly count: number;
  /** Empty when the cell does not say which. */
  readonly model: string;
}

const COUNT_FIRST = /^(\d+)\s*[x×*]\s*(\D.*)$/i;
const COUNT_LAST = /^(.*?[a-zA-Z\d].*?)\s*(?:[:=*]|\s[x×]\s?)\s*(\d+)$/;

/** GPUs of machines for rent, by the name of the machine. AWS, Google Cloud and Azure, their pages on GPU machines as of 2025. */
const INSTANCES: readonly (readonly [pattern: RegExp, count: number, model: string])[] = [
  [/^p2\.xlarge$/, 1, 'K80'],
  [/^p2\.8xlarge$/, 8, 'K80'],
  [/^p2\.16xlarge$/, 16, 'K80'],
  [/^p3\.2xlarge$/, 1, 'V100'],
  [/^p3\.8xlarge$/, 4, 'V100'],
  [/^p3(?:dn\.24xlarge|\.16xlarge)$/, 8, 'V100'],
  [/^p4de?\.24xlarge$/, 8, 'A100'],
  [/^p5\.48xlarge$/, 8, 'H100'],
  [/^g4dn\.(?:xlarge|[248]xlarge|16xlarge)$/, 1, 'T4'],
  [/^g4dn\.12xlarge$/, 4, 'T4'],
  [/^g4dn\.metal$/, 8, 'T4'],
  [/^g5\.(?:xlarge|[248]xlarge|16xlarge)$/, 1, 'A10'],
  [/^g5\.(?:12|24)xlarge$/, 4, 'A10'],
  [/^g5\.48xlarge$/, 8, 'A10'],
  [/^g6\.(?:xlarge|[248]xlarge|16xlarge)$/, 1, 'L4'],
  [/^g6\.(?:12|24)xlarge$/, 4, 'L4'],
  [/^g6\.48xlarge$/, 8, 'L4'],
  [/^a2-(?:high|ultra)gpu-1g$/, 1, 'A100'],
  [/^a2-(?:high|ultra)gpu-2g$/, 2, 'A100'],
  [/^a2-(?:high|ultra)gpu-4g$/, 4, 'A100'],
  [/^a2-(?:high|ultra)gpu-8g$/, 8, 'A100'],
  [/^a2-megagpu-16g$/, 16, 'A100'],
  [/^a3-(?:high|mega)gpu-8g$/, 8, 'H100'],
  [/^standard_nd96asr_v4$/, 8, 'A100'],
  [/^standard_nd96isr_h100_v5$/, 8, 'H100'],
  [/^standard_nc24ads_a100_v4$/, 1, 'A100'],
  [/^standard_nc48ads_a100_v4$/, 2, 'A100'],
  [/^standard_nc96ads_a100_v4$/, 4, 'A100'],
  [/^standard_nc6s_v3$/, 1, 'V100'],
  [/^standard_nc12s_v3$/, 2, 'V100'],
  [/^standard_nc24r?s_v3$/, 4, 'V100'],
];

/** Reads `4`, `2xV100`, `8xA100-80GB`, `A100:4`, `NVIDIA A100-SXM4-80GB`, `p3.8xlarge`. */
export function gpuCell(text: string): GpuCell {
  if (text === '') return { count: Number.NaN, model: '' };
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return { count: Number(text.replace(',', '.')), model: '' };
  const machine = INSTANCES.find(([pattern]) => pattern.test(text.toLowerCase()));
  if (machine !== undefined) return { count: machine[1], model: machine[2] };
  const [, first, model] = COUNT_FIRST.exec(text) ?? [];
  if (model !== undefined) return { count: Number(first), model: model.trim() };
  const [, named, last] = COUNT_LAST.exec(text) ?? [];
  if (named !== undefined) return { count: Number(last), model: named.trim() };
  return { count: Number.NaN, model: text };
}

/** What says that there is no GPU. */
export const isNoGpu = (model: string): boolean => /^(?:cpu|no|keine?|aucune?|none)$/i.test(model);
