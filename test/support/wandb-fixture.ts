import { readFileSync } from 'node:fs';

/** A file of `fixtures/wandb-exports/`, whose README says what is in it. */
export const wandbFixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/wandb-exports/${name}`, import.meta.url), 'utf8');
