import { AppError } from '../../errors.ts';
import { findFiles } from '../../ingest/files.ts';
import { type Intake, ingest } from '../../ingest/ingest.ts';
import { DIRECTORY_SOURCES } from '../../ingest/registry.ts';
import type { ColumnUse, LogSettings } from '../../ingest/source.ts';
import type { Diagnostic, Reject } from '../../model/diagnostic.ts';
import type { JobTable } from '../../model/job-table.ts';

/** What one file was read as. Times are epoch seconds, NaN where there are none. */
export interface FileReading {
  readonly path: string;
  /** Name of the source; empty when the file is no log, or cannot be read. */
  readonly source: string;
  readonly bytes: number;
  readonly records: number;
  readonly jobs: number;
  readonly rejected: number;
  readonly columns: readonly ColumnUse[];
  readonly samples: readonly SampleJob[];
  readonly rejects: readonly Reject[];
  readonly diagnostics: readonly Diagnostic[];
  readonly from: number;
  readonly to: number;
  readonly users: readonly string[];
  readonly clusters: readonly string[];
  /** Why nothing of it can be used, and what to do. */
  readonly problem?: AppError;
}

/** A job as it was understood. */
export interface SampleJob {
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly start: number;
  readonly wallSeconds: number;
  readonly gpus: number;
  readonly gpuTypes: string;
}

const SAMPLES = 3;
const REJECTS = 5;

/** What a user may say of the logs, as for a report. */
export interface InspectOptions {
  readonly zone: string;
  readonly settings: LogSettings;
}

/**
 * Reads each file by itself and says what was made of it. Runs that are directories of files stand together as one entry a source.
 *
 * @throws AppError when a path is missing
 */
export async function inspectFiles(paths: readonly string[], options: InspectOptions): Promise<FileReading[]> {
  const { files } = await findFiles(paths);
  const shown = files.map((file) => file.shown);
  const taken = new Set<number>();
  const readings: FileReading[] = [];
  for (const source of DIRECTORY_SOURCES) {
    const { units, unread } = source.gather(shown);
    for (const index of [...unread, ...units.flatMap((unit) => unit.files)]) taken.add(index);
    if (units.length > 0) readings.push(await readDirectories(paths, source.name, options));
  }
  for (const [index, file] of files.entries()) {
    if (!taken.has(index)) readings.push(await readAlone(file.path, file.shown, file.bytes, options));
  }
  return readings;
}

const NOTHING = {
  ...{ source: '', records: 0, jobs: 0, rejected: 0, columns: [], samples: [], rejects: [], diagnostics: [] },
  ...{ from: Number.NaN, to: Number.NaN, users: [], clusters: [] },
};

async function readAlone(path: string, shown: string, bytes: number, options: InspectOptions): Promise<FileReading> {
  try {
    const intake = await ingest([path], options);
    const [input] = intake.inputs;
    return { ...summed(intake, () => true), path: shown, source: input?.source ?? '', bytes };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const isNoLog = error.context.code === 'no-logs';
    return { ...NOTHING, path: shown, bytes, ...(isNoLog ? {} : { problem: error }) };
  }
}

/** All run directories of a source together. */
async function readDirectories(
  paths: readonly string[],
  source: string,
  options: InspectOptions,
): Promise<FileReading> {
  try {
    const intake = await ingest(paths, options);
    const own = intake.inputs.filter((input) => input.source === source);
    const bytes = own.reduce((sum, input) => sum + input.bytes, 0);
    const isOwn = (row: number): boolean => intake.table.sources[intake.table.file.at(row)] === source;
    const records = own.reduce((sum, input) => sum + input.records, 0);
    const found = summed(intake, isOwn);
    const diagnostics = found.diagnostics.filter(({ rule }) => rule.startsWith('wandb-'));
    return {
      ...found,
      records,
      rejected: 0,
      rejects: [],
      diagnostics,
      path: `${own.length} files of runs`,
      source,
      bytes,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...NOTHING, path: 'files of runs', source, bytes: 0, problem: error };
  }
}

type Summed = Omit<FileReading, 'path' | 'source' | 'bytes'>;

function summed({ table, counts, rejects, diagnostics, columns }: Intake, isOwn: (row: number) => boolean): Summed {
  const rows = Array.from({ length: table.records }, (_, row) => row).filter(isOwn);
  const named = (text: (row: number) => string): string[] => [...new Set(rows.map(text))].filter(Boolean).sort();
  let [from, to] = [Number.NaN, Number.NaN];
  for (const row of rows) {
    const [start, end] = [table.start.at(row), table.end.at(row)];
    if (!(start >= from)) from = Number.isNaN(start) ? from : start;
    if (!(end <= to)) to = Number.isNaN(end) ? to : end;
  }
  return {
    records: counts.records,
    jobs: rows.length,
    rejected: counts.rejected,
    columns: [...columns.values()][0] ?? [],
    samples: rows.slice(0, SAMPLES).map((row) => sampleOf(table, row)),
    rejects: rejects.slice(0, REJECTS),
    diagnostics: diagnostics.list(),
    ...{ from, to },
    users: named((row) => table.user.at(row)),
    clusters: named((row) => table.cluster.at(row)),
  };
}

const sampleOf = (table: JobTable, row: number): SampleJob => ({
  line: table.line.at(row),
  id: table.jobId.copyAt(row),
  name: table.name.copyAt(row),
  state: table.stateAt(row),
  start: table.start.at(row),
  wallSeconds: table.elapsed.at(row),
  gpus: table.gpus.at(row),
  gpuTypes: table.gpuTypes.at(row),
});
