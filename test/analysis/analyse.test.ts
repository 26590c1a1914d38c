import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { AppError } from '../../src/errors.ts';
import { Diagnostics } from '../../src/model/diagnostic.ts';
import { JobTable } from '../../src/model/job-table.ts';
import { emptyReconciliation } from '../../src/model/reconciliation.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { DAY, factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

const rulesOf = (sketches: readonly JobSketch[]): string[] => factsOf(sketches).diagnostics.map(({ rule }) => rule);

describe('a project', () => {
  it('lasts from its first start to its last end', () => {
    const { project } = factsOf([
      { submit: T0 - 9 * DAY, elapsed: 0, state: 'pending' }, // never started
      { submit: T0, start: T0 + HOUR, elapsed: HOUR },
      { submit: T0, start: T0 + DAY, elapsed: DAY + HOUR },
    ]);
    expect(project).toEqual({ name: 'lisa', start: T0 + HOUR, end: T0 + 2 * DAY + HOUR, days: 2 });
  });

  it('lasts no time that could be named when nothing ran', () => {
    const { project, usage, wallSummary } = factsOf([
      { elapsed: 0, state: 'pending', start: Number.NaN, end: Number.NaN },
    ]);
    expect([project.start, project.end, project.days]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(usage).toMatchObject({ attempts: 1, attemptsThatRan: 0, gpuHours: 0 });
    expect(wallSummary.mean).toBeNaN();
  });

  it('has the wall hours of the attempts that ran: of 1, 2, 3, 4 and 100 the median is 3 and the mean 22', () => {
    const hours = [0, 1, 2, 3, 4, 100];
    const { wallSummary } = factsOf(hours.map((each) => ({ elapsed: each * HOUR })));
    expect(wallSummary).toMatchObject({ min: 1, mean: 22, median: 3, max: 100 });
  });

  it('lists the constants that its figures used', () => {
    const names = factsOf([{ gpuTypes: 'a100=1' }]).assumptions.map(({ name }) => name);
    expect(names).toContain('mean draw of one A100');
    expect(names).not.toContain('mean draw of one Titan X');
  });

  it('costs as much as its attempts', () => {
    const sketches = [
      { gpuTypes: 'a100=1' },
      { gpus: 3, gpuTypes: 'm40=1', elapsed: 3 * HOUR },
      { gpus: 0, gpuTypes: '' },
    ];
    const { costs, costOf } = factsOf(sketches);
    const each = sketches.map((_, attempt) => costOf(attempt));
    expect(each.reduce((sum, { energyKwh }) => sum + energyKwh, 0)).toBeCloseTo(costs.energyKwh.value, 9);
    expect(each.reduce((sum, { cloudUsd }) => sum + cloudUsd, 0)).toBeCloseTo(costs.cloudUsd.value, 9);
  });
});

describe('what is odd is said', () => {
  it('GPUs that no log names a model of', () => {
    expect(rulesOf([{ gpus: 2, gpuTypes: '' }])).toEqual(['hardware-unknown']);
  });

  it('no GPU in any job', () => {
    expect(rulesOf([{ gpus: 0, gpuTypes: '' }])).toEqual(['no-gpus']);
  });

  it('attempts that still run', () => {
    expect(rulesOf([{ state: 'running', end: Number.NaN }])).toEqual(['still-running']);
    expect(rulesOf([{}])).toEqual([]);
  });
});

describe('logs in which no job can be counted', () => {
  const nothing = (diagnostics: Diagnostics): unknown =>
    analyse(
      { table: new JobTable(), inputs: [], counts: emptyReconciliation(), rejects: [], diagnostics },
      { projectName: 'x', version: '0', method: findMethod('default'), selection: {} },
    );

  it('are the user’s to mend, and the message says where', () => {
    const diagnostics = new Diagnostics();
    diagnostics.note('slurm-columns', 'error', 'no Elapsed column', { file: 'a.txt', line: 3 });
    expect(() => nothing(diagnostics)).toThrowError(AppError);
    expect(() => nothing(diagnostics)).toThrowError('no job could be counted. a.txt:3: no Elapsed column');
    expect(() => nothing(new Diagnostics())).toThrowError('The logs hold no job records.');
  });
});
