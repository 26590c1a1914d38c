import type { Citation } from '../../model/basis.ts';
import { MIG_PROFILE } from '../../model/mig-profile.ts';
import { findGpu } from './gpus.ts';

export const MIG_GUIDE: Citation = {
  source: 'NVIDIA, Multi-Instance GPU User Guide, Supported GPUs and Supported MIG Profiles (fraction of SMs)',
  url: 'https://docs.nvidia.com/datacenter/tesla/mig-user-guide/supported-mig-profiles.html',
  date: '2026-11-23',
};

/** GPUs that are cut in the same way. */
interface SlicedGpu {
  /** Names as in {@link GPU_MODELS}, or NVIDIA's for models that are not there. */
  readonly models: readonly string[];
  /** Compute slices of the whole GPU: a profile `3g` has three of them. */
  readonly slices: number;
  readonly profiles: readonly string[];
}

/** What MIG cuts GPUs into, by memory size. All figures: {@link MIG_GUIDE}. */
export const SLICED_GPUS: readonly SlicedGpu[] = [
  { models: ['A30'], slices: 4, profiles: ['1g.6gb', '2g.12gb', '4g.24gb'] },
  { models: ['A100'], slices: 7, profiles: ['1g.5gb', '1g.10gb', '2g.10gb', '3g.20gb', '4g.20gb', '7g.40gb'] },
  { models: ['A100', 'H100'], slices: 7, profiles: ['1g.10gb', '1g.20gb', '2g.20gb', '3g.40gb', '4g.40gb', '7g.80gb'] },
  { models: ['H100'], slices: 7, profiles: ['1g.12gb', '1g.24gb', '2g.24gb', '3g.47gb', '4g.47gb', '7g.94gb'] },
  { models: ['GH200', 'H20'], slices: 7, profiles: ['1g.12gb', '1g.24gb', '2g.24gb', '3g.48gb', '4g.48gb', '7g.96gb'] },
  { models: ['H200'], slices: 7, profiles: ['1g.18gb', '1g.35gb', '2g.35gb', '3g.71gb', '4g.71gb', '7g.141gb'] },
  { models: ['B200'], slices: 7, profiles: ['1g.23gb', '1g.45gb', '2g.45gb', '3g.90gb', '4g.90gb', '7g.180gb'] },
  { models: ['RTX PRO 6000'], slices: 4, profiles: ['1g.24gb', '2g.48gb', '4g.96gb'] },
  { models: ['RTX PRO 5000'], slices: 2, profiles: ['1g.24gb', '2g.48gb'] },
];

/** `a100_1g`: compute slices of a model that is named, and no memory. */
const COMPUTE_ALONE = /(?<![a-z\d])(?:mig[._-]?)?(\d)g(?![a-z\d.])/;

/** Only GPUs of seven slices have profiles of three or seven. */
const OF_SEVEN: ReadonlySet<number> = new Set([3, 7]);

interface Slice {
  readonly compute: number;
  readonly ofGpu: number;
  readonly gpus: readonly SlicedGpu[];
}

function readSlice(type: string): Slice | undefined {
  const match = MIG_PROFILE.exec(type.toLowerCase());
  if (match === null) return readComputeAlone(type.toLowerCase());
  const [text, part, slices, memory] = match;
  const named = findGpu(type.toLowerCase().replace(text, ' '))?.family;
  const profile = `${slices}g.${memory}gb`;
  const fitting = SLICED_GPUS.filter(({ profiles }) => profiles.includes(profile));
  const gpus = named === undefined ? fitting : SLICED_GPUS.filter(({ models }) => models.includes(named));
  return { compute: Number(part ?? slices), ofGpu: Number(slices), gpus };
}

/** Of models that are never cut, `1g` may mean anything: then it is no slice. */
function readComputeAlone(type: string): Slice | undefined {
  const match = COMPUTE_ALONE.exec(type);
  const named = match === null ? undefined : findGpu(type.replace(match[0], ' '))?.family;
  const gpus = SLICED_GPUS.filter(({ models }) => named !== undefined && models.includes(named));
  const compute = Number(match?.[1]);
  return gpus.length === 0 ? undefined : { compute, ofGpu: compute, gpus };
}

/**
 * How much of a GPU one GPU of a type is: 1, or for a MIG slice its share of the compute slices. NaN for a slice that could be of GPUs that are cut differently, or of one that is in no
 * table.
 *
 * @param type as a log names it: `a100`, `a100_3g.20gb`, `1g.10gb`
 */
export function shareOfGpu(type: string): number {
  const slice = readSlice(type);
  if (slice === undefined) return /(?<![a-z])mig(?![a-z])/i.test(type) ? Number.NaN : 1;
  const { compute, ofGpu, gpus } = slice;
  const counts = new Set(gpus.map(({ slices }) => slices));
  if (counts.size === 0 && OF_SEVEN.has(ofGpu)) counts.add(7);
  const [slices = Number.NaN, ...others] = counts;
  return others.length > 0 || compute > slices ? Number.NaN : compute / slices;
}

/** The model that a MIG slice is of, where its profile fits one model alone. */
export function modelOfSlice(type: string): string | undefined {
  const [model, ...others] = new Set(readSlice(type)?.gpus.flatMap(({ models }) => models));
  return others.length > 0 ? undefined : model;
}
