import { Diagnostics, type Reject } from '../model/diagnostic.ts';
import { type InputFile, JobTable } from '../model/job-table.ts';
import { emptyReconciliation, type Reconciliation } from '../model/reconciliation.ts';
import type { FoundFile } from './files.ts';
import type { LoneSteps } from './lone-steps.ts';
import { crc32, gunzip } from './read-file.ts';
import type { ColumnUse, LogSettings, Sink } from './source.ts';

/** Everything that was read, before any of it is counted. */
export interface Intake {
  readonly table: JobTable;
  readonly inputs: readonly InputFile[];
  /** What readers settled; `attempts` and `duplicates` are the ledger's to fill. `records` is the count of all. */
  readonly counts: Reconciliation;
  readonly rejects: readonly Reject[];
  readonly diagnostics: Diagnostics;
  /** What columns were taken for, by path of the file. */
  readonly columns: ReadonlyMap<string, readonly ColumnUse[]>;
  /** How sure the source of a file was of it, 0 to 1, by path. Files of run directories are not here. */
  readonly sureness: ReadonlyMap<string, number>;
  /** Whether a time was read that carried no zone, and was taken to be in the zone of the options. */
  readonly usedZone: boolean;
}

/** Rejected records kept with their text; the rest are counted only, since a hostile file could have any number. */
const MOST_REJECTS = 100_000;

/** Name of the source that reads tables of jobs. */
const TABLE = 'table';

/** Turn local epoch seconds into UTC ones: of tables of jobs, and of all other logs. */
export interface Zones {
  readonly table: (local: number) => number;
  readonly others: (local: number) => number;
}

/** Everything that was read so far. */
export class Intaking implements Intake {
  readonly table = new JobTable();
  readonly inputs: InputFile[] = [];
  readonly counts = emptyReconciliation();
  readonly rejects: Reject[] = [];
  readonly diagnostics = new Diagnostics();
  /** By path, for files that have columns. */
  readonly columns = new Map<string, readonly ColumnUse[]>();
  readonly sureness = new Map<string, number>();
  /** Steps of jobs that are not in their file: perhaps in another. */
  readonly loneSteps: LoneSteps[] = [];
  usedZone = false;
  readonly #zones: Zones;
  readonly settings: LogSettings;

  constructor(zones: Zones, settings: LogSettings) {
    this.#zones = zones;
    this.settings = settings;
  }

  noteUnreadable(file: string, reason: string): void {
    const message = `files and folders that could not be read to the end (${reason}); what came before counts`;
    this.diagnostics.note('file-unreadable', 'error', message, { file, line: 0 });
  }

  /** @param lack of a file that looks like a table of jobs: what keeps it from being read */
  noteUnknown(file: string, lack?: string): void {
    if (lack !== undefined) {
      this.diagnostics.note('table-unread', 'warning', lack, { file, line: 1 });
      return;
    }
    const message = 'files that are no log of a known kind, left out';
    this.diagnostics.note('file-unknown', 'info', message, { file, line: 0 });
  }

  /** A file that may hold logs which cannot be seen as it is. @param remedy what it is, and what to do */
  noteHidden(file: string, rule: string, remedy: string): void {
    this.diagnostics.note(rule, 'warning', `files left out: ${remedy}`, { file, line: 0 });
  }

  addInput(file: FoundFile, source: string, sha256: string, records: number): void {
    this.inputs.push({ path: file.shown, source, sha256, bytes: file.bytes, records });
    this.counts.records += records;
  }

  /** What the readers of a file write into, and how many records they did. */
  sinkOf(path: string, source: string): { sink: Sink; records: () => number } {
    const { table, diagnostics, counts, rejects } = this;
    const rowsBefore = table.length;
    let settled = 0;
    const sink: Sink = {
      table,
      diagnostics,
      path,
      file: table.addFile(path, source),
      toUtc: this.#toUtc(source),
      settings: this.settings,
      gunzip,
      crc32,
      settle: (as, count = 1) => {
        counts[as] += count;
        settled += count;
      },
      loneSteps: (job, line) => this.loneSteps.push({ job, file: path, line }),
      describe: (columns) => this.columns.set(path, columns),
      reject: (reject) => {
        counts.rejected++;
        settled++;
        if (rejects.length < MOST_REJECTS) rejects.push({ ...reject, file: path, text: structuredClone(reject.text) });
        const place = { file: path, line: reject.line };
        diagnostics.note(reject.rule, 'error', `records set aside: ${reject.reason}`, place);
      },
    };
    return { sink, records: () => settled + table.length - rowsBefore };
  }

  #toUtc(source: string): (local: number) => number {
    if (source === TABLE && this.settings.tableZone !== undefined) return this.#zones.table;
    return (local) => {
      this.usedZone = true;
      return this.#zones.others(local);
    };
  }
}
