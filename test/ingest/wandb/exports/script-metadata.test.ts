import { describe, expect, it } from 'vitest';
import { readAs } from '../../../support/read-source.ts';

const A100 = 'NVIDIA A100-SXM4-40GB';
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const csv = (...rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join(',')).join('\n');
const run = (more: object): string =>
  JSON.stringify([{ id: 'r1', name: 'sun', config: { lr: 0.1 }, summary: { _runtime: 500 }, ...more }]);
const flat = (columns: Readonly<Record<string, string>>): string => {
  const all = { name: 'sun', 'summary._runtime': '500', 'config.lr': '0.1', ...columns };
  return csv(Object.keys(all), Object.values(all));
};
/** As long as metadata of eight GPUs are. */
const DEVICES = JSON.stringify({
  host: 'n1',
  args: ['--data', 'x'.repeat(900)],
  gpu_nvidia: Array.from({ length: 4 }, (_, index) => ({ name: A100, uuid: `GPU-${index}`.padEnd(40, '0') })),
});

describe('metadata of the machine that scripts save beside a run', () => {
  it.each<[string, string, string]>([
    ['as an object', run({ metadata: { gpu: A100, gpu_count: 4, host: 'n1' } }), ''],
    ['with a list of devices', run({ metadata: JSON.parse(DEVICES) }), ''],
    ['as text', run({ metadata: JSON.stringify({ gpu: A100, gpu_count: 4, host: 'n1' }) }), ''],
    ['flattened by dots', flat({ 'metadata.gpu': A100, 'metadata.gpu_count': '4.0', 'metadata.host': 'n1' }), ''],
    ['flattened by underscores', flat({ metadata_gpu: A100, metadata_gpu_count: '4', metadata_host: 'n1' }), ''],
    [
      'flattened, with the devices as a list of Python',
      flat({ 'metadata.host': 'n1', 'metadata.gpu_nvidia': `[${Array(4).fill(`{'name': '${A100}'}`).join(', ')}]` }),
      '',
    ],
    [
      'where columns must be judged, however long it is',
      csv(['name', 'lr', '_runtime', 'loss', 'metadata'], ['sun', '0.1', '500', '0.5', DEVICES]),
      '',
    ],
    [
      'with the job of Slurm, which got two of the four',
      flat({
        ...{ 'metadata.gpu': A100, 'metadata.gpu_count': '4', 'metadata.host': 'n1' },
        ...{ 'metadata.slurm.job_id': '77', 'metadata.slurm.gpus_on_node': '2' },
      }),
      '77',
    ],
  ])('tells GPUs and machine: %s', (_, text, slurmJob) => {
    const [job] = readAs('wandb-api-csv', text).jobs;
    const gpus = slurmJob === '' ? 4 : 2;
    expect(job).toMatchObject({ gpus, gpuTypes: `${A100}=${gpus}`, nodeList: 'n1', elapsed: 500 });
    expect(job?.tracked).toMatchObject({ config: '{"lr":"0.1"}', gpuBasis: 'machine', slurmJob });
  });

  it.each<[string, string, number]>([
    ['a whole file that names no GPU: none', run({ metadata: { host: 'n1', cpu_count: 8 } }), 0],
    ['cores alone, in columns that a script chose: unknown', flat({ 'metadata.cpu_count': '8' }), Number.NaN],
    ['nothing in the cell: unknown', flat({ 'metadata.gpu_count': 'nan', 'metadata.gpu': '' }), Number.NaN],
    ['a configuration with metadata of its own: unknown', flat({ 'metadata.dataset': '4' }), Number.NaN],
    ['a column of its own, which counts', run({ gpu_count: 2, metadata: { gpu: A100, gpu_count: 4 } }), 2],
  ])('%s', (_, text, gpus) => {
    expect(readAs('wandb-api-csv', text).jobs[0]?.gpus).toBe(gpus);
  });

  it('gives way to GPUs on which the processes of the run were seen: 2 of 4', () => {
    const system_metrics = { 'system.gpu.process.0.powerWatts': 300, 'system.gpu.process.1.powerWatts': 300 };
    const [job] = readAs('wandb-api-csv', run({ metadata: { gpu: A100, gpu_count: 4 }, system_metrics })).jobs;
    expect(job).toMatchObject({ gpus: 2, tracked: { gpuBasis: 'process', seenOn: '0,1' } });
  });
});
