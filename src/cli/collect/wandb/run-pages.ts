import { AppError } from '../../../errors.ts';
import { timeText } from '../windows.ts';
import type { PageSize } from './page-size.ts';
import { type Connection, endOf, type Node, type Project, RUNS_ANSWER, runsQuery } from './queries.ts';
import { type Field, type UnknownFields, withoutLarge } from './selection.ts';
import type { Server } from './server.ts';
import type { Span } from './wandb-collection.ts';

/** A run that has an id. */
export type NamedRun = Node & { readonly name: string };

/** What one page held. */
export interface RunsPage {
  readonly runs: readonly NamedRun[];
  /** How many runs the server counts in all, where it says so. */
  readonly total: number | undefined;
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  /** How many were asked for. */
  readonly size: number;
  /** Whether all was asked for. Summaries that are too much even for a page of one run are left out. */
  readonly isWhole: boolean;
}

interface Asked {
  readonly selection: readonly Field[];
  readonly withMetadata: boolean;
  readonly filters: object | ((size: number) => object);
  readonly cursor: string | null;
  readonly pages: PageSize;
}

/** The runs of a project, page by page. */
export class RunPages {
  readonly #server: Server;
  readonly #project: Project;
  readonly #unknown: UnknownFields;

  constructor(server: Server, project: Project, unknown: UnknownFields) {
    this.#server = server;
    this.#project = project;
    this.#unknown = unknown;
  }

  /** @throws AppError when there is no such project, or no answer */
  async ask({ selection, withMetadata, filters, cursor, pages }: Asked): Promise<RunsPage> {
    const { data, size, isLight } = await this.#server.ask((perPage, light) => {
      const filter = typeof filters === 'function' ? filters(perPage) : filters;
      const fields = light ? withoutLarge(selection) : selection;
      return runsQuery({ ...this.#project, filters: filter, cursor, perPage }, fields, withMetadata, this.#unknown);
    }, pages);
    const answer = RUNS_ANSWER.safeParse(data);
    if (!answer.success) throw this.#failed('an answer of another shape');
    const { project } = answer.data;
    if (project === null) throw this.#noProject();
    const runs = project.runs.edges.flatMap(({ node }) => (isNamed(node) ? [node] : []));
    const lost = project.runs.edges.length - runs.length;
    if (lost > 0) this.#server.complaints.add(`${lost} of a page of runs came without an id, and are missing`);
    const next = this.#nextOf(project.runs, cursor);
    return { runs, total: project.runCount ?? undefined, next, size, isWhole: !isLight };
  }

  #nextOf(page: Connection, cursor: string | null): string | null {
    if (!page.pageInfo.hasNextPage) return null;
    const next = endOf(page);
    if (next === null || next === cursor) throw this.#failed('more runs, but no way to them');
    return next;
  }

  #failed = (reason: string): AppError => new AppError({ code: 'wandb-failed', url: this.#server.url, reason });

  #noProject(): AppError {
    const { url, key } = this.#server;
    const { entity, project } = this.#project;
    return new AppError({ code: 'wandb-no-project', url, project: `${entity}/${project}`, place: key.place });
  }
}

const isNamed = (node: Node | null | undefined): node is NamedRun => typeof node?.name === 'string';

/** The filter for runs that were created in a span. W&B's times have no zone and are UTC. */
export function createdIn({ since, until }: Span): object {
  const bounds = [
    ...(since === undefined ? [] : [{ created_at: { $gte: timeText(since) } }]),
    ...(until === undefined ? [] : [{ created_at: { $lt: timeText(until) } }]),
  ];
  return bounds.length === 0 ? {} : { $and: bounds };
}

/** The filter for runs by id, which filters call `name` (wandb/wandb issue 5122). */
export const named = (names: readonly string[]): object => ({ name: { $in: names } });
