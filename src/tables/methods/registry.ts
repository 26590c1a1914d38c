import { AppError } from '../../errors.ts';
import type { Method } from '../../model/method.ts';
import { REGIONS } from '../grid/registry.ts';
import { defaultMethod } from './default.ts';
import { greenAlgorithms } from './green-algorithms.ts';
import { strubell2019 } from './strubell-2019.ts';

/** Every method by name. To add one: a file beside the others and a line here. */
const METHODS: Readonly<Record<string, (region: string | undefined) => Method>> = {
  default: defaultMethod,
  'green-algorithms': greenAlgorithms,
  'strubell-2019': () => strubell2019,
};

/** The names by which methods are asked for. */
export const METHOD_NAMES: readonly string[] = Object.keys(METHODS);

/**
 * The method of a name, for a region of the grid table.
 *
 * @throws AppError when the method or the region is not known, or the method takes no region
 */
export function findMethod(name: string, region?: string): Method {
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (method === undefined) throw new AppError({ code: 'unknown-method', name, known: METHOD_NAMES });
  if (region !== undefined && !REGIONS.includes(region)) {
    throw new AppError({ code: 'unknown-region', name: region, known: REGIONS });
  }
  const found = method(region);
  if (region !== undefined && found.fixedGrid === true)
    throw new AppError({ code: 'region-unused', region, method: name });
  return found;
}
