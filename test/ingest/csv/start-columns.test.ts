import { describe, expect, it } from 'vitest';
import { factsFrom, intakeOf } from '../../support/read-logs.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const timesIn = async (table: string): Promise<number[][]> => {
  const { ledger } = await factsFrom({ 'jobs.csv': table });
  return Array.from(ledger.row, (row, at) => [
    ledger.table.submit.at(row),
    ledger.start[at] ?? 0,
    ledger.wall[at] ?? 0,
  ]);
};
const usesIn = async (table: string): Promise<Record<string, string>> => {
  const { columns } = await intakeOf({ 'jobs.csv': table });
  return Object.fromEntries([...columns.values()].flat().map(({ header, use }) => [header, use]));
};
const at = (hour: number): number => Date.UTC(2024, 2, 1, hour) / 1000;

describe('a column that says when jobs were made', () => {
  it.each([
    ['created_at', 'started_at'],
    ['Created', 'Start'],
    ['creation time', 'start_time'],
    ['launched', 'started'],
  ])('%j is the submission beside %j, whichever stands first', async (created, start) => {
    const before = lines(
      `job,gpus,${created},${start},finished_at`,
      'a,1,2024-03-01 08:00:00,2024-03-01 10:00:00,2024-03-01 11:00:00',
      'b,1,2024-03-01 02:00:00,2024-03-01 10:00:00,2024-03-01 12:00:00',
    );
    const behind = lines(
      `job,gpus,${start},${created},finished_at`,
      'a,1,2024-03-01 10:00:00,2024-03-01 08:00:00,2024-03-01 11:00:00',
      'b,1,2024-03-01 10:00:00,2024-03-01 02:00:00,2024-03-01 12:00:00',
    );
    const times = [
      [at(2), at(10), 7200],
      [at(8), at(10), 3600],
    ];
    for (const table of [before, behind]) {
      expect((await timesIn(table)).sort(([left = 0], [right = 0]) => left - right)).toEqual(times);
      expect(await usesIn(table)).toMatchObject({ [created]: 'submit', [start]: 'start' });
    }
  });

  it('is the start where nothing else is', async () => {
    expect(await timesIn(lines('job,gpus,created_at,hours', 'a,1,2024-03-01 08:00:00,2'))).toEqual([
      [Number.NaN, at(8), 7200],
    ]);
  });

  it('is neither beside both, and no hyperparameter', async () => {
    const table = lines(
      'job,gpus,created_at,queued_at,started_at,hours,lr',
      'a,1,2024-03-01 08:00,2024-03-01 09:00,2024-03-01 10:00,2,0.1',
      'b,1,2024-03-01 08:30,2024-03-01 09:00,2024-03-01 10:00,2,0.2',
    );
    expect(await usesIn(table)).toMatchObject({ created_at: 'none', queued_at: 'submit', lr: 'hyperparameter' });
    expect((await timesIn(table))[0]).toEqual([at(9), at(10), 7200]);
  });
});
