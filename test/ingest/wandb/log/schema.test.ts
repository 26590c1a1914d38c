import { execFileSync } from 'node:child_process';
import { PbfWriter } from 'pbf';
import { expect, it } from 'vitest';
import { crc32 } from '../../../../src/ingest/read-file.ts';
import { RunLogReader } from '../../../../src/ingest/wandb/log/run-log-reader.ts';
import { wandbLog } from '../../../support/wandb-log.ts';

type Write = (record: unknown, pbf: PbfWriter) => void;

/** The writer that pbf's compiler makes of the schema. */
async function compiled(): Promise<Write> {
  const pathOf = (path: string): string => new URL(`../../../../${path}`, import.meta.url).pathname;
  const code = execFileSync(process.execPath, [
    pathOf('node_modules/pbf/bin/pbf'),
    pathOf('src/ingest/wandb/log/schema.proto'),
  ]);
  const module = (await import(`data:text/javascript;base64,${code.toString('base64')}`)) as { writeRecord: Write };
  return module.writeRecord;
}

it('schema.proto says what is read: its own compiled writer is understood field by field', async () => {
  const write = await compiled();
  const bytesOf = (record: unknown): Uint8Array => {
    const pbf = new PbfWriter();
    write(record, pbf);
    return pbf.finish().slice();
  };
  const item = (key: string, value: unknown) => ({ key, value_json: JSON.stringify(value) });
  const records = [
    { header: { version_info: { producer: '0.31.0' } } },
    {
      run: {
        ...{ run_id: 'a', entity: 'e', project: 'p', run_group: 'g', job_type: 't', display_name: 'd', sweep_id: 's' },
        ...{ host: 'h', start_time: { seconds: 1_700_000_000, nanos: 5e8 }, resumed: true, runtime: 7 },
        config: { update: [item('lr', 0.1)], remove: [] },
        summary: { update: [item('loss', 2)], remove: [] },
      },
    },
    { config: { update: [{ nested_key: ['opt', 'name'], value_json: '"adam"' }], remove: [item('lr', null)] } },
    { summary: { update: [item('acc', 1)], remove: [item('loss', null)] } },
    {
      stats: {
        timestamp: { seconds: 1_700_000_010, nanos: 0 },
        item: [item('gpu.0.gpu', 50), item('gpu.process.0.gpu', 50)],
      },
    },
    { history: { item: [item('acc', 3), item('_timestamp', 1_700_000_020.5)] } },
    {
      environment: {
        ...{
          started_at: { seconds: 1_700_000_000, nanos: 0 },
          args: ['-x'],
          program: 'train.py',
          host: 'h',
          username: 'u',
        },
        ...{
          gpu_type: 'T4',
          gpu_count: 1,
          apple: { name: 'M1' },
          gpu_nvidia: [{ name: 'T4' }],
          gpu_amd: [{ series: 'MI' }],
        },
        slurm: { job_id: '7' },
      },
    },
    { exit: { exit_code: 3, runtime: 30 } },
    { final: {} },
  ];
  const reader = new RunLogReader({ crc32, metrics: ['acc'] });
  reader.feed(wandbLog(records.map(bytesOf)));
  const log = reader.end();
  expect(log).toMatchObject({
    version: '0.31.0',
    run: {
      ...{ id: 'a', entity: 'e', project: 'p', group: 'g', jobType: 't', displayName: 'd', sweepId: 's', host: 'h' },
      ...{ startTime: 1_700_000_000.5, isResumed: true, runtimeBefore: 7 },
    },
    config: new Map([['opt.name', 'adam']]),
    summary: new Map([['acc', 1]]),
    gpus: [{ gpu: '0', isUsed: true, utilisation: 0.5 }],
    lastSeen: 1_700_000_020.5,
    exit: { code: 3, runtime: 30 },
    environment: {
      ...{ startedAt: '2023-11-14T22:13:20.000Z', args: ['-x'], program: 'train.py', host: 'h', username: 'u' },
      ...{ gpu: 'T4', gpu_count: 1, apple: { name: 'M1' }, gpu_nvidia: [{ name: 'T4' }], gpu_amd: [{ name: 'MI' }] },
      slurm: { job_id: '7' },
    },
    unreadable: 0,
  });
  expect(log.metrics.get('acc')?.values).toEqual([3]);
});
