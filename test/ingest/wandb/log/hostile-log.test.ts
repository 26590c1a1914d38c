import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../src/ingest/read-file.ts';
import type { RunLog } from '../../../../src/ingest/wandb/log/run-log.ts';
import { RunLogReader } from '../../../../src/ingest/wandb/log/run-log-reader.ts';
import { describeShared } from '../../../support/shared-data.ts';
import { recordBytes, wandbLog } from '../../../support/wandb-log.ts';

const T0 = 1_700_000_000;

function readLog(bytes: Uint8Array): RunLog {
  const reader = new RunLogReader({ crc32 });
  reader.feed(bytes);
  return reader.end();
}

/** Every number is one, or absent; none is of another age. */
function expectSound({ lastSeen, run, exit, gpus, config, summary }: RunLog): void {
  if (!Number.isNaN(lastSeen)) expect(lastSeen).toBeLessThan(4.2e9);
  for (const value of [run.runtimeBefore, exit?.runtime ?? 0, exit?.code ?? 0]) {
    if (!Number.isNaN(value)) expect(Number.isFinite(value)).toBe(true);
  }
  for (const { joules, seconds, utilisation } of gpus) {
    expect(joules).toBeGreaterThanOrEqual(0);
    expect(seconds).toBeGreaterThanOrEqual(0);
    if (!Number.isNaN(utilisation)) expect(utilisation).toBeLessThanOrEqual(1);
  }
  expect(config.size + summary.size).toBeLessThanOrEqual(20_000);
}

const SAMPLE = wandbLog([
  { header: '0.19.1' },
  { run: { id: 'a', start: T0, config: { lr: 0.1, deep: { a: [1] } } } },
  { environment: { startedAt: T0, host: 'h', gpus: ['T4'], gpuCount: 1, slurm: { job_id: '7' } } },
  { output: 'o'.repeat(33_000) },
  ...Array.from({ length: 30 }, (_, step) => ({ history: { loss: step, _timestamp: T0 + step } })),
  ...Array.from({ length: 30 }, (_, at) => ({ stats: { 'gpu.0.powerWatts': 50, 'gpu.0.gpu': 9 }, at: T0 + at })),
  { summary: { loss: 1, '_wandb\u0000runtime': 31 } },
  { exit: { code: 1, runtime: 31 } },
]);

/** Where and how bytes are changed: cut, flipped, repeated, overwritten. */
const mutation = fc.array(
  fc.record({
    kind: fc.constantFrom('cut', 'flip', 'repeat', 'noise'),
    at: fc.nat(),
    length: fc.nat(64),
    byte: fc.nat(255),
  }),
  { minLength: 1, maxLength: 6 },
);

function mutate(bytes: Uint8Array, changes: typeof mutation extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  let mutant = new Uint8Array(bytes);
  for (const { kind, at, length, byte } of changes) {
    if (mutant.length === 0) break;
    const from = at % mutant.length;
    if (kind === 'cut') mutant = mutant.slice(0, from);
    else if (kind === 'flip') mutant[from] = (mutant[from] as number) ^ (1 << (byte & 7));
    else if (kind === 'noise') mutant.fill(byte, from, from + length);
    else
      mutant = new Uint8Array(Buffer.concat([mutant.subarray(0, from), mutant.subarray(Math.max(0, from - length))]));
  }
  return mutant;
}

/** Chunks with right sums around records that were changed: the messages themselves are hostile. */
function mutateRecords(changes: Parameters<typeof mutate>[1]): Uint8Array {
  const records = [
    recordBytes({ run: { id: 'a', start: T0, config: { lr: 0.1 } } }, 1),
    recordBytes({ environment: { args: ['a'], gpus: ['T4'], slurm: { job_id: '7' } } }, 2),
    recordBytes({ stats: { 'gpu.0.powerWatts': 50 }, at: T0 + 1 }, 3),
    recordBytes({ history: { _timestamp: T0 + 2 } }, 4),
    recordBytes({ summary: { a: 1 } }, 5),
    recordBytes({ exit: { code: 1, runtime: 2 } }, 6),
  ];
  return wandbLog(records.map((record) => mutate(record, changes)));
}

describe('a hostile log', () => {
  it('changed anywhere, is read or passed over (6,000 mutations)', () => {
    fc.assert(
      fc.property(mutation, (changes) => expectSound(readLog(mutate(SAMPLE, changes)))),
      { numRuns: 6000, seed: 20_230_610 },
    );
  });

  it('with sound chunks around unsound messages, is read or passed over (6,000 mutations)', () => {
    fc.assert(
      fc.property(mutation, (changes) => expectSound(readLog(mutateRecords(changes)))),
      { numRuns: 6000, seed: 20_230_611 },
    );
  });

  it('of nothing but noise, is no log; with a header, is damage', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100_000 }), (noise) => {
        expectSound(readLog(noise));
        const log = readLog(Buffer.concat([SAMPLE.subarray(0, 7), noise]));
        expect(log.damage.isForeign).toBe(false);
        expectSound(log);
      }),
      { numRuns: 500, seed: 20_230_612 },
    );
  });

  it('that opens a record and never closes it, takes no memory beyond a record', () => {
    const reader = new RunLogReader({ crc32 });
    const first = wandbLog([recordBytes({ config: { a: 'x'.repeat(200_000) } }, 1)]).subarray(0, 32_768);
    reader.feed(first);
    const middle = new Uint8Array(32_768);
    const view = Buffer.from(middle.buffer);
    view.writeUInt16LE(32_761, 4);
    view[6] = 3;
    view.writeUInt32LE(crc32(middle.subarray(6)), 0);
    const before = process.memoryUsage().arrayBuffers;
    for (let block = 0; block < 16_384; block++) reader.feed(middle); // 512 MB
    const grown = process.memoryUsage().arrayBuffers - before;
    expect(grown).toBeLessThan(300e6);
    expect(reader.end().damage.lostRecords).toBe(1);
  });
});

describeShared('real logs', 'wandb', (folder) => {
  const root = fileURLToPath(folder);
  const logs = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.wandb'));

  it('all decode: sums agree in each, and what cannot be read is known', () => {
    const read = logs.map((path) => readLog(readFileSync(`${root}/${path}`)));
    expect(logs.length).toBe(97);
    expect(read.reduce((sum, { damage }) => sum + damage.badChunks, 0)).toBe(0);
    expect(read.reduce((sum, { unreadable }) => sum + unreadable, 0)).toBe(0);
    // Counted with the client's own protobuf messages: 3 files are empty, one of 17 bytes holds no record of a run, 91 have an exit record.
    expect(read.filter(({ bytes }) => bytes === 0).length).toBe(3);
    expect(read.filter(({ run }) => run.id === '').length).toBe(4);
    expect(read.filter(({ exit }) => exit !== undefined).length).toBe(91);
  });

  it('changed, are read or passed over (50 mutations each)', () => {
    for (const path of logs.slice(0, 40)) {
      const bytes = readFileSync(`${root}/${path}`).subarray(0, 200_000);
      fc.assert(
        fc.property(mutation, (changes) => expectSound(readLog(mutate(bytes, changes)))),
        { numRuns: 50, seed: 7 },
      );
    }
  });
});
