import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { COLUMNS, formatRemainder, formatRows } from './dump/format-rows.ts';
import { JobStream } from './dump/job-stream.ts';

/** A generated `sacct --parsable2 --duplicates` dump, and what is known to be in it because it was put there. */
export interface SacctDump {
  readonly path: string;
  /** Changes whenever the same seed would give other bytes. */
  readonly generator: number;
  readonly seed: number;
  readonly bytes: number;
  /** With the header. */
  readonly lines: number;
  /** Job rows but for remainders of arrays: one for each JobIDRaw and Submit. */
  readonly attempts: number;
  readonly remainders: number;
  readonly gpuHours: number;
}

const GENERATOR = 1;
const BLOCK_CHARACTERS = 1 << 20;

/** The dump of so many attempts in a folder, made now unless it is there already; its facts stand beside it as JSON. */
export function ensureSacctDump(folder: string, attempts: number, seed: number): SacctDump {
  const path = join(folder, `sacct-${attempts}-seed${seed}.txt`);
  const factsPath = `${path}.facts.json`;
  const known = readFacts(factsPath, path);
  if (known !== undefined) return known;
  mkdirSync(folder, { recursive: true });
  const facts: SacctDump = { path, generator: GENERATOR, seed, ...writeDump(`${path}.partial`, attempts, seed) };
  renameSync(`${path}.partial`, path);
  const { path: _path, ...stored } = facts;
  writeFileSync(factsPath, `${JSON.stringify(stored, null, 2)}\n`);
  return facts;
}

/** What is known of a dump made before; undefined when there is none, or another size, or one of an older generator. */
function readFacts(factsPath: string, path: string): SacctDump | undefined {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined || statSync(factsPath, { throwIfNoEntry: false }) === undefined) return undefined;
  const facts: SacctDump = { ...JSON.parse(readFileSync(factsPath, 'utf8')), path };
  return facts.bytes === size && facts.generator === GENERATOR ? facts : undefined;
}

/** Writes a dump block by block: about 100,000 jobs a second. */
function writeDump(path: string, attempts: number, seed: number): Omit<SacctDump, 'path' | 'generator' | 'seed'> {
  const file = openSync(path, 'w');
  let block = `${COLUMNS.join('|')}\n`;
  let [bytes, lines, remainders, gpuSeconds] = [0, 1, 0, 0];
  const flush = (): void => {
    bytes += writeSync(file, block);
    block = '';
  };
  const stream = new JobStream(attempts, seed, {
    attempt(attempt, now) {
      const rows = formatRows(attempt, now);
      block += rows.text;
      lines += rows.lines;
      gpuSeconds += rows.gpuSeconds;
      if (block.length > BLOCK_CHARACTERS) flush();
    },
    remainder(job, submit, now) {
      block += formatRemainder(job, submit, now);
      lines++;
      remainders++;
    },
  });
  stream.run();
  flush();
  closeSync(file);
  return { bytes, lines, attempts, remainders, gpuHours: gpuSeconds / 3600 };
}
