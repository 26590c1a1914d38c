import type { Diagnostics, Reject } from '../model/diagnostic.ts';
import type { JobTable } from '../model/job-table.ts';
import type { RecordClass } from '../model/reconciliation.ts';
import type { TableSettings } from './csv/table/layout.ts';

/** The classes of records that a reader settles by itself; the ledger settles the rest. */
type SettledClass = Extract<RecordClass, 'steps' | 'arrayRemainders' | 'ignored'>;

/** The GPUs of some machines, as the user knows them. */
export interface HardwareRule {
  /** A host list: `gpu[01-04]`. */
  readonly nodes?: string | undefined;
  readonly partition?: string | undefined;
  /** Model by any name that the hardware table knows. */
  readonly gpu: string;
  /** GPUs of one node, for logs that do not count GPUs. */
  readonly gpusPerNode?: number | undefined;
}

/** What the user says of logs that do not say it themselves. */
export interface LogSettings {
  /** Columns of `sacct` output without a header, in order. */
  readonly slurmColumns?: readonly string[];
  readonly hardware?: readonly HardwareRule[];
  readonly table?: TableSettings;
  /** IANA zone of times in tables of jobs that carry none, where it is not that of the other logs. */
  readonly tableZone?: string;
  /** Name of the metric by which runs are compared: of runs that log it, how it went is read too. */
  readonly metric?: string;
}

/** A column of a file, and what it was taken for: `duration, seconds`; empty for one that is not used. */
export interface ColumnUse {
  readonly header: string;
  readonly use: string;
}

/** What a reader of one file writes into. */
export interface Sink {
  readonly table: JobTable;
  /** Index of the file in the table. */
  readonly file: number;
  readonly path: string;
  readonly diagnostics: Diagnostics;
  /** Counts records that are read but are no job of their own. */
  settle(as: SettledClass, count?: number): void;
  /** Tells of steps, from this line on, of a job whose row is not in the file. */
  loneSteps(job: string, line: number): void;
  /** Sets a record aside: it will stand in rejects.csv. */
  reject(reject: Omit<Reject, 'file'>): void;
  /** Says what the columns of the file were taken for, for those who look into how it was read. */
  describe(columns: readonly ColumnUse[]): void;
  readonly settings: LogSettings;
  /** Decompresses gzip that a log holds within it; undefined when it is damaged. */
  readonly gunzip: (bytes: Uint8Array) => Uint8Array | undefined;
  /** CRC-32 of IEEE 802.3. */
  readonly crc32: (bytes: Uint8Array) => number;
  /** Turns a local time (epoch seconds as if it were UTC) into epoch seconds, in the zone of the logs. */
  readonly toUtc: (local: number) => number;
}

/** Reads one file, fed in blocks of bytes as they come. */
export interface Reader {
  feed(bytes: Uint8Array): void;
  /** Called once after the last block. */
  end(): void;
}

/** A kind of log. One folder in `ingest/` and one line in the registry. */
export interface Source {
  /** Stable name, used in `inputs[].source` and `jobs.csv`: `slurm-sacct`. */
  readonly name: string;
  /**
   * How sure it is, 0 to 1, that a file whose first bytes are `head` (up to 64 KiB, decompressed) is of this kind. Judged by
   * content, and by what the user says of columns; the name of the file does not count.
   */
  sniff(head: string, settings?: LogSettings): number;
  read(head: string, sink: Sink): Reader;
}

/** Files that are read together, in this order: the log of one run, spread over its directory. */
export interface Unit {
  /** Indices into the paths that were gathered from. */
  readonly files: readonly number[];
  /** The one of them that records of the unit are said to stand in. */
  readonly main: number;
}

/** Reads one unit: each of its files in turn, then the whole. */
export interface UnitReader {
  /** @param index of the file among those of the unit */
  open(index: number): Reader;
  /** Called once, after the last file. */
  end(): void;
}

/** What a source of directories takes of all files that were found. */
export interface Gathered {
  readonly units: readonly Unit[];
  /** Files that belong to such a directory and say nothing of what it cost: they are not read. */
  readonly unread: readonly number[];
  /** Begins a unit; called in the order of {@link units}. */
  read(unit: number, sink: Sink): UnitReader;
}

/** A kind of log that keeps each run in a directory of several files. One folder in `ingest/` and one line in the registry. */
export interface DirectorySource {
  /** Stable name, used in `inputs[].source` and `jobs.csv`: `wandb-run`. */
  readonly name: string;
  /** Takes its files out of all that were found, by their paths: a name alone says what a small file of such a directory is. */
  gather(paths: readonly string[]): Gathered;
}
