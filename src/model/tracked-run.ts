import { DictionaryColumn } from './dictionary-column.ts';
import { NumberColumn } from './number-column.ts';
import { SparseRows } from './sparse-rows.ts';
import { TextColumn } from './text-column.ts';

/** What stands in `cluster` for runs of Weights & Biases: their ids are no ids of any scheduler. */
export const WANDB = 'wandb';

/**
 * Where the duration of a tracked run comes from, the surest first: the record of its exit; the last sign of life of a run without one; the
 * summary of its metrics; the tracker's own total of an export; the time between creation and the last contact, which counts gaps; the first
 * and last line of its debug log. `none` when nothing tells.
 */
export const DURATION_BASES = ['exit', 'last-seen', 'summary', 'runtime', 'heartbeat', 'debug-log', 'none'] as const;

export type DurationBasis = (typeof DURATION_BASES)[number];

/**
 * Who says which GPUs a tracked run held: its own processes were seen on them, or they are all that its machine shows, whoever used them.
 */
export const GPU_BASES = ['process', 'machine', 'unknown'] as const;

export type GpuBasis = (typeof GPU_BASES)[number];

/** What an experiment tracker says of a run and a scheduler does not know. Absent texts are empty. */
export interface TrackedRun {
  /** Whose project the run is logged to: `entity/project`, or as much of it as is known. */
  readonly project: string;
  /** Runs of one experiment, as the user grouped them: ranks of one training often share it. */
  readonly group: string;
  /** What the user calls this kind of run: `train`, `eval`. */
  readonly jobType: string;
  /** Id of the sweep that the tracker put it in. */
  readonly sweep: string;
  /** Names of the hyperparameters that its sweep chose, as a JSON array; empty when the tracker does not list them. */
  readonly sampled: string;
  /** How its sweep searches: `grid`, `random`, `bayes`. */
  readonly search: string;
  /** The metric that its sweep was told to better, and which way: `minimize`, `maximize`. */
  readonly metricName: string;
  readonly metricGoal: string;
  /** How many runs its sweep was given in all, as far as the tracker says; NaN where it does not. */
  readonly sweepRuns: number;
  /** Hyperparameters as a flat JSON object: dotted names, values as text. */
  readonly config: string;
  /** The last value of each metric as a flat JSON object of numbers; those that are not finite are texts. */
  readonly metrics: string;
  /** Cluster and raw id of the Slurm job in which it ran, as its environment said. */
  readonly slurmCluster: string;
  readonly slurmJob: string;
  /** The same of an array task as it is printed, `88_3`: some logs of Slurm have no other id. */
  readonly slurmTask: string;
  /** Whether the record is of the run as a whole with all its sessions (a row of an export), not of one session. */
  readonly isWhole: boolean;
  readonly durationBasis: DurationBasis;
  readonly gpuBasis: GpuBasis;
  /** The GPUs of its machine on which its own processes were seen, `0,3`; empty when that is not known. */
  readonly seenOn: string;
}

/** A run of which the tracker says nothing. */
export const BLANK_TRACKED: TrackedRun = {
  project: '',
  group: '',
  jobType: '',
  sweep: '',
  sampled: '',
  search: '',
  metricName: '',
  metricGoal: '',
  sweepRuns: Number.NaN,
  config: '',
  metrics: '',
  slurmCluster: '',
  slurmJob: '',
  slurmTask: '',
  isWhole: false,
  durationBasis: 'none',
  gpuBasis: 'unknown',
  seenOn: '',
};

/** Fields that are words: few distinct ones in a project. */
export const TRACKED_WORDS = [
  'project',
  'group',
  'jobType',
  'sweep',
  'sampled',
  'search',
  'metricName',
  'metricGoal',
  'slurmCluster',
  'slurmJob',
  'slurmTask',
  'seenOn',
] as const;

/** The tracked runs of a {@link JobTable}: few rows of it, or none, have one. Kept in columns, since a project may have hundreds of thousands with a long configuration each. */
export class TrackedRuns {
  /** The table's rows that are tracked, ascending. */
  readonly #rows = new SparseRows();
  readonly #words = Object.fromEntries(TRACKED_WORDS.map((name) => [name, new DictionaryColumn()])) as {
    [Name in (typeof TRACKED_WORDS)[number]]: DictionaryColumn;
  };
  readonly #config = new TextColumn();
  readonly #metrics = new TextColumn();
  readonly #sweepRuns = new NumberColumn(Float32Array);
  readonly #isWhole = new NumberColumn(Uint16Array);
  readonly #durationBasis = new DictionaryColumn(DURATION_BASES);
  readonly #gpuBasis = new DictionaryColumn(GPU_BASES);

  get length(): number {
    return this.#rows.length;
  }

  /** @param row of the table; greater than those pushed before */
  push(row: number, run: TrackedRun): void {
    this.#rows.push(row);
    for (const name of TRACKED_WORDS) this.#words[name].push(run[name]);
    this.#config.push(run.config);
    this.#metrics.push(run.metrics);
    this.#sweepRuns.push(run.sweepRuns);
    this.#isWhole.push(Number(run.isWhole));
    this.#durationBasis.push(run.durationBasis);
    this.#gpuBasis.push(run.gpuBasis);
  }

  /** The rows of the table that are tracked, ascending. */
  rows(): Iterable<number> {
    return this.#rows;
  }

  has(row: number): boolean {
    return this.#rows.find(row) >= 0;
  }

  /** What is known of the run in a row of the table; undefined when it is none of a tracker. Texts are decoded when they are asked for. */
  at(row: number): TrackedRun | undefined {
    const at = this.#rows.find(row);
    if (at < 0) return undefined;
    const [words, config, metrics] = [this.#words, this.#config, this.#metrics];
    return {
      project: words.project.at(at),
      group: words.group.at(at),
      jobType: words.jobType.at(at),
      sweep: words.sweep.at(at),
      sampled: words.sampled.at(at),
      search: words.search.at(at),
      metricName: words.metricName.at(at),
      metricGoal: words.metricGoal.at(at),
      slurmCluster: words.slurmCluster.at(at),
      slurmJob: words.slurmJob.at(at),
      slurmTask: words.slurmTask.at(at),
      seenOn: words.seenOn.at(at),
      sweepRuns: this.#sweepRuns.at(at),
      isWhole: this.#isWhole.at(at) === 1,
      durationBasis: DURATION_BASES[this.#durationBasis.code(at)] as DurationBasis,
      gpuBasis: GPU_BASES[this.#gpuBasis.code(at)] as GpuBasis,
      get config() {
        return config.copyAt(at);
      },
      get metrics() {
        return metrics.copyAt(at);
      },
    };
  }
}
