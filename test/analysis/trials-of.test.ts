import { describe, expect, it } from 'vitest';
import { factsFrom } from '../support/read-logs.ts';

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
});
