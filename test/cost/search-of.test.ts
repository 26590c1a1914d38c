import { describe, expect, it } from 'vitest';
import { BLANK_TRACKED } from '../../src/model/tracked-run.ts';
import { DAY, factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

/** A loop over some submit lines: a job each, of so many hours. */
const loop = (id: number, from: number, hours: number, commands: readonly string[]): JobSketch[] =>
  commands.map((command, index) => ({
    jobId: String(id + index),
    name: 'train',
    command: `sbatch --time=1-00:00:00 train.sh ${command}`,
    submit: from + index,
    elapsed: hours * HOUR,
  }));

const RATES = ['0.1', '0.3', '0.01', '0.03'];
const search = loop(
  100,
  T0,
  2,
  RATES.map((rate) => `--lr ${rate} --layers 4`),
);
const repeats = (setting: string, at = T0 + 5 * DAY): JobSketch[] =>
  loop(
    200,
    at,
    5,
    [1, 2, 3].map((seed) => `${setting} --seed ${seed}`),
  );

describe('a model that is one of repeats over seeds', () => {
  it('was found by the search in which its setting was tried before: 4 × 2 h and 3 × 5 h', () => {
    const { tiers, sweeps } = factsOf([...search, ...repeats('--lr 0.01 --layers 4')], { final: '201' });
    expect(sweeps.map(({ sweep }) => sweep.kind)).toEqual(['grid', 'seeds']);
    expect(tiers.singleModel.gpuHours).toBe(5);
    expect(tiers.singleTune).toMatchObject({ sweepId: 'sweep-001', attempts: 7, gpuHours: 23 });
    expect(tiers.singleTune.rule).toBe(
      'sweep-001, a search in which the setting of job 201 was tried before, and sweep-002, which repeats it',
    );
  });

  it('whichever order its options have, and whatever the scheduler was told', () => {
    const others = repeats('--layers 4 --lr 0.01').map((job) => ({
      ...job,
      command: job.command?.replace('--time=1-00:00:00', '--time=4:00:00 --job-name=final') as string,
    }));
    expect(factsOf([...search, ...others], { final: '201' }).tiers.singleTune.gpuHours).toBe(23);
  });

  it.each([
    ['a value that was not tried', repeats('--lr 0.02 --layers 4')],
    ['another option', repeats('--lr 0.01 --layers 4 --dropout 0.1')],
    ['a flag', repeats('--lr 0.01 --layers 4 --no-attention')],
    ['a search that came later', repeats('--lr 0.01 --layers 4', T0 - 5 * DAY)],
    ['another user', repeats('--lr 0.01 --layers 4').map((job) => ({ ...job, user: 'tom' }))],
  ])('is its repeats alone after %s, and the rule says so', (_, others) => {
    const { tiers, sweeps } = factsOf([...search, ...others], { final: '201' });
    const own = sweeps.find(({ sweep }) => sweep.kind === 'seeds')?.sweep.id;
    expect(tiers.singleTune).toMatchObject({ sweepId: own, attempts: 3, gpuHours: 15 });
    expect(tiers.singleTune.rule).toContain('what found that setting is not in it');
  });

  it('counts the last search that tried it, with what that refines: (4 + 4) × 2 h and 3 × 5 h', () => {
    const finer = loop(
      150,
      T0 + 2 * DAY,
      2,
      ['0.01', '0.015', '0.02', '0.025'].map((rate) => `--lr ${rate} --layers 4`),
    );
    const { tiers } = factsOf([...search, ...finer, ...repeats('--lr 0.015 --layers 4')], { final: '200' });
    expect(tiers.singleTune).toMatchObject({ sweepId: 'sweep-002', attempts: 11, gpuHours: 31 });
    expect(tiers.singleTune.rule).toContain('and sweep-003, which repeats it, with sweep-001, which it refines');
  });

  it('is told by names where submit lines have no values', () => {
    const named = (names: readonly string[], id: number, at: number): JobSketch[] =>
      names.map((name, index) => ({ jobId: String(id + index), name, command: '', submit: at + index }));
    const jobs = [
      ...named(
        RATES.map((rate) => `bert_lr${rate}_bs32`),
        100,
        T0,
      ),
      ...named(
        [1, 2, 3].map((seed) => `bert_lr0.3_bs32_s${seed}`),
        200,
        T0 + DAY,
      ),
    ];
    expect(factsOf(jobs, { final: '202' }).tiers.singleTune).toMatchObject({ sweepId: 'sweep-001', attempts: 7 });
  });
});

it('is told by what a tracker logged, wherever files went', () => {
  const tracked = (id: number, at: number, configs: readonly Record<string, string>[], sweep = ''): JobSketch[] =>
    configs.map((config, index) => ({
      ...{
        jobId: `r${id + index}`,
        cluster: 'wandb',
        name: `run-${id + index}`,
        command: '',
        submit: at + index * HOUR,
      },
      tracked: { ...BLANK_TRACKED, project: 'lab/srl', sweep, config: JSON.stringify(config) },
    }));
  const seeds = ['1', '2', '3', '4'].map((seed) => ({ lr: '0.3', output_dir: `out/${seed}`, seed }));
  const jobs = [
    ...tracked(
      100,
      T0,
      RATES.map((lr) => ({ lr, output_dir: `out/${lr}` })),
      'abc',
    ),
    ...tracked(200, T0 + DAY, seeds, 'def'),
  ];
  const { singleTune } = factsOf(jobs, { final: 'r202' }).tiers;
  expect(singleTune).toMatchObject({ sweepId: 'sweep-001', attempts: 8 });
});

describe('a model in no sweep', () => {
  const alone = { jobId: '7', name: 'final', submit: T0 + 9 * DAY, elapsed: 30 * HOUR };

  it('was found by the search in which its setting was tried before: 4 × 2 h and 30 h', () => {
    const final = { ...alone, command: 'sbatch train.sh --lr 0.03 --layers 4 --seed 9' };
    const { tiers } = factsOf([...search, final], { final: '7' });
    expect(tiers.singleTune).toMatchObject({ sweepId: 'sweep-001', attempts: 5, gpuHours: 38 });
    expect(tiers.singleTune.rule).toBe(
      'sweep-001, a search in which the setting of job 7 was tried before, and that run, which is in no sweep',
    );
  });

  it('is all that the logs show where array tasks do not tell their setting', () => {
    const tasks = Array.from({ length: 6 }, (_, task) => ({
      ...{ arrayJobId: 84, arrayTask: task, submit: T0, command: 'sbatch --array=0-5 train.sh', elapsed: HOUR },
    }));
    const { tiers } = factsOf([...tasks, { ...alone, command: 'sbatch train.sh' }], { final: '7' });
    expect(tiers.singleTune.gpuHours).toBe(30);
    expect(tiers.singleTune.rule).toContain('is in no sweep that the logs show');
  });
});
