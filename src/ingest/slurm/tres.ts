/** What a TRES string (`billing=1,cpu=4,gres/gpu:a100=2,gres/gpu=2,mem=64G,node=1`) says of an allocation. */
export interface Tres {
  /** NaN when not stated. */
  readonly cpus: number;
  /** GPUs of all types; NaN when neither `gres/gpu` nor a typed entry is there. */
  readonly gpus: number;
  /** Typed GPUs, `a100=2,v100=1`, in the order of their names. */
  readonly gpuTypes: string;
  /** GB of 1024³ bytes; NaN when not stated. */
  readonly memoryGb: number;
}

/** Slurm writes `no value` and `infinite` as the largest numbers of 32 or 64 bits (slurm/slurm.h NO_VAL, NO_VAL64). */
const FIRST_SENTINEL_32 = 4_294_967_294;

/** A count; NaN for a sentinel or no number. */
export function parseCount(text: string): number {
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return count >= FIRST_SENTINEL_32 ? Number.NaN : count;
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

/**
 * Reads a TRES string. `gres/gpu` is the total and `gres/gpu:TYPE` a breakdown of the same GPUs: their number is the larger of
 * the total and the sum of the types, never both together. The order of entries differs between versions and does not count.
 */
export function parseTres(text: string): Tres {
  let [cpus, untyped, memoryGb] = [Number.NaN, Number.NaN, Number.NaN];
  const typed: [string, number][] = [];
  for (const item of text.split(',')) {
    const equals = item.indexOf('=');
    const name = item.slice(0, equals);
    const value = item.slice(equals + 1);
    if (name === 'cpu') cpus = parseCount(value);
    else if (name === 'mem') memoryGb = parseMemoryGb(value);
    else if (name === 'gres/gpu') untyped = parseCount(value);
    else if (name.startsWith('gres/gpu:')) typed.push([name.slice('gres/gpu:'.length), parseCount(value)]);
  }
  const counted = typed.filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const ofTypes = counted.reduce((sum, [, count]) => sum + count, 0);
  const stated = !Number.isNaN(untyped) || typed.length > 0;
  return {
    cpus,
    gpus: stated ? Math.max(Number.isNaN(untyped) ? 0 : untyped, ofTypes) : Number.NaN,
    gpuTypes: counted.map(([type, count]) => `${type}=${count}`).join(','),
    memoryGb,
  };
}
