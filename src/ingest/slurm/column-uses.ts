import type { ColumnUse } from '../source.ts';

/** What the columns of `sacct` are used for; of those that are not here nothing is read. */
const USES: Readonly<Record<string, string>> = {
  JobID: 'id',
  JobIDRaw: 'raw id',
  Cluster: 'cluster',
  JobName: 'name',
  User: 'user',
  Account: 'account',
  Partition: 'partition',
  State: 'state',
  Submit: 'submission',
  Start: 'start',
  End: 'end',
  Elapsed: 'duration',
  ElapsedRaw: 'duration in seconds',
  Suspended: 'suspension',
  Timelimit: 'time limit',
  TimelimitRaw: 'time limit in minutes',
  AllocTRES: 'GPUs, CPUs and memory held',
  AllocGRES: 'GPUs held',
  ReqTRES: 'GPUs asked for',
  ReqGRES: 'GPUs asked for',
  AllocCPUS: 'CPUs',
  NCPUS: 'CPUs',
  AllocNodes: 'nodes',
  NNodes: 'nodes',
  NodeList: 'names of nodes',
  WorkDir: 'directory',
  SubmitLine: 'submit line, with hyperparameters',
  Restarts: 'restarts',
  ConsumedEnergy: 'measured energy',
  ConsumedEnergyRaw: 'measured energy in joules',
  AdminComment: 'measured utilisation (Jobstats)',
};

const NAMES = new Map(Object.keys(USES).map((name) => [name.toLowerCase(), name]));

/** What each column of a dump is used for. @param columns their names in lower case */
export const usesOfColumns = (columns: readonly string[]): ColumnUse[] =>
  columns
    .filter((name) => name !== '')
    .map((name) => ({ header: NAMES.get(name) ?? name, use: USES[NAMES.get(name) ?? ''] ?? '' }));
