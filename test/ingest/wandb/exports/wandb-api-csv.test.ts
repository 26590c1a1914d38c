import { describe, expect, it } from 'vitest';
import { wandbApiCsv } from '../../../../src/ingest/wandb/exports/wandb-api-csv.ts';
import { readAs, readWith } from '../../../support/read-source.ts';

const END = 1_713_698_971.5;
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map(quoted).join(',')).join('\n');

const SUMMARY = `{'_wandb': {'runtime': 500}, '_runtime': 480.5, '_timestamp': ${END}, 'eval/loss': inf, 'img': {'_type': 'image-file', 'size': 3}}`;
const CONFIG = `{'lr': 1e-05, 'model': "it's", 'opt': {'name': 'adam'}, 'weights': array([1., 2.])}`;

describe('tables that scripts write over the API', () => {
  it('hold dictionaries of Python', () => {
    const { jobs, diagnostics } = readAs(
      'wandb-api-csv',
      csv([
        ['', 'summary', 'config', 'name'],
        ['0', SUMMARY, CONFIG, 'sun-1'],
      ]),
    );
    expect(jobs[0]).toMatchObject({ jobId: 'sun-1', name: 'sun-1', elapsed: 500, start: END - 500, end: END });
    expect(jobs[0]?.tracked).toMatchObject({
      config: JSON.stringify({ lr: '0.00001', model: "it's", 'opt.name': 'adam', weights: 'array([1., 2.])' }),
      metrics: '{"eval/loss":"Infinity"}',
      durationBasis: 'summary',
      gpuBasis: 'unknown',
    });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['wandb-deleted']);
  });

  it('say what could not be parsed', () => {
    const broken = `${SUMMARY.slice(0, -1)}, 'x': oops(}`;
    const { jobs, diagnostics } = readAs(
      'wandb-api-csv',
      csv([
        ['summary', 'config', 'name'],
        [broken, CONFIG, 'sun-1'],
      ]),
    );
    expect(jobs[0]).toMatchObject({ elapsed: 500, end: END });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['wandb-literal', 'wandb-deleted']);
  });

  it.each<[string, string]>([
    [
      'JSON in cells',
      csv([
        ['name', 'summary', 'config'],
        ['sun-1', `{"_wandb": {"runtime": 500}, "_timestamp": ${END}, "loss": NaN}`, '{"lr": 0.1}'],
      ]),
    ],
    [
      'flattened by dots',
      csv([
        ['name', 'summary._wandb.runtime', 'summary._timestamp', 'summary.loss', 'config.lr'],
        ['sun-1', '500', `${END}`, 'nan', '0.1'],
      ]),
    ],
    [
      'flattened by underscores',
      csv([
        ['name', 'summary__runtime', 'summary__timestamp', 'summary_loss', 'config_lr'],
        ['sun-1', '500', `${END}`, 'nan', '0.1'],
      ]),
    ],
    [
      'side by side',
      csv([
        ['', 'name', 'lr', '_wandb', '_runtime', '_timestamp', 'loss'],
        ['0', 'sun-1', '0.1', "{'runtime': 500}", '499.5', `${END}`, 'nan'],
      ]),
    ],
    [
      'JSON lines',
      `${JSON.stringify({ name: 'sun-1', summary: { _wandb: { runtime: 500 }, _timestamp: END, loss: 'NaN' }, config: { lr: 0.1 } })}\n`,
    ],
    [
      'a list',
      JSON.stringify(
        [{ name: 'sun-1', config: { lr: 0.1 }, summary: { _runtime: 500, _timestamp: END, loss: 'NaN' } }],
        undefined,
        2,
      ),
    ],
    [
      'columns',
      JSON.stringify({
        summary: { 0: { _runtime: 500, _timestamp: END, loss: 'NaN' } },
        config: { 0: { lr: 0.1 } },
        name: { 0: 'sun-1' },
      }),
    ],
    ['a flat list', JSON.stringify([{ name: 'sun-1', lr: '0.1', _runtime: 500, _timestamp: END, loss: 'NaN' }])],
  ])('%s', (_, text) => {
    const { jobs, rejects } = readAs('wandb-api-csv', text);
    expect(rejects).toEqual([]);
    expect(jobs).toHaveLength(1);
    expect(jobs[0]).toMatchObject({ jobId: 'sun-1', elapsed: 500, start: END - 500 });
    expect(jobs[0]?.tracked).toMatchObject({ config: '{"lr":"0.1"}', metrics: '{"loss":"NaN"}' });
  });

  it('take what a script adds of a run', () => {
    const header = ['id', 'name', 'state', 'created_at', 'sweep', 'user', 'path', 'summary', 'config', 'job_type'];
    const row = [
      'abc',
      'sun',
      'crashed',
      '2024-04-21T10:00:00',
      '<Sweep lab/nets/swp1 (Finished)>',
      '<User ada>',
      'lab/nets/abc',
      SUMMARY,
      '{}',
      'train',
    ];
    const { jobs } = readAs('wandb-api-csv', csv([header, row]));
    expect(jobs[0]).toMatchObject({
      jobId: 'abc',
      name: 'sun',
      state: 'failed',
      user: 'ada',
      start: Date.UTC(2024, 3, 21, 10) / 1000,
    });
    expect(jobs[0]?.tracked).toMatchObject({ sweep: 'swp1', project: 'lab/nets', jobType: 'train' });
  });

  it('without any time are runs of which nothing is told', () => {
    const { jobs, diagnostics } = readAs(
      'wandb-api-csv',
      csv([
        ['summary', 'config', 'name'],
        ['{}', "{'lr': 1}", 'sun'],
        ["{'loss': 1}", "{'lr': 2}", 'sun'],
      ]),
    );
    expect(jobs.map(({ jobId, jobIdRaw, elapsed }) => [jobId, jobIdRaw, elapsed])).toEqual([
      ['sun', 'sun #1', Number.NaN],
      ['sun', 'sun #2', Number.NaN],
    ]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['wandb-no-time', 'wandb-deleted', 'wandb-names']);
  });

  it('never throw', () => {
    for (const text of [
      'summary,config\n"{\'a',
      'summary,config\n,',
      '[1, {"summary": 1}]',
      '{"summary": {"0": 1}, "config": 3}',
      '',
    ]) {
      expect(() => readWith(wandbApiCsv, text)).not.toThrow();
    }
  });
});
