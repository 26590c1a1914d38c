import type { ProjectFacts } from '../model/facts.ts';
import type { Ledger } from '../model/ledger.ts';
import { utcTime } from './utc-time.ts';

/**
 * Whether a run is known by when its first attempt was submitted, too: ids of schedulers come again. Those of trackers and tables are what people know a run by, but where a table has one of
 * several runs: trial 0 of each study.
 */
export function isStamped({ ledger }: ProjectFacts, row: number, source: string): boolean {
  return source.startsWith('slurm-') || (source === 'table' && sharedIds(ledger).has(ledger.table.jobId.hash(row)));
}

const known = new WeakMap<Ledger, ReadonlySet<number>>();

/** Hashes of the ids that several runs have. */
function sharedIds(ledger: Ledger): ReadonlySet<number> {
  const found = known.get(ledger) ?? findSharedIds(ledger);
  known.set(ledger, found);
  return found;
}

function findSharedIds({ table, row, run, runs, count }: Ledger): ReadonlySet<number> {
  const hashes = new Uint32Array(runs);
  // From the last to the first, which stays.
  for (let attempt = count - 1; attempt >= 0; attempt--) {
    hashes[run[attempt] as number] = table.jobId.hash(row[attempt] as number);
  }
  hashes.sort();
  return new Set(hashes.filter((hash, at) => at > 0 && hash === hashes[at - 1]));
}

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
  if (!isStamped(facts, row, sourceOf(facts, row))) return jobId;
  return `${jobId}@${utcTime(submitted(facts, first))}`;
}
