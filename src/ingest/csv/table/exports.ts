import { type Column, columnOf, type Role } from './roles.ts';

/** A table that a program writes, whose headers are always the same. */
interface Export {
  /** Headers by which it is known. */
  readonly requires: readonly string[];
  /** What its columns say, and the seconds or joules of one unit of their numbers. */
  readonly columns: Readonly<Record<string, readonly [role: Role, unit: number]>>;
  /** Further columns of its own that say nothing of a job. */
  readonly itsOwn: ReadonlySet<string>;
  /** How these may begin. */
  readonly prefix?: RegExp;
  /** Whether all other columns are the user's, whatever they are called. */
  readonly isWhole?: boolean;
  /** Whether it writes a row now and then while a run goes on, each with all that the run took so far. */
  readonly growsByRows?: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const NONE = Number.NaN;

/** CodeCarbon's `emissions.csv`: `flush()` appends a row with the sums since the start (codecarbon/output_methods/file.py). */
const CODE_CARBON: Export = {
  requires: ['timestamp', 'emissions', 'energy_consumed', 'duration'],
  columns: {
    timestamp: ['end', NONE],
    duration: ['duration', 1],
    energy_consumed: ['energy', 3.6e6],
    run_id: ['id', NONE],
    project_name: ['account', NONE],
    experiment_id: ['name', NONE],
    gpu_count: ['gpus', NONE],
    gpu_model: ['gpuType', NONE],
    cpu_count: ['cpus', NONE],
  },
  itsOwn: words(
    'emissions emissions_rate cpu_power gpu_power ram_power cpu_energy gpu_energy ram_energy water_consumed country_name country_iso_code region cloud_provider cloud_region os python_version codecarbon_version cpu_model longitude latitude ram_total_size tracking_mode cpu_utilization_percent gpu_utilization_percent ram_utilization_percent ram_used_gb on_cloud pue wue',
  ),
  isWhole: true,
  growsByRows: true,
};

/** Optuna's `study.trials_dataframe()`: `params_lr` are hyperparameters. */
const OPTUNA: Export = {
  requires: ['number', 'datetime_start', 'datetime_complete'],
  columns: { datetime_start: ['start', NONE], datetime_complete: ['end', NONE], value: ['metricValue', NONE] },
  itsOwn: words('number'),
  prefix: /^system_attrs_/,
};

/** Ray Tune's results: `config/lr` are hyperparameters, `timestamp` and `date` say when a result was reported. */
const RAY_TUNE: Export = {
  requires: ['trial_id', 'time_total_s'],
  columns: {
    trial_id: ['id', NONE],
    time_total_s: ['duration', 1],
    timestamp: ['end', NONE],
    experiment_tag: ['name', NONE],
    hostname: ['host', NONE],
  },
  itsOwn: words(
    'date experiment_id time_this_iter_s time_since_restore timesteps_total timesteps_since_restore iter training_iteration iterations_since_restore episodes_total pid node_ip done should_checkpoint checkpoint_dir_name logdir warmup_time',
  ),
  growsByRows: true,
};

/** Neptune's table of runs: times in seconds; `parameters/lr` are hyperparameters. */
const NEPTUNE: Export = {
  requires: ['sys/id', 'sys/running_time'],
  columns: {
    'sys/id': ['id', NONE],
    'sys/name': ['name', NONE],
    'sys/owner': ['user', NONE],
    'sys/creation_time': ['start', NONE],
    'sys/running_time': ['duration', 1],
    'sys/hostname': ['host', NONE],
  },
  itsOwn: new Set(),
  prefix: /^(?:sys|monitoring|source_code)\//,
};

const EXPORTS = [CODE_CARBON, OPTUNA, RAY_TUNE, NEPTUNE] as const;

/** What is known of a header as a whole. */
export interface KnownExport {
  readonly isCodeCarbon: boolean;
  readonly growsByRows: boolean;
  readonly columnOf: (header: string) => Column;
}

const UNKNOWN: KnownExport = { isCodeCarbon: false, growsByRows: false, columnOf };

/** The program that wrote a table, by its header; one that knows single headers alone where none is known. */
export function exportWith(header: readonly string[]): KnownExport {
  const found = EXPORTS.find(({ requires }) => requires.every((name) => header.includes(name)));
  if (found === undefined) return UNKNOWN;
  const { columns, itsOwn, prefix, isWhole, growsByRows = false } = found;
  const own = (name: string): Column => {
    const [role, unit] = columns[name] ?? [];
    if (role !== undefined && unit !== undefined) return { name, role, unit };
    if (itsOwn.has(name) || prefix?.test(name) === true) return { name, role: 'none', unit: NONE };
    return isWhole === true ? { name, role: undefined, unit: NONE } : columnOf(name);
  };
  return { isCodeCarbon: found === CODE_CARBON, growsByRows, columnOf: own };
}
