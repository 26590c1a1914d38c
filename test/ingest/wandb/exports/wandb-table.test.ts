import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/ingest/registry.ts';
import { wandbTable } from '../../../../src/ingest/wandb/exports/wandb-table.ts';
import { UNTOLD_GPUS } from '../../../../src/model/job.ts';
import { factsFrom } from '../../../support/read-logs.ts';
import { readAs, readWith } from '../../../support/read-source.ts';
import { wandbFixture } from '../../../support/wandb-fixture.ts';

const TABLE = wandbFixture('runs-table.csv');
const HEAD = '"Name","State","Notes","User","Tags","Created","Runtime","Sweep"';

/** A runs table of some columns and runs beside its usual ones. */
const tableOf = (columns: readonly string[], runs: readonly (readonly string[])[]): string =>
  [
    [HEAD, ...columns.map((name) => `"${name}"`)].join(','),
    ...runs.map((cells, index) => {
      const created = new Date(1_700_000_000_000 + index * 60_000).toISOString();
      const [state, ...rest] = cells;
      return [`run-${index}`, state, '-', 'ada', '', created, '100', 'swp', ...rest]
        .map((cell) => `"${cell}"`)
        .join(',');
    }),
  ].join('\n');

const keysOf = (text: string, field: 'config' | 'metrics'): string[][] =>
  readAs('wandb-table', text).jobs.map(({ tracked }) => Object.keys(JSON.parse(tracked?.[field] || '{}') as object));

describe('the runs table of the web page', () => {
  const { jobs, settled, rejects, diagnostics } = readAs('wandb-table', TABLE);

  it('is read run by run', () => {
    expect(rejects).toEqual([]);
    expect(jobs).toHaveLength(14);
    const sweep = jobs.filter(({ tracked }) => tracked?.sweep === 'abcd1234');
    expect(sweep).toHaveLength(12);
    expect(sweep.reduce((sum, { elapsed }) => sum + elapsed, 0)).toBe(21_042);
    expect(jobs[1]).toMatchObject({
      line: 3,
      cluster: 'wandb',
      jobId: 'run0001',
      jobIdRaw: '',
      name: 'grid-0',
      user: 'ada',
      state: 'completed',
      submit: Number.NaN,
      start: 1_762_000_900,
      elapsed: 1137,
      end: 1_762_002_037,
      gpus: 2,
      gpuTypes: 'NVIDIA A100-SXM4-80GB=2',
      nodeList: 'gpu02',
      workDir: '',
    });
    expect(jobs[1]?.tracked).toMatchObject({
      jobType: 'train',
      config: JSON.stringify({
        batch_size: '8',
        data_dir: '/data/x',
        lr: '0.001',
        'optimizer.name': 'adam',
        seed: '1',
      }),
      isWhole: true,
      durationBasis: 'runtime',
      gpuBasis: 'machine',
    });
    expect(Object.keys(JSON.parse(jobs[1]?.tracked?.metrics ?? ''))).toEqual([
      'best_epoch',
      'epoch',
      'eval/acc',
      'train_loss',
    ]);
  });

  it('does not guess GPUs', () => {
    expect(jobs[0]).toMatchObject({ gpus: Number.NaN, gpuTypes: UNTOLD_GPUS, state: 'failed' });
    expect(jobs[0]?.tracked?.metrics).toBe('{"train_loss":"NaN"}');
    expect(jobs[13]).toMatchObject({ gpus: 0, gpuTypes: '' });
  });

  it('takes stated ends, and time in contact where there is no runtime', () => {
    expect(jobs[12]).toMatchObject({ elapsed: 600, end: 1_762_000_000 + 90_000 + 700 });
    expect(jobs[13]).toMatchObject({ elapsed: 300, state: 'cancelled' });
    expect(jobs[13]?.tracked?.durationBasis).toBe('heartbeat');
  });

  it('leaves controllers of sweeps out, and says so', () => {
    expect(settled).toEqual({ ignored: 1 });
    expect(diagnostics.map(({ rule }) => rule)).toEqual([
      'wandb-heartbeat',
      'wandb-columns',
      'wandb-controller',
      'wandb-deleted',
    ]);
  });

  it('is the same in any blocks, encoding and delimiter', () => {
    const other = TABLE.replaceAll('","', '";"').replaceAll('\n', '\r\n');
    expect(readWith(wandbTable, TABLE, [17, 5000]).jobs).toEqual(jobs);
    expect(readAs('wandb-table', other).jobs).toEqual(jobs);
    expect(readAs('wandb-table', `\uFEFF${TABLE}`).jobs).toEqual(jobs);
  });

  it('tells runs of one name apart', () => {
    const text = `${HEAD}\n${[0, 1, 0]
      .map((minute) => `"bert","finished","-","ada","","2024-01-01T00:0${minute}:00.000Z","60",""`)
      .join('\n')}\n"gpt","finished","-","ada","","2024-01-01T00:09:00.000Z","60",""`;
    const ids = readAs('wandb-table', text).jobs.map(({ jobId, jobIdRaw }) => [jobId, jobIdRaw]);
    expect(ids).toEqual([
      ['bert', 'bert @1704067200'],
      ['bert', 'bert @1704067260'],
      ['bert', 'bert @1704067200'],
      ['gpt', ''],
    ]);
  });

  it('sets aside what is cut', () => {
    const cut = readAs('wandb-table', TABLE.slice(0, -40));
    expect(cut.jobs).toHaveLength(13);
    expect(cut.rejects.map(({ rule, line }) => [rule, line])).toEqual([['wandb-row', 16]]);
  });

  it('knows states and running runs', () => {
    const text = tableOf([], [['running'], ['preempting'], ['pending'], ['odd']]);
    const outcome = readAs('wandb-table', text);
    expect(outcome.jobs.map(({ state, end }) => [state, Number.isNaN(end)])).toEqual([
      ['running', true],
      ['preempted', false],
      ['pending', true],
      ['unknown', false],
    ]);
    expect(outcome.diagnostics.map(({ rule }) => rule)).toContain('wandb-state');
  });

  it('is not what others head Name and Runtime', () => {
    for (const text of [
      'Name,Runtime,State\na,1:30,ok\n',
      'Name,State,Created,User\na,ok,yesterday,b\n',
      'name,runtime,created,state\na,1,2,3\n',
    ]) {
      expect(recognise(text)?.name, text).not.toBe('wandb-table');
    }
  });
});

describe('columns that an export does not tell apart', () => {
  const SEEDS = [0.4821, 0.5912, 0.3317, 0.7741, 0.1193, 0.9024];
  const states = ['finished', 'finished', 'finished', 'finished', 'finished', 'failed'];

  it('are hyperparameters up to where the alphabet begins anew', () => {
    const text = tableOf(
      ['alpha0', 'zeta', 'beta_score', 'zz'],
      states.map((state, run) => [state, `${SEEDS[run]}`, '3', '1', '2']),
    );
    expect(keysOf(text, 'config')[0]).toEqual(['alpha0', 'zeta']);
    expect(keysOf(text, 'metrics')[0]).toEqual(['beta_score', 'zz']);
  });

  it('are judged one by one when results were put in front', () => {
    const text = tableOf(
      ['val_loss', 'batch_size', 'lr', 'max_grad_norm', 'train_steps'],
      states.map((state, run) => [state, `${SEEDS[run]}`, '8', '0.1', `${[1, 0.5][run % 2]}`, '1000']),
    );
    expect(keysOf(text, 'config')[0]).toEqual(['batch_size', 'lr', 'max_grad_norm', 'train_steps']);
    expect(keysOf(text, 'metrics')[0]).toEqual(['val_loss']);
  });

  it('are judged one by one in any other order', () => {
    const columns = ['val_loss', 'lr', 'epoch', 'fold', 'quality', 'kind', 'path', 'tau', 'mystery'];
    const rows = states.map((state, run) => [
      state,
      `${SEEDS[run]}`,
      `${SEEDS[run]}`,
      '10',
      `${run % 2}`,
      state === 'failed' ? '' : `${SEEDS[5 - run]}`,
      ['a', 'b'][run % 2] as string,
      `/out/${run}`,
      ['0.1', '0.25', '3e-4', '64', '5', '0.5'][run] as string,
      `${(SEEDS[run] as number) * 3}`,
    ]);
    const text = tableOf(columns, rows);
    expect(keysOf(text, 'config')[0]).toEqual(['fold', 'kind', 'lr', 'tau']);
    expect(keysOf(text, 'metrics')[0]).toEqual(['epoch', 'mystery', 'quality', 'val_loss']);
  });

  it('are hyperparameters when a controller searches them', () => {
    const columns = ['parameters.mystery.min', 'method', 'mystery', 'a'];
    const rows = states.map((state, run) => [state, '', '', `${SEEDS[run]}`, `${SEEDS[run]}`]);
    expect(keysOf(tableOf(columns, rows), 'config')[0]).toEqual(['mystery']);
  });

  it('are never a hyperparameter and a result at once', () => {
    for (const text of [TABLE, tableOf(['b', 'a', 'loss'], [['finished', '1', '2', '0.123']])]) {
      const [config, metrics] = [keysOf(text, 'config'), keysOf(text, 'metrics')];
      for (const [run, keys] of config.entries()) expect(keys.filter((key) => metrics[run]?.includes(key))).toEqual([]);
    }
  });
});

it('runs of one name are runs of their own in their sweep too, where the table has no ids', async () => {
  const runs = ['2024-03-01T10:00:00Z', '2024-03-01T11:00:00Z', '2024-03-01T14:00:00Z'].map((created, index) =>
    [index === 0 ? 'vivid-1' : 'vivid-2', 'finished', '-', 'ada', '', created, '3600', 'abc', index].join(),
  );
  const { sweeps, ledger } = await factsFrom({
    'export.csv': [`${HEAD.replaceAll('"', '')},seed`, ...runs].join('\n'),
  });
  expect([ledger.runs, sweeps.map(({ sweep }) => sweep.runs)]).toEqual([3, [3]]);
});
