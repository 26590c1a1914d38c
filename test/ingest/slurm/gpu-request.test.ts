import { describe, expect, it } from 'vitest';
import { gpusInCommand, parseGres } from '../../../src/ingest/slurm/gpu-request.ts';

describe('a GRES list', () => {
  // The first two as 17.11 to 20.02 print them, the number is "gpu" read as little-endian bytes (src/common/gres.c).
  it.each([
    ['gpu:4', 4, ''],
    ['7696487:4', 4, ''],
    ['gpu', 1, ''],
    ['gpu:0', 0, ''],
    ['gpu:tesla:2', 2, 'tesla=2'],
    ['gpu:2,craynetwork:1', 2, ''],
    ['gpu:a100:2(IDX:0-1)', 2, 'a100=2'],
    ['gpu:a100:1(IDX:0,2),gpu:v100:3(IDX:1)', 4, 'a100=1,v100=3'],
    ['gres:gpu:p100:1', 1, 'p100=1'],
  ])('%s asks for %i', (text, gpus, gpuTypes) => {
    expect(parseGres(text)).toEqual({ gpus, gpuTypes });
  });

  it.each(['', 'craynetwork:1', '(null)', 'mps:50'])('%j speaks of no GPU', (text) => {
    expect(parseGres(text)).toBeUndefined();
  });
});

describe('a submit line', () => {
  // Spellings of the study E-multi of the real dumps, with the GPUs that Slurm allocated for them.
  it.each([
    ['sbatch --parsable -p titanx --gres=gpu:2 -t 5 a.sh', 1, 2, ''],
    ['sbatch -p titanx --gres=gpu:titanx:4 a.sh', 1, 4, 'titanx=4'],
    ['sbatch -N 2 --gres=gpu:4 a.sh', 2, 8, ''],
    ['sbatch --gpus=3 a.sh', 1, 3, ''],
    ['sbatch -G a100:3 a.sh', 1, 3, 'a100=3'],
    ['sbatch -G3 a.sh', 1, 3, ''],
    ['sbatch --gpus-per-node=a100:8 a.sh', 1, 8, 'a100=8'],
    ['sbatch -n2 --gpus-per-task=2 a.sh', 1, 4, ''],
    ['/usr/bin/srun --gres gpu:1 --pty bash', Number.NaN, 1, ''],
    ['sbatch --exclusive --gres=gpu:1 a.sh', 1, 1, ''],
  ])('%s on %d nodes asks for %i', (command, nodes, gpus, gpuTypes) => {
    expect(gpusInCommand(command, nodes)).toEqual({ gpus, gpuTypes });
  });

  it.each([
    'sbatch train.sh --gpus 4',
    'sbatch -p gpu train.sh --gres=gpu:4',
    'sbatch --wrap "python train.py --gpus=4"',
    'sbatch -p gpu-long train.sh',
    'sbatch --gpus-per-task=2 a.sh',
    'sbatch --gres=craynetwork:1 a.sh',
    'python train.py --gpus 4',
  ])('%s does not say how many', (command) => {
    expect(gpusInCommand(command, 1)).toBeUndefined();
  });
});
