import { createHash } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { lstat, open, readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import { AppError } from '../errors.ts';

/** A file found under the paths that the user named. */
export interface FoundFile {
  /** Where it is, to open it. */
  readonly path: string;
  /** How messages name it: relative to the directory named by the user, with that directory's name in front. */
  readonly shown: string;
  /** Size on disk, bytes. */
  readonly bytes: number;
}

const READ_BYTES = 1 << 20;

/**
 * Finds all regular files under paths, sorted by the name shown, so that the order of a directory listing never shows. Symbolic links inside
 * directories are not followed: they lead in circles or to files that are counted already.
 *
 * @throws AppError when a path does not exist
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    const stats = await stat(path).catch(() => undefined);
    if (stats === undefined) throw new AppError({ code: 'path-missing', path });
    if (stats.isFile()) found.set(path, { path, shown: basename(path), bytes: stats.size });
    else if (stats.isDirectory()) await walk(path, path, found);
  }
  return [...found.values()].sort((a, b) =>
    a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : a.path < b.path ? -1 : 1,
  );
}

async function walk(root: string, directory: string, found: Map<string, FoundFile>): Promise<void> {
  const names = await readdir(directory).catch((): string[] => []);
  for (const name of names) {
    if (name.startsWith('.')) continue;
    const path = join(directory, name);
    const stats: Stats | undefined = await lstat(path).catch(() => undefined);
    if (stats?.isDirectory()) await walk(root, path, found);
    else if (stats?.isFile()) {
      const shown = join(basename(root), relative(root, path)).split('\\').join('/');
      found.set(path, { path, shown, bytes: stats.size });
    }
  }
}

type Compression = 'gzip' | 'zstd' | 'none';

function compressionOf(head: Uint8Array): Compression {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd';
  return 'none';
}

/** Node has had zstd since 22.15; the types of Node 20 do not know it. */
const zstd = (zlib as { createZstdDecompress?: () => Transform }).createZstdDecompress;

function decompressor(compression: Compression): Transform | undefined {
  if (compression === 'gzip') return zlib.createGunzip({ chunkSize: READ_BYTES });
  if (compression === 'none') return undefined;
  if (zstd === undefined) throw new Error('zstd needs Node 22.15 or newer; decompress it first (zstd -d)');
  return zstd();
}

/** What a file held, once it was read to the end. */
export interface FileDigest {
  /** Of the bytes on disk, hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads a file block by block, decompressed by content (gzip; zstd where Node has it). Gives the bytes to `onBlock` and the count of bytes read
 * from disk to `onProgress`.
 *
 * @throws Error when the file cannot be read or its compression is damaged; blocks given before that stand
 */
export async function readFile(
  path: string,
  onBlock: (block: Uint8Array) => void,
  onProgress: (bytes: number) => void,
): Promise<FileDigest> {
  const hash = createHash('sha256');
  const compression = compressionOf(await headOf(path));
  const raw = createReadStream(path, { highWaterMark: READ_BYTES });
  const tap = new Transform({
    transform(block: Uint8Array, _encoding, done) {
      hash.update(block);
      onProgress(block.length);
      done(null, block);
    },
  });
  const through = decompressor(compression);
  const take = async (blocks: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const block of blocks) onBlock(block);
  };
  if (through === undefined) await pipeline(raw, tap, take);
  else await pipeline(raw, tap, through, take);
  return { sha256: hash.digest('hex') };
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const head = new Uint8Array(4);
    await file.read(head, 0, 4, 0);
    return head;
  } finally {
    await file.close();
  }
}
