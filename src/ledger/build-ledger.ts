import type { Diagnostics } from '../model/diagnostic.ts';
import type { JobTable } from '../model/job-table.ts';
import type { Ledger } from '../model/ledger.ts';
import { type Reconciliation, unaccounted } from '../model/reconciliation.ts';
import { type AttemptColumns, attemptColumns, setMerged, setSoleRecord } from './attempt-columns.ts';
import { groupRecords, identityOf, type RecordGroups } from './group-records.ts';
import { noteHiddenAttempts } from './hidden-attempts.ts';
import { joinRuns, type Runs } from './join-runs.ts';
import { mergeRecords } from './merge-records.ts';
import { orderByOrigin } from './order-groups.ts';
import { endOvertaken } from './overtaken.ts';
import { firstHandAmong, joinReported, noteReportedTwice } from './reported.ts';
import { cutRunaways } from './runaways.ts';
import { asksFor, type IsSelected, type Selection, selectAttempts, selects } from './select-attempts.ts';
import { Speakers } from './speakers.ts';
import { noteInsideJobs } from './tracked/inside-jobs.ts';
import { nestedIn, settleTracked } from './tracked/settle-tracked.ts';
import { noteUnnamedCluster } from './unnamed-cluster.ts';
import { noteUntoldOwners } from './untold-owners.ts';
import { dropZoneCopies } from './zone-copies.ts';

/**
 * Counts every attempt once.
 *
 * @param counts what the readers settled; the ledger's own counts are added to a copy of it
 * @throws Error when a record is not accounted for: the conservation law is checked at every run
 */
export function buildLedger(
  table: JobTable,
  counts: Reconciliation,
  diagnostics: Diagnostics,
  selection: Selection = {},
): Ledger {
  const identity = identityOf(table);
  const groups = groupRecords(table, identity);
  const {
    columns: merged,
    bridged,
    outlived,
  } = mergeGroups(table, groups, orderByOrigin(groups.heads, identity.origin));
  const all = dropZoneCopies(table, merged, identity, groups.next, diagnostics);
  const joined = joinReported(table, all, joinRuns(table, all, identity), identity.cluster);
  const isSelected = selects(table, selection);
  noteJoined(table, all, joined, isSelected, diagnostics);
  noteHiddenAttempts(table, all, joined, identity, isSelected, diagnostics);
  noteMerged(table, { bridged, outlived }, isSelected, diagnostics);
  noteUnnamedCluster(table, all, identity, isSelected, diagnostics);
  noteReportedTwice(table, all, identity, isSelected, diagnostics);
  endOvertaken(table, all, joined, isSelected, diagnostics);
  cutRunaways(table, all, groups.next, isSelected, diagnostics);
  const { nestings, ...outermost } = settleTracked({ table, next: groups.next, diagnostics }, all, joined);
  noteInsideJobs(table, outermost.attempts, isSelected, diagnostics);
  const { attempts, run, runs } = selectAttempts(outermost.attempts, outermost, isSelected);
  const { head: heads, ...columns } = attempts;
  const nested = nestedIn(attempts, nestings);
  const counted =
    attempts === all
      ? table.records
      : countRecords(heads, groups.next) +
        countRecords(
          nested.map(({ head }) => head),
          groups.next,
        );
  const ignored = table.records - counted;
  noteIgnored(ignored, diagnostics);
  noteOtherProjects(table, outermost.attempts, selection, attempts.count, diagnostics);
  noteUntoldOwners(table, outermost.attempts, selection, diagnostics);
  const reconciliation = {
    ...counts,
    attempts: attempts.count,
    duplicates: counted - attempts.count - nested.length,
    nested: counts.nested + nested.length,
    ignored: counts.ignored + ignored,
  };
  const missing = unaccounted(reconciliation);
  if (missing !== 0) throw new Error(`${missing} records are not accounted for: ${JSON.stringify(reconciliation)}`);
  return { table, ...columns, run, runs, nested, reconciliation };
}

function countRecords(heads: Iterable<number>, next: Int32Array): number {
  let records = 0;
  for (const head of heads) for (let row = head; row !== -1; row = next[row] as number) records++;
  return records;
}

function mergeGroups(
  table: JobTable,
  { heads, next }: RecordGroups,
  order: Uint32Array,
): { columns: AttemptColumns; bridged: number[]; outlived: number[] } {
  const [bridged, outlived]: [number[], number[]] = [[], []];
  const columns = attemptColumns(order.length);
  const speakers = new Speakers(table);
  for (let attempt = 0; attempt < order.length; attempt++) {
    const head = heads[order[attempt] as number] as number;
    columns.head[attempt] = head;
    if (next[head] === -1) setSoleRecord(columns, attempt, table, head);
    else {
      const merged = mergeRecords(table, firstHandAmong(table, chain(head, next)), speakers);
      setMerged(columns, attempt, merged);
      if (merged.bridged > 0) bridged.push(merged.row);
      if (merged.isOutlived) outlived.push(merged.row);
    }
  }
  return { columns, bridged, outlived };
}

function chain(head: number, next: Int32Array): number[] {
  const rows: number[] = [];
  for (let row = head; row !== -1; row = next[row] as number) rows.push(row);
  return rows.sort((a, b) => a - b);
}

const OUTLIVED =
  'attempts that one export has still running after the end that another tells, as jobs that the cluster had lost: the end counts, and what the other has beyond it does not';
const CLIPPED = 'parts of resized jobs whose printed start is that of the whole job: counted from the resize on';
const LATE =
  'attempts that seem to begin up to an hour before they were submitted, on a night on which clocks went back: they count as long as the log says. If they are parts of resized jobs, the time before the resize is in it too: export with --duplicates to have the other part';
const SHRUNK =
  'parts of resized jobs that kept fewer nodes and are printed with as many GPUs as before: counted in proportion to the nodes';
const UNSURE =
  'parts of resized jobs with as many GPUs as before and no nodes to tell by: Slurm 20.11 prints those from before. Export again with NodeList';
const SHIFTED =
  'attempts that stand in two files at times whole quarters of an hour apart, as if written in different zones: counted twice. Say --timezone for the logs with local times, or leave one file out';

function noteJoined(
  table: JobTable,
  { row }: AttemptColumns,
  { clipped, late, shrunk, unsure, shifted }: Runs,
  isSelected: IsSelected,
  diagnostics: Diagnostics,
): void {
  const selected = (attempts: readonly number[]): number[] =>
    attempts.map((attempt) => row[attempt] as number).filter(isSelected);
  for (const at of selected(clipped)) diagnostics.note('slurm-resized', 'info', CLIPPED, table.place(at));
  for (const at of selected(late)) diagnostics.note('submitted-late', 'warning', LATE, table.place(at));
  for (const at of selected(shrunk)) diagnostics.note('slurm-resized-gpus', 'warning', SHRUNK, table.place(at));
  for (const at of selected(unsure)) diagnostics.note('slurm-resized-unsure', 'warning', UNSURE, table.place(at));
  for (const at of selected(shifted)) diagnostics.note('zones-differ', 'warning', SHIFTED, table.place(at));
}

const BRIDGED =
  'attempts that ran in one export and go on at the edge of the window of a later one (sacct --truncate): the time between, which is in none, is counted';

function noteMerged(
  table: JobTable,
  { bridged, outlived }: { readonly bridged: readonly number[]; readonly outlived: readonly number[] },
  isSelected: IsSelected,
  diagnostics: Diagnostics,
): void {
  for (const row of bridged.filter(isSelected))
    diagnostics.note('slurm-gap-counted', 'info', BRIDGED, table.place(row));
  for (const row of outlived.filter(isSelected))
    diagnostics.note('ended-before', 'warning', OUTLIVED, table.place(row));
}

function noteIgnored(records: number, diagnostics: Diagnostics): void {
  if (records === 0) return;
  const message = 'job records outside --since, --until, --user, --account or the project';
  diagnostics.note('not-selected', 'info', message, undefined, records);
}

function noteOtherProjects(
  table: JobTable,
  { row }: AttemptColumns,
  selection: Selection,
  selected: number,
  diagnostics: Diagnostics,
): void {
  if (selection.project === undefined) return;
  const isAskedFor = asksFor(table, selection);
  const left = row.reduce((count, at) => count + Number(isAskedFor(at)), 0) - selected;
  const message = 'attempts of other projects, left out by what the configuration says under projects';
  diagnostics.note('other-projects', 'info', message, undefined, left);
}
