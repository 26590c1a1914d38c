import { z } from 'zod';
import { type Field, METADATA_FILE, SWEEP, type UnknownFields } from './selection.ts';

/** Whose runs. */
export interface Project {
  readonly entity: string;
  readonly project: string;
}

/** What one page is asked of: a filter as W&B takes it, like those of MongoDB, and where the page before ended. */
interface Page extends Project {
  readonly filters: object;
  readonly cursor: string | null;
  readonly perPage: number;
}

const PAGE_INFO = z.object({ endCursor: z.string().nullish(), hasNextPage: z.boolean() });
const NODE = z.record(z.string(), z.unknown());

const connection = z.object({
  edges: z.array(z.object({ node: NODE.nullish(), cursor: z.string().nullish() })),
  pageInfo: PAGE_INFO,
});

/** What a query for runs is answered with. A project that is not there, or that the key may not see, is null. */
export const RUNS_ANSWER = z.object({
  project: z.object({ runCount: z.number().nullish(), runs: connection }).nullable(),
});

export const SWEEPS_ANSWER = z.object({ project: z.object({ sweeps: connection }).nullable() });
export const SWEEP_ANSWER = z.object({ project: z.object({ sweep: NODE.nullish() }).nullable() });

export type Connection = z.infer<typeof connection>;
export type Node = z.infer<typeof NODE>;

/** The query of W&B's own client (wandb/apis/public/runs.py). Oldest first: new runs then come on later pages and shift none. */
export function runsQuery(page: Page, selection: readonly Field[], withMetadata: boolean, unknown: UnknownFields) {
  const fields = unknown.write(withMetadata ? [...selection, METADATA_FILE] : selection);
  const query = `query Runs($project: String!, $entity: String!, $cursor: String, $perPage: Int = 50, $order: String, $filters: JSONString) {
  project(name: $project, entityName: $entity) {
    runCount(filters: $filters)
    runs(filters: $filters, after: $cursor, first: $perPage, order: $order) {
      edges { node { ${fields} } cursor }
      pageInfo { endCursor hasNextPage }
    }
  }
}`;
  return { query, variables: { ...page, filters: JSON.stringify(page.filters), order: '+created_at' } };
}

/** As W&B's own client has it (tools/graphql_codegen/api/sweeps.graphql), but for filters, which only newer servers take. */
export function sweepsQuery(page: Omit<Page, 'filters'>, unknown: UnknownFields) {
  const query = `query Sweeps($project: String!, $entity: String!, $cursor: String, $perPage: Int = 50) {
  project(name: $project, entityName: $entity) {
    sweeps(after: $cursor, first: $perPage) {
      edges { node { ${unknown.write(SWEEP)} } }
      pageInfo { endCursor hasNextPage }
    }
  }
}`;
  return { query, variables: page };
}

/** One sweep, by its id as runs name it. */
export function sweepQuery(project: Project, name: string, unknown: UnknownFields) {
  const query = `query Sweep($name: String!, $project: String!, $entity: String!) {
  project(name: $project, entityName: $entity) { sweep(sweepName: $name) { ${unknown.write(SWEEP)} } }
}`;
  return { query, variables: { ...project, name } };
}

/** Where the next page begins: the end that the page gives, else its last edge, which is what W&B's own client goes by. */
export const endOf = ({ edges, pageInfo }: Connection): string | null =>
  pageInfo.endCursor ?? edges.findLast(({ cursor }) => typeof cursor === 'string')?.cursor ?? null;
