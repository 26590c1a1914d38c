import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import type { ConfigFile } from './parse-config.ts';

const NAME = 'runledger.yaml';

/** Where there is no file. */
const NOTHING: ConfigFile = { path: NAME, config: {}, lineOf: () => 0 };

/** The configuration that goes with the paths: the file named, else `runledger.yaml` in the first path or the working directory. */
export async function readConfig(named: string | undefined, paths: readonly string[]): Promise<ConfigFile> {
  if (named !== undefined && !existsSync(named)) throw new AppError({ code: 'path-missing', path: named });
  const path = named ?? [join(paths[0] ?? '.', NAME), NAME].find((each) => existsSync(each));
  if (path === undefined) return NOTHING;
  if (statSync(path).isDirectory()) throw new AppError({ code: 'bad-config', path, line: 0, reason: 'is a directory' });
  const { parseConfig } = await import('./parse-config.ts'); // 60 ms that most reports can do without
  const text = readFileSync(path);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { ...parseConfig(text.toString('utf8'), path), sha256 };
}
