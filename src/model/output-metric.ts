import type { JobTable } from './job-table.ts';

/** A metric that stands in the output files of jobs. */
export interface OutputMetric {
  readonly name: string;
  /** What the output of the job in a row says; NaN where it says none, undefined where there is no output. */
  readonly valueAt: (table: JobTable, row: number) => number | undefined;
}
