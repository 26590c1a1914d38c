/** What a column of an export says of a run, apart from its configuration and its results. */
export type Role =
  | 'name'
  | 'id'
  | 'state'
  | 'user'
  | 'created'
  | 'started'
  | 'ended'
  | 'updated'
  | 'heartbeat'
  | 'runtime'
  | 'sweep'
  | 'group'
  | 'jobType'
  | 'host'
  | 'gpuType'
  | 'gpuCount'
  | 'project'
  | 'entity'
  | 'path'
  | 'config'
  | 'summary'
  | 'metadata'
  | 'systemMetrics'
  | 'other';

/** Columns of the runs table, as the web page heads them. A configuration may have keys of the same names in lower case. */
const TABLE_COLUMNS: Readonly<Record<string, Role>> = {
  Name: 'name',
  ID: 'id',
  State: 'state',
  User: 'user',
  Created: 'created',
  'Start Time': 'started',
  'End Time': 'ended',
  Updated: 'updated',
  Runtime: 'runtime',
  Sweep: 'sweep',
  Group: 'group',
  'Job Type': 'jobType',
  Hostname: 'host',
  'GPU Type': 'gpuType',
  'GPU Count': 'gpuCount',
  Project: 'project',
  Agent: 'other',
  Notes: 'other',
  Tags: 'other',
  Commit: 'other',
  Description: 'other',
  'CLI Version': 'other',
  'CPU Count': 'other',
  'Python Version': 'other',
  'OS Version': 'other',
  OS: 'other',
  'Git Repository': 'other',
  'Git State': 'other',
  Command: 'other',
  'Upload Url': 'other',
  'Ignore Panels': 'other',
};

/** Columns that scripts write by the attributes of the API's runs; letters and digits of the name in lower case. */
const SCRIPT_COLUMNS: Readonly<Record<string, Role>> = {
  '': 'other',
  name: 'name',
  runname: 'name',
  displayname: 'name',
  id: 'id',
  runid: 'id',
  wandbid: 'id',
  state: 'state',
  runstate: 'state',
  user: 'user',
  username: 'user',
  created: 'created',
  createdat: 'created',
  starttime: 'started',
  startedat: 'started',
  endtime: 'ended',
  finishedat: 'ended',
  heartbeatat: 'heartbeat',
  updatedat: 'updated',
  runtime: 'runtime',
  runtimes: 'runtime',
  runtimeseconds: 'runtime',
  runtimesec: 'runtime',
  sweep: 'sweep',
  sweepid: 'sweep',
  sweepname: 'sweep',
  group: 'group',
  rungroup: 'group',
  jobtype: 'jobType',
  host: 'host',
  hostname: 'host',
  gputype: 'gpuType',
  gpucount: 'gpuCount',
  project: 'project',
  entity: 'entity',
  path: 'path',
  config: 'config',
  summary: 'summary',
  summarymetrics: 'summary',
  metadata: 'metadata',
  runmetadata: 'metadata',
  wandbmetadata: 'metadata',
  systemmetrics: 'systemMetrics',
  tags: 'other',
  notes: 'other',
  url: 'other',
  commit: 'other',
  index: 'other',
  unnamed0: 'other',
};

/** W&B's own results begin with `_`: `_runtime`. */
const OWN = /^_(?:wandb\b|runtime$|timestamp$|step$)/;

/** How a column is used. */
export type Use =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'config' | 'summary' | 'metadata' | 'unjudged'; readonly key: string };

export type Layout = readonly Use[];

/** The layout of a runs table. Of two columns of the same name the first is the page's own. */
export function tableLayout(header: readonly string[]): Layout {
  const taken = new Set<Role>();
  const hasRuntime = header.includes('Runtime');
  return header.map((name) => {
    if (OWN.test(name)) return hasRuntime ? { kind: 'role', role: 'other' } : { kind: 'summary', key: name };
    return roleOnce(taken, TABLE_COLUMNS[name]) ?? { kind: 'unjudged', key: name };
  });
}

/** Keys of `wandb-metadata.json`, flattened: `metadata.gpu_count`, `metadata_slurm_job_id`. A configuration may have metadata of its own. */
const OF_MACHINE =
  /^(?:run[._]|wandb[._])?metadata[._](host|os|python|executable|program|args|username|startedAt|docker|cuda|cpu|cpu_count|cpu_count_logical|gpu|gpu_count|gpu_nvidia|gpu_amd|gpu_devices|gpuapple|tpu|trainium|memory|disk|slurm[._].+)$/;

const MARKED = /^(summary|config)[._](.+)$/;

/** The layout of a table that a script wrote. */
export function scriptLayout(header: readonly string[]): Layout {
  const taken = new Set<Role>();
  return header.map((name): Use => {
    const [, ofMachine] = OF_MACHINE.exec(name) ?? [];
    if (ofMachine !== undefined) return { kind: 'metadata', key: ofMachine };
    const [, kind, key = ''] = MARKED.exec(name) ?? [];
    if (kind === 'summary' || kind === 'config') return { kind, key };
    if (OWN.test(name)) return { kind: 'summary', key: name };
    const role = SCRIPT_COLUMNS[name.toLowerCase().replace(/[^a-z\d]/g, '')];
    return roleOnce(taken, role) ?? { kind: 'unjudged', key: name };
  });
}

function roleOnce(taken: Set<Role>, role: Role | undefined): Use | undefined {
  if (role === undefined || (role !== 'other' && taken.has(role))) return undefined;
  taken.add(role);
  return { kind: 'role', role };
}

export const hasRole = (layout: Layout, ...roles: readonly Role[]): boolean =>
  layout.some((use) => use.kind === 'role' && roles.includes(use.role));
