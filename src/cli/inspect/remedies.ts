/** What a log may not tell. */
export type Topic =
  | 'gpus'
  | 'asked'
  | 'model'
  | 'start'
  | 'state'
  | 'attempts'
  | 'requeues'
  | 'command'
  | 'sweep'
  | 'user'
  | 'id'
  | 'cluster'
  | 'directory'
  | 'measured';

/** Logs that are exported alike. */
export type Family = 'slurm' | 'wandb-export' | 'wandb-run' | 'table';

const EXPORTS = /^wandb-(?:table|api|api-csv)$/;

/** The family of a source; undefined for one that has nothing more to give. */
export function familyOf(source: string): Family | undefined {
  if (source.startsWith('slurm-')) return 'slurm';
  if (EXPORTS.test(source)) return 'wandb-export';
  return source === 'wandb-run' || source === 'table' ? source : undefined;
}

type Remedy = readonly [missing: string, effect: string, remedies: Readonly<Partial<Record<Family, string>>>];

const COLLECT = 'collect the project with runledger collect wandb';

/** What is not known, what follows, and how each kind of log is made to tell it; in the order of how much hangs on it. */
export const REMEDIES: Readonly<Record<Topic, Remedy>> = {
  gpus: [
    'how many GPUs jobs held',
    'their GPU-hours are in no total',
    {
      slurm: 'export AllocTRES; where the cluster does not track GPUs, say hardware: in runledger.yaml',
      'wandb-export': `${COLLECT}, which asks for each run's wandb-metadata.json`,
      'wandb-run':
        'keep files/wandb-metadata.json of each run; where it names no GPU, the Slurm log of the same time tells',
      table: 'add a column of how many GPUs a job held, such as gpus',
    },
  ],
  asked: [
    'how many GPUs jobs were given',
    'those that they asked for stand in',
    { slurm: 'export AllocTRES; where the cluster does not track GPUs, say hardware: in runledger.yaml' },
  ],
  model: [
    'which GPUs they were',
    'cost and energy have a wide range',
    {
      slurm: 'say hardware: in runledger.yaml, by partition or by nodes (export Partition and NodeList)',
      'wandb-export': `export the column GPU Type, or ${COLLECT}`,
      'wandb-run': 'say hardware: in runledger.yaml, by nodes',
      table: 'add a column of the model, such as gpu_type',
    },
  ],
  start: [
    'when jobs ran',
    'nothing is shown over time, and sweeps are found by names alone',
    {
      slurm: 'export Submit, Start and End',
      'wandb-export': `export the column Created, or ${COLLECT}`,
      table: 'add columns of start and end',
    },
  ],
  state: [
    'how jobs ended',
    'what failed is not told from what was completed',
    { slurm: 'export State', 'wandb-export': 'export the column State', table: 'add a column such as status' },
  ],
  attempts: [
    'earlier attempts of jobs that were requeued',
    'their hours are in no total',
    { slurm: 'export again with sacct -D (--duplicates)' },
  ],
  requeues: [
    'whether jobs were requeued',
    'attempts before the last one may be missing',
    { slurm: 'if sacct was run without -D (--duplicates), run it again with it' },
  ],
  command: [
    'hyperparameters, other than in names',
    'sweeps are found by names and times alone',
    {
      slurm: 'export SubmitLine (Slurm 21.08 or newer), for those on submit lines',
      'wandb-export': `show the columns of the configuration before you export, or ${COLLECT}`,
      'wandb-run': 'keep files/config.yaml of each run',
      table: 'add a column for each, such as lr',
    },
  ],
  sweep: [
    'whether runs were of a sweep of W&B',
    'sweeps are found by their values alone',
    {
      'wandb-export': `if there were sweeps, export the column Sweep, or ${COLLECT}`,
      'wandb-run': `if there were sweeps, keep wandb/sweep-*/, or ${COLLECT}`,
    },
  ],
  user: [
    'whose jobs they are',
    'nothing is told by person',
    { slurm: 'export User', 'wandb-export': 'export the column User', table: 'add a column such as user' },
  ],
  id: ['ids of jobs', 'a job that ran again is not told from another one', { table: 'add a column such as job_id' }],
  cluster: ['the cluster', 'logs of several clusters cannot be told apart', { slurm: 'export Cluster' }],
  directory: ['where jobs ran', 'sweeps of the same name are told apart less well', { slurm: 'export WorkDir' }],
  measured: [
    'energy or utilisation as measured',
    'energy is modelled by the GPUs and hours',
    {
      slurm: 'export ConsumedEnergyRaw, and AdminComment where the cluster runs Jobstats, if yours measures them',
      'wandb-export': 'read the run directories (wandb/), which hold what GPUs drew',
    },
  ],
};
