import { type Column, columnOf, type Role } from './roles.ts';

/** What the user says of tables of jobs that do not say it themselves. */
export interface TableSettings {
  /** What columns say, by their headers. */
  readonly columns?: Readonly<Record<string, Role>>;
  /** Units of durations without one, by header: `seconds`, `minutes`, `hours`. */
  readonly units?: Readonly<Record<string, string>>;
  readonly dates?: 'day-first' | 'month-first';
  readonly clock?: 'minutes:seconds' | 'hours:minutes';
  readonly decimal?: 'point' | 'comma';
}

/** The columns of one table. */
export class TableLayout {
  readonly columns: readonly Column[];
  /** Whether CodeCarbon wrote it: `timestamp` is the end of the run, `duration` seconds, energy kWh of all parts. */
  readonly isCodeCarbon: boolean;
  readonly #positions = new Map<Role, number>();

  constructor(header: readonly string[], settings: TableSettings = {}) {
    this.isCodeCarbon = ['timestamp', 'emissions', 'energy_consumed', 'duration'].every((name) =>
      header.includes(name),
    );
    const known = header.map((name) => this.#told(name.trim(), settings) ?? this.#ofCodeCarbon(name) ?? columnOf(name));
    // Of two columns that say the same the first one is it: `gpus` and `num_gpus`.
    this.columns = known.map((column, index) =>
      known.findIndex(({ role }) => role === column.role) < index ? { ...column, role: undefined } : column,
    );
    for (const [index, { role }] of this.columns.entries()) if (role !== undefined) this.#positions.set(role, index);
  }

  /** Index of the column that says something; −1 when none does. */
  at(role: Role): number {
    return this.#positions.get(role) ?? -1;
  }

  has(...roles: readonly Role[]): boolean {
    return roles.some((role) => this.at(role) >= 0);
  }

  /** Whether jobs can be counted by it at all. */
  get isOfJobs(): boolean {
    return this.has('duration', 'gpuHours') || (this.has('start') && this.has('end'));
  }

  #told(name: string, { columns = {} }: TableSettings): Column | undefined {
    const role = columns[name];
    return role === undefined ? undefined : { ...columnOf(name), role };
  }

  #ofCodeCarbon(name: string): Column | undefined {
    if (!this.isCodeCarbon) return undefined;
    const roles: Readonly<Record<string, readonly [Role | undefined, number]>> = {
      timestamp: ['end', Number.NaN],
      duration: ['duration', 1],
      energy_consumed: ['energy', 3.6e6],
      run_id: ['id', Number.NaN],
      project_name: ['account', Number.NaN],
      experiment_id: ['name', Number.NaN],
      gpu_count: ['gpus', Number.NaN],
      gpu_model: ['gpuType', Number.NaN],
      cpu_count: ['cpus', Number.NaN],
    };
    const [role, unit] = roles[name] ?? [undefined, Number.NaN];
    return { name, role, unit };
  }
}
