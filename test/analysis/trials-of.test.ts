import { describe, expect, it } from 'vitest';
import { factsFrom } from '../support/read-logs.ts';
import { directoriesOf, HOUR, iso, node, sacct, sweepFiles } from '../support/tracked-logs.ts';

// A table of one grid, 2 × 2, with a failed cell and two measures of which one is of held-out data.
const GRID = `name,submitted,start,end,gpus,state,lr,dropout,val_acc,train_loss
grid,2024-03-01T10:00:00Z,2024-03-01T10:01:00Z,2024-03-01T12:01:00Z,2,completed,0.1,0.3,0.81,1.2
grid,2024-03-01T10:00:01Z,2024-03-01T10:01:00Z,2024-03-01T11:01:00Z,2,completed,0.1,0.5,0.84,1.1
grid,2024-03-01T10:00:02Z,2024-03-01T10:01:00Z,2024-03-01T11:01:00Z,2,completed,0.01,0.3,0.79,1.4
grid,2024-03-01T10:00:03Z,2024-03-01T10:01:00Z,2024-03-01T10:31:00Z,2,failed,0.01,0.5,,
`;

describe('the trials of a sweep', () => {
  it('are its runs with what each tried, took and measured', async () => {
    const facts = await factsFrom({ 'grid.csv': GRID });
    expect(facts.sweeps).toHaveLength(1);
    const { parameters, trials, metric } = facts.trialsOf(0);
    expect(metric).toEqual({ name: 'val_acc', goal: 'max' });
    const told = trials.map(({ values }) =>
      Object.fromEntries(parameters.map(({ key, values: all }, at) => [key, all[values[at] as number]])),
    );
    expect(told).toEqual([
      { lr: '0.1', dropout: '0.3' },
      { lr: '0.1', dropout: '0.5' },
      { lr: '0.01', dropout: '0.3' },
      { lr: '0.01', dropout: '0.5' },
    ]);
    expect(trials.map(({ metric }) => metric)).toEqual([0.81, 0.84, 0.79, Number.NaN]);
    expect(trials.map(({ state }) => state)).toEqual(['completed', 'completed', 'completed', 'failed']);
    expect(trials.map(({ gpuHours }) => gpuHours)).toEqual([4, 2, 2, 1]);
    expect(trials.map(({ wallHours }) => wallHours)).toEqual([2, 1, 1, 0.5]);
  });

  it('join a requeued job to one trial, and have no metric where the logs have none', async () => {
    const header = 'JobIDRaw|JobID|JobName|User|Submit|Start|End|State|Elapsed|AllocTRES';
    const job = (id: number, name: string, submit: string, from: string, to: string, state: string, elapsed: string) =>
      `${id}|${id}|${name}|ada|2024-03-01T${submit}|2024-03-01T${from}|2024-03-01T${to}|${state}|${elapsed}|cpu=4,gres/gpu=1`;
    const rows = [
      job(11, 'x_lr0.1', '10:00:00', '10:01:00', '10:31:00', 'NODE_FAIL', '00:30:00'),
      job(11, 'x_lr0.1', '10:31:00', '10:32:00', '11:32:00', 'COMPLETED', '01:00:00'),
      job(12, 'x_lr0.2', '10:00:01', '10:01:00', '11:01:00', 'COMPLETED', '01:00:00'),
      job(13, 'x_lr0.3', '10:00:02', '10:01:00', '11:01:00', 'COMPLETED', '01:00:00'),
    ];
    const facts = await factsFrom({ 'sacct.txt': [header, ...rows, ''].join('\n') });
    const { trials, metric } = facts.trialsOf(0);
    expect(metric).toBeUndefined();
    expect(trials.map(({ attempts }) => attempts.length)).toEqual([2, 1, 1]);
    expect(trials[0]).toMatchObject({ wallHours: 1.5, state: 'completed', metric: Number.NaN });
  });

  it('are the runs that a tracker saw inside of one job, each with its own values, time and metric', async () => {
    // One job of two GPUs for four hours: a first run alone for an hour, then two side by side for two.
    const job = { id: '77', start: 0, seconds: 4 * HOUR, gpus: 2 };
    const slurm = { job_id: '77' };
    const runs = [
      { id: 'aaaa1111', start: 600, seconds: HOUR, metrics: { val_acc: 0.8 } },
      { id: 'bbbb2222', start: 600 + HOUR, seconds: 2 * HOUR, metrics: { val_acc: 0.9 } },
      { id: 'cccc3333', start: 600 + HOUR, seconds: 2 * HOUR, metrics: { val_acc: 0.7 } },
    ];
    const facts = await factsFrom({
      'sacct.txt': sacct([job]),
      ...directoriesOf(runs.map((run, index) => ({ ...run, slurm, config: { lr: 0.1 * (index + 1) } }))),
      ...sweepFiles('sw1', { aaaa1111: 0.1, bbbb2222: 0.2, cccc3333: 0.30000000000000004 }),
    });
    const index = facts.sweeps.findIndex(({ sweep }) => sweep.runs === 3);
    const { parameters, trials, metric } = facts.trialsOf(index);
    expect(metric).toEqual({ name: 'val_acc', goal: 'max' });
    expect(trials.map(({ attempts }) => attempts)).toEqual([[0], [0], [0]]);
    expect(trials.map(({ values: [value] }) => Number(parameters[0]?.values[value as number]).toFixed(1))).toEqual([
      '0.1',
      '0.2',
      '0.3',
    ]);
    expect(trials.map((trial) => trial.metric)).toEqual([0.8, 0.9, 0.7]);
    expect(trials.map(({ wallHours }) => wallHours)).toEqual([1, 2, 2]);
    expect(trials.map(({ gpuHours }) => gpuHours)).toEqual([2, 2, 2]); // 2 GPUs × 1 h; half of 2 GPUs × 2 h
  });

  it('have the metric of the only tracked run inside of their job', async () => {
    const ids = ['aaaa1111', 'bbbb2222'];
    const facts = await factsFrom({
      'sacct.txt': sacct(ids.map((_, index) => ({ id: String(77 + index), start: index, seconds: HOUR, gpus: 1 }))),
      ...directoriesOf(
        ids.map((id, index) => ({
          ...{ id, start: index + 60, seconds: HOUR - 120, slurm: { job_id: String(77 + index) } },
          ...{ config: { lr: index }, metrics: { val_acc: index / 2 } },
        })),
      ),
      ...sweepFiles('sw1', { aaaa1111: 0, bbbb2222: 1 }),
    });
    const { trials } = facts.trialsOf(0);
    expect(trials.map((trial) => trial.metric)).toEqual([0, 0.5]);
    expect(trials.map(({ wallHours }) => wallHours)).toEqual([1, 1]); // the job's, start-up included
  });

  it('are compared by what the sweep was told to better, however many metrics there are', async () => {
    const sweep = (goal: string) => ({
      name: 'sw1',
      config: `method: grid\nmetric:\n  name: quality\n${goal}parameters:\n  lr:\n    values: [1, 2]\n`,
    });
    const api = (goal: string) =>
      [1, 2].map((lr) =>
        node({
          ...{ name: `run${lr}`, createdAt: iso(lr), heartbeatAt: iso(HOUR), sweep: sweep(goal) },
          config: JSON.stringify({ lr: { value: lr } }),
          summaryMetrics: JSON.stringify({ quality: lr, val_acc: 0.5, val_loss: 1, _runtime: HOUR }),
        }),
      );
    const metricOf = async (goal: string) => {
      const facts = await factsFrom({ 'runs.jsonl': `${api(goal).join('\n')}\n` });
      return facts.trialsOf(0).metric;
    };
    expect(await metricOf('  goal: maximize\n')).toEqual({ name: 'quality', goal: 'max' });
    expect(await metricOf('  goal: minimize\n')).toEqual({ name: 'quality', goal: 'min' });
    expect(await metricOf('')).toBeUndefined(); // neither goal nor name tells, and of the held-out ones there are two
  });
});
