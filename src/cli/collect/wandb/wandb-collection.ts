import { mkdir } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { COLLECT_SCHEMA, readRecord, writeRecord } from '../collect-record.ts';
import { timeText } from '../windows.ts';
import type { Project } from './queries.ts';

const RECORD = z.object({
  schema: z.literal(COLLECT_SCHEMA),
  source: z.literal('wandb'),
  /** The server. */
  base: z.string(),
  entity: z.string(),
  project: z.string(),
  /** The span of creation that was asked for last, UTC. */
  since: z.iso.datetime().exactOptional(),
  until: z.iso.datetime().exactOptional(),
  /** The first pass over all runs, oldest first: how many pages are saved, where the next begins, and whether it came to its end. */
  listing: z.object({ pages: z.number(), cursor: z.string().nullable(), done: z.boolean() }),
  /** When the youngest saved run was created, as the server writes it. */
  lastCreatedAt: z.string().exactOptional(),
  /** Runs whose metadata was not asked for or could not be fetched. */
  withoutMetadata: z.array(z.string()),
  /** Runs without their summaries, which were too much for the server. */
  withoutSummary: z.array(z.string()),
  /** When the server was asked last. */
  asked: z.iso.datetime(),
});

type Notes = z.infer<typeof RECORD>;

/** When runs were created, epoch seconds, half-open. Without an end it is open there. */
export interface Span {
  readonly since?: number;
  readonly until?: number;
}

/** Where the first pass stands. */
export type Listing = Notes['listing'];

const isoText = (time: number): string => `${timeText(time)}Z`;
const isoSpan = ({ since, until }: Span) => ({
  ...(since === undefined ? {} : { since: isoText(since) }),
  ...(until === undefined ? {} : { until: isoText(until) }),
});

/** What `collect.json` says of a project: what was asked for, and how far it went. */
export class WandbCollection {
  readonly directory: string;
  readonly withoutMetadata: Set<string>;
  readonly withoutSummary: Set<string>;
  #notes: Notes;

  private constructor(directory: string, notes: Notes) {
    this.directory = directory;
    this.withoutMetadata = new Set(notes.withoutMetadata);
    this.withoutSummary = new Set(notes.withoutSummary);
    this.#notes = notes;
  }

  /**
   * @param now epoch seconds
   * @throws AppError when something else was collected there, or the record cannot be read
   */
  static async open(directory: string, base: URL, project: Project, now: number): Promise<WandbCollection> {
    const fresh: Notes = {
      schema: COLLECT_SCHEMA,
      source: 'wandb',
      base: base.href,
      ...project,
      listing: { pages: 0, cursor: null, done: false },
      withoutMetadata: [],
      withoutSummary: [],
      asked: isoText(now),
    };
    const notes = await readRecord(directory, 'wandb', RECORD);
    if (notes === undefined) return new WandbCollection(directory, fresh);
    const [before, asked] = [placeOf(notes), placeOf(fresh)];
    if (before !== asked) throw new AppError({ code: 'other-collection', directory, before, asked });
    return new WandbCollection(directory, notes);
  }

  /** The beginning that was asked for last, epoch seconds. */
  get since(): number | undefined {
    return this.#notes.since === undefined ? undefined : Date.parse(this.#notes.since) / 1000;
  }

  get listing(): Listing {
    return this.#notes.listing;
  }

  /** Notes what is asked for now. The first pass of another span has no end: its cursor leads nowhere in this one. */
  ask(span: Span, now: number): void {
    const { since, until, ...notes } = this.#notes;
    const asked = isoSpan(span);
    const isSame = since === asked.since && until === asked.until;
    const listing =
      isSame || notes.listing.pages === 0 ? notes.listing : { ...notes.listing, cursor: null, done: true };
    this.#notes = { ...notes, ...asked, listing, asked: isoText(now) };
  }

  /** Notes how far it went. */
  async write(listing: Listing, lastCreatedAt: string | undefined): Promise<void> {
    const last = lastCreatedAt === undefined ? {} : { lastCreatedAt };
    const [withoutMetadata, withoutSummary] = [[...this.withoutMetadata].sort(), [...this.withoutSummary].sort()];
    this.#notes = { ...this.#notes, listing, ...last, withoutMetadata, withoutSummary };
    await mkdir(this.directory, { recursive: true });
    await writeRecord(this.directory, this.#notes);
  }
}

const placeOf = ({ base, entity, project }: Notes): string => `${entity}/${project} of ${base}`;
