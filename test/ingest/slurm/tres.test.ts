import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGres } from '../../../src/ingest/slurm/gpu-request.ts';
import { parseTres } from '../../../src/ingest/slurm/tres.ts';

const gpusIn = (text: string): [number, string] => {
  const { gpus, gpuTypes } = parseTres(`billing=4,cpu=4,${text},mem=64G,node=1`);
  return [gpus, gpuTypes];
};

describe('GPUs of a TRES string', () => {
  it.each([
    ['gres/gpu=2', 2, ''],
    ['gres/gpu:a100=2,gres/gpu=2', 2, 'a100=2'],
    ['gres/gpu:a100=2', 2, 'a100=2'],
    ['gres/gpu=4,gres/gpu:v100=1,gres/gpu:a100=2', 4, 'a100=2,v100=1'],
    ['gres/gpu=0', 0, ''],
    ['gres/gpu:a100=0,gres/gpu=0', 0, ''],
    ['fs/disk=1', Number.NaN, ''],
    ['gres/gpu=18446744073709551614', Number.NaN, ''],
    ['gres/gpumem=40G,gres/gpuutil=97', Number.NaN, ''],
  ])('whole: %s', (text, gpus, types) => {
    expect(gpusIn(text)).toEqual([gpus, types]);
  });

  it('MIG slices are shares; the untyped entry counts them as whole GPUs and adds none', () => {
    expect(gpusIn('gres/gpu:a100_3g.20gb=2,gres/gpu=2')).toEqual([6 / 7, `a100_3g.20gb=${6 / 7}`]);
    expect(gpusIn('gres/gpu:1g.10gb=1')).toEqual([1 / 7, `1g.10gb=${1 / 7}`]);
    expect(gpusIn('gres/gpu=3,gres/gpu:3g.40gb=2,gres/gpu:4g.40gb=1')[0]).toBeCloseTo(10 / 7, 12);
  });

  it('GPUs beyond the slices are whole ones', () => {
    expect(gpusIn('gres/gpu=3,gres/gpu:1g.5gb=1,gres/gpu:a100=1')[0]).toBeCloseTo(2 + 1 / 7, 12);
  });

  it('a slice that could be of differently cut GPUs, or a shard, leaves the number open', () => {
    expect(gpusIn('gres/gpu:1g.24gb=1,gres/gpu=1')).toEqual([Number.NaN, '1g.24gb=?']);
    expect(gpusIn('gres/shard=2')).toEqual([Number.NaN, 'shard=?']);
    expect(gpusIn('gres/shard:a100=2,gres/shard=2')).toEqual([Number.NaN, 'shard=?']);
  });

  it('MPS counts percent of a GPU', () => {
    expect(gpusIn('gres/mps=50')).toEqual([0.5, 'mps=0.5']);
    expect(gpusIn('gres/mps=150,gres/mps:a100=100')).toEqual([1.5, 'mps:a100=1,mps=0.5']);
  });

  it('GPUs under a name of the site’s own are slices where it says which, else their number is open', () => {
    expect(gpusIn('cpu=4,gres/mig-3g.20gb=1')).toEqual(gpusIn('cpu=4,gres/gpu:3g.20gb=1'));
    expect(gpusIn('gres/vgpu=1')).toEqual([Number.NaN, 'vgpu=?']);
    expect(gpusIn('gres/gpu:a100=1,gres/vgpu=4')).toEqual([1, 'a100=1']);
    for (const other of ['gres/gpumem=40G', 'gres/gpuutil=80', 'gres/nic=2', 'gres/tmpdisk=9'])
      expect(gpusIn(`cpu=4,${other}`)).toEqual([Number.NaN, '']);
  });

  it('whole GPUs beside MPS or shards are what is held', () => {
    expect(gpusIn('gres/gpu=2,gres/mps=50')).toEqual([2, '']);
    expect(gpusIn('gres/gpu:a100=1,gres/shard=4')).toEqual([1, 'a100=1']);
    expect(gpusIn('gres/gpu=0,gres/mps=50')).toEqual([0.5, 'mps=0.5']);
  });

  it('never more than the larger of the total and the sum of the types, in any order', () => {
    const type = fc.constantFrom('a100', 'v100', 'a100_3g.20gb', '1g.5gb', '7g.40gb');
    const typed = fc.dictionary(type, fc.integer({ min: 0, max: 9 }), { noNullPrototype: true });
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 20 }), fc.boolean(), (types, total, backwards) => {
        const entries = [
          ...Object.entries(types).map(([name, count]) => `gres/gpu:${name}=${count}`),
          `gres/gpu=${total}`,
        ];
        const [gpus, gpuTypes] = gpusIn((backwards ? entries.reverse() : entries).join(','));
        const most = Math.max(
          total,
          Object.values(types).reduce((sum, count) => sum + count, 0),
        );
        expect(gpus).toBeLessThanOrEqual(most + 1e-9);
        expect(gpus).toBeGreaterThanOrEqual(most / 7 - 1e-9);
        const ofTypes = gpuTypes === '' ? [] : gpuTypes.split(',').map((entry) => Number(entry.split('=')[1]));
        expect(ofTypes.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(gpus + 1e-9);
      }),
    );
  });
});

it('slices that were asked for are shares too', () => {
  expect(parseGres('gpu:a100_3g.20gb:2')).toEqual({ gpus: 6 / 7, gpuTypes: `a100_3g.20gb=${6 / 7}` });
  expect(parseGres('gpu:1g.5gb:1')).toEqual({ gpus: 1 / 7, gpuTypes: `1g.5gb=${1 / 7}` });
  expect(parseGres('gpu:4')).toEqual({ gpus: 4, gpuTypes: '' });
  expect(parseGres('gpu:tesla:2,gpu:2')).toEqual({ gpus: 4, gpuTypes: 'tesla=2' });
});
