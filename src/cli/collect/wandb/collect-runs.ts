import { AppError } from '../../../errors.ts';
import type { MetadataFiles } from './metadata.ts';
import { PageSize } from './page-size.ts';
import type { AnsweredRun, RunFiles, SavedRun } from './run-files.ts';
import { createdIn, type NamedRun, named, type RunPages, type RunsPage } from './run-pages.ts';
import { LIGHT_RUN, RUN } from './selection.ts';
import type { Sweeps } from './sweeps.ts';
import type { Listing, Span, WandbCollection } from './wandb-collection.ts';

/** Whom to ask for what, and where to keep it. */
export interface Collecting {
  readonly collection: WandbCollection;
  readonly files: RunFiles;
  readonly pages: RunPages;
  readonly sweeps: Sweeps;
  /** Undefined when it is not wanted. */
  readonly metadata: MetadataFiles | undefined;
  readonly span: Span;
  /** The most runs that are asked for at a time. */
  readonly pageSize: number;
  readonly onProgress: (done: number, total: number) => void;
}

/** What a call came to. */
export interface Collected {
  added: number;
  refreshed: number;
  /** Runs that were saved by an earlier call and that the server does not have any more. */
  gone: number;
  /** Runs that the server lists and did not give when asked for them. */
  missing: number;
}

/** Runs in these states change only when they are resumed, and then their heartbeat moves. */
const FINAL: ReadonlySet<string> = new Set(['finished', 'crashed', 'failed', 'killed']);

/** How many runs the light list has on a page. Our own judgement: without configuration and summary a run has 100 bytes instead of tens of thousands. */
const LIGHT_PAGE = 200;

/**
 * Saves the runs of a project. The first pass goes through all of them, oldest first, and goes on where an earlier call stopped. Once it is through, a light list of
 * all runs tells which are new, were running, or were resumed since, and those alone are asked for. The list is of all, since a run that was resumed, or moved here from
 * another project, may be older than any that is saved.
 *
 * @throws AppError when the server cannot be asked, or a file cannot be written
 */
export async function collectRuns(collecting: Collecting): Promise<Collected> {
  const collected: Collected = { added: 0, refreshed: 0, gone: 0, missing: 0 };
  if (!(await passThrough(collecting, collected))) await refresh(collecting, collected);
  return collected;
}

/** Gives true when it saw all runs within this call, and nothing is left to look at. */
async function passThrough(collecting: Collecting, collected: Collected): Promise<boolean> {
  const { collection, files } = collecting;
  const { done, cursor } = collection.listing;
  if (done) return false;
  try {
    const total = await passFrom(cursor, collecting, collected);
    return cursor === null && total <= files.runs.size;
  } catch (error) {
    const isRefused = error instanceof AppError && error.context.code === 'wandb-query-refused';
    if (cursor === null || !isRefused || collection.listing.cursor !== cursor) throw error;
    await collection.write({ ...collection.listing, cursor: null, done: true }, files.lastCreatedAt); // the cursor of an earlier call is not known any more
    return false;
  }
}

/** Gives how many runs the server counts. */
async function passFrom(start: string | null, collecting: Collecting, collected: Collected): Promise<number> {
  const { collection, files, pages, span, metadata, pageSize, onProgress } = collecting;
  const size = new PageSize(pageSize);
  for (let cursor = start; ; ) {
    const asked = {
      selection: RUN,
      withMetadata: metadata !== undefined,
      filters: createdIn(span),
      cursor,
      pages: size,
    };
    const page = await pages.ask(asked);
    const { total = 0, next } = page;
    onProgress(files.runs.size, Math.max(total, files.runs.size));
    const listing: Listing = { pages: collection.listing.pages + 1, cursor: next, done: next === null };
    await save(page, listing, collecting, collected);
    onProgress(files.runs.size, Math.max(total, files.runs.size));
    if (next === null) return total;
    cursor = next;
  }
}

/** Asks for what is new or has changed since it was saved. */
async function refresh(collecting: Collecting, collected: Collected): Promise<void> {
  const { collection, files, pages, metadata, pageSize, onProgress } = collecting;
  const listed = await listLightly(collecting);
  const stale = [...listed.values()].filter((run) => isStale(run, collecting)).map(({ name }) => name);
  collected.gone = countGone(listed, collecting);
  const size = new PageSize(pageSize);
  for (let at = 0; at < stale.length; ) {
    onProgress(at, stale.length);
    const filters = (count: number): object => named(stale.slice(at, at + count));
    const asked = { selection: RUN, withMetadata: metadata !== undefined, filters, cursor: null, pages: size };
    const page = await pages.ask(asked);
    const names = new Set(stale.slice(at, at + page.size));
    const runs = page.runs.filter(({ name }) => names.has(name));
    collected.missing += names.size - runs.length;
    await save({ ...page, runs }, collection.listing, collecting, collected);
    at += page.size;
  }
  onProgress(stale.length, stale.length);
  await collection.write(collection.listing, files.lastCreatedAt);
}

async function listLightly({ pages, span }: Collecting): Promise<Map<string, NamedRun>> {
  const listed = new Map<string, NamedRun>();
  const size = new PageSize(LIGHT_PAGE);
  for (let cursor: string | null = null; ; ) {
    const asked = { selection: LIGHT_RUN, withMetadata: false, filters: createdIn(span), cursor, pages: size };
    const { runs, next } = await pages.ask(asked);
    for (const run of runs) listed.set(run.name, run);
    if (next === null) return listed;
    cursor = next;
  }
}

function isStale({ name, state, heartbeatAt }: NamedRun, { files, collection, metadata }: Collecting): boolean {
  const saved = files.runs.get(name);
  if (saved === undefined || !FINAL.has(saved.state) || saved.state !== state) return true;
  if (typeof heartbeatAt === 'string' && heartbeatAt !== saved.heartbeatAt) return true;
  return collection.withoutSummary.has(name) || (metadata !== undefined && collection.withoutMetadata.has(name));
}

function countGone(listed: ReadonlyMap<string, NamedRun>, { files, span }: Collecting): number {
  const isInSpan = ({ createdAt }: SavedRun): boolean => {
    const created = Date.parse(`${createdAt.slice(0, 19)}Z`) / 1000;
    return !(created < (span.since ?? Number.NEGATIVE_INFINITY) || created >= (span.until ?? Number.POSITIVE_INFINITY));
  };
  return [...files.runs].filter(([name, saved]) => !listed.has(name) && isInSpan(saved)).length;
}

/** Saves a page with its sweeps and metadata, then notes how far that is: killed in between, the page is only asked for once more. */
async function save(
  { runs, isWhole }: Pick<RunsPage, 'runs' | 'isWhole'>,
  listing: Listing,
  collecting: Collecting,
  collected: Collected,
): Promise<void> {
  const { collection, files, sweeps, metadata } = collecting;
  const found = (await metadata?.fetchAll(runs)) ?? [];
  const answered: AnsweredRun[] = [];
  for (const [index, { files: _links, ...run }] of runs.entries()) {
    mark(collection.withoutMetadata, run.name, found[index] === undefined);
    mark(collection.withoutSummary, run.name, !isWhole);
    answered.push({ run, sweep: await sweeps.of(run), metadata: found[index] });
  }
  const before = files.runs.size;
  await files.save(answered);
  collected.added += files.runs.size - before;
  collected.refreshed += runs.length - (files.runs.size - before);
  await collection.write(listing, files.lastCreatedAt);
}

function mark(names: Set<string>, name: string, isSo: boolean): void {
  if (isSo) names.add(name);
  else names.delete(name);
}
