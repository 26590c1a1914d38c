import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A report that is made to be looked at. */
export interface Sample {
  /** Folder under `reports/`, and the beginning of its pictures' names. */
  readonly name: string;
  /** What the command line is given, from the root of the repository. */
  readonly args: readonly string[];
}

/** Made of logs of our own, and checked in as they are. */
export const REPORTS: readonly Sample[] = [
  { name: 'lisa', args: ['fixtures/lisa', '--method', 'strubell-2019'] },
  { name: 'slurm', args: ['fixtures/slurm/22.05/parsable2-all', '--project', 'slurm-22.05'] },
  { name: 'wandb', args: ['fixtures/wandb/0.31.0', '--project', 'wandb-0.31'] },
];

/** Beside the repository, one level up for a worktree. */
const PLACES = ['../../../shared/data/', '../../../../shared/data/'].map((place) => new URL(place, import.meta.url));

/** Logs of others, of which only pictures are kept, without the names in them. */
const OF_OTHERS: readonly (Omit<Sample, 'args'> & { readonly path: string })[] = [
  { name: 'slurm-real', path: 'slurm/real-22.05/parsable2-all.txt' },
  { name: 'wandb-openset', path: 'wandb/openset' },
  { name: 'algoperf', path: 'algoperf/jobs.csv' },
];

/** What is only pictured: those logs of others that are at hand, and by name those that are not. */
export function picturedOnly(): { readonly samples: readonly Sample[]; readonly missing: readonly string[] } {
  const found = OF_OTHERS.map(({ name, path }) => ({
    name,
    path,
    place: PLACES.map((root) => new URL(path, root)).find((place) => existsSync(place)),
  }));
  return {
    samples: found.flatMap(({ name, place }) =>
      place === undefined ? [] : [{ name, args: [fileURLToPath(place), '--project', name, '--redact'] }],
    ),
    missing: found.filter(({ place }) => place === undefined).map(({ path }) => path),
  };
}
