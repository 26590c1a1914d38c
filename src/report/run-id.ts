import type { ProjectFacts } from '../model/facts.ts';
import { utcTime } from './utc-time.ts';

/** Ids of schedulers come again, so a run is known by when its first attempt was submitted, too; those of trackers and tables are what people know a run by. */
export const isOfScheduler = (source: string): boolean => source.startsWith('slurm-');

/** The log that a row of the table is from; for a row of an earlier report's `jobs.csv`, the log that it was made from. */
export const sourceOf = ({ ledger: { table } }: ProjectFacts, row: number): string =>
  table.reported.sourceOf(row) ?? table.sources[table.file.at(row)] ?? '';

/** Epoch seconds of an attempt's submission, or of its start where that is not known. */
export function submitted({ ledger }: ProjectFacts, attempt: number): number {
  const submit = ledger.table.submit.at(ledger.row[attempt] as number);
  return Number.isNaN(submit) ? (ledger.start[attempt] as number) : submit;
}

/** How `jobs.csv` calls the run of which this is the first attempt: `84_2@2018-03-01T10:00:00Z`, or a tracker's id. */
export function runId(facts: ProjectFacts, first: number): string {
  const row = facts.ledger.row[first] as number;
  const { jobId } = facts.idsOf(row);
  if (!isOfScheduler(sourceOf(facts, row))) return jobId;
  return `${jobId}@${utcTime(submitted(facts, first))}`;
}
