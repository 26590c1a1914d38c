import { describe, expect, it } from 'vitest';
import { devicesIn } from '../../../src/ingest/csv/table/device-lists.ts';
import { attemptsIn, factsFrom, intakeOf, rulesIn } from '../../support/read-logs.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const gpusIn = async (table: string, settings = {}): Promise<number[]> =>
  attemptsIn(await factsFrom({ 'jobs.csv': table }, { settings })).map(({ gpus }) => gpus);
const usesIn = async (table: string): Promise<Record<string, string>> => {
  const { columns } = await intakeOf({ 'jobs.csv': table });
  return Object.fromEntries([...columns.values()].flat().map(({ header, use }) => [header, use]));
};

describe('the number of GPUs of a table', () => {
  it.each([
    ...['num_gpu', 'no_of_gpus', 'GPUs used', 'total_gpus', 'req_gpus', 'gpus_allocated', 'n_devices', '# GPUs'],
    ...['numDevices', 'Number of GPUs', 'used GPUs', 'GPU count', 'gpu_alloc', 'cards', 'num cards', 'Anzahl der GPUs'],
    ...['GPUs per job', 'verwendete GPUs', 'gpus_requested', 'count_gpu', 'total number of accelerators'],
  ])('is read from a column %j beside that of the model', async (header) => {
    const table = lines(`job,gpu_model,${header},hours`, 'a,A100,8,10', 'b,A100,4,10');
    expect(await gpusIn(table)).toEqual([8, 4]);
    expect((await usesIn(table))[header]).toBe('gpus');
  });

  it.each(['gpu_no', 'GPU number', 'used gpu', 'gpus_per_task', 'gpus_per_worker', 'Device setting'])(
    'may be in a column %j: it is asked for, not taken for one GPU a job',
    async (header) => {
      const table = lines(`job,gpu_model,${header},hours`, 'a,A100,8,10', 'b,A100,4,10');
      await expect(gpusIn(table)).rejects.toThrow(
        `column "${header}" can be read as the number of GPUs or as something else`,
      );
      expect(await gpusIn(table, { table: { columns: { [header]: 'gpus' } } })).toEqual([8, 4]);
      expect(await gpusIn(table, { table: { columns: { [header]: 'none' } } })).toEqual([1, 1]);
    },
  );

  it.each(['gpu_memory_gb', 'gpu util', 'per_device_train_batch_size', 'gpu_temp', 'GPU cost (USD)', 'gpu_clock_mhz'])(
    'is not in a column %j',
    async (header) => {
      expect(await gpusIn(lines(`job,gpu_model,${header},hours`, 'a,A100,80,10', 'b,A100,40,10'))).toEqual([1, 1]);
    },
  );

  it('is not asked for where models have their numbers with them, or where the column has texts', async () => {
    expect(await gpusIn(lines('job,gpu,gpu_no,hours', 'a,2xA100,3,10', 'b,4xA100,7,10'))).toEqual([2, 4]);
    expect(await gpusIn(lines('job,gpu,gpus_used,hours', 'a,A100,partly,10', 'b,A100,all,10'))).toEqual([1, 1]);
  });

  it('is that of the GPUs allocated, not of those asked for, wherever the columns stand; neither varies as a hyperparameter', async () => {
    const table = lines('job,gpu_type,req_gpus,gpus_allocated,hours', 'a,A100,8,4,10', 'b,A100,8,2,10');
    expect(await gpusIn(table)).toEqual([4, 2]);
    expect(await usesIn(table)).toMatchObject({ req_gpus: 'none', gpus_allocated: 'gpus' });
    expect(rulesIn(await factsFrom({ 'jobs.csv': table }))).not.toContain('table-gpus');
    expect(await gpusIn(lines('job,gpus,total_gpus,nodes,hours', 'a,8,16,2,10'))).toEqual([16]);
  });

  it('is warned of where two columns say different ones', async () => {
    const table = lines('job,gpu_type,gpus,num_gpus,hours', 'a,A100,8,8,10', 'b,A100,8,2,10');
    const { diagnostics } = await factsFrom({ 'jobs.csv': table });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        rule: 'table-gpus',
        count: 1,
        message: expect.stringContaining('columns: { "num_gpus": gpus } under table: in runledger.yaml'),
      }),
    );
  });

  it.each(['gpu_ids', 'CUDA_VISIBLE_DEVICES', 'gpu ids', 'device_indices', 'GPU-IDs'])(
    'is how many devices a column %j lists',
    async (header) => {
      const rows = ['a,A100,"0,1",10', 'b,A100,3,10', 'c,A100,"[0, 1, 2]",10', 'd,A100,,10'];
      expect(await gpusIn(lines(`job,gpu_type,${header},hours`, ...rows))).toEqual([2, 1, 3, Number.NaN]);
    },
  );

  it('is that of its own column where devices are listed beside it, and not known of devices on several machines', async () => {
    expect(await gpusIn(lines('job,gpus,gpu_ids,hours', 'a,4,"0,1",10'))).toEqual([4]);
    expect(await gpusIn(lines('job,nodes,gpu_ids,hours', 'a,1,"0,1",10', 'b,2,"0,1",10'))).toEqual([2, Number.NaN]);
  });
});

describe('a list of devices', () => {
  it.each([
    ['0', 1],
    ['0,1,2', 3],
    ['0;1', 2],
    ['0 1 2 3', 4],
    ["['cuda:0', 'cuda:1']", 2],
    ['gpu0,gpu1', 2],
    ['0-3', 4],
    ['0-1,4', 3],
    ['1,1', 1],
    ['GPU-8932f937-d72c-4106-c12f-20bd9faed9f6', 1],
    ['-1', 0],
    ['', Number.NaN],
    ['all', Number.NaN],
    ['A100', Number.NaN],
  ])('%j has %d', (text, count) => {
    expect(devicesIn(text)).toBe(count);
  });
});
