import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

// Run once in each file of tests that imports this.
afterAll(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** A new empty directory, which is gone once the file of tests has run. */
export function scratch(): string {
  const directory = mkdtempSync(join(tmpdir(), 'runledger-test-'));
  made.push(directory);
  return directory;
}
