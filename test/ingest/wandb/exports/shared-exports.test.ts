import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { UNTOLD_GPUS } from '../../../../src/model/job.ts';
import type { ReadOutcome } from '../../../support/read-source.ts';
import { readAs } from '../../../support/read-source.ts';
import { describeShared } from '../../../support/shared-data.ts';

const hours = ({ jobs }: ReadOutcome): number => jobs.reduce((sum, { elapsed }) => sum + elapsed, 0) / 3600;

/** The truth is the generator's: `expected.json` beside the files. */
describeShared('exports of which the truth is known', 'csv', (folder) => {
  const read = (name: string): string => readFileSync(new URL(name, `${folder}/`), 'utf8');
  const expected = JSON.parse(read('expected.json')) as Record<
    string,
    { attempts: number; wallHours: number; sweeps: number }
  >;

  it('the runs table of the web page', () => {
    const outcome = readAs('wandb-table', read('wandb-ui-table.csv'));
    const truth = expected['wandb-ui-table.csv'];
    expect(outcome.jobs).toHaveLength(truth?.attempts as number);
    expect(hours(outcome)).toBeCloseTo(truth?.wallHours as number, 3);
    expect(new Set(outcome.jobs.map(({ tracked }) => tracked?.sweep)).size).toBe(truth?.sweeps);
    expect(new Set(outcome.jobs.map(({ gpuTypes }) => gpuTypes))).toEqual(new Set([UNTOLD_GPUS]));
    expect(outcome.jobs[0]).toMatchObject({
      cluster: 'wandb',
      jobId: 'lunar-sun-1',
      jobIdRaw: '',
      name: 'lunar-sun-1',
      user: 'user1',
      state: 'completed',
      start: Date.UTC(2025, 10, 13, 9, 48) / 1000,
      elapsed: 3597,
      gpus: Number.NaN,
    });
    expect(outcome.jobs[0]?.tracked).toMatchObject({
      config: '{"batch_size":"8","lr":"0.0001"}',
      metrics: '{"eval/acc":0.5131}',
      isWhole: true,
      durationBasis: 'runtime',
      gpuBasis: 'unknown',
    });
    expect(outcome.rejects).toEqual([]);
  });

  it('what the documented script writes', () => {
    const outcome = readAs('wandb-api-csv', read('wandb-api-runs.csv'));
    const truth = expected['wandb-api-runs.csv'];
    expect(outcome.jobs).toHaveLength(truth?.attempts as number);
    expect(hours(outcome)).toBeCloseTo(truth?.wallHours as number, 3);
    expect(outcome.jobs[0]).toMatchObject({ jobId: 'swift-sun-0', elapsed: 44_359, state: 'unknown' });
    expect(outcome.jobs[0]?.end).toBeCloseTo(1_713_698_971.62, 2);
    expect(outcome.jobs[0]?.tracked).toMatchObject({
      config: '{"betas":"[0.9,0.999]","lr":"0.001","model":"it\'s","opt.name":"adam"}',
      metrics: '{"eval/loss":0.000015}',
      durationBasis: 'summary',
    });
  });

  it('a chart, refused', () => {
    const outcome = readAs('wandb-chart', read('wandb-chart.csv'));
    expect(outcome.jobs).toEqual([]);
    expect(outcome.settled.ignored).toBe(read('wandb-chart.csv').trim().split('\n').length - 1);
    expect(outcome.diagnostics[0]).toMatchObject({ rule: 'wandb-chart', severity: 'error' });
  });
});

describeShared('a chart of a real project', 'wandb', (folder) => {
  it('is refused', () => {
    const text = readFileSync(new URL('nanogpt/wandb_export.csv', `${folder}/`), 'utf8');
    expect(readAs('wandb-chart', text).settled.ignored).toBe(386);
  });
});
