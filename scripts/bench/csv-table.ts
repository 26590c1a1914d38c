import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BenchTable, ensureTable } from './csv/write-table.ts';
import { runProcess } from './measure/run-process.ts';

// How fast any table of jobs is read, against papaparse alone on the same file: `npm run bench:csv`, or `npm run bench:csv -- 100000` for fewer rows. The ways alternate, each in a
// process of its own, so that their ratios hold on a noisy machine; of processor time they do so on a busy one. Ours is all of `ingest`: SHA-256, recognising the source, and the job table.

const ROUNDS = 3;
const READER = fileURLToPath(new URL('./csv/read-table.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');
const BASELINE = 'stream';
const WAYS: readonly (readonly [way: string, words: string])[] = [
  [BASELINE, 'papaparse, streamed, rows as arrays'],
  ['stream-header', 'papaparse, streamed, rows as objects'],
  ['whole', 'papaparse, whole text, rows as arrays'],
  ['whole-header', 'papaparse, whole text, rows as objects'],
  ['ours', 'runledger, into the job table'],
];

interface Reading {
  readonly seconds: number;
  /** User and system time of all threads. */
  readonly processorSeconds: number;
  readonly peakMb: number;
  readonly rows: number;
  readonly gpuSeconds?: number;
}

function readOnce(way: string, { path }: BenchTable, folder: string): Reading {
  const { stdout, peakMb } = runProcess(['--import', TSX, READER, way, path], folder);
  return { ...(JSON.parse(stdout) as Omit<Reading, 'peakMb'>), peakMb };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Whether a reading found what was written. Sums of whole seconds are exact. */
const isRight = ({ rows, gpuSeconds }: Reading, table: BenchTable): boolean =>
  rows === table.rows && (gpuSeconds === undefined || gpuSeconds === table.gpuSeconds);

const rows = Number(process.argv[2] ?? 1_000_000);
const table = ensureTable(fileURLToPath(new URL('../../bench-data', import.meta.url)), rows);
console.log(`${(table.bytes / 1e6).toFixed(0)} MB, ${rows} rows, median of ${ROUNDS} rounds`);
const folder = mkdtempSync(join(tmpdir(), 'runledger-bench-'));
const readings = new Map<string, Reading[]>(WAYS.map(([way]) => [way, []]));
try {
  for (let round = 0; round < ROUNDS; round++) {
    for (const [way, found] of readings) found.push(readOnce(way, table, folder));
  }
} finally {
  rmSync(folder, { recursive: true });
}
const medianOf = (way: string, figure: 'seconds' | 'processorSeconds' | 'peakMb'): number =>
  median((readings.get(way) ?? []).map((reading) => reading[figure]));
const timeOf = (way: string, figure: 'seconds' | 'processorSeconds'): string =>
  `${medianOf(way, figure).toFixed(2)} s ${(medianOf(way, figure) / medianOf(BASELINE, figure)).toFixed(2)} ×`;
for (const [way, words] of WAYS) {
  const times = `${timeOf(way, 'seconds')}, processor ${timeOf(way, 'processorSeconds')}`;
  console.log(`${words.padEnd(40)} ${times}, ${medianOf(way, 'peakMb').toFixed(0)} MB`);
}
const wrong = [...readings].filter(([, found]) => found.some((reading) => !isRight(reading, table)));
for (const [way] of wrong) console.error(`bench: WRONG TOTALS: ${way}`);
process.exitCode = wrong.length === 0 ? 0 : 1;
