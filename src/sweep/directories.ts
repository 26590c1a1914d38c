/** A pool of run directories has so many at least, and so large a part of them are of one run or two. Our own judgement. */
const POOL = { directories: 4, ofRuns: 0.75, jobs: 2 };
/** Where more jobs were submitted from a directory of a pool, it is that of a project. A run may be tried again. */
const MOST_JOBS = 4;

/** A component of a path that is an id, or the two components that are one: `92bcd013`, `3b/1612dd272d13…`, a UUID. */
const ID =
  /(?<![^/_.-])(?:[0-9a-f]{2}\/(?=[0-9a-f]{12}))?(?=[0-9a-f-]{0,64}\d)[0-9a-f]{6,}(?:-[0-9a-f]{4,})*(?![^/_.-])/gi;
/** A number, also with a point or an exponent. */
const NUMBER = /\d+(?:\.\d+)*(?:e[-+]?\d+)?/gi;

/** What a directory is called without its ids and numbers. */
export const maskDirectory = (path: string): string => path.replace(ID, '#').replace(NUMBER, '#');

/**
 * A number for each directory: the same for those whose paths differ in ids and numbers, and for those that were made for a run each (`runs/cora_gcn_1`, `runs/cora_gat_2`). The
 * latter are known by how little is submitted from them, and that there are several beside each other. Two directories of many jobs are of two projects, however near they are.
 *
 * @param jobs how many jobs each has
 */
export function numberDirectories(paths: readonly string[], jobs: Uint32Array): number[] {
  const masked = paths.map(maskDirectory);
  const pools = poolsAmong(masked, jobs);
  const numbers = new Map<string, number>();
  return masked.map((mask, path) => {
    const parent = parentOf(mask);
    const name = (jobs[path] as number) <= MOST_JOBS && pools.has(parent) ? `${parent}/*` : mask;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

/** Directories in which most others were made for a run each. */
function poolsAmong(masked: readonly string[], jobs: Uint32Array): Set<string> {
  const counts = new Map<string, { all: number; ofRuns: number }>();
  for (const [path, mask] of masked.entries()) {
    const parent = parentOf(mask);
    const count = counts.get(parent) ?? { all: 0, ofRuns: 0 };
    counts.set(parent, count);
    count.all++;
    if ((jobs[path] as number) <= POOL.jobs) count.ofRuns++;
  }
  const pools = new Set<string>();
  for (const [parent, { all, ofRuns }] of counts)
    if (parent !== '' && ofRuns >= POOL.directories && ofRuns >= POOL.ofRuns * all) pools.add(parent);
  return pools;
}

/** The path before the last component; empty where there is none. */
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.replace(/\/+$/, '').lastIndexOf('/')));
