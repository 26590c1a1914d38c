import { AppError } from '../errors.ts';
import { Diagnostics, type Reject } from '../model/diagnostic.ts';
import { type InputFile, JobTable } from '../model/job-table.ts';
import { emptyReconciliation, type Reconciliation } from '../model/reconciliation.ts';
import { applyHardware } from './apply-hardware.ts';
import { type FoundFile, findFiles, gunzip, readFile } from './files.ts';
import { recognise } from './registry.ts';
import type { LogSettings, Reader, Sink, Source } from './source.ts';
import { zoneConverter } from './timestamp.ts';

/** Everything that was read, before any of it is counted. */
export interface Intake {
  readonly table: JobTable;
  readonly inputs: readonly InputFile[];
  /** What readers settled; `attempts` and `duplicates` are the ledger's to fill. `records` is the count of all. */
  readonly counts: Reconciliation;
  readonly rejects: readonly Reject[];
  readonly diagnostics: Diagnostics;
  /** Whether a time was read that carried no zone, and was taken to be in the zone of the options. */
  readonly usedZone: boolean;
}

export interface IngestOptions {
  /** IANA zone of times that carry none. */
  readonly zone: string;
  readonly settings?: LogSettings;
  /** Told now and then how many bytes of how many were read. */
  readonly onProgress?: (done: number, total: number) => void;
}

const HEAD_BYTES = 65_536;

/** Rejected records kept with their text; the rest are counted only, since a hostile file could have any number. */
const MOST_REJECTS = 100_000;

/**
 * Reads all logs under the paths into one table.
 *
 * @throws AppError when a path is missing, no file is a log, or the zone is not known
 */
export async function ingest(paths: readonly string[], options: IngestOptions): Promise<Intake> {
  if (paths.length === 0) throw new AppError({ code: 'no-input', paths });
  const { files, unreadable } = await findFiles(paths);
  const intake = new Intaking(knownZone(options.zone), options.settings ?? {});
  for (const { shown, reason } of unreadable) intake.noteUnreadable(shown, reason);
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  for (const file of files) {
    await intake.read(file, (bytes) => {
      done += bytes;
      options.onProgress?.(done, total);
    });
  }
  applyHardware(intake.table, options.settings?.hardware ?? [], intake.diagnostics);
  if (intake.inputs.length === 0) throw new AppError({ code: 'no-logs', paths, filesSeen: files.length });
  return intake;
}

function knownZone(zone: string): (local: number) => number {
  try {
    return zoneConverter(zone);
  } catch {
    throw new AppError({ code: 'unknown-zone', name: zone });
  }
}

class Intaking implements Intake {
  readonly table = new JobTable();
  readonly inputs: InputFile[] = [];
  readonly counts = emptyReconciliation();
  readonly rejects: Reject[] = [];
  readonly diagnostics = new Diagnostics();
  usedZone = false;
  readonly #toUtc: (local: number) => number;
  readonly #settings: LogSettings;

  constructor(toUtc: (local: number) => number, settings: LogSettings) {
    this.#toUtc = (local) => {
      this.usedZone = true;
      return toUtc(local);
    };
    this.#settings = settings;
  }

  noteUnreadable(file: string, reason: string): void {
    const message = `files and folders that could not be read to the end (${reason}); what came before counts`;
    this.diagnostics.note('file-unreadable', 'error', message, { file, line: 0 });
  }

  async read(file: FoundFile, onProgress: (bytes: number) => void): Promise<void> {
    const reading = new FileReading(this, file, { toUtc: this.#toUtc, settings: this.#settings });
    let sha256 = '';
    try {
      ({ sha256 } = await readFile(file.path, (block) => reading.feed(block), onProgress));
    } catch (error) {
      if (!isReadFailure(error)) throw error;
      this.noteUnreadable(file.shown, error.message);
    }
    const { source, records } = reading.end();
    if (source !== undefined) {
      this.inputs.push({ path: file.shown, source: source.name, sha256, bytes: file.bytes, records });
    } else {
      const message = 'files that are no log of a known kind, left out';
      this.diagnostics.note('file-unknown', 'info', message, { file: file.shown, line: 0 });
    }
  }
}

/** Errors of the file system and of zlib carry a code; ours do not, and zstd's absence is said in words. */
const isReadFailure = (error: unknown): error is Error =>
  error instanceof Error && ('code' in error || error.message.startsWith('zstd'));

/** One file while it is read: its first 64 KiB decide the source, then its bytes go to that source's reader. */
class FileReading {
  readonly #intake: Intaking;
  readonly #file: FoundFile;
  readonly #shared: Pick<Sink, 'toUtc' | 'settings'>;
  #head = new Uint8Array(0);
  #source: Source | undefined;
  #reader: Reader | undefined;
  #decided = false;
  #settled = 0;
  #rowsBefore = 0;

  constructor(intake: Intaking, file: FoundFile, shared: Pick<Sink, 'toUtc' | 'settings'>) {
    this.#intake = intake;
    this.#file = file;
    this.#shared = shared;
    this.#rowsBefore = intake.table.length;
  }

  feed(block: Uint8Array): void {
    if (this.#decided) {
      this.#reader?.feed(block);
      return;
    }
    const head = new Uint8Array(this.#head.length + block.length);
    head.set(this.#head);
    head.set(block, this.#head.length);
    this.#head = head;
    if (head.length >= HEAD_BYTES) this.#decide();
  }

  end(): { source: Source | undefined; records: number } {
    if (!this.#decided) this.#decide();
    this.#reader?.end();
    const records = this.#settled + this.#intake.table.length - this.#rowsBefore;
    this.#intake.counts.records += records;
    return { source: this.#source, records };
  }

  #decide(): void {
    this.#decided = true;
    const head = new TextDecoder().decode(this.#head.subarray(0, HEAD_BYTES));
    this.#source = recognise(head);
    this.#reader = this.#source?.read(head, this.#sink(this.#source));
    this.#reader?.feed(this.#head);
    this.#head = new Uint8Array(0);
  }

  #sink(source: Source): Sink {
    const { table, diagnostics, counts, rejects } = this.#intake;
    const path = this.#file.shown;
    return {
      table,
      diagnostics,
      path,
      file: table.addFile(path, source.name),
      ...this.#shared,
      gunzip,
      settle: (as, count = 1) => {
        counts[as] += count;
        this.#settled += count;
      },
      reject: (reject) => {
        counts.rejected++;
        this.#settled++;
        if (rejects.length < MOST_REJECTS) rejects.push({ ...reject, file: path, text: structuredClone(reject.text) });
        diagnostics.note(reject.rule, 'error', `records set aside: ${reject.reason}`, {
          file: path,
          line: reject.line,
        });
      },
    };
  }
}
