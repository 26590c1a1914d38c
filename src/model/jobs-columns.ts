/** The columns of `jobs.csv`, in order: what is written, and what is read back. */
export const JOBS_COLUMNS = [
  'attempt_id',
  'source',
  'cluster',
  'job_id',
  'job_id_raw',
  'run_id',
  'name',
  'user',
  'account',
  'partition',
  'state',
  'submitted_utc',
  'started_utc',
  'ended_utc',
  'wall_seconds',
  'gpus',
  'gpu_model',
  'gpu_hours',
  'energy_kwh',
  'cloud_usd',
  'sweep_id',
  'params_json',
] as const;

/** Columns that came later, after those: without them a `jobs.csv` could not be read back to the same energy and the same kinds of sweeps. */
export const ADDED_JOBS_COLUMNS = [
  'cpus',
  'memory_gb',
  'nodes',
  'energy_joules',
  'gpu_energy_joules',
  'gpu_utilisation',
  'sweep_kind',
  'sweep_confidence',
  'sweep_runs',
] as const;
