import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/ingest/registry.ts';
import { readAs } from '../../../support/read-source.ts';
import { directoryWith, runCli } from '../../../support/run-cli.ts';
import { wandbFixture } from '../../../support/wandb-fixture.ts';

describe('points of charts', () => {
  it('are refused with the reason', () => {
    const chart = readAs('wandb-chart', wandbFixture('chart.csv'));
    expect([chart.jobs, chart.settled]).toEqual([[], { ignored: 2 }]);
    expect(chart.diagnostics[0]).toMatchObject({
      rule: 'wandb-chart',
      severity: 'error',
      examples: [{ file: 'dump', line: 1 }],
    });
    const history = readAs('wandb-chart', wandbFixture('history.csv'));
    expect([history.jobs, history.settled]).toEqual([[], { ignored: 6 }]);
    expect(history.diagnostics[0]?.message).toContain('one row a step');
  });

  it('are told from runs', () => {
    expect(recognise('Step,sun - loss\n0,1\n')?.name).toBe('wandb-chart');
    expect(recognise('_step,loss\n0,1\n1,1\n2,1\n3,1\n')?.name).toBe('wandb-chart');
    expect(recognise('run,_step,_runtime,loss\na,0,1,1\na,1,2,1\na,2,3,1\nb,0,1,1\nb,1,2,1\n')?.name).toBe(
      'wandb-chart',
    );
    expect(recognise('name,_step,_runtime,loss\na,10,1,1\nb,20,2,1\nc,30,3,1\nd,40,1,1\n')?.name).toBe('wandb-api-csv');
    expect(recognise('step,loss\n0,1\n1,1\n')?.name).toBeUndefined();
  });

  it('end the command line with what to export instead', async () => {
    const root = directoryWith({ 'logs/chart.csv': wandbFixture('chart.csv') });
    const { code, stderr } = await runCli(['report', 'logs'], root);
    expect(code).toBe(2);
    expect(stderr).toMatch(/logs\/chart\.csv:1: points of a chart and not runs.*Export the table of runs/);
  });

  it('do not hide the runs beside them', async () => {
    const root = directoryWith({
      'logs/chart.csv': wandbFixture('chart.csv'),
      'logs/runs.csv': wandbFixture('runs-table.csv'),
    });
    const { code, stdout } = await runCli(['report', 'logs'], root);
    expect(code).toBe(0);
    expect(stdout).toContain('17 read = 14 attempts + 3 ignored');
  });
});
