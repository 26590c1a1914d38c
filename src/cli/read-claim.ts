import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../errors.ts';
import type { PaperClaim } from '../model/paper-claim.ts';
import { CLAIMS, findClaim } from '../tables/claims/registry.ts';

/**
 * The claim of a name: one that comes with the program, else a file.
 *
 * @throws AppError when it is neither, or the file says something that cannot be followed
 */
export async function readClaim(wanted: string): Promise<PaperClaim> {
  const builtIn = findClaim(wanted);
  if (builtIn !== undefined) return builtIn;
  if (!existsSync(wanted)) {
    throw new AppError({ code: 'unknown-claim', name: wanted, known: CLAIMS.map(({ name }) => name) });
  }
  if (statSync(wanted).isDirectory()) {
    throw new AppError({
      code: 'bad-config',
      path: wanted,
      line: 0,
      reason: 'is a directory, where a claim is a file',
    });
  }
  const { parseClaim } = await import('./parse-claim.ts'); // as slow to load as that of configurations
  return parseClaim(readFileSync(wanted, 'utf8'), wanted, basename(wanted));
}
