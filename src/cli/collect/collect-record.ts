import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../errors.ts';

const NAME = 'collect.json';
export const COLLECT_SCHEMA = 'runledger/collect@1';

/** What every record says, whatever was collected. */
const ANY = z.looseObject({ schema: z.literal(COLLECT_SCHEMA), source: z.string() });

/**
 * Reads `collect.json`, in which `collect` keeps what it asked for and when; undefined where there is none yet.
 *
 * @param source the system that is asked, as the subcommand is called
 * @throws AppError when the record is of another system, or cannot be read
 */
export async function readRecord<T>(directory: string, source: string, shape: z.ZodType<T>): Promise<T | undefined> {
  const path = join(directory, NAME);
  if (!existsSync(path)) return undefined;
  const [text, subcommand] = [await readFile(path, 'utf8'), `collect ${source}`];
  const before = parse(text, ANY, path).source;
  if (before !== source) {
    throw new AppError({ code: 'other-collection', directory, before: `collect ${before}`, asked: subcommand });
  }
  return parse(text, shape, path);
}

export const writeRecord = (directory: string, record: object): Promise<void> =>
  writeWhole(join(directory, NAME), `${JSON.stringify(record, undefined, 2)}\n`);

/** Writes a file that has its name only once it is complete; until then it is hidden, and reports leave it out. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.part`);
  await writeFile(partial, text);
  await rename(partial, path);
}

function parse<T>(text: string, shape: z.ZodType<T>, path: string): T {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new AppError({ code: 'bad-collection', path });
  }
}
