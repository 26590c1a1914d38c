import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { goalOf } from '../../src/cost/metric-of-runs.ts';
import { AppError } from '../../src/errors.ts';
import { BLANK_TRACKED, WANDB } from '../../src/model/tracked-run.ts';
import { redact } from '../../src/report/redact.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { filesOf } from '../support/files-of.ts';
import { factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';
import { intakeOf } from '../support/read-logs.ts';

/** Runs of one sweep of a tracker, the first an hour, the second two and so on; with what they logged last. */
const runs = (...metrics: readonly Readonly<Record<string, unknown>>[]): JobSketch[] =>
  metrics.map((each, index) => ({
    cluster: WANDB,
    jobId: `run${index + 1}`,
    submit: T0 + index,
    elapsed: (index + 1) * HOUR,
    tracked: { ...BLANK_TRACKED, sweep: 'abc', metrics: JSON.stringify(each) },
  }));
const tiersOf = (jobs: readonly JobSketch[], metric?: { name: string; goal?: 'min' | 'max' }) =>
  factsOf(jobs, metric === undefined ? {} : { metric }).tiers;

describe('the model is the best by a metric', () => {
  const jobs = runs({ val_loss: 0.5, acc: 0.7 }, { val_loss: 0.2, acc: 0.9 }, { val_loss: 0.3, acc: 0.8 });

  it('of held-out data, where one alone says by its name which way is better', () => {
    const { singleModel, singleTune } = tiersOf(jobs);
    expect(singleModel).toMatchObject({ attempts: 1, gpuHours: 2 });
    expect(singleModel.rule).toBe('run run2, the best of 3 by val_loss (min: 0.2)');
    expect(singleTune).toMatchObject({ attempts: 3, gpuHours: 6, sweepId: 'sweep-001' });
  });

  it('that the user names, the way that the user says', () => {
    expect(tiersOf(jobs, { name: 'acc' }).singleModel.rule).toBe('run run2, the best of 3 by acc (max: 0.9)');
    expect(tiersOf(jobs, { name: 'acc', goal: 'min' }).singleModel.gpuHours).toBe(1);
  });

  it('among runs that have a finite one', () => {
    const odd = runs({ val_loss: 'NaN' }, { val_loss: 0.4 }, {}, { val_loss: '-Infinity' }, { val_loss: 0.6 });
    expect(tiersOf(odd).singleModel.rule).toBe('run run2, the best of 2 by val_loss (min: 0.4)');
  });

  it('the first of equals', () => {
    expect(tiersOf(runs({ val_acc: 1 }, { val_acc: 1 })).singleModel.gpuHours).toBe(1);
  });

  it('yields to the published one', () => {
    expect(factsOf(jobs, { final: 'run3' }).tiers.singleModel.gpuHours).toBe(3);
  });
});

describe('the best run', () => {
  const jobs = runs({ val_loss: 0.5, thing: 1 }, { val_loss: 0.2, thing: 0 }, { val_loss: 0.3 });
  it.each([undefined, { name: 'thing', goal: 'max' } as const])(
    'is found again in jobs.csv, metric %j',
    async (metric) => {
      const facts = factsOf(jobs, metric === undefined ? {} : { metric });
      const { ledger } = facts;
      const files = { 'jobs.csv': filesOf(facts)['jobs.csv'] as string };
      const intake = await intakeOf(files);
      const method = findMethod('default');
      const again = analyse(intake, { projectName: 'p', version: '0', method, selection: {}, metric });
      expect(again.tiers.singleModel).toMatchObject({
        rule: facts.tiers.singleModel.rule,
        gpuHours: facts.tiers.singleModel.gpuHours,
      });
      expect(again.ledger.count).toBe(ledger.count);
    },
  );

  it('is not called by its name in a redacted report', () => {
    const named = jobs.map((job, index) => ({ ...job, jobId: `ann-${index}` }));
    expect(factsOf(named).tiers.singleModel.rule).toContain('run ann-1');
    const { singleModel, singleTune } = redact(factsOf(named)).tiers;
    expect(`${singleModel.rule} ${singleTune.rule}`).not.toContain('ann');
    expect(`${redact(factsOf(named, { final: 'ann-2' })).tiers.singleModel.rule}`).not.toContain('ann');
  });
});

describe('no metric is guessed', () => {
  it.each([
    ['where several could be meant', { val_loss: 0.1, val_acc: 0.9 }],
    ['where it is of the training', { loss: 0.1 }],
    ['where the name does not tell which way is better', { val_thing: 3 }],
    ['of the tracker’s own', { _val_loss: 0.1 }],
  ])('%s', (_, metrics) => {
    expect(tiersOf(runs(metrics, metrics)).singleModel.rule).toContain('the mean of the 2 completed runs');
  });

  it('the user is told what there is', () => {
    const jobs = runs({ val_loss: 0.1, thing: 2 });
    expect(() => tiersOf(jobs, { name: 'vall' })).toThrow(
      '--metric vall: no run has this metric. There are thing, val_loss',
    );
    expect(() => tiersOf(jobs, { name: 'thing' })).toThrow(
      '--metric thing: its name does not tell whether less is better',
    );
    expect(() => tiersOf([{}], { name: 'acc' })).toThrow('only experiment trackers log them');
    expect(() => tiersOf(jobs, { name: 'thing' })).toThrow(AppError);
    expect(tiersOf(jobs, { name: 'thing', goal: 'max' }).singleModel.gpuHours).toBe(1);
  });
});

it.each([
  ['val_loss', 'min'],
  ['eval/loss', 'min'],
  ['test_error_rate', 'min'],
  ['perplexity', 'min'],
  ['val/WER', 'min'],
  ['val_acc', 'max'],
  ['test/accuracy', 'max'],
  ['dev_f1', 'max'],
  ['eval/bleu', 'max'],
  ['episode_reward', 'max'],
  ['top5', 'max'],
  ['global_step', undefined],
  ['glossary', undefined],
  ['lr', undefined],
  ['loss_accuracy', undefined],
])('%s is better the more or the less: %s', (name, goal) => {
  expect(goalOf(name)).toBe(goal);
});
