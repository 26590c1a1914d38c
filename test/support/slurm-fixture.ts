import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const ROOT = new URL('../../fixtures/slurm/', import.meta.url);

/** The text of a file in `fixtures/slurm/`, unpacked where it is packed. */
export function slurmFixture(path: string): string {
  const bytes = readFileSync(new URL(path, ROOT));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Where a file in `fixtures/slurm/` is. */
export const slurmFixturePath = (path: string): string => new URL(path, ROOT).pathname;
