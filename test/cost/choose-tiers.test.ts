import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.ts';
import type { ProjectFacts } from '../../src/model/facts.ts';
import type { JobState } from '../../src/model/job-state.ts';
import { DAY, factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

/** A loop over learning rates: one job an entry, of so many hours. */
const sweep = (name: string, from: number, hours: readonly number[], states: readonly JobState[] = []): JobSketch[] =>
  hours.map((each, index) => ({
    jobId: `${name.length}${index}${from % 97}`,
    name: `${name}_lr0.${index + 1}`,
    submit: from + index,
    elapsed: each * HOUR,
    state: states[index] ?? 'completed',
  }));

const tiersOf = ({ tiers: { singleModel, singleTune, project } }: ProjectFacts) =>
  [singleModel, singleTune, project].map(({ attempts, gpuHours }) => [attempts, gpuHours]);

describe('with the published job named', () => {
  const jobs = [...sweep('srl', T0, [10, 20, 30]), { jobId: '7', name: 'eval', submit: T0 + 9 * HOUR, elapsed: HOUR }];
  const published = (final: string): ProjectFacts => factsOf(jobs, { final });

  it('the model is that job, the tune its sweep, the project everything', () => {
    const facts = published(jobs[1]?.jobId as string);
    expect(tiersOf(facts)).toEqual([
      [1, 20],
      [3, 60],
      [4, 61],
    ]);
    expect(facts.tiers.singleTune.sweepId).toBe('sweep-001');
    expect(facts.tiers.singleModel.rule).toContain('named as the published one');
  });

  it('the tune is the job itself where it is in no sweep', () => {
    const { tiers } = published('7');
    expect([tiers.singleModel.gpuHours, tiers.singleTune.gpuHours]).toEqual([1, 1]);
    expect(tiers.singleTune.sweepId).toBeUndefined();
  });

  it('all its attempts count, requeued ones too', () => {
    const requeued: JobSketch[] = [
      { jobId: '70', state: 'requeued', elapsed: 2 * HOUR },
      { jobId: '70', submit: T0 + 5 * HOUR, elapsed: 3 * HOUR },
    ];
    expect(factsOf(requeued, { final: '70' }).tiers.singleModel).toMatchObject({ attempts: 2, gpuHours: 5 });
  });

  it('is found by the raw id of an array task as well', () => {
    const tasks = [0, 1].map((task) => ({
      arrayJobId: 84,
      arrayTask: task,
      jobIdRaw: `${90 + task}`,
      elapsed: (1 + task) * HOUR,
    }));
    for (const final of ['84_1', '91']) expect(factsOf(tasks, { final }).tiers.singleModel.gpuHours).toBe(2);
  });

  it('is no task where the id is that of a whole array, which one of its tasks has as its raw id', () => {
    const tasks = [0, 1].map((task) => ({ arrayJobId: 84, arrayTask: task, jobIdRaw: task === 1 ? '84' : '83' }));
    expect(() => factsOf(tasks, { final: '84' })).toThrowError(
      '--final 84: no attempt or run has this id. Ids look like 84_0, 84_1',
    );
    const [only] = tasks;
    expect(factsOf([{ ...only, jobIdRaw: '84' }], { final: '84' }).tiers.singleModel.gpuHours).toBe(1);
  });

  it('is the user’s to mend where no attempt has that id, and ids of the log are named', () => {
    expect(() => published('999')).toThrowError(AppError);
    expect(() => published('999')).toThrowError(
      `--final 999: no attempt or run has this id. Ids look like ${jobs[0]?.jobId}`,
    );
  });
});

describe('without a published job', () => {
  it('the tune is the last sweep to end of those with at least the median GPU-hours', () => {
    const jobs = [
      ...sweep('parse', T0, [10, 10]),
      ...sweep('srlabels', T0 + 2 * DAY, [30, 30]),
      ...sweep('pos', T0 + 9 * DAY, [1, 1]), // the last of all, but small
    ];
    const facts = factsOf(jobs);
    expect(facts.sweeps.map(({ usage }) => usage.gpuHours)).toEqual([20, 60, 2]);
    expect(facts.tiers.singleTune).toMatchObject({ sweepId: 'sweep-002', attempts: 2, gpuHours: 60 });
  });

  it('a sweep of which nothing completed is no tune, however late', () => {
    const jobs = [...sweep('parse', T0, [10, 10]), ...sweep('srlabels', T0 + DAY, [90, 90], ['failed', 'timeout'])];
    expect(factsOf(jobs).tiers.singleTune.sweepId).toBe('sweep-001');
  });

  it('the model is the mean of the tune’s completed runs: (10 + 20 + 60) ÷ 3 h, the failed 5 h left out', () => {
    const facts = factsOf(sweep('srl', T0, [10, 20, 60, 5], ['completed', 'completed', 'completed', 'failed']));
    expect(facts.tiers.singleModel).toMatchObject({ attempts: 1, gpuHours: 30, wallHours: 30, sweepId: 'sweep-001' });
    expect(facts.tiers.singleModel.rule).toContain('the mean of the 3 completed runs of sweep-001');
  });

  it('what a completed run lost to a requeue is part of that mean: (2 + 10 + 20) ÷ 2', () => {
    const jobs: JobSketch[] = [
      { jobId: '70', name: 'srl_lr0.1', state: 'requeued', elapsed: 2 * HOUR },
      { jobId: '71', name: 'srl_lr0.2', submit: T0 + 1, elapsed: 20 * HOUR },
      { jobId: '70', name: 'srl_lr0.1', submit: T0 + 5 * HOUR, elapsed: 10 * HOUR },
    ];
    expect(factsOf(jobs).tiers.singleModel.gpuHours).toBe(16);
  });

  it('a sweep without GPUs is a tune as well', () => {
    const jobs = sweep('srl', T0, [10, 20]).map((job) => ({ ...job, gpus: 0, gpuTypes: '' }));
    expect(factsOf(jobs).tiers.singleTune).toMatchObject({ sweepId: 'sweep-001', attempts: 2, wallHours: 30 });
    expect(factsOf(jobs).tiers.singleModel).toMatchObject({ gpuHours: 0, wallHours: 15 });
  });

  it('the longest completed run stands for model and tune where there is no sweep', () => {
    const jobs: JobSketch[] = [
      { name: 'parse', elapsed: 3 * HOUR },
      { name: 'srl', elapsed: 5 * HOUR },
      { name: 'pos', elapsed: 50 * HOUR, state: 'timeout' },
    ];
    const { tiers } = factsOf(jobs);
    expect([tiers.singleModel.gpuHours, tiers.singleTune.gpuHours, tiers.project.gpuHours]).toEqual([5, 5, 58]);
    expect(tiers.singleModel.rule).toBe('no sweep found: the longest completed run');
  });

  it('all attempts of the longest completed run stand in: requeued after 3 h, then 2 h on 2 GPUs are 10 GPU-hours, not 4', () => {
    const jobs: JobSketch[] = [
      { jobId: '8', name: 'pos', elapsed: 4 * HOUR, gpus: 1 },
      { jobId: '9', name: 'srl', submit: T0 + 1, elapsed: 3 * HOUR, state: 'requeued', gpus: 2 },
      { jobId: '9', name: 'srl', submit: T0 + 5 * HOUR, elapsed: 2 * HOUR, gpus: 2 },
      { jobId: '10', name: 'parse', submit: T0 + 2, elapsed: 90 * HOUR, state: 'timeout' },
    ];
    const { singleModel } = factsOf(jobs).tiers;
    expect(singleModel).toMatchObject({ attempts: 2, gpuHours: 10, wallHours: 5 });
    expect(singleModel.rule).toBe('no sweep found: the longest completed run, with all its 2 attempts');
  });

  it('there is no model where nothing completed', () => {
    const { tiers } = factsOf([{ state: 'failed' }, { name: 'other', state: 'cancelled' }]);
    expect(tiers.singleModel).toMatchObject({
      attempts: 0,
      gpuHours: 0,
      rule: 'nothing completed, so there is no model',
    });
    expect(tiers.project.gpuHours).toBe(2);
  });
});

it('tiers cost what their hours cost: a fortieth of the hours costs a fortieth', () => {
  const facts = factsOf(
    sweep(
      'srl',
      T0,
      Array.from({ length: 40 }, () => 7),
    ),
  );
  const { singleModel, singleTune } = facts.tiers;
  expect(singleModel.costs.cloudUsd.value * 40).toBeCloseTo(singleTune.costs.cloudUsd.value, 6);
  expect(singleTune.costs.energyKwh.high).toBeCloseTo(facts.costs.energyKwh.high, 6);
});

describe('where the tune is a sweep that may be another', () => {
  const wave = (at: number): JobSketch[] =>
    Array.from({ length: 4 }, () => ({ name: 'job', command: '', submit: T0 + Math.round(at), elapsed: HOUR }));
  const waves = (from: number): JobSketch[] => [0, 1, 2, 3, 4].flatMap((each) => wave(from + each * HOUR));
  const bySubmission = (a: JobSketch, b: JobSketch): number => (a.submit as number) - (b.submit as number);

  it('its rule says how sure it is', () => {
    const { tiers } = factsOf([...waves(0), ...waves(0.45 * HOUR)].sort(bySubmission));
    expect(tiers.singleTune.rule).toMatch(/; only \d+ % sure that just these runs are one sweep$/);
  });

  it('nothing is said where it is clear', () => {
    expect(factsOf(sweep('srl', T0, [10, 20, 30])).tiers.singleTune.rule).not.toContain('sure');
  });
});
