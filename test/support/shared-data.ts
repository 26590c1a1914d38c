import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** Where a file of the shared data is. */
export const sharedPath = (path: string): string => `${ROOT}${path}`;

/**
 * Describes what holds of data that is not ours and lies beside the repository. Where it is absent the tests are skipped, with a line that says so; in CI, which has it, that is a
 * failure.
 */
export function describeShared(folder: string, title: string, body: () => void): void {
  if (existsSync(sharedPath(folder))) {
    describe(title, body);
    return;
  }
  const missing = `${title}: needs ../shared/data/${folder}, which is not here`;
  if (process.env.CI === undefined) it.skip(missing, () => undefined);
  else it(missing, () => Promise.reject(new Error(missing)));
}
