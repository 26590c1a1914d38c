import { AppError } from '../errors.ts';
import { applyHardware } from './apply-hardware.ts';
import { FileReading } from './file-reading.ts';
import { type FoundFile, findFiles, type Unreadable } from './files.ts';
import { type Intake, Intaking } from './intaking.ts';
import { noteLoneSteps } from './lone-steps.ts';
import { readFile } from './read-file.ts';
import { DIRECTORY_SOURCES } from './registry.ts';
import type { Gathered, LogSettings } from './source.ts';
import { zoneConverter } from './timestamp.ts';

export type { Intake } from './intaking.ts';

export interface IngestOptions {
  /** IANA zone of times that carry none. */
  readonly zone: string;
  readonly settings?: LogSettings;
  /** Told now and then how many bytes of how many were read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads all logs under the paths into one table.
 *
 * @throws AppError when a path is missing, no file is a log, or the zone is not known
 */
export async function ingest(paths: readonly string[], options: IngestOptions): Promise<Intake> {
  if (paths.length === 0) throw new AppError({ code: 'no-input', paths });
  const { files, unreadable } = await findFiles(paths);
  const intake = await ingestFiles(files, options, unreadable);
  if (intake.inputs.length === 0) throw new AppError({ code: 'no-logs', paths, filesSeen: files.length });
  return intake;
}

/** The same for files that were found already: of those that are no log nothing is read. */
export async function ingestFiles(
  files: readonly FoundFile[],
  options: IngestOptions,
  unreadable: readonly Unreadable[] = [],
): Promise<Intake> {
  const { tableZone = options.zone } = options.settings ?? {};
  const zones = { table: knownZone(tableZone), others: knownZone(options.zone) };
  const intake = new Intaking(zones, options.settings ?? {});
  for (const { shown, reason } of unreadable) intake.noteUnreadable(shown, reason);
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  const onProgress = (bytes: number): void => {
    done += bytes;
    options.onProgress?.(done, total);
  };
  for (const file of await readDirectories(intake, files, onProgress)) await readAlone(intake, file, onProgress);
  noteLoneSteps(intake.table, intake.loneSteps, intake.diagnostics);
  applyHardware(intake.table, options.settings?.hardware ?? [], intake.diagnostics);
  return intake;
}

function knownZone(zone: string): (local: number) => number {
  try {
    return zoneConverter(zone);
  } catch {
    throw new AppError({ code: 'unknown-zone', name: zone });
  }
}

type OnProgress = (bytes: number) => void;

/** Reads the logs that are directories of several files. @returns the other files */
async function readDirectories(
  intake: Intaking,
  files: readonly FoundFile[],
  onProgress: OnProgress,
): Promise<readonly FoundFile[]> {
  let left = files;
  for (const source of DIRECTORY_SOURCES) {
    const gathered = source.gather(left.map(({ shown }) => shown));
    for (let unit = 0; unit < gathered.units.length; unit++) {
      await readUnit(intake, source.name, left, gathered, unit, onProgress);
    }
    const taken = new Set([...gathered.unread, ...gathered.units.flatMap((unit) => unit.files)]);
    for (const index of gathered.unread) onProgress((left[index] as FoundFile).bytes);
    left = left.filter((_, index) => !taken.has(index));
  }
  return left;
}

/** Files one after the other, so that few are open however many there are. */
async function readUnit(
  intake: Intaking,
  source: string,
  all: readonly FoundFile[],
  gathered: Gathered,
  index: number,
  onProgress: OnProgress,
): Promise<void> {
  const { files, main } = gathered.units[index] as Gathered['units'][number];
  const { sink, records } = intake.sinkOf((all[main] as FoundFile).shown, source);
  const reader = gathered.read(index, sink);
  const digests: string[] = [];
  for (const [place, at] of files.entries()) {
    const part = reader.open(place);
    digests.push(await digestOf(intake, all[at] as FoundFile, (block) => part.feed(block), onProgress));
    part.end();
  }
  reader.end();
  for (const [place, at] of files.entries()) {
    intake.addInput(all[at] as FoundFile, source, digests[place] as string, at === main ? records() : 0);
  }
}

/** Reads a file that is a log by itself. */
async function readAlone(intake: Intaking, file: FoundFile, onProgress: OnProgress): Promise<void> {
  const reading = new FileReading(intake, file);
  const sha256 = await digestOf(intake, file, (block) => reading.feed(block), onProgress);
  const { source, records, isNoted, lack } = reading.end();
  if (isNoted) return;
  if (source === undefined) intake.noteUnknown(file.shown, lack);
  else intake.addInput(file, source.name, sha256, records);
}

/** SHA-256 of a file that is read block by block; empty when it could not be read to the end, which is noted. */
async function digestOf(
  intake: Intaking,
  file: FoundFile,
  onBlock: (block: Uint8Array) => void,
  onProgress: OnProgress,
): Promise<string> {
  try {
    return (await readFile(file.path, onBlock, onProgress)).sha256;
  } catch (error) {
    if (!isReadFailure(error)) throw error;
    intake.noteUnreadable(file.shown, error.message);
    return '';
  }
}

/** Errors of the file system and of zlib carry a code; ours do not, and zstd's absence is said in words. */
const isReadFailure = (error: unknown): error is Error =>
  error instanceof Error && ('code' in error || error.message.startsWith('zstd'));
