import { describe, expect, it } from 'vitest';
import { columnOf } from '../../../src/ingest/csv/table/roles.ts';
import { attemptsIn, factsFrom, rulesIn } from '../../support/read-logs.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const gpusIn = async (table: string, settings = {}): Promise<number[]> =>
  attemptsIn(await factsFrom({ 'jobs.csv': table }, { settings })).map(({ gpus }) => gpus);

describe('a header of GPU-hours', () => {
  it.each([
    ...['Total GPU hours', 'Total GPU-hours', 'num_gpu_hours', 'gpus_hours', 'GPU hours used', 'GPU-Stunden gesamt'],
    ...['A100 hours', 'A100-80GB hours', 'Billed GPU hours', 'Consumed GPU hours', 'Accelerator hours', 'GPUh total'],
    ...[
      'GPU-h',
      'gpu_hrs',
      'GPU time (h)',
      'gpuTimeHours',
      'GPU (h)',
      'GPUs (h)',
      'GPU hours per run',
      'totalGpuHours',
    ],
  ])('is %j', (header) => {
    expect(columnOf(header)).toMatchObject({ role: 'gpuHours', unit: 3600 });
  });

  it.each([
    ['GPU days', 86_400],
    ['GPU minutes', 60],
    ['gpu_min', 60],
    ['gpu_seconds', 1],
    ['gpu_time_s', 1],
    ['gpu_time', Number.NaN],
  ])('is %j, and counts %d s', (header, unit) => {
    expect(columnOf(header)).toEqual({ name: header, role: 'gpuHours', unit });
  });

  it.each([
    ...[
      'GPU(s)',
      'gpus_min',
      'devices (min)',
      'GPU hours left',
      'reserved GPU hours',
      'price per GPU hour',
      'CPU hours',
    ],
    ...['v2 hours', 'gpu_mem', 'num_gpus_gb', 'lr 3090 hours'],
  ])('is not %j', (header) => {
    expect(columnOf(header).role).not.toBe('gpuHours');
    if (header !== 'GPU(s)') expect(columnOf(header).role).not.toBe('gpus');
  });
});

describe('GPU-hours of a table', () => {
  it.each([
    ['Total GPU hours', 232, 8],
    ['GPU days', 29, 24],
    ['GPU minutes', 29 * 60 * 8, 8],
    ['GPU-Stunden gesamt', '232 h', 8],
  ])('under %j, %j beside 29 hours, tell of %d GPUs', async (header, amount, gpus) => {
    const table = lines(`Job,Start,GPU type,Training time (hrs),${header}`, `a,2024-05-01 10:00,V100,29,${amount}`);
    expect(await gpusIn(table)).toEqual([gpus]);
  });

  it('are in the unit in which they are hours × GPUs, where the header does not say it', async () => {
    const rows = (...each: readonly string[]): string => lines('job,gpu_type,gpus,hours,gpu_time', ...each);
    expect(await gpusIn(rows('a,A100,8,10,80', 'b,A100,4,10,40'))).toEqual([8, 4]);
    expect(await gpusIn(rows('a,A100,8,10,288000', 'b,A100,4,10,144000'))).toEqual([8, 4]);
    expect(await gpusIn(lines('job,gpu_type,hours,gpu_time', 'a,A100,10,36000', 'b,A100,5,18000'))).toEqual([1, 1]);
  });

  it('are asked for their unit where nothing tells it', async () => {
    const table = lines('job,gpu_type,hours,gpu_time', 'a,A100,10,80', 'b,A100,5,300');
    await expect(gpusIn(table)).rejects.toThrow('column "gpu_time": numbers without a unit can be read as GPU-seconds');
    expect(await gpusIn(table, { table: { units: { gpu_time: 'hours' } } })).toEqual([8, 60]);
    expect(await gpusIn(table, { table: { columns: { gpu_time: 'none' } } })).toEqual([1, 1]);
  });

  it.each(['GPU hours left', 'estimated GPU hours', 'reserved gpu hours'])(
    'may be in a column %j: it is asked for where nothing else tells the number',
    async (header) => {
      const table = lines(`job,gpu_type,${header},hours`, 'a,A100,80,10', 'b,A100,40,10');
      await expect(gpusIn(table)).rejects.toThrow(`column "${header}" can be read as the GPU-hours of each job or as`);
      expect(await gpusIn(table, { table: { columns: { [header]: 'gpuHours' } } })).toEqual([8, 4]);
      expect(await gpusIn(lines(`job,gpus,${header},hours`, 'a,2,80,10'))).toEqual([2]);
    },
  );

  it.each(['price per GPU hour', 'gpu_time_per_step', 'GPU $/hour'])(
    'are not asked for in a column %j',
    async (header) => {
      expect(await gpusIn(lines(`job,gpu_type,${header},hours`, 'a,A100,80,10', 'b,A100,40,10'))).toEqual([1, 1]);
    },
  );

  it('of two models in columns of their own are asked for, since neither is the whole', async () => {
    const table = lines('job,gpu_type,A100 hours,V100 hours,hours', 'a,A100,80,20,10', 'b,A100,40,10,10');
    await expect(gpusIn(table)).rejects.toThrow('column "A100 hours" can be read as the GPU-hours');
  });

  it('that were billed do not count beside hours and GPUs, with a warning where they differ', async () => {
    const table = lines('job,gpus,hours,Billed GPU hours', 'a,4,1.2,8', 'b,4,2,8');
    const facts = await factsFrom({ 'jobs.csv': table });
    expect(attemptsIn(facts).map(({ gpus }) => gpus)).toEqual([4, 4]);
    expect(facts.diagnostics).toContainEqual(expect.objectContaining({ rule: 'table-gpu-hours-differ', count: 1 }));
  });

  it('in two columns are those of the surer, with a warning where they differ', async () => {
    const table = lines('job,gpu_type,GPU hours,Total GPU hours,hours', 'a,A100,10,80,10', 'b,A100,40,40,10');
    expect(await gpusIn(table)).toEqual([8, 4]);
    expect(rulesIn(await factsFrom({ 'jobs.csv': table }))).toContain('table-gpu-hours-differ');
  });
});

describe('a header of hours', () => {
  it.each([
    ['hours per run', 3600],
    ['time per run (min)', 60],
    ['Time/job', Number.NaN],
  ])('%j is a duration', (header, unit) => {
    expect(columnOf(header)).toEqual({ name: header, role: 'duration', unit });
  });
});
