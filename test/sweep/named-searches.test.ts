import { describe, expect, it } from 'vitest';
import { findSweeps } from '../../src/sweep/find-sweeps.ts';
import { DAY, type JobSketch, ledgerOf, T0 } from '../support/ledger-of.ts';

/** Grids of two learning rates, one after the other, each with what its submit lines say besides. */
const grids = (says: readonly string[], pause = 1, before = ''): JobSketch[] =>
  says.flatMap((said, grid) =>
    ['0.1', '0.01'].map((lr, at) => ({
      submit: T0 + grid * pause + at,
      command: `sbatch ${before.replace('?', said)} train.sh --lr ${lr} ${before === '' ? said : ''}`,
    })),
  );

const sweepsIn = (sketches: readonly JobSketch[]) => findSweeps(ledgerOf(sketches)).sweeps;
const sizes = (sketches: readonly JobSketch[]): number[] => sweepsIn(sketches).map(({ runs }) => runs);

describe('a search that submit lines name', () => {
  it.each([
    ['the id of a sweep', ['--sweep-id gcnyamwy', '--sweep-id f2xnf7yc'], ''],
    ['an Optuna study', ['--study-name first', '--study-name second'], ''],
    [
      "Hydra's multirun",
      ['hydra.sweep.dir=multirun/2024-03-11/14-05', 'hydra.sweep.dir=multirun/2024-03-11/15-10'],
      '',
    ],
    ['a comment', ['sweep-f2xnf7yc', 'sweep-gcnyamwy'], '--comment=?'],
    ['an environment variable', ['k3', 'k4'], '--export=ALL,SWEEP_ID=?'],
  ])('is one sweep: %s', (_, says, before) => {
    expect(sizes(grids(says, 1, before))).toEqual([2, 2]);
    expect(sizes(grids([says[0] as string, says[0] as string], 1, before))).toEqual([4]);
  });

  it('is one sweep however far apart and unlike its runs are, with the name as evidence', () => {
    const [sweep, ...others] = sweepsIn([
      { name: 'a', command: 'sbatch a.sh --lr 0.1 --sweep_id=w7' },
      { name: 'other-thing', command: 'sbatch b.sh --wd 3 --sweep_id=w7', submit: T0 + 20 * DAY },
    ]);
    expect(others).toEqual([]);
    expect(sweep).toMatchObject({ runs: 2, confidence: 0.99 });
    expect(sweep?.evidence).toContainEqual({ rule: 'search-id', note: 'submit lines name the search: w7' });
    expect(sweep?.explanation).toContain('the search that their submit lines call w7');
  });

  it('is not what two people call alike', () => {
    const [mine, theirs] = [grids(['--sweep-id w7'])[0], grids(['--sweep-id w7'])[1]];
    expect(sizes([mine as JobSketch, { ...theirs, user: 'tomas' }])).toEqual([]);
  });

  it('may come again by another name than an id: after a long pause it is another', () => {
    expect(sizes(grids(['--group ablation', '--group ablation'], 30 * DAY))).toEqual([2, 2]);
    expect(sizes(grids(['--sweep-id w7', '--sweep-id w7'], 30 * DAY))).toEqual([4]);
  });

  it.each(['--sweep true', '--sweep 1', '--study none'])('is no word such as in %s', (said) => {
    expect(sizes(grids([said, said], 30 * DAY))).toEqual([2, 2]);
  });

  it.each(['--comment=for-the-paper', '--comment=gridlock', 'hydra.sweep.dir=out'])('is not meant by %s', (said) => {
    const before = said.startsWith('--') ? said : '';
    expect(sizes(grids([said, said], 30 * DAY, before))).toEqual([2, 2]);
  });

  it('tells the values as well', () => {
    expect(sweepsIn(grids(['--sweep-id w7', '--sweep-id w8']))[0]?.parameters).toEqual({ lr: ['0.01', '0.1'] });
  });
});

describe('an array without the ids of its tasks', () => {
  const tasks = (spec: string, count: number, submit: number, state: JobSketch['state'] = 'completed'): JobSketch[] =>
    Array.from({ length: count }, () => ({ command: `sbatch --array=${spec} train.sh`, submit, state }));

  it('is known by its submit line and the second in which it was submitted', () => {
    expect(sizes([...tasks('0-4', 5, T0), ...tasks('0-2', 3, T0 + 120)])).toEqual([5, 3]);
  });

  it('goes on with the tasks that failed', () => {
    expect(sizes([...tasks('0-4', 3, T0), ...tasks('0-4', 2, T0, 'failed'), ...tasks('1,3', 2, T0 + 600)])).toEqual([
      7,
    ]);
  });

  it('has nothing to do with loops of the same script', () => {
    const loop = ['100', '500'].map((warmup, at) => ({
      command: `sbatch --export=ALL,WARMUP=${warmup} train.sh`,
      submit: T0 + 300 + at,
    }));
    expect(sizes([...tasks('0-4', 5, T0), ...loop]).sort()).toEqual([2, 5]);
  });
});

describe('what people note in a comment', () => {
  it('is values like those of options', () => {
    const jobs = ['0.1', '0.2', '0.3'].map((lr, at) => ({
      name: 'cmt',
      submit: T0 + at,
      command: `sbatch --comment=k=${at};lr=${lr} train.sh`,
    }));
    expect(sweepsIn(jobs)[0]?.parameters).toMatchObject({ lr: ['0.1', '0.2', '0.3'] });
  });
});

describe('a search that a command names by its place or form', () => {
  const agents = (command: string, count = 6): JobSketch[] =>
    Array.from({ length: count }, (_, at) => ({ name: 'agent', command, submit: T0 + at }));
  const later = (jobs: readonly JobSketch[], by: number): JobSketch[] =>
    jobs.map((job) => ({ ...job, submit: (job.submit ?? T0) + by }));

  it.each([
    ['sbatch agent.sh lab/vision/b958307c', 'sbatch agent.sh lab/vision/489ba5a3'],
    ['sbatch agent.sh lab/vision/k3j9x2ab', 'sbatch agent.sh lab/vision/p0q8w7zz'],
    ['sbatch --wrap wandb agent lab/vision/k3j9x2ab', 'sbatch --wrap wandb agent lab/vision/p0q8w7zz'],
    ['sbatch run.sh wandb agent --count 5 k3j9x2ab', 'sbatch run.sh wandb agent --count 5 p0q8wazz'],
  ])('is one sweep of agents, with those added a day later: %s (6 + 3, and 6 of another)', (first, second) => {
    const jobs = [...agents(first), ...later(agents(second), 600), ...later(agents(first, 3), DAY)];
    expect(sizes(jobs)).toEqual([9, 6]);
  });

  it("is one sweep of Hydra's multirun in batches: 4 + 4 of one, 4 of another", () => {
    const batch = (dir: string, file: string, arrayJobId: number, submit: number): JobSketch[] =>
      [0, 1, 2, 3].map((arrayTask) => ({
        arrayJobId,
        arrayTask,
        submit,
        command: `sbatch /home/ines/lisa/multirun/2024-01-09/${dir}/.submitit/submission_file_${file}.sh`,
      }));
    const jobs = [
      ...batch('10-22-38', '92bcd013e7b2fad6e57dd6d987df499f', 84, T0),
      ...batch('10-22-38', '4d4901193011045eb72068f046351c76', 85, T0 + 4000),
      ...batch('12-22-38', '5d4901193011045eb72068f046351c76', 86, T0 + 8000),
    ];
    expect(sizes(jobs)).toEqual([8, 4]);
  });

  it.each(['sbatch agent.sh envs/atari/breakout', 'sbatch train.sh lab/vision/k3j9x2ab', 'sbatch agent.sh k3j9x2ab'])(
    'is not meant by %s: 2 loops of learning rates a month apart',
    (command) => {
      const loop = ['0.1', '0.01'].map((lr, at) => ({ command: `${command} --lr ${lr}`, submit: T0 + at }));
      expect(sizes([...loop, ...later(loop, 30 * DAY)])).toEqual([2, 2]);
    },
  );
});
