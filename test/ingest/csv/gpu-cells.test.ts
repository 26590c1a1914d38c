import { describe, expect, it } from 'vitest';
import { gpuCell, isNoGpu } from '../../../src/ingest/csv/table/gpu-cells.ts';
import { attemptsIn, factsFrom, rulesIn } from '../../support/read-logs.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const gpusIn = async (table: string, settings = {}): Promise<number[]> =>
  attemptsIn(await factsFrom({ 'jobs.csv': table }, { settings })).map(({ gpus }) => gpus);
const byModel = async (table: string) => (await factsFrom({ 'jobs.csv': table })).usage.gpuHoursByModel;

describe('a cell of GPUs', () => {
  it.each([
    ['A100x4', 4, 'A100'],
    ['V100-SXM2-32GB x 8', 8, 'V100-SXM2-32GB'],
    ['A100 (x2)', 2, 'A100'],
    ['A100 (2x)', 2, 'A100'],
    ['RTX 3090 [2]', 2, 'RTX 3090'],
    ['A100 (2 GPUs)', 2, 'A100'],
    ['A100, A100', 2, 'A100'],
    ['A100+A100', 2, 'A100'],
    ['A100 & A100', 2, 'A100'],
    ["['NVIDIA A100', 'NVIDIA A100']", 2, 'NVIDIA A100'],
    ['Widget, Widget', 2, 'Widget'],
    ['4 A100', 4, 'A100'],
    ['2 RTX 3090', 2, 'RTX 3090'],
    ['0.5 A100', 0.5, 'A100'],
    ['8x A100 on 2 nodes', Number.NaN, ''],
    ['1/2 A100', Number.NaN, ''],
    ['dual RTX 3090', 2, 'RTX 3090'],
    ['Quad V100', 4, 'V100'],
    ['8 GPUs', 8, ''],
    ['1 GPU', 1, ''],
    ['4x GPU', 4, ''],
    ['gpus: 4', 4, ''],
    ['gpu:4', 4, ''],
    ['gpu:a100:4', 4, 'a100'],
    ['cuda:3', 1, ''],
    ['cuda', 1, ''],
    ['cuda:0,cuda:1', 2, ''],
    ['[0, 1, 2]', 3, ''],
    ['A100, 80GB', Number.NaN, 'A100 80GB'],
    ['NVIDIA A100 80GB PCIe', Number.NaN, 'NVIDIA A100 80GB PCIe'],
    ['RTX4090', Number.NaN, 'RTX4090'],
    ['RTX 4090', Number.NaN, 'RTX 4090'],
    ['TITAN X', Number.NaN, 'TITAN X'],
    ['980 Ti', Number.NaN, '980 Ti'],
    ['GTX 1080 Ti', Number.NaN, 'GTX 1080 Ti'],
    ['MI250X', Number.NaN, 'MI250X'],
    ['80 GB A100', Number.NaN, '80 GB A100'],
    ['80GB A100', Number.NaN, '80GB A100'],
    ['2*4090', 2, '4090'],
    ['4x3090', 4, '3090'],
    ['8*1080', 8, '1080'],
    ['3090*4', 4, '3090'],
    ['3090 x4', 4, '3090'],
    ['2x2080Ti', 2, '2080Ti'],
    ['4x2080 Ti', 4, '2080 Ti'],
    ['4*2080Ti', 4, '2080Ti'],
    ['2080Ti', Number.NaN, '2080Ti'],
    ['4x6000 Ada', 4, '6000 Ada'],
    ['6000 Ada', Number.NaN, '6000 Ada'],
    ['4A100', 4, 'A100'],
    ['8H100', 8, 'H100'],
    ['2RTX 3090', 2, 'RTX 3090'],
    ['4 3090', 4, '3090'],
    ['A100 8', 8, 'A100'],
    ['A6000 4', 4, 'A6000'],
    ['T4 2', 2, 'T4'],
    ['A100 80', Number.NaN, 'A100 80'],
    ['V100 16', Number.NaN, 'V100 16'],
    ['4-GPU A100', 4, 'A100'],
    ['4 GPU (3090)', 4, '3090'],
    ['lambda 8xV100', 8, 'V100'],
    ['V100-32GB x 4 x 2', 8, 'V100-32GB'],
    ['2x8xA100', 16, 'A100'],
    ['2x4', 8, ''],
    ['½ A100', 0.5, 'A100'],
    ['NVIDIA A100-SXM4-80GB 2 device(s)', 2, 'NVIDIA A100-SXM4-80GB'],
    ['RTX:3090', Number.NaN, 'RTX:3090'],
    ['1g.5gb', Number.NaN, '1g.5gb'],
    ['2x 1g.5gb', 2, '1g.5gb'],
    ['true', Number.NaN, ''],
    ['<unknown>', Number.NaN, ''],
  ])('%j has %d of %j', (text, count, model) => {
    expect(gpuCell(text)).toEqual({ count, model });
  });

  it.each(['A100/2', 'A100 50%', 'A100-4', 'GTX 1080 8', 'A100 64'])(
    '%j may be one or several: no number is taken, unless another column tells it',
    async (text) => {
      const table = lines('job,gpu,start,hours', `a,${text},2024-03-01 10:00,3`);
      expect(await gpusIn(table)).toEqual([Number.NaN]);
      expect(rulesIn(await factsFrom({ 'jobs.csv': table }))).toContain('gpus-unknown');
      expect(await gpusIn(lines('job,gpu,gpus,hours', `a,${text},2,3`))).toEqual([2]);
    },
  );

  it('has several models', async () => {
    expect(gpuCell('2xA100 + V100')).toMatchObject({ count: 3, model: '' });
    const table = lines(
      'job,gpu,start,hours',
      'a,2xA100 + 2xV100,2024-03-01 10:00,3',
      'b,"A100, V100",2024-03-01 10:00,1',
    );
    expect(await byModel(table)).toEqual(
      new Map([
        ['A100', 7],
        ['V100', 7],
      ]),
    );
  });

  it.each(['A100, EPYC 7742', 'A100 + CPU', 'Xeon & A100', '4, A100, 2'])('%j does not tell how many', async (text) => {
    const table = lines('job,gpu,start,hours', `a,"${text}",2024-03-01 10:00,3`);
    expect(await gpusIn(table)).toEqual([Number.NaN]);
    expect(rulesIn(await factsFrom({ 'jobs.csv': table }))).toContain('gpus-unknown');
  });

  it.each([
    'CPU',
    'CPU only',
    'cpu-only',
    'only CPU',
    'no GPU',
    'keine',
    'nur CPU',
    'CPUs',
    '<none>',
    'false',
    '[]',
    '(null)',
  ])('%j is none', async (text) => {
    expect(isNoGpu(text)).toBe(true);
    expect(await gpusIn(lines('job,gpu,hours', `a,${text},3`, 'b,A100,1'))).toEqual([0, 1]);
  });
});

describe('numbers in a column of GPUs', () => {
  it('stand beside words for none', async () => {
    const table = lines('job,gpu,gpu_model,hours', 'a,8,H100,2', 'b,<none>,,2', 'c,4,H100,2');
    expect(await gpusIn(table)).toEqual([8, 0, 4]);
  });

  it('are lists of devices where any cell can be nothing else, or the decimal sign is a point', async () => {
    const sure = lines('job,gpus,hours', 'a,"0,1",1', 'b,3,1', 'c,"0,1,2,3",1');
    expect(await gpusIn(sure)).toEqual([2, 1, 4]);
    expect(await gpusIn(lines('job,gpus,hours', 'a,"0,1",1.5', 'b,2,1'))).toEqual([2, 1]);
    expect(await gpusIn(lines('job,gpus,hours', 'a,"2,3",1', 'b,"0,1",1'))).toEqual([2, 2]);
    expect(await gpusIn(lines('job,gpu,gpu_name,hours', 'a,"0,1",A100,1.5'))).toEqual([2]);
  });

  it('have a decimal comma where the table has it, or nothing else could be meant', async () => {
    expect(await gpusIn(lines('job;gpus;hours', 'a;0,5;1,5', 'b;1;2,5'))).toEqual([0.5, 1]);
    expect(await gpusIn(lines('job;gpus;hours', 'a;0,25;1', 'b;1;2'))).toEqual([0.25, 1]);
    expect(await gpusIn(lines('job;gpus;hours', 'a;2,0;1', 'b;4,0;2'))).toEqual([2, 4]);
  });

  it('are asked for where they may be either', async () => {
    const table = lines('job;gpus;hours', 'a;0,1;1', 'b;1;2');
    await expect(gpusIn(table)).rejects.toThrow(/column "gpus" can be read as the devices .*gpuIds.* or as how many/);
    expect(await gpusIn(table, { table: { columns: { gpus: 'gpuIds' } } })).toEqual([2, 1]);
    expect(await gpusIn(table, { table: { columns: { gpus: 'gpus' } } })).toEqual([0.1, 1]);
    await expect(gpusIn(lines('job;gpus;hours', 'a;2,3;1,5'))).rejects.toThrow('column "gpus"');
  });

  it('count thousands as the table does', async () => {
    expect(await gpusIn(lines('job,gpus,hours', 'a,"1,024",1.5', 'b,512,1'))).toEqual([1024, 512]);
  });
});

describe('whole numbers in a column that is called as one GPU', () => {
  const rows = (...numbers: readonly number[]): string =>
    lines('job,gpu,start,hours', ...numbers.map((number, at) => `j${at},${number},2024-03-01 10:00,1`));

  it('are devices where they go from 0 to 3 or on: one GPU a job, with a warning', async () => {
    const table = rows(0, 1, 2, 3, 1);
    expect(await gpusIn(table)).toEqual([1, 1, 1, 1, 1]);
    const { diagnostics } = await factsFrom({ 'jobs.csv': table });
    const warning = diagnostics.find(({ rule }) => rule === 'table-devices');
    expect(warning).toMatchObject({ count: 5, message: expect.stringContaining('columns: { "gpu": gpus }') });
    expect(await gpusIn(table, { table: { columns: { gpu: 'gpus' } } })).toEqual([0, 1, 2, 3, 1]);
  });

  it.each([[[0, 1]], [[0, 1, 2]], [[0, 0]]])('are asked for where they may be either: %j', async (numbers) => {
    await expect(gpusIn(rows(...numbers))).rejects.toThrow('column "gpu" can be read as the devices');
  });

  it.each([[[1, 2, 4]], [[0, 2, 4]], [[8, 8]], [[1, 2, 3]]])('are how many in %j', async (numbers) => {
    expect(await gpusIn(rows(...numbers))).toEqual(numbers);
  });

  it('say nothing beside a column for how many; beside a model they do', async () => {
    expect(await gpusIn(lines('job,gpu,gpus,hours', 'a,0,2,1', 'b,1,4,1'))).toEqual([2, 4]);
    const table = lines('job,gpu,gpu_name,hours', 'a,2,A100,1', 'b,4,V100,1');
    expect(await byModel(table)).toEqual(
      new Map([
        ['A100', 2],
        ['V100', 4],
      ]),
    );
  });
});

describe('slices of a GPU', () => {
  it.each([
    ['A100-1g.5gb', 1, 1 / 7],
    ['A100 3g.20gb', 2, 6 / 7],
    ['A30 2g.12gb', 1, 1 / 2],
    ['A100', 2, 2],
  ])('%s, %d of them, are %d GPUs', async (model, count, gpus) => {
    expect(await gpusIn(lines('job,gpu,gpus,hours', `a,${model},${count},2`))).toEqual([expect.closeTo(gpus, 6)]);
    expect(await gpusIn(lines('job,gpu,hours,name', `a,${count}x ${model},2,b`))).toEqual([expect.closeTo(gpus, 6)]);
  });

  it('alone are their share, and of unknown size are not counted', async () => {
    expect(await gpusIn(lines('job,gpu,hours', 'a,A100-1g.5gb,2'))).toEqual([expect.closeTo(1 / 7, 6)]);
    const table = lines('job,gpu,gpus,hours', 'a,A100 MIG,1,2');
    expect(await gpusIn(table)).toEqual([Number.NaN]);
    expect(rulesIn(await factsFrom({ 'jobs.csv': table }))).toContain('gpu-share-unknown');
  });

  it('have GPU-hours that count them as GPUs, or as what they are', async () => {
    const table = lines('job,gpu,gpus,hours,gpu_hours', 'a,A100-1g.5gb,1,7,7', 'b,A100-1g.5gb,1,7,1');
    expect(await gpusIn(table)).toEqual([expect.closeTo(1 / 7, 6), expect.closeTo(1 / 7, 6)]);
  });
});
