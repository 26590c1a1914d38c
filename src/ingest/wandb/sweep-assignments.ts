import type { SweepFile } from './run-directories.ts';

/** What a sweep gave to one of its runs. */
export interface Assignment {
  readonly sweep: string;
  /** Names of the hyperparameters that it chose, sorted. */
  readonly sampled: readonly string[];
  /** What it chose, as its file has it. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** Which run is of which sweep, as the sweeps' agents wrote it down: in practice the only place where it stands. */
export class SweepAssignments {
  /** By directory and run. */
  readonly #byRoot = new Map<string, Assignment>();
  /** By run alone, for runs that were moved; undefined where two directories know the run. */
  readonly #byRun = new Map<string, Assignment | undefined>();
  /** Runs by sweep: directories may be copied, with the same files in them. */
  readonly #assigned = new Map<string, Set<string>>();

  /** @param config content of the file */
  add({ root, sweep, run }: SweepFile, config: Readonly<Record<string, unknown>> | undefined): void {
    const sampled = Object.keys(config ?? {}).filter((key) => key !== 'wandb_version' && key !== '_wandb');
    const assignment = { sweep, sampled: sampled.sort(), config: config ?? {} };
    this.#byRoot.set(`${root}\u0000${run}`, assignment);
    this.#byRun.set(run, this.#byRun.has(run) && this.#byRun.get(run)?.sweep !== sweep ? undefined : assignment);
    const assigned = this.#assigned.get(sweep) ?? new Set();
    this.#assigned.set(sweep, assigned.add(run));
  }

  /** @param root directory in which the run's directory is */
  of(root: string, run: string): Assignment | undefined {
    return this.#byRoot.get(`${root}\u0000${run}`) ?? this.#byRun.get(run);
  }

  /** How many runs a sweep was given, as far as its files are at hand. */
  assigned(sweep: string): number {
    return this.#assigned.get(sweep)?.size ?? 0;
  }
}
