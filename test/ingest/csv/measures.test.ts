import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/analysis/analyse.ts';
import type { ProjectFacts } from '../../../src/model/facts.ts';
import { findMethod } from '../../../src/tables/methods/registry.ts';
import { factsFrom, intakeOf } from '../../support/read-logs.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

/** What runs measured, by id. */
const measuredIn = ({ ledger }: ProjectFacts): Record<string, Record<string, number>> =>
  Object.fromEntries(
    Array.from(ledger.row, (row) => [ledger.table.jobId.at(row), Object.fromEntries(ledger.table.measured.at(row))]),
  );
const measured = async (...rows: readonly string[]): Promise<Record<string, Record<string, number>>> =>
  measuredIn(await factsFrom({ 'jobs.csv': lines(...rows) }));

describe('what runs measured', () => {
  it('stands beside its name', async () => {
    const found = await measured(
      'run_id,hours,gpus,metric_name,metric_value',
      'a,1,1,accuracy,0.77',
      'b,2,1,loss,0.12',
      'c,3,1,,',
    );
    expect(found).toEqual({ a: { accuracy: 0.77 }, b: { loss: 0.12 }, c: {} });
  });

  it('or under it, several of them; of a column without numbers nothing is measured', async () => {
    const found = await measured(
      'run_id,hours,gpus,val_acc,Test F1 (%),metrics.odd,train_loss',
      'a,1,1,0.7,61.5,3,n/a',
      'b,2,1,,62.5,4,n/a',
    );
    expect(found).toEqual({
      a: { val_acc: 0.7, 'Test F1 (%)': 61.5, 'metrics.odd': 3 },
      b: { 'Test F1 (%)': 62.5, 'metrics.odd': 4 },
    });
  });

  it('with decimal commas', async () => {
    const found = await measured('run_id;Laufzeit (h);Anzahl GPUs;val_loss', 'a;1,5;1;0,25', 'b;2,5;1;0,125');
    expect(found).toEqual({ a: { val_loss: 0.25 }, b: { val_loss: 0.125 } });
  });

  it('is a hyperparameter where `metric` has no value beside it: a distance may be chosen', async () => {
    const rows = ['run_id,hours,gpus,metric', 'a,1,1,cosine', 'b,2,1,euclidean', 'c,1,1,cosine', 'd,2,1,euclidean'];
    const alone = await factsFrom({ 'jobs.csv': lines(...rows) });
    expect(alone.ledger.table.measured.length).toBe(0);
    expect(alone.ledger.table.command.at(0)).toBe('row --metric=cosine');
    const beside = ['run_id,hours,gpus,metric,metric_value', 'a,1,1,cosine,1', 'b,2,1,euclidean,2'];
    expect(await measured(...beside)).toEqual({ a: { cosine: 1 }, b: { euclidean: 2 } });
  });

  it('is nothing in a table without results', async () => {
    const { ledger } = await factsFrom({ 'jobs.csv': lines('run_id,hours,gpus,lr', 'a,1,1,0.1', 'b,2,1,0.2') });
    expect(ledger.table.measured.length).toBe(0);
  });

  it('is of the rows that are jobs, in each of several files', async () => {
    const header = 'run_id,start,end,gpus,val_acc';
    const one = lines(header, 'a,2024-01-01 10:00,2024-01-01 09:00,1,0.1', 'b,2024-01-01 10:00,2024-01-01 11:00,1,0.2');
    const two = lines('run_id,hours,gpus,lr', 'c,1,1,0.5');
    const three = lines(header, 'd,2024-01-02 10:00,2024-01-02 11:00,1,0.4');
    const found = measuredIn(await factsFrom({ '1.csv': one, '2.csv': two, '3.csv': three }));
    expect(found).toEqual({ b: { val_acc: 0.2 }, c: {}, d: { val_acc: 0.4 } });
  });
});

describe('the best run of a table', () => {
  const table = lines(
    'run_id,hours,gpus,lr,val_loss,speed_score',
    'a,1,1,0.1,0.5,3',
    'b,2,1,0.2,0.25,2',
    'c,3,1,0.3,0.75,9',
  );
  const tierFor = async (metric?: { readonly name: string; readonly goal?: 'min' | 'max' }) => {
    const intake = await intakeOf({ 'jobs.csv': table });
    const method = findMethod('default');
    const facts = analyse(intake, { projectName: 'p', version: '0', method, selection: {}, ...(metric && { metric }) });
    return facts.tiers.singleModel;
  };

  it('is told by its metric of held-out data, or by one that the user names', async () => {
    expect(await tierFor()).toMatchObject({ gpuHours: 2, rule: 'run b, the best of 3 by val_loss (min: 0.25)' });
    expect(await tierFor({ name: 'speed_score' })).toMatchObject({ gpuHours: 3 });
    expect(await tierFor({ name: 'speed_score', goal: 'min' })).toMatchObject({ gpuHours: 2 });
  });

  it('of a metric that no run has is a mistake that lists those there are', async () => {
    await expect(tierFor({ name: 'bleu' })).rejects.toThrow(/bleu.*speed_score, val_loss/);
  });
});
