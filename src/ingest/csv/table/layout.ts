import { exportWith } from './exports.ts';
import { isOfOneModel } from './gpu-time-headers.ts';
import { isCreation, surestOf } from './preferences.ts';
import { bareName, type Column, type Role } from './roles.ts';
import { withStatistics } from './statistics.ts';
import { WEAK_NAMES } from './weak-names.ts';

/** What the user says of tables of jobs that do not say it themselves. */
export interface TableSettings {
  /** What columns say, by their headers. */
  readonly columns?: Readonly<Record<string, Role>>;
  /** Units of durations and of memory without one, by header: `seconds`, `minutes`, `hours`, `MB`. */
  readonly units?: Readonly<Record<string, string>>;
  readonly dates?: 'day-first' | 'month-first';
  readonly clock?: 'minutes:seconds' | 'hours:minutes';
  readonly decimal?: 'point' | 'comma';
}

/** The columns of one table. */
export class TableLayout {
  readonly columns: readonly Column[];
  readonly isCodeCarbon: boolean;
  readonly #positions: ReadonlyMap<Role, number>;

  /** @param isCodeCarbon whether CodeCarbon wrote it: `timestamp` is the end of the run, `duration` seconds, energy kWh of all parts */
  constructor(columns: readonly Column[], isCodeCarbon: boolean) {
    this.columns = columns;
    this.isCodeCarbon = isCodeCarbon;
    const places = columns.flatMap(({ role }, index) => (role === undefined ? [] : [[role, index] as const]));
    this.#positions = new Map(places);
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
}

/** Tells the columns of a table by their headers. */
export function layoutOfTable(header: readonly string[], settings: TableSettings = {}): TableLayout {
  const { isCodeCarbon, columnOf: own } = exportWith(header);
  const told = header.map((name) => toldOf(name.trim(), settings, own));
  const areOfModels = header.filter(isOfOneModel).length > 1; // then each is a part of the whole
  const ownOf = (name: string): Column =>
    areOfModels && isOfOneModel(name) ? { ...own(name), role: undefined } : own(name);
  const isTold = (name: string): boolean => Object.hasOwn(settings.columns ?? {}, name);
  const stated = header.map((name, index) => told[index] ?? ownOf(name));
  const known = isCodeCarbon ? stated : withStatistics(stated, isTold);
  // Of two columns that say the same it is the one that the user named, else the surest, else the first: `gpus` and `num_gpus`.
  const chosen = new Map<Role | undefined, number>();
  for (const role of new Set(known.map((column) => column.role))) {
    const named = role === undefined ? -1 : told.findIndex((column) => column?.role === role);
    if (role !== undefined) chosen.set(role, named >= 0 ? named : surestOf(known, role));
  }
  const hasSubmit = chosen.has('submit');
  const creation = firstCreation(known);
  const distinct = known.map((column, index): Column => {
    if (column.role === undefined || column.role === 'none' || chosen.get(column.role) === index) return column;
    const isSubmit = !hasSubmit && column.role === 'start' && index === creation;
    return { ...column, role: isSubmit ? 'submit' : undefined };
  });
  return new TableLayout(withWeakNames(ofLightning(distinct, isTold)), isCodeCarbon);
}

/** Lightning's `devices` are those of each of its `num_nodes`. */
function ofLightning(columns: readonly Column[], isTold: (name: string) => boolean): readonly Column[] {
  const isNodes = ({ name, role }: Column): boolean => role === 'nodes' && bareName(name) === 'numnodes';
  if (!columns.some(isNodes) || columns.some(({ role }) => role === 'gpusPerNode')) return columns;
  return columns.map((column) =>
    column.role === 'gpus' && bareName(column.name) === 'devices' && !isTold(column.name)
      ? { ...column, role: 'gpusPerNode' }
      : column,
  );
}

/** The first column that says when jobs were made; −1 where none does. */
const firstCreation = (columns: readonly Column[]): number =>
  columns.findIndex(({ name, role }) => role === 'start' && isCreation(name));

function toldOf(name: string, { columns = {} }: TableSettings, own: (name: string) => Column): Column | undefined {
  const role = columns[name];
  return role === undefined ? undefined : { ...own(name), role };
}

/** Takes `Datum` for the start where no other column is, `Anzahl` and `Typ` for those of GPUs where they stand beside the model or the count, and `metric` for the name of a value. */
function withWeakNames(columns: readonly Column[]): readonly Column[] {
  const has = (role: Role): boolean => columns.some((column) => column.role === role);
  const day = has('start') || has('submit') ? -1 : columns.findIndex((column) => isWeak(column, 'day'));
  const model = columns.findIndex(({ role }) => role === 'gpuType');
  const gpus = columns.findIndex(({ role }) => role === (has('gpus') ? 'gpus' : 'gpuHours'));
  const count = has('gpus') || has('gpusPerNode') || has('gpuIds') ? undefined : besideOf(columns, model, 'count');
  const kind = has('gpuType') ? undefined : besideOf(columns, gpus, 'kind');
  const metric =
    !has('metricValue') || has('metricName') ? -1 : columns.findIndex((column) => isWeak(column, 'metric'));
  return columns.map((column, index) => {
    if (column.name === '') return { ...column, role: 'none' };
    if (index === day) return { ...column, role: 'start' };
    if (index === metric) return { ...column, role: 'metricName' };
    if (index === kind) return { ...column, role: 'gpuType' };
    return index === count ? { ...column, role: 'gpus' } : column;
  });
}

/** The column right after or before another, if it has such a name. */
const besideOf = (columns: readonly Column[], index: number, kind: keyof typeof WEAK_NAMES): number | undefined =>
  index < 0 ? undefined : [index + 1, index - 1].find((each) => isWeak(columns[each], kind));

const isWeak = (column: Column | undefined, kind: keyof typeof WEAK_NAMES): boolean =>
  column?.role === undefined && WEAK_NAMES[kind].has(bareName(column?.name ?? ''));

/** A column that may say how many GPUs there are, or how many of anything else; undefined where no such is or another says it. */
export const openCountIn = (layout: TableLayout): Column | undefined =>
  layout.has('gpuType') && !layout.has('gpus', 'gpusPerNode', 'gpuIds', 'gpuHours')
    ? layout.columns.find((column) => isWeak(column, 'count'))
    : undefined;
