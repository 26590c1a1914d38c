import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createRandom, type Random } from '../../fixtures/lisa/random.ts';

/** A generated table of jobs, and what is known to be in it because it was put there. */
export interface BenchTable {
  readonly path: string;
  /** Changes whenever the same size would give other bytes. */
  readonly generator: number;
  readonly bytes: number;
  /** Without the header. */
  readonly rows: number;
  readonly gpuSeconds: number;
}

const GENERATOR = 1;
const BLOCK_CHARACTERS = 1 << 20;
/** Ten columns: three in which hardly any text comes again and an id, six of few texts. */
const HEADER = 'job_id,user,started,duration_s,gpus,gpu_type,status,learning_rate,seed,val_loss';

/** The table of so many rows in a folder, made now unless it is there already; its facts stand beside it as JSON. */
export function ensureTable(folder: string, rows: number): BenchTable {
  const path = join(folder, `table-${rows}.csv`);
  const factsPath = `${path}.facts.json`;
  if (existsSync(path) && existsSync(factsPath)) {
    const known: BenchTable = { ...JSON.parse(readFileSync(factsPath, 'utf8')), path };
    if (known.generator === GENERATOR && known.bytes === statSync(path).size) return known;
  }
  mkdirSync(folder, { recursive: true });
  const facts = { generator: GENERATOR, rows, ...writeTable(`${path}.partial`, rows) };
  renameSync(`${path}.partial`, path);
  writeFileSync(factsPath, `${JSON.stringify(facts, null, 2)}\n`);
  return { path, ...facts };
}

function writeTable(path: string, rows: number): { bytes: number; gpuSeconds: number } {
  const file = openSync(path, 'w');
  const random = createRandom('table');
  let block = `${HEADER}\n`;
  let [bytes, gpuSeconds, start] = [0, 0, Date.UTC(2024, 0, 1) / 1000];
  for (let row = 0; row < rows; row++) {
    start += random.integer(0, 60);
    const [seconds, gpus] = [random.integer(1, 200_000), random.pick([1, 1, 1, 2, 4, 8])];
    gpuSeconds += seconds * gpus;
    block += `${textOf(random, row, start, seconds, gpus)}\n`;
    if (block.length < BLOCK_CHARACTERS && row < rows - 1) continue;
    bytes += writeSync(file, block);
    block = '';
  }
  closeSync(file);
  return { bytes, gpuSeconds };
}

function textOf(random: Random, row: number, start: number, seconds: number, gpus: number): string {
  return [
    100_000 + row,
    `user${random.integer(1, 40)}`,
    new Date(start * 1000).toISOString().slice(0, 19),
    seconds,
    gpus,
    random.pick(['V100', 'A100', 'H100', 'NVIDIA A100-SXM4-80GB']),
    random.pick(['finished', 'finished', 'finished', 'failed', 'killed']),
    random.pick(['0.1', '0.03', '0.01', '0.003', '3e-4']),
    random.integer(1, 5),
    random.between(0.1, 3).toFixed(6),
  ].join(',');
}
