import { describe, expect, it } from 'vitest';
import { attemptsIn, factsFrom, rulesIn } from '../../support/read-logs.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const gpusIn = async (table: string): Promise<number[]> =>
  attemptsIn(await factsFrom({ 'jobs.csv': table })).map(({ gpus }) => gpus);
const warnsOf = async (table: string): Promise<boolean> =>
  rulesIn(await factsFrom({ 'jobs.csv': table })).includes('table-nodes');

describe('jobs on several machines', () => {
  it.each([
    ['p4d.24xlarge', 2, 16],
    ['p4d.24xlarge', 1, 8],
    ['ml.g5.48xlarge', 1, 8],
    ['2 x p4d.24xlarge', 2, 16],
    ['2 x p4d.24xlarge', 3, Number.NaN],
    ['m5.xlarge', 4, 0],
    ['c2-standard-8', 1, 0],
    ['v3-32', 4, 16],
  ])('of the type %s, %d of them, have %d GPUs', async (type, nodes, gpus) => {
    for (const header of ['Nodes', 'Instance count']) {
      expect(await gpusIn(lines(`Job,Hours,Instance type,${header}`, `a,2,${type},${nodes}`))).toEqual([gpus]);
    }
  });

  it('have devices of each node in tables of Lightning', async () => {
    expect(await gpusIn(lines('job,hours,accelerator,devices,num_nodes', 'a,2,gpu,8,2', 'b,2,gpu,8,4'))).toEqual([
      16, 32,
    ]);
  });

  it.each([
    ['gpus,nodes', '8,2', true],
    ['gpus,nodes', '8,1', false],
    ['gpus,nodes', '16,2', false],
    ['total_gpus,nodes', '8,2', false],
    ['gpu_type,nodes', '8xA100,2', true],
    ['gpu_type,nodes', 'p4d.24xlarge,2', false],
    ['gpus,gpus_per_node,nodes', '8,4,2', false],
    ['gpus,gpus_per_node,nodes', '8,8,2', true],
  ])('are warned of in %s, %s: %s', async (header, cells, isWarned) => {
    expect(await warnsOf(lines(`job,hours,${header}`, `a,2,${cells}`))).toBe(isWarned);
  });
});
