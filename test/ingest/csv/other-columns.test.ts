import { describe, expect, it } from 'vitest';
import { isOfNeither } from '../../../src/ingest/csv/table/other-words.ts';
import { table } from '../../../src/ingest/csv/table/table.ts';
import { factsFrom, gpuSecondsIn, rulesIn } from '../../support/read-logs.ts';
import { readWith } from '../../support/read-source.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

describe('columns that are no hyperparameters by their headers', () => {
  it.each([
    ...['Cost', 'Cost (USD)', 'cost_usd', 'Kosten (€)', 'Coût (€)', 'price', 'CostUSD', 'UPDATED', 'created_by_date'],
    ...['Pod', 'pod', 'Node', 'wandb_url', 'path', 'log_path', 'output dir', 'queue time', 'cpu_time', 'eval_time_h'],
    ...['Wait time (min)', 'node_ip', 'COMPLETED', 'log file'],
  ])('%s', (header) => {
    expect(isOfNeither(header)).toBe(true);
  });

  it.each([
    ...['lr', 'cost_function', 'num_nodes', 'node_dim', 'model_path', 'data_dir', 'max_time', 'time_steps', 'time'],
    ...['time_limit', 'warmup_time', 'timeout_s', 'price_weight', 'file_format', 'h', 's'],
  ])('but %s may be one', (header) => {
    expect(isOfNeither(header)).toBe(false);
  });

  it('cost is none in a table, and what a prefix says is one stays so', () => {
    const text = lines('run,hours,gpus,Cost,lr,config.cost', 'a,1,1,$10,0.1,1', 'b,1,1,$20,0.2,2', 'c,1,1,$10,0.3,3');
    expect(readWith(table, text).jobs[0]?.command).toBe('row --lr=0.1 --cost=1');
  });
});

describe('a column that says for how many runs a row stands', () => {
  const rows = (header: string, ...counts: readonly string[]): string =>
    lines(
      `name,start,hours,gpus,${header}`,
      ...counts.map((count, at) => `r${at},2024-05-0${at + 1} 10:00,2,4,${count}`),
    );

  it.each(['runs', 'n_runs', 'num_seeds', 'Seeds', '# runs', 'Repeats', 'trials', 'Läufe', 'Wiederholungen', 'jobs'])(
    '%s is warned of where it is above 1, and no hyperparameter',
    (header) => {
      const { jobs, diagnostics } = readWith(table, rows(header, '5', '1', '3'));
      expect(diagnostics.find(({ rule }) => rule === 'table-runs')?.count).toBe(2);
      expect(jobs.map(({ command }) => command)).toEqual(['', '', '']);
    },
  );

  it.each([
    ['seed', ['1', '2', '3']],
    ['seeds', ['0', '1', '2']],
    ['seeds', ['1,2', '3', '4']],
    ['runs', ['1', '1', '1']],
    ['trial', ['1', '2', '3']],
  ])('%s of %j says something else', (header, counts) => {
    const { diagnostics } = readWith(table, rows(header, ...counts.map((count) => `"${count}"`)));
    expect(diagnostics.map(({ rule }) => rule)).not.toContain('table-runs');
  });

  it('and no more where the user says so', async () => {
    const settings = { table: { columns: { runs: 'none' } } } as const;
    const facts = await factsFrom({ 'a.csv': rows('runs', '5', '1') }, { settings });
    expect(rulesIn(facts)).not.toContain('table-runs');
    expect(gpuSecondsIn(facts) / 3600).toBe(16);
  });
});

describe('an end of which the clock alone is told', () => {
  const HEADER = 'Experiment;Datum;Beginn;Ende;GPUs;Dauer [h];GPU-Stunden';
  it('is on the day after where the duration says so: 8 × 8 h = 64 GPU-hours, with a warning', async () => {
    const text = lines(HEADER, 'a;05.02.2024;22:00;06:00;8;8;64', 'b;06.02.2024;10:00;10:45;8;0,75;6');
    const facts = await factsFrom({ 'a.csv': text });
    expect(gpuSecondsIn(facts) / 3600).toBe(70);
    expect(facts.ledger.reconciliation.rejected).toBe(0);
    expect(facts.diagnostics.find(({ rule }) => rule === 'table-next-day')?.count).toBe(1);
  });

  it.each(['a;05.02.2024;22:00;06:00;8;3;24', 'a;05.02.2024;22:00;06:00;8;;'])(
    'is set aside where it does not: %s',
    (row) => {
      const { rejects } = readWith(table, lines(HEADER, row, 'b;06.02.2024;10:00;10:45;8;0,75;6'));
      expect(rejects.map(({ rule }) => rule)).toEqual(['table-backwards']);
    },
  );
});

describe('durations whose form is told beside them', () => {
  it.each([
    ['Dauer (hh:mm)', '1:30', 5400],
    ['Laufzeit [h:mm]', '12:45', 45_900],
    ['Duration (mm:ss)', '1:30', 90],
    ['Duration (hh:mm:ss)', '01:30:00', 5400],
  ])('%s: %s is %d s', (header, cell, seconds) => {
    expect(readWith(table, lines(`run,start,${header},gpus`, `a,2024-05-01 10:00,${cell},1`)).jobs[0]?.elapsed).toBe(
      seconds,
    );
  });

  it.each([
    ['1 Tag, 3:00 h', 97_200],
    ['3:30 h', 12_600],
    ['3:30 Std.', 12_600],
    ['1 h 30', 5400],
    ['2 Std. 05', 7500],
  ])('%s is %d s', (cell, seconds) => {
    const text = lines('run;start;Laufzeit;gpus', `a;2024-05-01 10:00;${cell};1`, 'b;2024-05-01 10:00;45 Min.;1');
    expect(readWith(table, text).jobs[0]?.elapsed).toBe(seconds);
  });
});

describe('a number of GPUs beside the model and another in its own column', () => {
  it.each([
    ['8x A100', '2', '1', 1],
    ['A100 x 8', '4', '1', 1],
    ['8x A100', '8', '1', 0],
    ['8x A100', '16', '2', 0],
    ['A100', '2', '1', 0],
    ['p3.8xlarge', '2', '1', 0],
  ])('%s beside %s on %s nodes is warned of in %i rows', (model, gpus, nodes, count) => {
    const text = lines('run,hours,gpu,gpus,nodes', `a,1,${model},${gpus},${nodes}`);
    const { jobs, diagnostics } = readWith(table, text);
    expect(diagnostics.find(({ rule }) => rule === 'table-gpu-cells')?.count ?? 0).toBe(count);
    expect(jobs[0]?.gpus).toBe(Number(gpus));
  });
});

describe('a table that looks like one of jobs and is not read', () => {
  const CONDOR = lines(
    'ClusterId,Owner,JobStatus,JobStartDate,CompletionDate,RemoteWallClockTime,RequestGpus',
    '1001,ann,4,1714557600,1714564800,7200.0,1',
  );
  const SHEET = lines('run,start,hours,gpus', 'a,2024-05-01 10:00,2,4');

  it('is warned of beside others, with what it lacks', async () => {
    const facts = await factsFrom({ 'condor.csv': CONDOR, 'sheet.csv': SHEET });
    const warning = facts.diagnostics.find(({ rule }) => rule === 'table-unread');
    expect(warning).toMatchObject({ severity: 'warning', count: 1 });
    expect(warning?.message).toMatch(/how long they ran/);
  });

  it.each([
    lines('epoch,loss,time', '1,0.5,10'),
    lines('step,train_loss,elapsed,gpu_mem', '1,2,3,4'),
    lines('name,model,acc', 'a,b,0.9'),
  ])('but other tables are left out as before: %j', async (text) => {
    const facts = await factsFrom({ 'other.csv': text, 'sheet.csv': SHEET });
    expect(rulesIn(facts)).not.toContain('table-unread');
    expect(rulesIn(facts)).toContain('file-unknown');
  });
});
