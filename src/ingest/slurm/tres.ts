import type { Cells } from './cells.ts';
import { countGpus, type GpuCount, sharesUnknown } from './typed-gpus.ts';

/** What a TRES string (`billing=1,cpu=4,gres/gpu:a100=2,gres/gpu=2,mem=64G,node=1`) says of an allocation. */
export interface Tres {
  /** NaN when not stated. */
  readonly cpus: number;
  /** GPUs of all types, in part for shares of a GPU; NaN when nothing says so, or not how large a share. */
  readonly gpus: number;
  /** Typed GPUs and shares: see {@link GpuCount}. */
  readonly gpuTypes: string;
  /** GB of 1024³ bytes; NaN when not stated. */
  readonly memoryGb: number;
}

/** Slurm writes `no value` and `infinite` as the largest numbers of 32 or 64 bits (slurm/slurm.h NO_VAL, NO_VAL64). */
const FIRST_SENTINEL_32 = 4_294_967_294;

/** A count; NaN for a sentinel or no number. */
export function parseCount(text: string): number {
  const count = /^\d+(?:\.0)?$/.test(text) ? Number(text) : Number.NaN; // pandas writes `36000.0`
  return count >= FIRST_SENTINEL_32 ? Number.NaN : count;
}

/** A count in a cell: mostly a few digits; else whatever else means a count, or none. */
export function countAt(cells: Cells, cell: number): number {
  if (cells.isEmpty(cell)) return Number.NaN;
  const digits = cells.shortNumber(cell);
  return Number.isNaN(digits) ? parseCount(cells.text(cell)) : digits;
}

const GB_PER_UNIT: Readonly<Record<string, number>> = { K: 1 / 1024 ** 2, M: 1 / 1024, G: 1, T: 1024, P: 1024 ** 2 };

/** Memory of a TRES string, GB: `64G`, `62.50G`, `500M`; a bare number is MB. */
export function parseMemoryGb(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([KMGTP]?)$/.exec(text);
  if (match === null) return Number.NaN;
  const amount = Number(match[1]);
  return amount >= 2 ** 63
    ? Number.NaN
    : amount * (GB_PER_UNIT[match[2] === '' ? 'M' : (match[2] as string)] as number);
}

/** What `gres/mps` counts for one GPU: `Count` in gres.conf is the site's choice, and 100 is what the manual shows. Our own judgement. */
const MPS_PER_GPU = 100;

/** Counts by type of one kind of GRES; `''` for the entry without a type. */
type Gres = Map<string, number>;

const KINDS = ['gpu', 'mps', 'shard'] as const;

/** `gres/gpu`, `gres/gpu:a100`. */
const GRES = /^gres\/(gpu|mps|shard)(?::(.+))?$/;

/** A GRES that a site named itself: `gres/mig-3g.20gb` is a slice of a GPU, `gres/vgpu` some part of one. */
const OWN_SLICE = /^gres\/(?:mig|gpu)?[-_.:]?(\d+g\.\d+gb\S*)$/i;
const OWN_GPUS = /^gres\/(?!gpu(?:mem|util)$)\S*(?:gpu|mig|cuda)\S*$/i;

/**
 * Reads a TRES string. `gres/gpu` is the total and `gres/gpu:TYPE` a breakdown of the same GPUs: their number is the larger of
 * the total and the sum of the types, never both together. The order of entries differs between versions and does not count.
 */
export function parseTres(text: string): Tres {
  let [cpus, memoryGb] = [Number.NaN, Number.NaN];
  const [gpu, mps, shard] = KINDS.map((): Gres => new Map()) as [Gres, Gres, Gres];
  const own: Gres = new Map();
  for (const item of text.split(',')) {
    const equals = item.indexOf('=');
    const name = item.slice(0, equals).trim(); // people put a blank behind the comma
    const value = item.slice(equals + 1).trim();
    if (name === 'cpu') cpus = parseCount(value);
    else if (name === 'mem') memoryGb = parseMemoryGb(value);
    else addGres({ gpu, mps, shard, own }, name, parseCount(value));
  }
  return { cpus, memoryGb, ...heldGpus(gpu, mps, shard, own) };
}

function addGres(kinds: Readonly<Record<(typeof KINDS)[number] | 'own', Gres>>, name: string, count: number): void {
  if (!name.startsWith('gres/') || Number.isNaN(count)) return;
  const [, kind, type = ''] = GRES.exec(name) ?? [];
  if (kind !== undefined) kinds[kind as 'gpu'].set(type, count);
  else if (OWN_SLICE.test(name)) kinds.gpu.set(OWN_SLICE.exec(name)?.[1] ?? '', count);
  else if (OWN_GPUS.test(name)) kinds.own.set(name.slice('gres/'.length), count);
}

/** GPUs held: whole ones and MIG slices; else MPS percentages; else shards, whose number on a GPU no log tells, and what a site calls by a name of its own. */
function heldGpus(gpu: Gres, mps: Gres, shard: Gres, own: Gres): GpuCount {
  const whole = totalOf(gpu);
  if (whole > 0) return countGpus(typesOf(gpu), whole - sumOf(typesOf(gpu)));
  if (totalOf(mps) > 0) return mpsShares(mps);
  if (totalOf(shard) > 0) return sharesUnknown(['shard']);
  if (sumOf(own) > 0) return sharesUnknown([...typesOf(own).keys()]);
  return { gpus: whole, gpuTypes: '' };
}

function mpsShares(mps: Gres): GpuCount {
  const typed = typesOf(mps);
  const rest = totalOf(mps) - sumOf(typed);
  const shares = [...typed].map(([type, count]) => `mps:${type}=${count / MPS_PER_GPU}`).sort();
  if (rest > 0) shares.push(`mps=${rest / MPS_PER_GPU}`);
  return { gpus: totalOf(mps) / MPS_PER_GPU, gpuTypes: shares.join(',') };
}

const typesOf = (gres: Gres): Gres => new Map([...gres].filter(([type, count]) => type !== '' && count > 0));

const sumOf = (counts: Gres): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** The larger of the total and the sum of the types; NaN when neither is stated. */
const totalOf = (gres: Gres): number =>
  gres.size === 0 ? Number.NaN : Math.max(gres.get('') ?? 0, sumOf(typesOf(gres)));
