import { type CountedJobs, countedSince } from '../model/counted-since.ts';
import type { Diagnostics } from '../model/diagnostic.ts';
import type { Ledger } from '../model/ledger.ts';
import { secondsToHours } from '../model/units.ts';
import { findGpu } from '../tables/hardware/gpus.ts';

/** Fewer jobs without GPUs in a partition that is named after them are chance, where the cluster counts GPUs elsewhere: people test there. Our own judgement. */
const FEWEST_BESIDE = 3;

/** A cluster and a partition of it are one number: the code of the one times this, and that of the other. */
const PARTITIONS = 2 ** 26;
const clusterOf = (place: number): number => Math.floor(place / PARTITIONS);

/**
 * Says which attempts of Slurm's logs may have held GPUs that no list of what they held names, where other attempts' lists do: before a partition's jobs began to list GPUs, and in
 * partitions that are named after GPUs and of which no job lists any. A cluster lists GPUs only once its administrators set `AccountingStorageTRES=gres/gpu`.
 */
export function noteUntrackedGpus(ledger: Ledger, diagnostics: Diagnostics): void {
  const { table, row, wall } = ledger;
  const jobs = jobsOf(ledger);
  const since = countedSince(jobs);
  if (since.size === 0) return;
  const clusters = new Set([...since.keys()].map(clusterOf));
  const byPlace = untrackedIn(jobs, since, table.partition.values.map(isNamedAfterGpus));
  const found = [...byPlace]
    .flatMap(([place, list]) => (list.length < FEWEST_BESIDE && clusters.has(clusterOf(place)) ? [] : list))
    .sort((one, other) => one - other);
  const hours = Number(secondsToHours(found.reduce((sum, at) => sum + (wall[at] as number), 0)).toPrecision(3));
  const message = `attempts of which the logs list no GPU may have held some: ${hours} hours that count none. Their partitions are named after GPUs and none of their jobs lists one, or nearly all their later jobs do, so that gres/gpu may not have been tracked. If they held GPUs, say so in runledger.yaml under hardware: (partition or nodes, gpu and gpusPerNode)`;
  for (const at of found) diagnostics.note('gpus-untracked', 'warning', message, table.place(row[at] as number));
}

/** Attempts without GPUs by place, where they may not have been listed. */
function untrackedIn(
  jobs: CountedJobs,
  since: ReadonlyMap<number, number>,
  isNamed: readonly boolean[],
): Map<number, number[]> {
  const byPlace = new Map<number, number[]>();
  for (let job = 0; job < jobs.count; job++) {
    const place = jobs.placeOf(job);
    if (Number.isNaN(place) || jobs.holdsGpus(job)) continue;
    const began = since.get(place);
    const isOpen = began === undefined ? isNamed[place % PARTITIONS] === true : jobs.startOf(job) < began;
    if (!isOpen) continue;
    const list = byPlace.get(place);
    if (list === undefined) byPlace.set(place, [job]);
    else list.push(job);
  }
  return byPlace;
}

/** Attempts that ran under Slurm and of which a list says what they held. Those with what they asked for are taken as listed: there requests are seen. */
function jobsOf({ table, row, wall, count }: Ledger): CountedJobs {
  const { gpus, gpuTypes, cluster, partition, start, tracked, file } = table;
  const isSlurm = table.sources.map((source) => source.startsWith('slurm-'));
  const placeOf = (attempt: number): number => {
    const at = row[attempt] as number;
    const isListed = gpus.at(at) > 0 || (Number.isNaN(gpus.at(at)) && gpuTypes.at(at) === '');
    const isAsked = (wall[attempt] as number) > 0 && isSlurm[file.at(at)] === true && !tracked.has(at);
    return isListed && isAsked ? cluster.code(at) * PARTITIONS + partition.code(at) : Number.NaN;
  };
  return {
    count,
    placeOf,
    holdsGpus: (attempt) => gpus.at(row[attempt] as number) > 0,
    startOf: (attempt) => start.at(row[attempt] as number),
  };
}

/** Whether a partition is called after GPUs or a model of them: `gpu`, `gpu-long`, `a100`, `titanx`. */
function isNamedAfterGpus(partition: string): boolean {
  const name = partition.toLowerCase();
  if (/(?:^|[^a-z])(?:no|non)[-_]?gpu/.test(name)) return false;
  // `v2` to `v4` alone are TPUs by their name, and versions of anything else.
  return /gpu/.test(name) || (!/^v\d/.test(name) && findGpu(name) !== undefined);
}
