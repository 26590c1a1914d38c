import type { JobTable } from '../model/job-table.ts';

/** When an attempt came to be, epoch seconds: its submission (a requeue sets a new one), or its start where no submission is logged. */
export function originOf(table: JobTable, row: number): number {
  const submit = table.submit.at(row);
  return Number.isNaN(submit) ? table.start.at(row) : submit;
}
