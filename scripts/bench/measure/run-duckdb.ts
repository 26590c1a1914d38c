import { fileURLToPath } from 'node:url';
import type { DuckdbTask } from './duckdb-queries.ts';
import { runProcess } from './run-process.ts';

/** What DuckDB took for one task over one dump, and what it found there. */
export interface DuckdbRun {
  /** Of the query alone, without starting the process and loading the library. */
  readonly seconds: number;
  /** Of the whole process; for a table with the untimed query after it. */
  readonly peakMb: number;
  /** E.g. `v1.5.6`. */
  readonly version: string;
  /** Of a table: attempts. Of an aggregate: job rows, remainders of arrays among them. */
  readonly attempts: number;
  readonly gpuHours: number;
}

const CHILD = fileURLToPath(new URL('./duckdb-child.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

/** Runs one task in a process of its own. */
export function runDuckdb(task: DuckdbTask, path: string, folder: string): DuckdbRun {
  const { peakMb, stdout } = runProcess(['--import', TSX, CHILD, task, path], folder);
  return { ...(JSON.parse(stdout) as Omit<DuckdbRun, 'peakMb'>), peakMb };
}
