import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SacctDump } from '../sacct-dump.ts';
import { countLines } from './count-lines.ts';
import { type DuckdbRun, runDuckdb } from './run-duckdb.ts';
import { type ReportRun, runReport } from './run-report.ts';
import { runStages, type StageSeconds } from './run-stages.ts';

/** Everything once over one dump, one after the other, so that a busy minute of the machine hits all alike. */
export interface Round {
  readonly wcSeconds: number;
  readonly aggregate: DuckdbRun;
  readonly table: DuckdbRun;
  readonly report: ReportRun;
  /** Of another report on the same dump. */
  readonly stages: StageSeconds;
}

/**
 * Runs a round in a temporary folder and removes it.
 *
 * @param program path of the command line program, e.g. `dist/cli/main.js`
 */
export function runRound(program: string, dump: SacctDump): Round {
  const folder = mkdtempSync(join(tmpdir(), 'runledger-bench-'));
  try {
    return {
      wcSeconds: countLines(dump.path, dump.lines),
      aggregate: runDuckdb('aggregate', dump.path, folder),
      table: runDuckdb('table', dump.path, folder),
      report: runReport(program, dump.path, folder),
      stages: runStages(dump.path, folder),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
