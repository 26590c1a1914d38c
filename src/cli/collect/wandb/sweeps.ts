import { AppError } from '../../../errors.ts';
import { PageSize } from './page-size.ts';
import { endOf, type Node, type Project, SWEEP_ANSWER, SWEEPS_ANSWER, sweepQuery, sweepsQuery } from './queries.ts';
import type { UnknownFields } from './selection.ts';
import type { Server } from './server.ts';

/** How many sweeps are asked for at a time, as W&B's own client does. */
const PAGE = 50;

/** The sweeps of a project by their id: all of them listed once a run names one, and what the list lacks asked for one by one. */
export class Sweeps {
  readonly #server: Server;
  readonly #project: Project;
  readonly #unknown: UnknownFields;
  readonly #byName = new Map<string, Node | null>();
  readonly #pages = new PageSize(PAGE);
  #listing: Promise<void> | undefined;

  constructor(server: Server, project: Project, unknown: UnknownFields) {
    this.#server = server;
    this.#project = project;
    this.#unknown = unknown;
  }

  /**
   * The sweep of a run; null without one, or when it was deleted.
   *
   * @throws AppError when the server cannot be asked
   */
  async of(run: Node): Promise<Node | null> {
    const name = run.sweepName;
    if (typeof name !== 'string' || name === '') return null;
    this.#listing ??= this.#list();
    await this.#listing;
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const sweep = await this.#askFor(name);
    this.#byName.set(name, sweep);
    return sweep;
  }

  /** A server that refuses the list is asked for each sweep when a run names it. */
  async #list(): Promise<void> {
    try {
      await this.#listAll();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.#server.complaints.add(`sweeps could not be listed (${error.context.reason}), and are asked for one by one`);
    }
  }

  async #listAll(): Promise<void> {
    for (let cursor: string | null = null, more = true; more; ) {
      const makeQuery = (perPage: number) => sweepsQuery({ ...this.#project, cursor, perPage }, this.#unknown);
      const { data } = await this.#server.ask(makeQuery, this.#pages);
      const sweeps = SWEEPS_ANSWER.safeParse(data).data?.project?.sweeps;
      if (sweeps === undefined) return;
      for (const { node } of sweeps.edges) if (typeof node?.name === 'string') this.#byName.set(node.name, node);
      const end = endOf(sweeps);
      more = sweeps.pageInfo.hasNextPage && end !== null && end !== cursor;
      cursor = end;
    }
  }

  async #askFor(name: string): Promise<Node | null> {
    try {
      const { data } = await this.#server.ask(() => sweepQuery(this.#project, name, this.#unknown), this.#pages);
      return SWEEP_ANSWER.safeParse(data).data?.project?.sweep ?? null;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.#server.complaints.add(`sweep ${name} could not be asked for (${error.context.reason})`);
      return null;
    }
  }
}

function isRefusal(error: unknown): error is AppError & { context: { code: 'wandb-query-refused'; reason: string } } {
  return error instanceof AppError && error.context.code === 'wandb-query-refused';
}
