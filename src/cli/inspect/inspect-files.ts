import { AppError } from '../../errors.ts';
import { type FoundFile, findFiles } from '../../ingest/files.ts';
import { type IngestOptions, type Intake, ingestFiles } from '../../ingest/ingest.ts';
import { DIRECTORY_SOURCES } from '../../ingest/registry.ts';
import { WANDB } from '../../model/tracked-run.ts';
import { adviceOn } from './advice.ts';
import { coverageOf } from './coverage.ts';
import type { FileReading } from './file-reading.ts';
import { groupRejects } from './group-rejects.ts';
import { readOtherTable } from './other-table.ts';
import { sampleOf } from './sample-job.ts';

const SAMPLES = 3;

/**
 * Reads each file by itself and says what was made of it. Runs that are directories of files stand together as one entry a source.
 *
 * @throws AppError when a path is missing
 */
export async function inspectFiles(paths: readonly string[], options: IngestOptions): Promise<FileReading[]> {
  if (paths.length === 0) throw new AppError({ code: 'no-input', paths });
  const { files, unreadable } = await findFiles(paths);
  const taken = new Set<number>();
  const readings: FileReading[] = [];
  for (const { name, gather } of DIRECTORY_SOURCES) {
    const { units, unread } = gather(files.map((file) => file.shown));
    const own = new Set([...unread, ...units.flatMap((unit) => unit.files)]);
    for (const index of own) taken.add(index);
    if (units.length === 0) continue;
    const ownFiles = files.filter((_, index) => own.has(index));
    readings.push(await readTogether(ownFiles, `${units.length} run directories`, name, options));
  }
  for (const [index, file] of files.entries()) {
    if (!taken.has(index)) readings.push(await readTogether([file], file.shown, '', options));
  }
  const damaged = unreadable.map(({ shown, reason }) => ({
    ...NOTHING,
    path: shown,
    bytes: 0,
    problem: `cannot be read: ${reason}`,
  }));
  return [...readings, ...damaged];
}

const NOTHING: Omit<FileReading, 'path' | 'bytes'> = {
  ...{ source: '', sure: Number.NaN, records: 0, jobs: 0, rejected: 0, choices: [] },
  ...{ columns: [], samples: [], rejects: [], diagnostics: [], advice: [] },
  ...{ from: Number.NaN, to: Number.NaN, gaps: [], users: [], clusters: [], partitions: [] },
};

/** @param name of the source, for files that belong together; empty for one that is to be recognised */
async function readTogether(
  files: readonly FoundFile[],
  path: string,
  name: string,
  options: IngestOptions,
): Promise<FileReading> {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  try {
    const intake = await ingestFiles(files, options);
    const source = name || intake.inputs[0]?.source;
    if (source !== undefined) return { ...readingOf(intake, source), path, bytes };
    return { ...NOTHING, path, bytes, ...readOtherTable(files[0] as FoundFile) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...NOTHING, path, bytes, ...questionIn(error, path) };
  }
}

/** What keeps a file from being read, without the path that stands above it. */
function questionIn({ message, context }: AppError, path: string): Pick<FileReading, 'problem' | 'choices'> {
  if (context.code !== 'table-open') return { problem: message.replace(`${path}: `, ''), choices: [] };
  const { what, readings, choices } = context;
  const problem = `${what} can be read as ${readings.join(' or as ')}, and nothing in the table decides`;
  return { problem, choices };
}

function readingOf(intake: Intake, source: string): Omit<FileReading, 'path' | 'bytes'> {
  const { table, counts, rejects, diagnostics, columns, sureness } = intake;
  const rows = Array.from({ length: table.records }, (_, row) => row);
  const named = (text: (row: number) => string): string[] => [...new Set(rows.map(text))].filter(Boolean).sort();
  const rejecting = new Set(rejects.map(({ rule }) => rule));
  return {
    source,
    sure: [...sureness.values()][0] ?? 1,
    records: counts.records,
    jobs: table.records,
    rejected: counts.rejected,
    columns: [...columns.values()][0] ?? [],
    samples: rows.slice(0, SAMPLES).map((row) => sampleOf(table, row)),
    rejects: groupRejects(rejects, counts.rejected),
    diagnostics: diagnostics.list().filter(({ rule }) => !rejecting.has(rule)),
    ...coverageOf(table),
    users: named((row) => table.user.at(row)),
    clusters: named((row) => table.cluster.at(row)).filter((name) => name !== WANDB),
    partitions: named((row) => table.partition.at(row)),
    advice: adviceOn(table, source, [...columns.values()][0] ?? []),
    choices: [],
  };
}
