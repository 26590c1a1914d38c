import { describe, expect, it } from 'vitest';
import { table } from '../../../src/ingest/csv/table/table.ts';
import { factsFrom, gpuSecondsIn, rulesIn } from '../../support/read-logs.ts';
import { readAs, readWith } from '../../support/read-source.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

const CODE_CARBON = 'timestamp,run_id,experiment_id,duration,emissions,gpu_energy,energy_consumed,gpu_count,gpu_model';
const emission = (at: string, run: string, seconds: number, kwh: number): string =>
  `2024-06-01T${at},${run},5b0,${seconds},${kwh / 3},${kwh / 2},${kwh},2,2 x NVIDIA A100-SXM4-80GB`;

describe('rows that CodeCarbon appends while a run goes on', () => {
  const flushed = [
    emission('10:00:00', 'aaaa', 3600.412, 0.35),
    emission('11:00:01', 'aaaa', 7201.905, 0.7),
    emission('12:00:03', 'aaaa', 10_803.3, 1.05),
  ];

  it('are one run with the hours of the last: 2 × 10,803.3 s and 1.05 kWh', async () => {
    const facts = await factsFrom({ 'emissions.csv': lines(CODE_CARBON, ...flushed) });
    expect(gpuSecondsIn(facts)).toBeCloseTo(21_606.6, 1);
    expect(facts.ledger.reconciliation).toMatchObject({ records: 3, attempts: 1, ignored: 2 });
    expect(rulesIn(facts)).toContain('table-grown');
    const { jobs } = readWith(table, lines(CODE_CARBON, ...flushed));
    expect(jobs[0]?.energyJoules).toBeCloseTo(1.05 * 3.6e6, 3);
  });

  it('beside other runs at the same time, which count', () => {
    const text = lines(CODE_CARBON, ...flushed, emission('11:30:00', 'bbbb', 1800, 0.2));
    expect(readWith(table, text).jobs.map(({ jobId }) => jobId)).toEqual(['aaaa', 'bbbb']);
  });

  it('but rows that follow each other are runs of their own, however short they are', () => {
    const text = lines(
      CODE_CARBON,
      ...['10:00:10', '10:00:20', '10:00:30'].map((at) => emission(at, 'aaaa', 10, 0.01)),
    );
    expect(readWith(table, text).jobs).toHaveLength(3);
  });

  it('and what CodeCarbon measured is no hyperparameter', () => {
    const text = lines(CODE_CARBON, ...['aa', 'bb', 'cc'].map((run, at) => emission(`1${at}:00:00`, run, 60, at + 1)));
    expect(readWith(table, text).jobs.map(({ command }) => command)).toEqual(['', '', '']);
  });
});

describe('what known programs export is read', () => {
  it('Optuna: trials_dataframe, params_* are hyperparameters and the number of a trial is none', () => {
    const { jobs } = readAs(
      'table',
      lines(
        'number,value,datetime_start,datetime_complete,duration,params_lr,state',
        '0,0.8,2024-05-01 10:00:00.123,2024-05-01 11:00:00.123,0 days 01:00:00.000000,0.1,COMPLETE',
        '1,0.7,2024-05-01 11:00:00.123,2024-05-01 11:10:00.123,0 days 00:10:00.000000,0.01,FAIL',
      ),
    );
    expect(jobs.map(({ elapsed, state, command }) => [elapsed, state, command])).toEqual([
      [3600, 'completed', 'row --lr=0.1'],
      [600, 'failed', 'row --lr=0.01'],
    ]);
  });

  const RAY = 'trial_id,time_total_s,training_iteration,timestamp,date,config/lr';
  it('Ray Tune: the timestamp is when the result was reported, 1,714,557,600 s, and the run ended', () => {
    const { jobs } = readAs('table', lines(RAY, 't1,3600.5,10,1714557600,2024-05-01_10-00-00,0.1'));
    expect(jobs[0]).toMatchObject({ jobId: 't1', elapsed: 3600.5, end: 1_714_557_600, command: 'row --lr=0.1' });
  });

  it('Ray Tune: of results of one trial the last has all', () => {
    const rows = [1, 2, 3].map((at) => `t1,${at * 60},${at},${1_714_557_600 + at * 61},2024-05-01_10-00-00,0.1`);
    expect(readAs('table', lines(RAY, ...rows)).jobs.map(({ elapsed }) => elapsed)).toEqual([180]);
  });

  it('Neptune: the running time is in seconds', () => {
    const { jobs } = readAs(
      'table',
      lines(
        'sys/id,sys/creation_time,sys/owner,sys/monitoring_time,sys/running_time,sys/state,sys/ping_time,parameters/lr',
        'NLP-1,2024-05-01T10:00:00.000Z,ann,7200,7205,inactive,2024-05-01T12:00:05.000Z,0.1',
      ),
    );
    expect(jobs[0]).toMatchObject({ jobId: 'NLP-1', user: 'ann', elapsed: 7205, command: 'row --lr=0.1' });
  });

  it.each([
    [
      'Expérience;Date de début;Date de fin;Nombre de GPU;Type de GPU;Durée (heures)',
      'a;12/03/2024 08:00;12/03/2024 12:30;4;V100;4,5',
    ],
    ['Date;Projet;Nb GPU;Type GPU;Heures;Heures GPU', '13/05/2024;b;4;V100;4,5;18'],
    ['Expérience;Début;Fin;Nombre de GPUs;Carte', 'a;12/03/2024 08:00;12/03/2024 12:30;4;V100'],
  ])('in French: %s', (header, row) => {
    expect(readAs('table', lines(header, row)).jobs[0]).toMatchObject({ elapsed: 4.5 * 3600, gpus: 4 });
  });
});

describe('the id of a Slurm job', () => {
  it.each(['Slurm Job ID', 'slurm_id', 'SLURM_JOB_ID', 'slurm_job_id', 'Slurm JobID', 'jobid (slurm)'])(
    'under %s is that of the accounting: the job counts once, 16 GPU-hours',
    async (header) => {
      const sacct = lines(
        'JobID|JobIDRaw|Cluster|JobName|User|State|Submit|Start|End|ElapsedRaw|AllocTRES',
        '5001|5001|c|train|ann|COMPLETED|2024-05-01T09:00:00|2024-05-01T10:00:00|2024-05-01T12:00:00|7200|gres/gpu=8',
      );
      const sheet = lines(
        `${header},Experiment,Start,End,GPUs,Hours`,
        '5001,train,2024-05-01 10:00,2024-05-01 12:00,8,2',
      );
      const facts = await factsFrom({ 'sacct.txt': sacct, 'sheet.csv': sheet });
      expect(gpuSecondsIn(facts) / 3600).toBe(16);
    },
  );
});
