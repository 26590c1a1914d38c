import { describe, expect, it } from 'vitest';
import { factsFrom, intakeOf, rulesIn } from '../../support/read-logs.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const hoursIn = async (table: string, settings = {}): Promise<number> =>
  (await factsFrom({ 'jobs.csv': table }, { settings })).usage.gpuHours;
const usesIn = async (table: string): Promise<Record<string, string>> => {
  const { columns } = await intakeOf({ 'jobs.csv': table });
  return Object.fromEntries([...columns.values()].flat().map(({ header, use }) => [header, use]));
};

describe('columns of statistics', () => {
  it('have a mean that is the duration, and a minimum that is no minutes: (3700 + 2 × 7100) s are 4.97 h', async () => {
    const rows = ['a,1,V100,3700,3600,3800', 'b,2,V100,7100,7000,7200'];
    const table = lines('config,gpus,gpu,runtime_mean,runtime_min,runtime_max', ...rows);
    await expect(hoursIn(table)).rejects.toThrow('column "runtime_mean": numbers without a unit');
    const settings = { table: { units: { runtime_mean: 'seconds' } } };
    expect(await hoursIn(table, settings)).toBeCloseTo((3700 + 2 * 7100) / 3600, 6);
    expect(rulesIn(await factsFrom({ 'jobs.csv': table }, { settings }))).toContain('table-means');
  });

  it.each([
    ['time_min_s,time_max_s,time_avg_s', '110,130,3600'],
    ['min_time (h),max_time (h),mean_time (h)', '0.5,2,1'],
    ['minTimeHours,maxTimeHours,avgTimeHours', '0.5,2,1'],
    ['runtime mean (min),runtime max (min),runtime min (min)', '60,130,50'],
  ])('have the unit that stands beside: an hour of 4 GPUs in %j', async (header, cells) => {
    expect(await hoursIn(lines(`job,gpu_type,gpus,${header}`, `a,A100,4,${cells}`))).toBeCloseTo(4, 6);
  });

  it('give way to a duration, and to start and end', async () => {
    const timed = lines('job,gpus,hours,time_min,time_max,time_avg', 'a,4,2,110,130,120');
    expect(await hoursIn(timed)).toBe(8);
    expect(await usesIn(timed)).toMatchObject({ time_min: 'none', time_max: 'none', time_avg: 'none' });
    const dated = ['job,gpus,start,end,time_min,time_avg', 'a,4,2024-05-01 10:00,2024-05-01 12:00,110,120'];
    expect(await hoursIn(lines(...dated))).toBe(8);
  });

  it('are none without another beside them: 120 minutes', async () => {
    expect(await hoursIn(lines('job,gpu_type,gpus,time_min', 'a,A100,4,120'))).toBe(8);
    expect(await hoursIn(lines('job,gpu_type,gpus,time_min,time_s', 'a,A100,4,120,7200'))).toBe(8);
  });

  it.each(['gpus_min,gpus_max', 'gpus_max,gpus_min', 'min_gpus,max_gpus', 'gpu_min,gpu_max'])(
    'of GPUs (%s) are asked for',
    async (header) => {
      const table = lines(`job,gpu_type,start,end,${header}`, 'a,A100,2024-05-01 10:00,2024-05-01 12:00,1,8');
      await expect(hoursIn(table)).rejects.toThrow('can be read as the number of GPUs or as something else');
    },
  );
});
