import { createHash } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import { AppError } from '../errors.ts';
import { crc32 as tableCrc32 } from './wandb/log/crc32.ts';

/** A file found under the paths that the user named. */
export interface FoundFile {
  /** Where it is, to open it. */
  readonly path: string;
  /** How messages name it: relative to the directory named by the user, with that directory's name in front. */
  readonly shown: string;
  /** Size on disk, bytes. */
  readonly bytes: number;
}

/** A file or directory that is there and cannot be looked into. */
export interface Unreadable {
  readonly shown: string;
  readonly reason: string;
}

const READ_BYTES = 1 << 20;

/** Ours, and no logs: the configuration, and what `collect` keeps of its own. */
const OURS: ReadonlySet<string> = new Set(['runledger.yaml', 'collect.json']);

/**
 * Finds all regular files under paths, sorted by the name shown, so that the order of a directory listing never shows. Hidden ones and our own are left out.
 * Symbolic links are followed, last of all: what they lead to is taken once, under its own name where it has one under the paths.
 *
 * @throws AppError when a path does not exist
 */
export async function findFiles(paths: readonly string[]): Promise<{ files: FoundFile[]; unreadable: Unreadable[] }> {
  const search = new Search();
  for (const path of paths) {
    const stats = await stat(path).catch(() => undefined);
    if (stats === undefined) throw new AppError({ code: 'path-missing', path });
    await search.visit(path, basename(resolve(path)));
  }
  await search.followLinks();
  return search.found();
}

class Search {
  /** By real path, so that nothing is found twice. */
  readonly #files = new Map<string, FoundFile>();
  readonly #directories = new Set<string>();
  readonly #links: { readonly path: string; readonly shown: string }[] = [];
  readonly #unreadable: Unreadable[] = [];

  found(): { files: FoundFile[]; unreadable: Unreadable[] } {
    const order = (a: FoundFile, b: FoundFile): number =>
      a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : a.path < b.path ? -1 : 1;
    return { files: [...this.#files.values()].sort(order), unreadable: this.#unreadable };
  }

  /** Takes a file, or all that a directory holds. */
  async visit(path: string, shown: string): Promise<void> {
    try {
      const [real, stats] = [await realpath(path), await stat(path)];
      if (stats.isFile() && !this.#files.has(real)) this.#files.set(real, { path, shown, bytes: stats.size });
      if (!stats.isDirectory() || this.#directories.has(real)) return;
      this.#directories.add(real);
      for (const entry of await readdir(path, { withFileTypes: true })) await this.#entry(path, shown, entry);
    } catch (error) {
      this.#unreadable.push({ shown, reason: (error as Error).message.replace(/, \w+ '.*'$/, '') });
    }
  }

  /** Links may lead to links; each directory is entered once, so this ends. */
  async followLinks(): Promise<void> {
    while (this.#links.length > 0) {
      const links = this.#links.splice(0).sort((a, b) => (a.path < b.path ? -1 : 1));
      for (const { path, shown } of links) await this.visit(path, shown);
    }
  }

  async #entry(directory: string, shownDirectory: string, entry: Dirent): Promise<void> {
    if (entry.name.startsWith('.') || OURS.has(entry.name)) return;
    const [path, shown] = [join(directory, entry.name), `${shownDirectory}/${entry.name}`];
    if (entry.isSymbolicLink()) this.#links.push({ path, shown });
    else if (entry.isFile() || entry.isDirectory()) await this.visit(path, shown);
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

/**
 * Reads a file block by block, decompressed by content (gzip; zstd where Node has it). Gives the bytes to `onBlock`, which must not keep them, and the count of bytes read from
 * disk to `onProgress`.
 *
 * @returns SHA-256 of the bytes on disk, hexadecimal
 * @throws Error when the file cannot be read or its compression is damaged; blocks given before that stand
 */
export async function readFile(
  path: string,
  onBlock: (block: Uint8Array) => void,
  onProgress: (bytes: number) => void,
): Promise<{ readonly sha256: string }> {
  const hash = createHash('sha256');
  const onRaw = (block: Uint8Array): void => {
    hash.update(block);
    onProgress(block.length);
  };
  const through = decompressor(compressionOf(await headOf(path)));
  if (through === undefined) {
    for await (const block of rawBlocks(path)) {
      onRaw(block);
      onBlock(block);
    }
  } else {
    await decompress(path, through, onRaw, onBlock);
  }
  return { sha256: hash.digest('hex') };
}

/** The bytes of a file. While one block is worked on the next is read, into the other of two buffers: a stream would wait a second in all for 800 MB. */
async function* rawBlocks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  const buffers = [new Uint8Array(READ_BYTES), new Uint8Array(READ_BYTES)] as const;
  const readInto = (buffer: Uint8Array) => file.read(buffer, 0, READ_BYTES);
  try {
    let pending = readInto(buffers[0]);
    for (let turn = 0; ; turn++) {
      const { bytesRead, buffer } = await pending;
      if (bytesRead === 0) return;
      pending = readInto(buffers[(turn + 1) % 2] as Uint8Array);
      pending.catch(() => undefined); // thrown when it is awaited
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function decompress(
  path: string,
  through: Transform,
  onRaw: (block: Uint8Array) => void,
  onBlock: (block: Uint8Array) => void,
): Promise<void> {
  const tap = new Transform({
    transform(block: Uint8Array, _encoding, done) {
      onRaw(block);
      done(null, block);
    },
  });
  await pipeline(createReadStream(path, { highWaterMark: READ_BYTES }), tap, through, async (blocks) => {
    for await (const block of blocks as AsyncIterable<Uint8Array>) onBlock(block);
  });
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

/** The most that one compressed text inside of a log may hold. Our own judgement: summaries of jobs take a few kilobytes. */
const MOST_INFLATED = 1 << 24;

/** Decompresses gzip in memory; undefined when it is damaged or too large. */
export function gunzip(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return zlib.gunzipSync(bytes, { maxOutputLength: MOST_INFLATED });
  } catch {
    return undefined;
  }
}

/** CRC-32 of IEEE 802.3: zlib's own where Node has it (20.15 and later), fifteen times as fast as a table. */
export const crc32: (bytes: Uint8Array) => number =
  (zlib as { crc32?: (bytes: Uint8Array) => number }).crc32 ?? tableCrc32;
