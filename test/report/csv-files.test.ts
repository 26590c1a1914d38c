import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOB_STATES } from '../../src/model/job-state.ts';
import { filesOf, readCsv } from '../support/files-of.ts';
import { DAY, type FactsOptions, factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

const csvOf = (name: string, sketches: readonly JobSketch[], options: FactsOptions = {}) =>
  readCsv(filesOf(factsOf(sketches, options))[name] as string);
const jobs = (sketches: readonly JobSketch[]) => csvOf('jobs.csv', sketches).rows;

const GRID: readonly JobSketch[] = ['0.1', '0.01', '0.001'].map((lr, index) => ({
  jobId: String(70 + index),
  name: `lisa_lr${lr}`,
  submit: T0 + index,
}));

const sketch: fc.Arbitrary<JobSketch> = fc
  .record({
    name: fc.constantFrom('lisa_lr0.1', 'lisa_lr0.2', 'eval', '=cmd()'),
    state: fc.constantFrom(...JOB_STATES),
    submit: fc.oneof(
      fc.constant(Number.NaN),
      fc.nat({ max: DAY }).map((seconds) => T0 + seconds),
    ),
    start: fc.oneof(
      fc.constant(Number.NaN),
      fc.nat({ max: DAY }).map((seconds) => T0 + seconds),
    ),
    elapsed: fc.nat({ max: 1_000_000 }),
    cpus: fc.constantFrom(Number.NaN, 0, 4),
    memoryGb: fc.constantFrom(Number.NaN, 0, 16),
    held: fc.constantFrom<Pick<JobSketch, 'gpus' | 'gpuTypes'>>(
      { gpus: Number.NaN, gpuTypes: '' },
      { gpus: 0, gpuTypes: '' },
      { gpus: 2, gpuTypes: '' },
      { gpus: 4, gpuTypes: 'm40=1,titanx=2' },
      { gpus: 1, gpuTypes: 'widget9=1' },
    ),
  })
  .map(({ held, ...rest }) => ({ ...rest, ...held }));

describe('the header', () => {
  it.each([
    [
      'jobs.csv',
      'attempt_id,source,cluster,job_id,job_id_raw,run_id,name,user,account,partition,state,submitted_utc,started_utc,ended_utc,wall_seconds,gpus,gpu_model,gpu_hours,energy_kwh,cloud_usd,sweep_id,params_json,cpus,memory_gb,nodes,energy_joules,gpu_energy_joules,gpu_utilisation,sweep_kind,sweep_confidence,sweep_runs,metric_name,metric_value',
    ],
    [
      'sweeps.csv',
      'sweep_id,name,kind,attempts,runs,start_utc,end_utc,gpu_hours,cloud_usd_low,cloud_usd_high,energy_kwh,coverage,confidence,parameters_json,best_metric,best_run_id,metric_name,metric_variance,most_sensitive_parameter,omega_squared',
    ],
    ['rejects.csv', 'file,line,rule,reason,text'],
  ])('of %s is the contract’s, whether rows follow or not', (name, header) => {
    for (const sketches of [[{}], GRID]) {
      expect(filesOf(factsOf(sketches))[name]?.split('\n')[0]).toBe(header);
    }
  });
});

describe('jobs.csv', () => {
  it('has a row an attempt, with what the log says and what was made of it', () => {
    const [first] = jobs(GRID.map((job) => ({ ...job, gpus: 2, gpuTypes: 'm40=2', jobIdRaw: '990' })));
    expect(first).toMatchObject({
      attempt_id: '70@2018-03-01T10:00:00Z',
      source: 'slurm-sacct',
      cluster: 'selenite',
      job_id: '70',
      job_id_raw: '990',
      run_id: '70@2018-03-01T10:00:00Z',
      name: 'lisa_lr0.1',
      user: 'ines',
      account: 'parsing',
      partition: 'titanx',
      state: 'completed',
      submitted_utc: '2018-03-01T10:00:00Z',
      started_utc: '2018-03-01T10:01:00Z',
      ended_utc: '2018-03-01T11:01:00Z',
      wall_seconds: '3600',
      gpus: '2',
      gpu_model: 'M40',
      gpu_hours: '2',
      sweep_id: 'sweep-001',
      params_json: '{"lr":"0.1"}',
    });
    // As a P100, $1.765: between Google's $1.46 and Azure's $2.07; 2 × 0.7 × 250 W + 2 × 4.19 W + 8 × 0.3725 W = 361.36 W × 1.15 of the machine × PUE 1.54
    expect(first?.cloud_usd).toBe('3.53');
    expect(first?.energy_kwh).toBe('0.639969');
  });

  it('has the raw id even where it is the job’s own', () => {
    expect(jobs([{ jobId: '70' }])[0]).toMatchObject({ job_id: '70', job_id_raw: '70' });
  });

  it('leaves cells empty where there is nothing to say', () => {
    const waiting = {
      elapsed: 0,
      state: 'pending',
      start: Number.NaN,
      end: Number.NaN,
      gpus: Number.NaN,
      gpuTypes: '',
    } as const;
    expect(jobs([waiting])[0]).toMatchObject({
      started_utc: '',
      ended_utc: '',
      wall_seconds: '0',
      gpus: '',
      gpu_model: '',
      sweep_id: '',
      params_json: '',
    });
    expect(jobs([{ state: 'running' }])[0]).toMatchObject({ started_utc: '2018-03-01T10:01:00Z', ended_utc: '' });
  });

  it('names several models with their counts', () => {
    expect(jobs([{ gpus: 4, gpuTypes: 'a100=2,v100=1' }])[0]?.gpu_model).toBe('A100=2;V100=1;unknown=1');
  });

  it('gives attempts of one run the id of its first', () => {
    const rows = jobs([
      { jobId: '70', state: 'requeued' },
      { jobId: '70', submit: T0 + 5 * HOUR },
    ]);
    expect(rows.map(({ run_id }) => run_id)).toEqual(['70@2018-03-01T10:00:00Z', '70@2018-03-01T10:00:00Z']);
    expect(new Set(rows.map(({ attempt_id }) => attempt_id)).size).toBe(2);
  });

  it('adds up to the totals', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 25 }), (sketches) => {
        const facts = factsOf(sketches);
        const { rows } = readCsv(filesOf(facts)['jobs.csv'] as string);
        const sum = (column: string): number => rows.reduce((total, row) => total + Number(row[column]), 0);
        const near = (column: string, total: number) => expect(Math.abs(sum(column) - total)).toBeLessThan(1e-5);
        expect(rows).toHaveLength(facts.usage.attempts);
        near('gpu_hours', facts.usage.gpuHours);
        near('energy_kwh', facts.costs.energyKwh.value);
        near('cloud_usd', facts.costs.cloudUsd.value);
        expect(sum('wall_seconds') / 3600).toBeCloseTo(facts.usage.wallHours, 9);
        for (const { id } of facts.findings.sweeps) {
          const of = rows.filter(({ sweep_id }) => sweep_id === id);
          expect(of).toHaveLength(facts.sweeps.find(({ sweep }) => sweep.id === id)?.usage.attempts as number);
        }
      }),
    );
  });

  it.each(['name', 'user', 'account', 'partition', 'cluster'] as const)('neutralises formulas in %s', (column) => {
    for (const text of ['=cmd()', '+1', '-x', '@a', '\tx'])
      expect(jobs([{ [column]: text }])[0]?.[column]).toBe(`'${text}`);
  });
});

describe('sweeps.csv', () => {
  it('has a row a sweep', () => {
    expect(csvOf('sweeps.csv', GRID).rows).toEqual([
      {
        sweep_id: 'sweep-001',
        name: 'lisa_lr*',
        kind: 'grid',
        attempts: '3',
        runs: '3',
        start_utc: '2018-03-01T10:00:00Z',
        end_utc: '2018-03-01T11:01:02Z',
        gpu_hours: '3',
        cloud_usd_low: '1.29', // 3 h × $0.43
        cloud_usd_high: '6.21', // 3 h × $2.07
        energy_kwh: expect.stringMatching(/^0\.\d+$/),
        coverage: '1',
        confidence: '0.93',
        parameters_json: '{"lr":["0.001","0.01","0.1"]}',
        best_metric: '',
        best_run_id: '',
        metric_name: '',
        metric_variance: '',
        most_sensitive_parameter: '',
        omega_squared: '',
      },
    ]);
  });

  it('leaves the coverage empty where no parameter is known', () => {
    const tasks = [0, 1].map((task) => ({ arrayJobId: 84, arrayTask: task }));
    expect(csvOf('sweeps.csv', tasks).rows[0]?.coverage).toBe('');
  });
});

describe('rejects.csv', () => {
  it('has a row a record set aside, neutralised as well', () => {
    const reject = { file: 'a,b.txt', line: 12, rule: 'slurm-time', reason: 'Submit "x" is no time', text: '=1|2\n3' };
    expect(csvOf('rejects.csv', [{}], { rejects: [reject] }).rows).toEqual([
      { ...reject, line: '12', text: "'=1|2\n3" },
    ]);
  });
});

it('no file holds NaN, undefined or Infinity, whatever is missing in the logs', () => {
  fc.assert(
    fc.property(fc.array(sketch, { minLength: 1, maxLength: 12 }), (sketches) => {
      for (const [name, text] of Object.entries(filesOf(factsOf(sketches)))) {
        expect(`${name} ${/.{0,60}\b(NaN|undefined|Infinity)\b/.exec(text)?.[0]}`).toBe(`${name} undefined`);
      }
    }),
  );
});

it('the same logs give the same bytes', () => {
  expect(filesOf(factsOf(GRID))).toEqual(filesOf(factsOf(GRID)));
});
