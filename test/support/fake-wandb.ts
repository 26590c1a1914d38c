import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { complaintsOf, type Schema, select, selectionOf } from './graphql-selection.ts';

// A server that pages as W&B's does, as far as its own client shows it (wandb/apis/public/runs.py and paginator.py, tools/graphql_codegen/api/sweeps.graphql,
// core/internal/api/ratelimitheaders.go): pages by cursor in the order of creation, errors in the words of gqlparser, Basic authentication.

/** 40 characters, as keys have. */
export const KEY = '0123456789abcdef0123456789abcdef01234567';

const fieldsOf = (names: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name, '']));

const SCHEMA: Schema = {
  Query: { project: 'Project' },
  Project: { runCount: '', runs: 'RunConnection', sweeps: 'SweepConnection', sweep: 'Sweep' },
  RunConnection: { edges: 'RunEdge', pageInfo: 'PageInfo' },
  RunEdge: { node: 'Run', cursor: '' },
  PageInfo: { endCursor: '', hasNextPage: '' },
  Run: {
    ...fieldsOf('id name displayName sweepName state config group jobType commit createdAt heartbeatAt tags'),
    ...fieldsOf('systemMetrics summaryMetrics historyLineCount computeSeconds'),
    user: 'User',
    runInfo: 'RunInfo',
    files: 'FileConnection',
  },
  User: fieldsOf('name username'),
  RunInfo: fieldsOf('program args os python cpuCount gpuCount gpu'),
  FileConnection: { edges: 'FileEdge' },
  FileEdge: { node: 'File' },
  File: { directUrl: '' },
  SweepConnection: { edges: 'SweepEdge', pageInfo: 'PageInfo' },
  SweepEdge: { node: 'Sweep' },
  Sweep: fieldsOf('id name displayName method state config createdAt updatedAt runCount runCountExpected'),
};

type Fields = Readonly<Record<string, unknown>>;
export type FakeRun = {
  readonly name: string;
  readonly createdAt: string;
  state: string;
  heartbeatAt: string;
} & Fields;

/** A query as it came. */
export interface FakeQuery {
  readonly query: string;
  readonly variables: Fields & { readonly cursor: string | null; readonly perPage: number; readonly filters: string };
  readonly authorization: string | undefined;
}

/** What it does instead of answering: an answer of another kind, or none. */
export type Fault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'reset'
  | 'hang'
  | 'cut';

export interface FakeProject {
  runs: FakeRun[];
  sweeps: (Fields & { readonly name: string })[];
  /** By the name of a run: what its file holds; or where it lies instead. `/to?URL` leads on to that address. */
  readonly metadata: Record<string, string | { readonly url: string }>;
  /** Fields that its schema lacks: `Run.computeSeconds`. */
  lacks: string[];
  /** Asked at each query, before it is answered. */
  fault: (query: FakeQuery, index: number) => Fault | undefined;
}

/** A time as W&B's server writes it, so many minutes after the first of March. */
export const minute = (count: number): string => new Date(Date.UTC(2024, 2, 1, 0, count)).toISOString().slice(0, 19);

export const fakeRun = (index: number, more: Fields = {}): FakeRun => ({
  id: `UnVuOnYxOg${index}`,
  name: `run${String(index).padStart(4, '0')}`,
  displayName: `swift-sun-${index}`,
  sweepName: null,
  state: 'finished',
  config: `{"lr":{"value":${index / 1000},"desc":null}}`,
  createdAt: minute(index),
  heartbeatAt: minute(index + 30),
  tags: [],
  summaryMetrics: '{"loss":NaN,"_runtime":1800}',
  computeSeconds: 1800,
  user: { name: 'Ines', username: 'ines' },
  runInfo: { gpu: 'Tesla V100', gpuCount: 1, cpuCount: 8 },
  ...more,
});

/** Starts a server for the project `ines/lisa` on this machine. */
export async function fakeWandb(start: Partial<FakeProject> = {}) {
  const project: FakeProject = { runs: [], sweeps: [], metadata: {}, lacks: [], fault: () => undefined, ...start };
  const queries: FakeQuery[] = [];
  const fetches: { readonly path: string; readonly authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'POST') return void answerQuery(request, response);
    fetches.push({ path: request.url ?? '', authorization: request.headers.authorization });
    const found = project.metadata[/^\/files\/(.+)\/wandb-metadata\.json/.exec(request.url ?? '')?.[1] ?? ''];
    const to = /^\/to\?(.+)/.exec(request.url ?? '')?.[1];
    if (to !== undefined) return void response.writeHead(302, { location: decodeURIComponent(to) }).end();
    response.writeHead(typeof found === 'string' ? 200 : 404).end(found);
  });
  async function answerQuery(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const query = { ...JSON.parse(Buffer.concat(pieces).toString()), authorization: request.headers.authorization };
    queries.push(query);
    const fault = project.fault(query, queries.length - 1);
    if (fault !== undefined) return misbehave(fault, response);
    const { status, body } = answerOf(query, project, base);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base, project, queries, fetches, stop: () => stop(server) };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function misbehave(fault: Fault, response: ServerResponse): void {
  if (fault === 'hang') return;
  if (fault === 'reset') response.socket?.resetAndDestroy();
  else if (fault === 'cut') {
    response.writeHead(200, { 'content-length': '5000' });
    response.write('{"data":{"project":{"runs":', () => response.socket?.destroy());
  } else response.writeHead(fault.status, fault.headers).end(fault.body ?? '');
}

function answerOf({ query, variables, authorization }: FakeQuery, project: FakeProject, base: string) {
  const wanted = `Basic ${Buffer.from(`api:${KEY}`).toString('base64')}`;
  if (authorization !== wanted) return { status: 401, body: { errors: [{ message: 'user is not logged in' }] } };
  const selection = selectionOf(query);
  const errors = complaintsOf(selection, schemaOf(project.lacks)).map((message) => ({ message }));
  if (errors.length > 0) return { status: 400, body: { errors, data: null } };
  if (`${variables.entity}/${variables.project}` !== 'ines/lisa')
    return { status: 200, body: { data: { project: null } } };
  const data = { project: projectOf(variables, project, base) };
  return { status: 200, body: { data: select(data, selection) } };
}

const schemaOf = (lacks: readonly string[]): Schema =>
  Object.fromEntries(
    Object.entries(SCHEMA).map(([type, fields]) => [
      type,
      Object.fromEntries(Object.entries(fields).filter(([name]) => !lacks.includes(`${type}.${name}`))),
    ]),
  );

function projectOf(variables: FakeQuery['variables'], project: FakeProject, base: string): Fields {
  const runs = project.runs.filter((run) => passes(run, JSON.parse(variables.filters ?? '{}')));
  const nodes = [...runs].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)).map((run) => withFile(run, project, base));
  return {
    runCount: runs.length,
    runs: pageOf(nodes, orderOf, variables),
    sweeps: pageOf(project.sweeps, ({ name }) => name, variables),
    sweep: project.sweeps.find(({ name }) => name === variables.name) ?? null,
  };
}

const orderOf = ({ createdAt, name }: { readonly createdAt: string; readonly name: string }): string =>
  `${createdAt} ${name}`;

function withFile(run: FakeRun, { metadata }: FakeProject, base: string): FakeRun & Fields {
  const file = metadata[run.name];
  if (file === undefined) return { ...run, files: { edges: [] } };
  const directUrl =
    typeof file === 'string' ? `${base}/files/${run.name}/wandb-metadata.json?signature=s3cret` : file.url;
  return { ...run, files: { edges: [{ node: { directUrl } }] } };
}

/** A page after a cursor, which holds the place in the order: what was deleted or added meanwhile shifts nothing. */
function pageOf<T>(all: readonly T[], order: (each: T) => string, { cursor, perPage }: FakeQuery['variables']): Fields {
  const after = cursor == null ? '' : Buffer.from(cursor, 'base64').toString();
  const rest = all.filter((each) => order(each) > after);
  const page = rest.slice(0, perPage);
  const cursorOf = (each: T): string => Buffer.from(order(each)).toString('base64');
  const last = page.at(-1);
  return {
    edges: page.map((node) => ({ node, cursor: cursorOf(node) })),
    pageInfo: { endCursor: last === undefined ? null : cursorOf(last), hasNextPage: rest.length > page.length },
  };
}

/** The few operators of its filters that are asked for. */
function passes(run: FakeRun, filter: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(filter).every(([key, value]) => {
    if (key === '$and') return (value as Fields[]).every((part) => passes(run, part));
    const field = { created_at: run.createdAt, name: run.name }[key];
    if (field === undefined) throw new Error(`no filter ${key}`);
    const { $gte = '', $lt = '~', $in = [field] } = value as { $gte?: string; $lt?: string; $in?: string[] };
    return field >= $gte && field < $lt && $in.includes(field);
  });
}
