import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_METADATA, readMetadata } from '../../../src/ingest/wandb/metadata.ts';
import { describeShared } from '../../support/shared-data.ts';

/** The shapes are those of wandb 0.16.6 (Python) and 0.18.3 (Go), with machines of our own. */
const OLD = {
  os: 'Linux-5.15',
  heartbeatAt: '2024-01-02T03:04:06.000000',
  startedAt: '2024-01-02T03:04:05.500000',
  args: ['--lr', '0.1', '--name', 'a b', '--api_key', 'y'],
  state: 'running',
  program: 'train.py',
  host: 'node1',
  username: 'ada',
  cpu_count: 8,
  cpu_count_logical: 16,
  gpu: 'Tesla V100-SXM2-16GB',
  gpu_count: 2,
  gpu_devices: [
    { name: 'Tesla V100-SXM2-16GB', memory_total: 1 },
    { name: 'Tesla V100-SXM2-16GB', memory_total: 1 },
  ],
  memory: { total: 62.5 },
};
const NEW = {
  startedAt: '2024-01-02T03:04:05.500000Z',
  host: 'node2',
  username: 'ada',
  gpu: '[NVIDIA H100 80GB HBM3, NVIDIA H100 80GB HBM3, NVIDIA A100-SXM4-40GB]',
  gpu_count: 3,
  cpu: { count: 96, countLogical: 192 },
  memory: { total: '1099511627776' },
  slurm: { job_id: '4711', cluster_name: 'alps', procid: '0' },
};

describe('the metadata of a run', () => {
  it('of 0.16', () => {
    expect(readMetadata(OLD)).toMatchObject({
      startedAt: 1704164645.5,
      host: 'node1',
      user: 'ada',
      program: 'train.py',
      command: "train.py --lr 0.1 --name 'a b' --api_key ***",
      gpus: 2,
      gpuTypes: 'Tesla V100-SXM2-16GB=2',
      cpus: 8,
      memoryGb: 62.5,
      slurmJob: '',
    });
  });

  it('of 0.18', () => {
    expect(readMetadata(NEW)).toMatchObject({
      startedAt: 1704164645.5,
      gpus: 3,
      gpuTypes: 'NVIDIA A100-SXM4-40GB=1,NVIDIA H100 80GB HBM3=2',
      cpus: 96,
      memoryGb: 1024,
      slurmJob: '4711',
      slurmCluster: 'alps',
    });
    const devices = [{ name: 'NVIDIA A100, 80GB', memoryTotal: '1', uuid: 'GPU-1' }];
    expect(readMetadata({ ...NEW, gpu: 'x', gpu_count: 1, gpu_nvidia: devices })).toMatchObject({
      gpuTypes: 'NVIDIA A100 80GB=1',
      gpuUuids: ['GPU-1'],
    });
  });

  it('tells no GPU from an unknown one', () => {
    expect(readMetadata({ host: 'laptop', cpu_count: 4 })).toMatchObject({ gpus: 0, gpuTypes: '' });
    expect(readMetadata({ host: 'laptop', cpu_count: 4, gpuapple: { type: 'arm' } }).gpus).toBe(0);
    expect(readMetadata({ host: 'closed' }).gpus).toBeNaN(); // the SDK was told not to look at the machine
    expect(readMetadata({}).gpus).toBeNaN();
    expect(readMetadata(undefined)).toBe(NO_METADATA);
    expect(readMetadata({ cpu_count: 4, gpu_count: 2 })).toMatchObject({ gpus: 2, gpuTypes: '' });
    expect(readMetadata({ cpu_count: 4, tpu: { name: 'v3', count: 4 } })).toMatchObject({ gpus: 4, gpuTypes: 'v3=4' });
  });

  it('takes anything', () => {
    for (const odd of [
      null,
      3,
      'x',
      [],
      { args: 3, gpu: [], gpu_count: -1, gpu_devices: [3], memory: 'x', cpu: null },
    ]) {
      expect(() => readMetadata(odd)).not.toThrow();
    }
  });
});

describeShared('real metadata', 'wandb', (folder) => {
  it('is understood', () => {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const found = paths
      .filter((path) => path.endsWith('wandb-metadata.json'))
      .map((path) => readMetadata(JSON.parse(readFileSync(new URL(path, `${folder}/`), 'utf8'))));
    expect(found.length).toBeGreaterThan(90);
    expect(found.filter(({ startedAt }) => !(startedAt > 1.5e9))).toEqual([]);
    expect(found.filter(({ gpus }) => Number.isNaN(gpus))).toEqual([]);
    expect(found.filter(({ gpus, gpuTypes }) => gpus > 0 && gpuTypes === '')).toEqual([]);
  });
});
