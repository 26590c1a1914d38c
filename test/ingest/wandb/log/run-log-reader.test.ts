import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../src/ingest/read-file.ts';
import type { RunLog } from '../../../../src/ingest/wandb/log/run-log.ts';
import { RunLogReader } from '../../../../src/ingest/wandb/log/run-log-reader.ts';
import { type RecordSketch, wandbLog } from '../../../support/wandb-log.ts';

const T0 = 1_700_000_000;

/** Reads bytes fed in pieces of a size. */
function readLog(bytes: Uint8Array, size = 1 << 20): RunLog {
  const reader = new RunLogReader({ crc32 });
  for (let at = 0; at < bytes.length; at += size) reader.feed(bytes.subarray(at, at + size));
  return reader.end();
}

const RUN: RecordSketch = { run: { id: 'ipx30mvc', entity: 'lab', project: 'lisa', start: T0, host: 'gpu01' } };

const history = (step: number, at: number): RecordSketch => ({
  history: { loss: 1 / (step + 1), _timestamp: at, _runtime: at - T0, _step: step },
});

describe('the log of a run', () => {
  it('says who the run is, what it was given, and how it ended', () => {
    const log = readLog(
      wandbLog([
        { header: '0.19.1+sha' },
        {
          run: {
            ...{ id: 'ipx30mvc', entity: 'lab', project: 'lisa', group: 'grid', jobType: 'train' },
            ...{
              displayName: 'swift-sun-3',
              sweepId: 'uieikvfl',
              host: 'gpu01',
              start: T0 + 0.25,
              config: { lr: 0.1 },
            },
          },
        },
        { config: { lr: 0.2, 'opt\u0000name': 'adam', drop: 1 } },
        { config: { layers: [1, 2] }, remove: ['drop'] },
        history(0, T0 + 10),
        { summary: { loss: Number.NaN, '_wandb\u0000runtime': 61 } },
        { exit: { code: 1, runtime: 61 } },
      ]),
    );
    expect(log.run).toEqual({
      ...{ id: 'ipx30mvc', entity: 'lab', project: 'lisa', group: 'grid', jobType: 'train' },
      ...{ displayName: 'swift-sun-3', sweepId: 'uieikvfl', host: 'gpu01', startTime: T0 + 0.25 },
      ...{ isResumed: false, runtimeBefore: Number.NaN },
    });
    expect(log).toMatchObject({
      version: '0.19.1+sha',
      exit: { code: 1, runtime: 61 },
      lastSeen: T0 + 10,
      unreadable: 0,
    });
    expect([...log.config]).toEqual([
      ['lr', 0.2],
      ['opt.name', 'adam'],
      ['layers', [1, 2]],
    ]);
    expect([...log.summary]).toEqual([
      ['loss', 'NaN'],
      ['_wandb.runtime', 61],
    ]);
  });

  it('takes an exit record without a code for success: zero is not written', () => {
    expect(readLog(wandbLog([RUN, { exit: { runtime: 5 } }])).exit).toEqual({ code: 0, runtime: 5 });
    expect(readLog(wandbLog([RUN])).exit).toBeUndefined();
  });

  it('reads negative exit codes: a process killed by a signal', () => {
    expect(readLog(wandbLog([RUN, { exit: { code: -9, runtime: 5 } }])).exit).toEqual({ code: -9, runtime: 5 });
  });

  it('reads records that span blocks, whatever the pieces in which they come', () => {
    const big = 'x'.repeat(60_000);
    const bytes = wandbLog([RUN, { config: { big, lr: 0.5 } }, history(1, T0 + 99), { exit: { runtime: 100 } }]);
    for (const size of [1, 7, 1000, 32_768, 32_769, 1 << 20]) {
      const log = readLog(bytes, size);
      expect(log.config.get('big'), `pieces of ${size}`).toBe(big);
      expect(log).toMatchObject({ lastSeen: T0 + 99, exit: { runtime: 100 }, damage: { badChunks: 0, isCut: false } });
    }
  });

  it('leaves zeros where no chunk fits at the end of a block', () => {
    const fill = (length: number): RecordSketch => ({ output: 'o'.repeat(length) });
    for (let length = 32_600; length < 32_768; length += 1) {
      const log = readLog(wandbLog([fill(length), RUN, { exit: { runtime: 3 } }]));
      expect(log.damage, `${length}`).toMatchObject({ badChunks: 0, isCut: false });
      expect(log.exit?.runtime).toBe(3);
    }
  });

  it('keeps what stands before a cut', () => {
    const bytes = wandbLog([RUN, history(0, T0 + 10), history(1, T0 + 20)]);
    const log = readLog(bytes.subarray(0, -5));
    expect(log.damage).toMatchObject({ isCut: true, badChunks: 0 });
    expect(log).toMatchObject({ run: { id: 'ipx30mvc' }, lastSeen: T0 + 10, exit: undefined });
  });

  it('goes on at the next block after damage, and loses nothing else', () => {
    const records = [
      RUN,
      { output: 'o'.repeat(40_000) },
      history(0, T0 + 10),
      { output: 'o'.repeat(40_000) },
      { exit: { runtime: 30 } },
    ];
    const bytes = wandbLog(records as RecordSketch[]).slice();
    bytes[33_000] = (bytes[33_000] as number) ^ 1; // in the second block: the rest of the first output, and the history after it
    const log = readLog(bytes);
    expect(log.damage).toMatchObject({ badChunks: 1, lostRecords: 1, isCut: false });
    expect(log).toMatchObject({ run: { id: 'ipx30mvc' }, exit: { runtime: 30 }, lastSeen: Number.NaN });
  });

  it('knows an empty file and one that is no log', () => {
    expect(readLog(new Uint8Array(0))).toMatchObject({ bytes: 0, damage: { isForeign: true, isCut: false } });
    const other = new TextEncoder().encode('JobID|State\n1|COMPLETED\n');
    expect(readLog(other)).toMatchObject({ bytes: 24, damage: { isForeign: true }, unreadable: 0 });
  });

  it('takes no step of before the start, nor of the far future, for a sign of life', () => {
    const log = readLog(wandbLog([RUN, history(0, T0 - 86_400), history(1, T0 + 7), history(2, 9e15)]));
    expect(log.lastSeen).toBe(T0 + 7);
  });

  it('finds the time of a step wherever it stands, and not in the values of others', () => {
    const rows: Record<string, unknown>[] = [
      { _timestamp: T0 + 1.5, note: 'x' },
      { note: '_timestamp', _timestamp: 1.7e9 + 2.5, other: 1 },
      { 'a\u0000b': 1, best_timestamp: T0 + 900, _timestamp: T0 + 3 },
    ];
    const seen = rows.map((row) => readLog(wandbLog([RUN, { history: row }])).lastSeen);
    expect(seen).toEqual([T0 + 1.5, T0 + 2.5, T0 + 3]);
  });
});

it('gives the history of the metrics that are asked for', () => {
  const rows: RecordSketch[] = [
    { history: { loss: 2, 'val\u0000acc': 0.5, other: 9, _step: 0, _timestamp: T0 + 1 } },
    { history: { other: 9, _step: 1, _timestamp: T0 + 2 } },
    { history: { loss: Number.NaN, 'val\u0000acc': 0.75, _step: 2, _timestamp: T0 + 3 } },
  ];
  const reader = new RunLogReader({ crc32, metrics: ['loss', 'val.acc', 'absent'] });
  reader.feed(wandbLog([RUN, ...rows]));
  const { metrics, lastSeen } = reader.end();
  expect([...metrics]).toEqual([
    ['loss', { steps: [0, 2], times: [T0 + 1, T0 + 3], values: [2, Number.NaN] }],
    ['val.acc', { steps: [0, 2], times: [T0 + 1, T0 + 3], values: [0.5, 0.75] }],
    ['absent', { steps: [], times: [], values: [] }],
  ]);
  expect(lastSeen).toBe(T0 + 3);
});

describe('GPUs in the log of a run', () => {
  const sample = (at: number, stats: Record<string, number>): RecordSketch => ({ stats, at: T0 + at });

  it('integrates power by trapezoids, and does not bridge pauses of the sampler', () => {
    // 10 s at 100 W, 10 s from 100 to 200 W (1,500 J), an hour of silence, 10 s at 200 W.
    const watts: [number, number][] = [
      [0, 100],
      [10, 100],
      [20, 200],
      [3620, 200],
      [3630, 200],
    ];
    const log = readLog(wandbLog([RUN, ...watts.map(([at, power]) => sample(at, { 'gpu.0.powerWatts': power }))]));
    expect(log.gpus).toEqual([
      { gpu: '0', isUsed: false, joules: 1000 + 1500 + 2000, seconds: 30, utilisation: Number.NaN },
    ]);
  });

  it('counts a sample that is not later than the last one no second time', () => {
    const ats = [0, 10, 10, 5, 20];
    const log = readLog(wandbLog([RUN, ...ats.map((at) => sample(at, { 'gpu.0.powerWatts': 50 }))]));
    expect(log.gpus[0]).toMatchObject({ joules: 1000, seconds: 20 });
  });

  it('tells GPUs that the run used from those of the machine, and machines from each other', () => {
    const stats = {
      ...{ 'gpu.0.gpu': 0, 'gpu.3.gpu': 80, 'gpu.process.3.gpu': 80, 'gpu.3.gpu/l:node-2': 40 },
      ...{ cpu: 99, 'proc.memory.rssMB': 1, 'gpu.x.gpu': 5 },
    };
    const log = readLog(wandbLog([RUN, sample(0, stats), sample(2, { 'gpu.3.gpu': 40 })]));
    expect(log.hasStats).toBe(true);
    expect(log.gpus.map(({ gpu, isUsed, utilisation }) => [gpu, isUsed, utilisation])).toEqual([
      ['0', false, 0],
      ['3', true, 0.6],
      ['3/node-2', false, 0.4],
    ]);
  });
});

describe('the environment in a log', () => {
  it('is put together from its parts', () => {
    const log = readLog(
      wandbLog([
        RUN,
        {
          environment: {
            ...{ startedAt: T0, program: 'train.py', args: ['--lr', '0.1'], host: 'gpu01', username: 'ana' },
            slurm: { job_id: '77', cluster_name: 'galena' },
          },
        },
        { environment: { gpuCount: 2, gpus: ['NVIDIA A100-SXM4-80GB', 'NVIDIA A100-SXM4-80GB'] } },
      ]),
    );
    expect(log.environment).toEqual({
      ...{ startedAt: '2023-11-14T22:13:20.000Z', program: 'train.py', args: ['--lr', '0.1'], host: 'gpu01' },
      ...{ username: 'ana', gpu_count: 2 },
      gpu_nvidia: [{ name: 'NVIDIA A100-SXM4-80GB' }, { name: 'NVIDIA A100-SXM4-80GB' }],
      slurm: { job_id: '77', cluster_name: 'galena' },
    });
  });
});

it('sums as the log’s format wants: plain CRC-32, whose check value is known', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926); // CRC-32/ISO-HDLC
});
