import type { Ledger } from '../../model/ledger.ts';
import type { TrackedRun } from '../../model/tracked-run.ts';

/** A run that a tracker put into a sweep, with the attempts that it ran as or in. */
export interface Trial {
  readonly tracked: TrackedRun;
  readonly attempts: readonly number[];
  /** Rows of the table that speak of it: its sessions. */
  readonly rows: readonly number[];
}

/** Whether a tracker logged the attempt itself: what it was is known from there, not from names. */
export const isTracked = ({ table, row }: Ledger, attempt: number): boolean =>
  table.tracked.has(row[attempt] as number);

/** Trials by the id of their sweep, each sweep's in order of their first attempt. */
export function trialsBySweep(ledger: Ledger): Map<string, Trial[]> {
  const sweeps = new Map<string, Map<string, { tracked: TrackedRun; attempts: number[]; rows: number[] }>>();
  const byId = new Map<string, string>();
  const add = (number: string, attempt: number, row: number): void => {
    const tracked = ledger.table.tracked.at(row);
    if (tracked === undefined || tracked.sweep === '') return;
    // A run may have had a session inside of a job and another outside: these are numbered apart. Names of runs come again: where an export has no ids, the raw one tells them apart.
    const { jobId, jobIdRaw } = ledger.table;
    const id = `${tracked.sweep} ${jobIdRaw.at(row) || jobId.at(row)}`;
    const run = byId.get(id) ?? number;
    byId.set(id, run);
    const trials = sweeps.get(tracked.sweep) ?? new Map();
    sweeps.set(tracked.sweep, trials);
    const trial = trials.get(run);
    if (trial === undefined) trials.set(run, { tracked, attempts: [attempt], rows: [row] });
    else {
      trial.rows.push(row);
      if (!trial.attempts.includes(attempt)) trial.attempts.push(attempt);
    }
  };
  if (ledger.table.tracked.length > 0) {
    for (let attempt = 0; attempt < ledger.count; attempt++) {
      add(`run ${ledger.run[attempt]}`, attempt, ledger.row[attempt] as number);
    }
  }
  for (const { row, attempt, run } of ledger.nested) add(`nested ${run}`, attempt, row);
  return new Map([...sweeps].map(([sweep, trials]) => [sweep, [...trials.values()]]));
}
