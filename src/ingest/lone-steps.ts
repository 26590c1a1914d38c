import type { Diagnostics } from '../model/diagnostic.ts';
import type { JobTable } from '../model/job-table.ts';

/** The first row of steps of a job whose own row is not in their file. */
export interface LoneSteps {
  readonly job: string;
  readonly file: string;
  readonly line: number;
}

const LONE =
  'jobs of which the logs have steps and no row of their own: they count nothing. Export again without a filter that leaves jobs out (grep, -s), and without steps of other exports';

/** Warns of steps whose job stands in no log at all. */
export function noteLoneSteps(table: JobTable, lone: readonly LoneSteps[], diagnostics: Diagnostics): void {
  if (lone.length === 0) return;
  const missing = new Set(lone.map(({ job }) => job));
  for (let row = 0; row < table.length && missing.size > 0; row++) {
    missing.delete(table.jobId.copyAt(row));
    missing.delete(table.jobIdRaw.copyAt(row));
  }
  for (const { job, file, line } of lone) {
    if (missing.delete(job)) diagnostics.note('slurm-lone-steps', 'warning', LONE, { file, line });
  }
}
