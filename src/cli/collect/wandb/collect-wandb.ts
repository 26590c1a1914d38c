import { AppError } from '../../../errors.ts';
import type { NotingProgress } from '../../progress.ts';
import { findApiKey, type KeyPlaces } from './api-key.ts';
import { collectRuns } from './collect-runs.ts';
import { MetadataFiles } from './metadata.ts';
import { RunFiles } from './run-files.ts';
import { RunPages } from './run-pages.ts';
import { METADATA_FILE, RUN, SWEEP, UnknownFields } from './selection.ts';
import { Server, type Surroundings as ServerSurroundings } from './server.ts';
import { Sweeps } from './sweeps.ts';
import { WandbCollection } from './wandb-collection.ts';
import { type CollectWandbOptions, directoryFor, pageSizeOf, projectOf, serverOf, spanOf } from './wandb-options.ts';
import { summaryOf } from './wandb-summary.ts';

/** What the command line knows: the time, chance, the environment, and where to show how far it is. */
export interface Surroundings extends Omit<ServerSurroundings, 'note'>, KeyPlaces {
  readonly progress: NotingProgress;
  /** Shows a line that is no error: stderr. */
  readonly warn: (line: string) => void;
}

/**
 * Asks a server of Weights & Biases for the runs of a project and saves them. Gives the summary.
 *
 * @param path `ENTITY/PROJECT`
 * @throws AppError when an option is wrong, there is no key, the server cannot be asked, or the directory holds something else
 */
export async function collectWandb(
  path: string,
  options: CollectWandbOptions,
  surroundings: Surroundings,
): Promise<string> {
  const { environment, progress } = surroundings;
  const project = projectOf(path);
  const [base, pageSize] = [serverOf(options, environment), pageSizeOf(options)];
  const directory = options.out ?? directoryFor(project);
  const now = surroundings.now();
  const collection = await WandbCollection.open(directory, base, project, now);
  const span = spanOf(options, collection.since, now);
  const key = await findApiKey(surroundings, base);
  const unknown = new UnknownFields([...RUN, METADATA_FILE], SWEEP);
  const server = new Server(base, key, unknown, { ...surroundings, note: progress.note });
  const metadata = options.metadata === false ? undefined : new MetadataFiles(server, surroundings.patience);
  try {
    const files = await RunFiles.open(directory, project, key);
    collection.ask(span, now);
    const pages = new RunPages(server, project, unknown);
    const sweeps = new Sweeps(server, project, unknown);
    const asking = { collection, files, pages, sweeps, metadata, span, pageSize, onProgress: progress.update };
    const collected = await collectRuns(asking);
    return summaryOf(asking, collected);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new AppError({ code: 'cannot-write', path: directory, reason: error.message });
  } finally {
    progress.stop();
    if (unknown.names.length > 0) surroundings.warn(`${base.host} does not know ${unknown.names.join(', ')}: left out`);
    for (const complaint of server.complaints) surroundings.warn(`${base.host}: ${complaint}`);
  }
}
