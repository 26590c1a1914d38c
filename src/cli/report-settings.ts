import { basename, resolve } from 'node:path';
import type { AnalysisOptions } from '../analysis/analyse.ts';
import type { ToldSweeps } from '../analysis/told-sweeps.ts';
import { AppError, type ErrorContext } from '../errors.ts';
import { zoneClock, zoneConverter } from '../ingest/timestamp.ts';
import type { Method } from '../model/method.ts';
import type { ProjectEvent } from '../model/project-event.ts';
import type { ProjectRule } from '../model/project-rule.ts';
import type { Locale } from '../report/render/locale.ts';
import { findMethod, METHOD_NAMES } from '../tables/methods/registry.ts';
import type { Config } from './config-schema.ts';
import { eventSeconds, isDayAlone } from './event-date.ts';
import { methodNameIn, ownMethodIn, ownNames } from './own-method.ts';
import type { ConfigFile } from './parse-config.ts';

/** The options of the command line that a configuration may say too. They win over it. */
export interface CommonOptions {
  readonly project?: string;
  readonly timezone?: string;
  readonly method?: string;
  readonly region?: string;
  readonly final?: string;
  readonly metric?: string;
  readonly goal?: 'min' | 'max';
  readonly redact?: boolean;
  readonly locale?: Locale;
}

/** The zone of times that carry none. */
export const zoneOf = (options: Pick<CommonOptions, 'timezone'>, { config }: ConfigFile): string =>
  options.timezone ?? config.timezone ?? 'UTC';

export const isZoneSaid = (options: Pick<CommonOptions, 'timezone'>, { config }: ConfigFile): boolean =>
  (options.timezone ?? config.timezone) !== undefined;

/** How the page writes numbers: as said, else as in English; never by the machine's own settings. */
export const localeOf = ({ locale }: Pick<CommonOptions, 'locale'>, { config }: ConfigFile): Locale =>
  locale ?? config.locale ?? 'en';

/**
 * The method and its region. A region of the configuration stands aside for a method of the command line that has a grid of its own.
 *
 * @throws AppError when one is not known
 */
export function methodOf(options: CommonOptions, file: ConfigFile): Method {
  const name = options.method ?? methodNameIn(file);
  const region = options.region ?? file.config.region;
  try {
    return methodNamed(name, region, file);
  } catch (error) {
    const isUnused = error instanceof AppError && error.context.code === 'region-unused';
    if (isUnused && options.method !== undefined && options.region === undefined)
      return methodNamed(name, undefined, file);
    throw placed(error, options, file);
  }
}

function methodNamed(name: string, region: string | undefined, file: ConfigFile): Method {
  const own = ownNames(file);
  if (own.includes(name)) return ownMethodIn(file, name, region);
  if (own.length > 0 && !METHOD_NAMES.includes(name))
    throw new AppError({ code: 'unknown-method', name, known: [...METHOD_NAMES, ...own] });
  return findMethod(name, region);
}

/** The metric by which runs are compared, and which way it is better. */
export function metricIn(options: CommonOptions, { config }: ConfigFile): AnalysisOptions['metric'] {
  const said = typeof config.metric === 'string' ? { name: config.metric, goal: undefined } : config.metric;
  const name = options.metric ?? said?.name;
  return name === undefined ? undefined : { name, goal: options.goal ?? config.goal ?? said?.goal };
}

/** The project's name: what was said, else that of the first path. */
export function projectNameOf(options: CommonOptions, { config }: ConfigFile, paths: readonly string[]): string {
  if (options.project !== undefined || options.redact === true) return options.project ?? 'project';
  const names = Object.keys(config.projects ?? {});
  return config.project ?? (names.length === 1 ? (names[0] as string) : nameOf(paths[0] as string));
}

/**
 * Which jobs the project has; undefined for all that were read.
 *
 * @throws AppError when there are several projects and nothing says which this is
 */
export function projectRulesOf(options: CommonOptions, file: ConfigFile): readonly ProjectRule[] | undefined {
  const { project, projects } = file.config;
  if (projects === undefined) return undefined;
  const known = Object.keys(projects);
  const chosen = [options.project, project, known.length === 1 ? known[0] : undefined].find(
    (name) => name !== undefined && Object.hasOwn(projects, name),
  );
  if (chosen !== undefined) return projects[chosen];
  const path = `${file.path}:${file.lineOf('projects')}`;
  throw new AppError({ code: 'unknown-project', path, name: options.project ?? project ?? '', known });
}

/** The job or run whose model was published. */
export const publishedIn = (options: CommonOptions, { config }: ConfigFile): string | undefined =>
  options.final ?? config.published;

/** What the configuration says of sweeps, each with its line. */
export function toldSweepsIn({ path, config, lineOf }: ConfigFile): ToldSweeps | undefined {
  if (config.sweeps === undefined) return undefined;
  const corrections = config.sweeps.map((sweep, index) => ({
    ...sweep,
    isSweep: sweep.isSweep ?? true,
    line: lineOf('sweeps', index),
  }));
  return { path, corrections };
}

/** What the configuration says happened, by the clock of the zone. */
export function eventsIn({ config }: ConfigFile, zone: string): ProjectEvent[] {
  const [toUtc, toLocal] = [zoneConverter(zone), zoneClock(zone)];
  return (config.events ?? []).flatMap(({ date, note }) => {
    const at = eventSeconds(date, toUtc);
    return at === undefined ? [] : [{ at, local: toLocal(at), isDay: isDayAlone(date), note }];
  });
}

/** What an option is called in the configuration, by the error that it can make. */
const KEYS = {
  'unknown-method': ['method', 'method'],
  'unknown-region': ['region', 'region'],
  'region-unused': ['region', 'region'],
  'final-not-found': ['final', 'published'],
  'unknown-metric': ['metric', 'metric'],
  'goal-unknown': ['metric', 'metric'],
} as const satisfies Partial<
  Record<ErrorContext['code'], readonly [option: keyof CommonOptions, key: keyof Config & string]>
>;

/** An error of what was said, at the place where it was said: the line of the configuration, if it stands there. */
export function placed(error: unknown, options: CommonOptions, file: ConfigFile): unknown {
  if (!(error instanceof AppError) || !Object.hasOwn(KEYS, error.context.code)) return error;
  const [option, key] = KEYS[error.context.code as keyof typeof KEYS];
  if (options[option] !== undefined || file.config[key] === undefined) return error;
  return new AppError({ ...error.context, place: `${file.path}:${file.lineOf(key)}: ${key}` } as ErrorContext);
}

/** The last part of a path, without the endings of logs. */
const nameOf = (path: string): string =>
  basename(resolve(path)).replace(/\.(txt|csv|log|gz|zst)(?=$|\.)/g, '') || 'project';
