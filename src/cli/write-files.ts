import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../errors.ts';

/** Written bytes that may wait for the disk while more are made. */
const WRITE_BYTES = 8 << 20;

/**
 * Writes files, each given in pieces, into a directory, which is made if need be.
 *
 * @throws AppError when the directory or a file cannot be written
 */
export async function writeFiles(
  directory: string,
  pieces: Readonly<Record<string, Iterable<string | Uint8Array>>>,
): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    for (const [name, text] of Object.entries(pieces)) {
      await pipeline(Readable.from(text), createWriteStream(join(directory, name), { highWaterMark: WRITE_BYTES }));
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new AppError({ code: 'cannot-write', path: directory, reason: error.message });
  }
}
