import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Data of others, or too large to be kept here: in `shared/data` beside the repository, one level up for a worktree. */
const PLACES = ['../../../shared/data/', '../../../../shared/data/'].map((place) => new URL(place, import.meta.url));

/** Where a folder of the shared data is; undefined where it is not at hand. */
const sharedFolder = (path: string): URL | undefined =>
  PLACES.map((place) => new URL(path, place)).find((place) => existsSync(place));

/** Tests that need a folder of the shared data. Without it they are skipped, and with `CI` set a test fails to say so. */
export function describeShared(name: string, path: string, tests: (folder: URL) => void): void {
  const folder = sharedFolder(path);
  if (folder !== undefined) describe(name, () => tests(folder));
  else if (process.env.CI === undefined)
    describe.skip(`${name} (shared/data/${path} is not here)`, () => it('is skipped'));
  else {
    it(`${name}: needs shared/data/${path} beside the repository`, () => {
      expect(folder).toBeDefined();
    });
  }
}
