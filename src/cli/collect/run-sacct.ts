import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { AppError } from '../../errors.ts';
import { SacctOutput } from './sacct-output.ts';
import { SACCT_ENVIRONMENT } from './sacct-query.ts';

/** What slurmdbd or the database answers when a query is more than it will do: too wide, too large (3 GB), too slow. */
const TOO_MUCH =
  /date range|exceeds size limit|too (large|wide)|timed out|timeout|zero bytes were transmitted|max_statement_time|lost connection/i;
/** The same where `sacct` ends well all the same; a word such as "timeout" may then be about anything. */
const REFUSED = /too wide of a date range|exceeds size limit/i;
/** These may time out as well, and no smaller window mends them. */
const NO_CONNECTION = /(unable to|failed to|can.?t|cannot) (contact|connect)|refused/i;

const MOST_MESSAGE_CHARACTERS = 2000;

/** `sacct` did not do what it was asked. */
export class SacctFailure extends Error {
  /** Whether it might do so for a smaller window. */
  readonly tooMuch: boolean;

  constructor(reason: string) {
    super(reason);
    this.tooMuch = TOO_MUCH.test(reason) && !NO_CONNECTION.test(reason);
  }
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

const start = (args: readonly string[]): Child =>
  spawn('sacct', args, { env: { ...process.env, ...SACCT_ENVIRONMENT }, stdio: ['ignore', 'pipe', 'pipe'] });

/** Waits for the end of a program. Gives what it said on stderr and how it ended; '' when it ended well. */
function ending(child: Child): Promise<{ said: string; failure: string }> {
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < MOST_MESSAGE_CHARACTERS) said += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new AppError({ code: 'sacct-missing' }) : new SacctFailure(error.message)),
    );
    child.on('close', (code, signal) =>
      resolve({ said: said.trim(), failure: code === 0 ? '' : `ended with ${signal ?? `exit code ${code}`}` }),
    );
  });
}

/**
 * What `sacct --helpformat` prints.
 *
 * @throws AppError where there is no `sacct`, and {@link SacctFailure}
 */
export async function helpFormat(): Promise<string> {
  const child = start(['--helpformat']);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  const { said, failure } = await ending(child);
  if (failure !== '') throw new SacctFailure(said || failure);
  return text;
}

/** What was saved. */
export interface Saved {
  readonly rows: number;
  /** What `sacct` said although it ended well. */
  readonly warnings: string;
}

/**
 * Runs `sacct` and saves its rows, compressed, as they come. The file has its name only once it is complete; until then it is hidden, and reports leave it out.
 *
 * @param fields number of columns asked for
 * @throws SacctFailure, or the error of the file system
 */
export async function saveRows(args: readonly string[], fields: number, path: string): Promise<Saved> {
  const partial = join(dirname(path), `.${basename(path)}.part`);
  try {
    const saved = await saveTo(partial, args, fields);
    await rename(partial, path);
    return saved;
  } finally {
    await rm(partial, { force: true });
  }
}

async function saveTo(path: string, args: readonly string[], fields: number): Promise<Saved> {
  const child = start(args);
  const output = new SacctOutput(fields);
  const saving = pipeline(child.stdout, output, createGzip(), createWriteStream(path));
  saving.catch(() => child.kill());
  const [{ said, failure }] = await Promise.all([ending(child), saving]);
  const warnings = [said, ...output.messages].filter((text) => text !== '').join('\n');
  if (failure !== '') throw new SacctFailure(warnings || failure);
  if (output.rows < 0) throw new SacctFailure(warnings || 'it printed no header');
  if (REFUSED.test(warnings)) throw new SacctFailure(warnings);
  return { rows: output.rows, warnings };
}
