import { performance } from 'node:perf_hooks';
import { crc32 } from '../../src/ingest/read-file.ts';
import { Frames } from '../../src/ingest/wandb/log/frames.ts';
import { RunLogReader } from '../../src/ingest/wandb/log/run-log-reader.ts';
import { type RecordSketch, wandbLog } from '../../test/support/wandb-log.ts';

// How fast the log of a W&B run decodes: `npm run bench:wandb`. Each way reads the same bytes in the same run, so that their ratios hold on a noisy machine.

const BLOCK = 1 << 20;
const ROUNDS = 5;
/** Times that the sample is read for one figure: about 400 MB. */
const REPEATS = 8;

/** Half an hour of training with forty metrics a step, system metrics of eight GPUs every 15 s: about 52 MB. */
function sample(): Uint8Array {
  const start = 1_700_000_000;
  const metrics = Array.from({ length: 40 }, (_, index) => `train/metric_${index}`);
  const records: RecordSketch[] = [{ run: { id: 'bench', start, config: { lr: 0.1 } } }];
  for (let step = 0; step < 30_000; step++) {
    const values = Object.fromEntries(metrics.map((name, index) => [name, Math.sin(step + index)]));
    records.push({ history: { ...values, _step: step, _timestamp: start + step / 16, _runtime: step / 16 } });
    if (step % 240 === 0) records.push({ stats: gpuStats(step), at: start + step / 16 });
  }
  records.push({ exit: { runtime: 1875 } });
  return wandbLog(records);
}

function gpuStats(step: number): Record<string, number> {
  const stats: Record<string, number> = {};
  for (let gpu = 0; gpu < 8; gpu++) {
    for (const name of ['gpu', 'memory', 'memoryAllocated', 'temp', 'powerWatts', 'powerPercent'])
      stats[`gpu.${gpu}.${name}`] = (step * 7 + gpu) % 100;
  }
  return stats;
}

function* blocks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += BLOCK) yield bytes.subarray(at, at + BLOCK);
}

const WAYS: Readonly<Record<string, (bytes: Uint8Array) => void>> = {
  'CRC-32 alone': (bytes) => {
    for (const block of blocks(bytes)) crc32(block);
  },
  'chunks and their sums': (bytes) => {
    const frames = new Frames({ wants: () => false, take: () => undefined }, crc32);
    for (const block of blocks(bytes)) frames.feed(block);
    frames.end();
  },
  'the whole reader': (bytes) => {
    const reader = new RunLogReader({ crc32 });
    for (const block of blocks(bytes)) reader.feed(block);
    if (reader.end().exit?.runtime !== 1875) throw new Error('the sample was not read to its end');
  },
};

const bytes = sample();
const megabytes = (bytes.length * REPEATS) / 1e6;
console.log(`${(bytes.length / 1e6).toFixed(0)} MB, ${REPEATS} times a round, best of ${ROUNDS} rounds`);
const best = new Map<string, number>();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, read] of Object.entries(WAYS)) {
    const begun = performance.now();
    for (let repeat = 0; repeat < REPEATS; repeat++) read(bytes);
    const seconds = (performance.now() - begun) / 1000;
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, seconds));
  }
}
const floor = best.get('CRC-32 alone') as number;
for (const [name, seconds] of best)
  console.log(
    `${name.padEnd(22)} ${(megabytes / seconds).toFixed(0).padStart(5)} MB/s  ${(seconds / floor).toFixed(2)} × CRC-32`,
  );
