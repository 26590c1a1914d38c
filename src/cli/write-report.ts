import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../errors.ts';
import type { ProjectFacts } from '../model/facts.ts';
import { renderHtml } from '../report/html.ts';
import { jobsCsv } from '../report/jobs-csv.ts';
import { rejectsCsv } from '../report/rejects-csv.ts';
import { reportJson } from '../report/report-json.ts';
import { statementMarkdown, statementTex } from '../report/statement.ts';
import { sweepsCsv } from '../report/sweeps-csv.ts';

/** Written bytes that may wait for the disk while more are made. */
const WRITE_BYTES = 8 << 20;

const sha256Base64 = (text: string): string => createHash('sha256').update(text).digest('base64');

/**
 * Writes all files of a report into a directory, which is made if need be. Gives the path of the page.
 *
 * @throws AppError when the directory or a file cannot be written
 */
export async function writeReport(facts: ProjectFacts, directory: string): Promise<string> {
  const pieces: Readonly<Record<string, Iterable<string | Uint8Array>>> = {
    'report.json': reportJson(facts),
    'jobs.csv': jobsCsv(facts),
    'sweeps.csv': sweepsCsv(facts),
    'rejects.csv': rejectsCsv(facts),
    'statement.md': [statementMarkdown(facts)],
    'statement.tex': [statementTex(facts)],
    'index.html': [await renderHtml(facts, { sha256Base64 })],
  };
  try {
    await mkdir(directory, { recursive: true });
    for (const [name, text] of Object.entries(pieces)) {
      await pipeline(Readable.from(text), createWriteStream(join(directory, name), { highWaterMark: WRITE_BYTES }));
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new AppError({ code: 'cannot-write', path: directory, reason: error.message });
  }
  return join(directory, 'index.html');
}
