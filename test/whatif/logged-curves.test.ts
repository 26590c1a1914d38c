import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { MetricCurves } from '../../src/model/metric-curve.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { intakeOf, type LogFiles } from '../support/read-logs.ts';
import { HOUR, sweepFiles, T0 } from '../support/tracked-logs.ts';
import { type RecordSketch, wandbLog } from '../support/wandb-log.ts';

describe('curves of a metric', () => {
  it('are thinned to 200 points, the last of each part and the last of all', () => {
    const curves = new MetricCurves();
    const values = Array.from({ length: 1001 }, (_, index) => index);
    curves.push(3, { steps: values, times: values, values });
    curves.push(7, { steps: [1], times: [Number.NaN], values: [0.5] });
    curves.push(8, { steps: [], times: [], values: [] });
    const thin = curves.at(3);
    expect(thin?.values).toHaveLength(200);
    expect([thin?.values[0], thin?.values[199]]).toEqual([5, 1000]);
    expect(curves.at(7)).toEqual({ steps: [1], times: [Number.NaN], values: [0.5] });
    expect([curves.at(8), curves.at(0), curves.length]).toEqual([undefined, undefined, 2]);
  });
});

/** Twelve runs of a W&B sweep, one after the other: each logs ten times, and ends at what its learning rate is worth. */
function tracked(): LogFiles {
  const ids = Array.from({ length: 12 }, (_, index) => `run${String.fromCharCode(97 + index)}abcd`);
  const logs = ids.map((id, index) => {
    const [start, best] = [T0 + index * HOUR, ((index * 5) % 12) / 12];
    const history = Array.from({ length: 10 }, (_, at): RecordSketch => {
      const val = { 'val\u0000acc': (best * (at + 1)) / 10 };
      return { history: { ...val, loss: 1, _step: 10 * (at + 1), _timestamp: start + 360 * (at + 1) } };
    });
    const stamp = new Date(start * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '_');
    const bytes = wandbLog([
      { run: { id, project: 'p', start, sweepId: 'abc', config: { lr: index } } },
      {
        environment: {
          startedAt: start,
          program: 'train.py',
          host: 'gpu01',
          username: 'ines',
          gpuCount: 1,
          gpus: ['Tesla V100-SXM2-16GB'],
        },
      },
      ...history,
      { summary: { 'val\u0000acc': best } },
      { exit: { runtime: HOUR } },
    ]);
    return [`wandb/offline-run-${stamp}-${id}/run-${id}.wandb`, bytes];
  });
  return { ...Object.fromEntries(logs), ...sweepFiles('abc', Object.fromEntries(ids.map((id, index) => [id, index]))) };
}

async function whatIfWith(metric: string | undefined) {
  const intake = await intakeOf(tracked(), metric === undefined ? {} : { settings: { metric } });
  const options = { projectName: 'p', version: '0', method: findMethod('default'), selection: {} };
  const facts = analyse(intake, {
    ...options,
    ...(metric === undefined ? {} : { metric: { name: metric, goal: 'max' as const } }),
  });
  return { intake, whatIf: facts.whatIf };
}

describe('a sweep in W&B’s logs', () => {
  it('is replayed with early stopping where its metric is named', async () => {
    const { intake, whatIf } = await whatIfWith('val.acc');
    expect(intake.table.curves.length).toBe(12);
    const ids = whatIf?.sweeps[0]?.replays.map(({ id }) => id);
    expect(ids).toContain('median-stopping');
    expect(ids).toContain('successive-halving');
    // Curves never cross: what is stopped is never the best.
    for (const { id, regret } of whatIf?.sweeps[0]?.replays ?? []) {
      if (id === 'median-stopping' || id === 'successive-halving') expect(regret.mean, id).toBe(0);
    }
  });

  it('is replayed in random order alone where no metric is named, and no history is kept', async () => {
    const { intake, whatIf } = await whatIfWith(undefined);
    expect(intake.table.curves.length).toBe(0);
    expect(whatIf?.sweeps[0]?.metric).toEqual({ name: 'val.acc', goal: 'max' });
    expect(whatIf?.sweeps[0]?.notReplayed).toContain('no-curves');
  });
});
