import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { COLLECT_SCHEMA, readRecord, writeRecord } from './collect-record.ts';
import { type Filter, filterName } from './sacct-query.ts';
import { timeText, type Window, windowName } from './windows.ts';

/**
 * How long after its end a window may still change, seconds: slurmctld keeps records back while slurmdbd is away. Our own judgement; outages of accounting are mended within
 * a day or noticed by everyone.
 */
const SETTLING = 86_400;

const RECORD = z.object({
  schema: z.literal(COLLECT_SCHEMA),
  source: z.literal('slurm'),
  filter: z.object({
    user: z.string().exactOptional(),
    account: z.string().exactOptional(),
    cluster: z.string().exactOptional(),
    allUsers: z.boolean().exactOptional(),
  }),
  /** The earliest time asked for so far. */
  since: z.iso.datetime(),
  /** By name: how many rows a file holds, and when `sacct` was asked for them. */
  files: z.record(z.string(), z.object({ rows: z.number(), asked: z.iso.datetime() })),
});

type Notes = z.infer<typeof RECORD>;

const isoText = (time: number): string => `${timeText(time)}Z`;
const secondsOf = (iso: string): number => Date.parse(iso) / 1000;

/** A directory into which jobs are collected, and `collect.json` in it, which says what was asked and when. */
export class Collection {
  readonly directory: string;
  /** Whether nothing was collected there before. */
  readonly isNew: boolean;
  readonly #notes: Notes;

  private constructor(directory: string, notes: Notes, isNew: boolean) {
    this.directory = directory;
    this.isNew = isNew;
    this.#notes = notes;
  }

  /**
   * @param since epoch seconds from which to ask when none was asked for before
   * @throws AppError when jobs were collected there under another filter, or the record cannot be read
   */
  static async open(directory: string, filter: Filter, since: number): Promise<Collection> {
    const notes = await readRecord(directory, 'slurm', RECORD);
    if (notes === undefined) return new Collection(directory, newNotes(filter, since), true);
    const [before, asked] = [describe(notes.filter), describe(filter)];
    if (before !== asked) throw new AppError({ code: 'other-collection', directory, before, asked });
    return new Collection(directory, notes, false);
  }

  /** The earliest time asked for so far, epoch seconds. */
  get since(): number {
    return secondsOf(this.#notes.since);
  }

  pathOf(window: Window): string {
    return join(this.directory, this.#nameOf(window));
  }

  /** Whether a window was saved and is still there. */
  has(window: Window): boolean {
    return this.#notes.files[this.#nameOf(window)] !== undefined && existsSync(this.pathOf(window));
  }

  /** Whether a window was saved when nothing in it could change any more. */
  isFinal(window: Window): boolean {
    const asked = this.#notes.files[this.#nameOf(window)]?.asked;
    return asked !== undefined && this.has(window) && secondsOf(asked) >= window.end + SETTLING;
  }

  rowsOf(window: Window): number {
    return this.#notes.files[this.#nameOf(window)]?.rows ?? 0;
  }

  /** Makes the directory and notes what is asked for. */
  async prepare(since: number): Promise<void> {
    this.#notes.since = isoText(Math.min(this.since, since));
    await mkdir(this.directory, { recursive: true });
    await writeRecord(this.directory, this.#notes);
  }

  /** Notes that a window was saved. */
  async add(window: Window, rows: number, asked: number): Promise<void> {
    this.#notes.files[this.#nameOf(window)] = { rows, asked: isoText(asked) };
    await writeRecord(this.directory, this.#notes);
  }

  /** Forgets a window whose halves take its place. */
  async drop(window: Window): Promise<void> {
    await rm(this.pathOf(window), { force: true });
    delete this.#notes.files[this.#nameOf(window)];
    await writeRecord(this.directory, this.#notes);
  }

  #nameOf(window: Window): string {
    return `sacct-${windowName(window)}${filterName(this.#notes.filter)}.txt.gz`;
  }
}

const newNotes = (filter: Filter, since: number): Notes => ({
  schema: COLLECT_SCHEMA,
  source: 'slurm',
  filter: { ...filter },
  since: isoText(since),
  files: {},
});

/** A filter in the options of the command. */
function describe({ user, account, cluster, allUsers }: Filter): string {
  const named = Object.entries({ user, account, cluster }).filter(([, names]) => names !== undefined);
  const options = [
    ...named.map(([option, names]) => `--${option} ${names}`),
    ...(allUsers === true ? ['--all-users'] : []),
  ];
  return options.join(' ') || 'neither --user, --account, --cluster nor --all-users';
}
