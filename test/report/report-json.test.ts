import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/model/diagnostic.ts';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { reportJson } from '../../src/report/report-json.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { textOfPieces } from '../support/files-of.ts';
import { type FactsOptions, factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';
import { departures, REPORT } from '../support/report-contract.ts';

const jsonOf = (facts: ProjectFacts) => JSON.parse(textOfPieces(reportJson(facts)));
const reported = (sketches: readonly JobSketch[], options: FactsOptions = {}) => jsonOf(factsOf(sketches, options));

const GRID: readonly JobSketch[] = ['0.1', '0.01', '0.001'].map((lr, index) => ({
  name: `lisa_lr${lr}`,
  submit: T0 + index,
  elapsed: (index + 1) * HOUR,
}));
const PROJECT: readonly JobSketch[] = [
  ...GRID,
  ...[0, 1].map((task) => ({ arrayJobId: 84, arrayTask: task, jobIdRaw: String(85 + task), name: 'tune' })),
  { name: 'eval', command: 'sbatch eval.sh', gpus: 2, gpuTypes: '', state: 'failed', elapsed: HOUR },
  { name: 'waiting', command: 'sbatch wait.sh', elapsed: 0, state: 'pending', start: Number.NaN, end: Number.NaN },
];

function noted(): Diagnostics {
  const diagnostics = new Diagnostics();
  diagnostics.note('slurm-state', 'warning', 'odd state', { file: 'logs/sacct.txt', line: 7 });
  return diagnostics;
}

describe('report.json', () => {
  it.each(['default', 'strubell-2019'])('has every field of its schema, method %s', (name) => {
    const json = reported(PROJECT, { method: findMethod(name), diagnostics: noted() });
    expect(departures(json, REPORT)).toEqual([]);
    expect(json.sweeps).toHaveLength(2);
    expect(json.diagnostics.length).toBeGreaterThan(1);
  });

  it('is checked by something that can fail', () => {
    const json = reported(PROJECT);
    json.totals.gpuHours = '9';
    json.tiers.project.cloudUsd.low = null;
    delete json.sweeps[1].evidence;
    json.project.start = '2018-03-01';
    expect(departures(json, REPORT)).toEqual([
      '.project.start: "2018-03-01"',
      '.totals.gpuHours: "9" is no number',
      '.tiers.project.cloudUsd.low: null is no number',
      '.sweeps[1].evidence: missing',
    ]);
  });

  it('has the project’s hours: 1 + 2 + 3 + 1 + 1 h on a Titan X, an hour on two GPUs of no name', () => {
    const { totals, project } = reported(PROJECT);
    expect(totals).toMatchObject({
      attempts: 7,
      attemptsThatRan: 6,
      runs: 7,
      wallHours: 9,
      gpuHours: 10,
      cpuHours: 18,
    });
    expect(totals.gpuHoursByModel).toEqual({ 'Titan X': 8, unknown: 2 });
    expect(totals.gpuHoursByState).toMatchObject({ completed: 8, failed: 2, running: 0 });
    expect(project).toMatchObject({ start: '2018-03-01T10:01:00Z', end: '2018-03-01T13:01:02Z' });
  });

  it('has the three tiers, the tune with the id of its sweep', () => {
    const { tiers } = reported(PROJECT);
    expect(tiers.project.attempts).toBe(7);
    expect(tiers.singleTune).toMatchObject({ sweepId: 'sweep-001', attempts: 3, gpuHours: 6 });
    expect(tiers.singleModel).toMatchObject({ attempts: 1, gpuHours: 2 });
  });

  it('has values of parameters as written', () => {
    expect(reported(GRID).sweeps[0]).toMatchObject({
      parameters: { lr: ['0.001', '0.01', '0.1'] },
      start: '2018-03-01T10:00:00Z',
      coverage: 1,
    });
  });

  it('says null where there is no figure, never NaN, and stays JSON', () => {
    const nothing = reported([{ elapsed: 0, state: 'pending', start: Number.NaN, end: Number.NaN }]);
    expect(nothing.project).toEqual({ name: 'lisa', start: '', end: '', days: null });
    expect(nothing.totals.wallHoursPerAttempt.mean).toBeNull();
    expect(nothing.totals.cloudUsd).toMatchObject({ low: 0, value: 0, high: 0 });
    expect(reported(PROJECT).sweeps[1].coverage).toBeNull();
  });

  it('is JSON whatever the names are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, projectName) => {
        const command = `sbatch t.sh --opt=${name}`;
        const jobs = GRID.map((job) => ({ ...job, name, user: name, account: name, command }));
        const json = reported(jobs, { projectName });
        expect(json.project.name).toBe(projectName);
        expect(json.totals.attempts).toBe(3);
      }),
    );
  });

  it('holds thousands of sweeps, one a line', () => {
    const arrays = Array.from({ length: 1201 }, (_, index) => index).flatMap((array) =>
      [0, 1].map((task) => ({ arrayJobId: 1000 + array, arrayTask: task, name: `tune-${'abc'[array % 3]}` })),
    );
    const text = textOfPieces(reportJson(factsOf(arrays)));
    expect(JSON.parse(text).sweeps).toHaveLength(1201);
    expect(text.split('\n').filter((line) => line.startsWith('    {"id":"sweep-'))).toHaveLength(1201);
  });
});
