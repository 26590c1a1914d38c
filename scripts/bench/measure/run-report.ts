import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from './run-process.ts';

/** What `runledger report` took over one dump, and the totals of the report.json that it wrote. */
export interface ReportRun {
  /** Of the whole process, its start included. */
  readonly seconds: number;
  readonly peakMb: number;
  readonly attempts: number;
  readonly gpuHours: number;
}

/** Runs the command in a fresh folder. */
export function runReport(program: string, path: string, folder: string): ReportRun {
  const out = join(folder, 'report');
  const { seconds, peakMb } = runProcess([program, 'report', path, '-o', out, '--quiet'], folder);
  const { totals } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as { totals: ReportRun };
  return { seconds, peakMb, attempts: totals.attempts, gpuHours: totals.gpuHours };
}
