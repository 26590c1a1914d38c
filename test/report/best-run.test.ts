import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { redact } from '../../src/report/redact.ts';
import { filesOf, readCsv } from '../support/files-of.ts';
import { factsFrom } from '../support/read-logs.ts';
import { describeShared } from '../support/shared-data.ts';

/** A grid of four runs in a table, with what each measured. */
const tableOf = (metric: string, values: readonly string[], states: readonly string[] = []): string =>
  [
    `run_id,name,submitted,start,end,gpus,state,lr,dropout,${metric},train_loss`,
    ...values.map((value, index) => {
      const times = `2024-03-01T10:00:0${index}Z,2024-03-01T10:01:00Z,2024-03-01T12:01:00Z`;
      return `ines-${index},grid,${times},1,${states[index] ?? 'completed'},${index < 2 ? 0.1 : 0.01},${index % 2},${value},1`;
    }),
    '',
  ].join('\n');

const bestIn = (facts: ProjectFacts) => {
  const files = filesOf(facts);
  const [row] = readCsv(files['sweeps.csv'] as string).rows;
  const runs = readCsv(files['jobs.csv'] as string).rows.map(({ run_id }) => run_id);
  const { best } = JSON.parse(files['report.json'] as string).sweeps[0];
  return { value: row?.best_metric, runId: row?.best_run_id, best, runs };
};

describe('the best run of a sweep', () => {
  it('is in sweeps.csv and report.json, by the name that jobs.csv has', async () => {
    const { value, runId, best, runs } = bestIn(
      await factsFrom({ 'runs.csv': tableOf('val_acc', ['0.81', '0.84', '0.79', '']) }),
    );
    expect([value, runId]).toEqual(['0.84', 'ines-1']);
    expect(best).toEqual({ runId: 'ines-1', metric: 'val_acc', goal: 'max', value: 0.84 });
    expect(runs).toContain(runId);
  });

  it.each([
    ['the lowest where less is better', 'val_loss', ['0.3', '0.2', '1e-7', '0.25'], '1e-7', 'ines-2'],
    ['the first of equals', 'val_loss', ['0.3', '0.2', '0.2', '0.25'], '0.2', 'ines-1'],
    ['a number also where it is negative', 'val_loss', ['-0.3', '-0.12345678', '-2.5', '-1'], '-2.5', 'ines-2'],
    ['never what is no number', 'val_acc', ['nan', 'inf', '0.2', ''], '0.2', 'ines-2'],
  ])('is %s', async (_, metric, values, value, id) => {
    const found = bestIn(await factsFrom({ 'runs.csv': tableOf(metric, values) }));
    expect([found.value, found.runId, found.best.value]).toEqual([value, id, Number(value)]);
  });

  it('keeps all digits of a negative value, and its sign is no formula', async () => {
    const { value } = bestIn(await factsFrom({ 'runs.csv': tableOf('val_loss', ['-0.12345678', '0', '1', '2']) }));
    expect(value).toBe('-0.12345678');
  });

  it('may not have finished: what it measured counts', async () => {
    const states = ['completed', 'failed', 'completed', 'completed'];
    const facts = await factsFrom({ 'runs.csv': tableOf('val_acc', ['0.81', '0.84', '0.79', '0.8'], states) });
    expect(bestIn(facts).runId).toBe('ines-1');
  });

  it('is not known where two metrics of held-out data could be it, or none is', async () => {
    const two = tableOf('val_acc', ['0.81', '0.84', '0.79', '0.8']).replaceAll('train_loss', 'val_loss');
    for (const text of [two, tableOf('note', ['', '', '', ''])]) {
      const found = bestIn(await factsFrom({ 'runs.csv': text }));
      expect([found.value, found.runId, found.best]).toEqual(['', '', undefined]);
    }
  });

  it('has no name in a redacted report, but the one of jobs.csv', async () => {
    const facts = await factsFrom({ 'runs.csv': tableOf('val_acc', ['0.81', '0.84', '0.79', '0.8']) });
    const { value, runId, best, runs } = bestIn(redact(facts));
    expect([value, best.runId]).toEqual(['0.84', runId]);
    expect(runId).not.toContain('ines');
    expect(runs).toContain(runId);
  });
});

describeShared('the best runs of a benchmark', 'algoperf/', (folder) => {
  it('are those that going through its rows by hand finds', async () => {
    const text = readFileSync(new URL('jobs.csv', folder), 'utf8');
    const files = filesOf(await factsFrom({ 'jobs.csv': text }));
    const rows = new Map(readCsv(text).rows.map((row) => [row.run_id, row]));
    const sweepOf = new Map(
      readCsv(files['jobs.csv'] as string).rows.map(({ run_id, sweep_id }) => [run_id, sweep_id]),
    );
    const found = readCsv(files['sweeps.csv'] as string).rows.filter(({ best_run_id }) => best_run_id !== '');
    expect(found.length).toBeGreaterThan(50);
    for (const { sweep_id, best_run_id, best_metric } of found) {
      const members = [...rows.values()].filter(({ run_id }) => sweepOf.get(run_id) === sweep_id);
      const values = members.map(({ metric_value }) => Number(metric_value || Number.NaN)).filter(Number.isFinite);
      // Of the names in the table: validation/accuracy, /bleu, /mean_average_precision and /ssim; /loss, /wer and /ctc_loss.
      const isLess = /loss|wer/.test(rows.get(best_run_id)?.metric_name ?? '');
      expect(Number(best_metric)).toBe(isLess ? Math.min(...values) : Math.max(...values));
      expect(Number(rows.get(best_run_id)?.metric_value)).toBe(Number(best_metric));
    }
  });
});
