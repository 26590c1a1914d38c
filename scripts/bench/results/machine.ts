import { arch, cpus, release, totalmem, type } from 'node:os';

/** Where the figures come from: they mean nothing elsewhere but for their ratios. */
export interface Machine {
  readonly cpu: string;
  readonly cpus: number;
  readonly memoryGb: number;
  /** E.g. `Linux 6.18.5 x64`. */
  readonly system: string;
  readonly node: string;
  readonly duckdb: string;
}

/** This machine, with DuckDB's version as its runs gave it. */
export const describeMachine = (duckdb: string): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cpus: cpus().length,
  memoryGb: Math.round(totalmem() / 1e9),
  system: `${type()} ${release()} ${arch()}`,
  node: process.version,
  duckdb,
});
