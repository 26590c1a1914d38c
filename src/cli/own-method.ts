import { basename } from 'node:path';
import { AppError } from '../errors.ts';
import type { Range } from '../model/estimate.ts';
import type { Method } from '../model/method.ts';
import type { Said, SaidMethod } from '../model/said.ts';
import { ownMethod } from '../tables/methods/own-method.ts';
import { findMethod, METHOD_NAMES } from '../tables/methods/registry.ts';
import type { OwnMethodConfig } from './config-method.ts';
import type { ConfigFile } from './parse-config.ts';

const DEFAULT_METHOD = 'default';

/** The method that is meant where the command line names none: that of the file, or the only one that the file describes. */
export function methodNameIn({ config }: ConfigFile): string {
  const [only, ...others] = Object.keys(config.methods ?? {});
  return config.method ?? (others.length === 0 ? only : undefined) ?? DEFAULT_METHOD;
}

/** Names of the methods that the file describes. */
export const ownNames = ({ config }: ConfigFile): readonly string[] => Object.keys(config.methods ?? {});

/**
 * A method that the file describes, for a region.
 *
 * @throws AppError with the line, when it has the name of another, is made from one that is not known, or has a grid of its own beside the region
 */
export function ownMethodIn(file: ConfigFile, name: string, region: string | undefined): Method {
  const own = file.config.methods?.[name] as OwnMethodConfig;
  const at = (...keys: readonly (string | number)[]): number => file.lineOf('methods', name, ...keys);
  if (METHOD_NAMES.includes(name))
    throw badConfig(
      file,
      at(),
      `methods.${name} is the name of a method that there is. Choose another, and say from: ${name}`,
    );
  const from = own.from ?? DEFAULT_METHOD;
  if (!METHOD_NAMES.includes(from))
    throw badConfig(file, at('from'), `methods.from: there is no method ${from}. There are ${METHOD_NAMES.join(', ')}`);
  if (region !== undefined && own.gridKgPerKwh !== undefined)
    throw new AppError({ code: 'region-unused', region, method: name });
  return ownMethod(
    findMethod(from, region),
    name,
    saidIn(own, (...keys) => placeOf(file, at(...keys))),
  );
}

const badConfig = ({ path }: ConfigFile, line: number, reason: string): AppError =>
  new AppError({ code: 'bad-config', path, line, reason });

/** Where the user said something, for the report: without the directories, which may hold names. */
const placeOf = ({ path }: ConfigFile, line: number): string => `line ${line} of ${basename(path)}`;

type Place = (...keys: readonly (string | number)[]) => string;

const FIGURES = [
  'pue',
  'gridKgPerKwh',
  'electricityUsdPerKwh',
  'cpuWattsPerCore',
  'memoryWattsPerGb',
  'embodiedKgPerGpuHour',
] as const satisfies readonly (keyof SaidMethod & keyof OwnMethodConfig)[];
const BY_NAME = ['gpuWatts', 'gpuUsdPerHour', 'partitionUsdPerGpuHour'] as const satisfies readonly (keyof SaidMethod &
  keyof OwnMethodConfig)[];

/** The constants with the lines on which they stand. */
function saidIn(own: OwnMethodConfig, place: Place): SaidMethod {
  const said = (range: Range, ...keys: readonly string[]): Said => ({ ...range, place: place(...keys) });
  const figures = FIGURES.flatMap((key) => {
    const range = own[key];
    return range === undefined ? [] : [[key, said(range, key)] as const];
  });
  const named = BY_NAME.flatMap((key) => {
    const ranges = own[key];
    if (ranges === undefined) return [];
    return [
      [key, Object.fromEntries(Object.entries(ranges).map(([name, range]) => [name, said(range, key, name)]))] as const,
    ];
  });
  const owned = own.owned?.map((hardware, index) => ({ ...hardware, place: place('owned', index) }));
  return { ...Object.fromEntries([...figures, ...named]), ...(owned === undefined ? {} : { owned }) };
}
