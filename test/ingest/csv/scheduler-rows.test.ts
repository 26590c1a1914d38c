import { describe, expect, it } from 'vitest';
import { factsFrom, gpuSecondsIn, rulesIn } from '../../support/read-logs.ts';

const HEADER = 'job_id,name,state,start_time,end_time,elapsed_seconds,gpus';
const times = (from: string, to: string): string => `2024-01-30T${from}:00,2024-01-30T${to}:00`;
const job = '700,t,COMPLETED,2024-01-30T00:00:00,2024-01-30T10:00:00,36000,4';
const read = async (...rows: readonly string[]) => {
  const facts = await factsFrom({ 'jobs.csv': `${[HEADER, ...rows].join('\n')}\n` });
  const { attempts, steps, arrayRemainders } = facts.ledger.reconciliation;
  return { hours: gpuSecondsIn(facts) / 3600, attempts, steps, arrayRemainders, rules: rulesIn(facts) };
};

describe('ids of Slurm’s steps in a table of one’s own: 4 GPUs for 10 h are 40 GPU-hours', () => {
  it.each([
    ['batch', ['700.batch'], 1],
    ['extern and numbers', ['700.extern', '700.0', '700.1'], 3],
    ['interactive', ['700.interactive'], 1],
    ['numbers alone, within the job', ['700.0'], 1],
  ])('%s', async (_, ids, steps) => {
    const rows = ids.map((id) => `${id},python,COMPLETED,${times('00:01', '09:59')},35880,4`);
    expect(await read(job, ...rows)).toMatchObject({ hours: 40, attempts: 1, steps });
  });

  it('what is left of an array never ran', async () => {
    expect(await read(job, '701_[3-9],arr,PENDING,,,0,4')).toMatchObject({
      hours: 40,
      attempts: 1,
      arrayRemainders: 1,
    });
  });

  it('tasks of an array are jobs: 40 and 20', async () => {
    const task = `701_3,arr,COMPLETED,${times('00:00', '05:00')},18000,4`;
    expect(await read(job, task)).toMatchObject({ hours: 60, attempts: 2, steps: 0 });
  });
});

describe('numbers with a point that are no steps', () => {
  it('experiments 1, 1.1 and 1.2 one after the other: 3 times 1 h of 4', async () => {
    const rows = ['1', '1.1', '1.2'].map((id, at) => `${id},t,COMPLETED,${times(`0${at}:00`, `0${at + 1}:00`)},3600,4`);
    expect(await read(...rows)).toMatchObject({ hours: 12, attempts: 3, steps: 0 });
  });

  it('ids that pandas made decimal', async () => {
    const rows = ['700.0', '701.0'].map((id) => `${id},t,COMPLETED,${times('00:00', '01:00')},3600,4`);
    expect(await read(...rows)).toMatchObject({ hours: 8, attempts: 2, steps: 0 });
  });

  it('where no times tell, each counts, with a warning', async () => {
    const text = 'job_id,name,hours,gpus\n700,t,10,4\n700.0,python,10,4\n';
    const facts = await factsFrom({ 'jobs.csv': text });
    expect(gpuSecondsIn(facts) / 3600).toBe(80);
    expect(rulesIn(facts)).toContain('table-steps-open');
  });
});
