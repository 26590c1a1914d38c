import { describe, expect, it } from 'vitest';
import { maskDirectory, numberDirectories } from '../../src/sweep/directories.ts';
import { findSweeps } from '../../src/sweep/find-sweeps.ts';
import { DAY, type JobSketch, ledgerOf, T0 } from '../support/ledger-of.ts';

const sizes = (sketches: readonly JobSketch[]): number[] =>
  findSweeps(ledgerOf(sketches)).sweeps.map(({ runs }) => runs);

describe('what tells directories of runs apart and nothing else', () => {
  it.each([
    ['/scratch/ines/runs/92bcd013', '/scratch/ines/runs/#'],
    ['/scratch/ines/runs/20240109_112541_123b16', '/scratch/ines/runs/#_#_#'],
    ['/scratch/ines/work/3b/1612dd272d1371c17149d439536b', '/scratch/ines/work/#'],
    ['/scratch/ines/work/12/3b1612dd272d1371c17149d439536b', '/scratch/ines/work/#'],
    ['/home/ines/runs/lr0.1_wd1e-4', '/home/ines/runs/lr#_wd#'],
    ['/home/ines/outputs/2024-01-09/10-22-38', '/home/ines/outputs/#-#-#/#-#-#'],
    ['/data/6f1c0a52-98c3-4c1a-a5c8-2f9a4be0d0aa', '/data/#'],
    ['/home/ines/facade/cafe', '/home/ines/facade/cafe'],
  ])('is masked: %s is %s', (path, masked) => {
    expect(maskDirectory(path)).toBe(masked);
  });

  it('is the last part of directories with a run or two each, where there are four; those of projects stay apart', () => {
    const few = ['/r/cora_gcn', '/r/cora_gat', '/r/pubmed_gcn', '/r/pubmed_gat'];
    const numbers = numberDirectories([...few, '/r/paper', '/h/a', '/h/b'], Uint32Array.of(1, 2, 1, 2, 300, 1, 1));
    expect(numbers).toEqual([0, 0, 0, 0, 1, 2, 3]);
    expect(new Set(numberDirectories(few, Uint32Array.of(8, 12, 9, 30))).size).toBe(4);
  });
});

describe('jobs that each have a directory', () => {
  const CELLS = ['0.1', '0.01', '0.001'].flatMap((lr) => ['0', '1e-4'].map((wd) => ({ lr, wd })));
  const DIRECTORIES = [
    ['of hashes', ['92bcd013', 'e57dd6d9', 'fc3b484a', 'a6800cd4', '11045eb7', '7667a703']],
    ['of values', CELLS.map(({ lr, wd }) => `lr${lr}_wd${wd}`)],
    ['of words', ['cora_gcn', 'cora_gat', 'cora_sage', 'pubmed_gcn', 'pubmed_gat', 'pubmed_sage']],
  ] as const;

  it.each(DIRECTORIES)('are one grid of 3 × 2: %s', (_, directories) => {
    const jobs = CELLS.map(({ lr, wd }, at) => ({
      workDir: `/home/ines/runs/${directories[at]}`,
      command: `sbatch train.sh --lr ${lr} --wd ${wd}`,
      submit: T0 + at,
    }));
    expect(findSweeps(ledgerOf(jobs)).sweeps).toMatchObject([{ runs: 6, kind: 'grid', coverage: 1 }]);
  });

  it('are not those of two projects beside each other: 6 + 6', () => {
    const jobs = ['parser', 'tagger'].flatMap((project, at) =>
      CELLS.map(({ lr, wd }, cell) => ({
        workDir: `/home/ines/${project}`,
        command: `sbatch train.sh --lr ${lr} --wd ${wd}`,
        submit: T0 + cell + at,
      })),
    );
    expect(sizes(jobs)).toEqual([6, 6]);
  });

  it('of Nextflow are one sweep a process: 6 of TRAIN, 6 of EVAL', () => {
    const process = (name: string, from: number): JobSketch[] =>
      CELLS.map(({ lr, wd }, at) => ({
        name: `nf-${name}_(lr_${lr}_wd_${wd})`,
        workDir: `/scratch/ines/work/${at}a/${at}b0eb53f16947ccf25ec84d8dbc742${from % 10}`,
        command: 'sbatch .command.run',
        submit: from + at,
      }));
    expect(sizes([...process('TRAIN', T0), ...process('EVAL', T0 + DAY)])).toEqual([6, 6]);
  });
});
