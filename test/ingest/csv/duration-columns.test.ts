import { describe, expect, it } from 'vitest';
import { attemptsIn, factsFrom, intakeOf, rulesIn } from '../../support/read-logs.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const wallsIn = async (table: string, settings = {}): Promise<number[]> =>
  attemptsIn(await factsFrom({ 'jobs.csv': table }, { settings })).map(({ wall }) => wall / 3600);
const usesIn = async (table: string): Promise<Record<string, string>> => {
  const { columns } = await intakeOf({ 'jobs.csv': table });
  return Object.fromEntries([...columns.values()].flat().map(({ header, use }) => [header, use]));
};
const warningOf = async (rule: string, table: string) =>
  (await factsFrom({ 'jobs.csv': table })).diagnostics.find((diagnostic) => diagnostic.rule === rule);

describe('the walltime of a table', () => {
  const requested = lines(
    'job,gpus,walltime,start_time,end_time,status',
    'a,2,24:00:00,2024-03-01 10:00:00,2024-03-01 11:00:00,done',
    'b,2,24:00:00,2024-03-02 10:00:00,2024-03-02 12:30:00,done',
    'c,2,48:00:00,2024-03-03 10:00:00,2024-03-03 12:30:00,failed',
  );

  it('is what was asked for where start and end tell the hours', async () => {
    expect(await wallsIn(requested)).toEqual([1, 2.5, 2.5]);
    expect((await usesIn(requested)).walltime).toBe('none');
    const named = await wallsIn(requested, { table: { columns: { walltime: 'duration', end_time: 'none' } } });
    expect(named).toEqual([24, 24, 48]);
  });

  it('is so in seconds or hours without a unit, and with words in place of a limit', async () => {
    const times = '2024-03-01 10:00:00,2024-03-01 11:00:00';
    expect(await wallsIn(lines('job,gpus,walltime,start,end', `a,2,86400,${times}`, `b,2,86400,${times}`))).toEqual([
      1, 1,
    ]);
    const rows = ['a,1,24:00', 'b,1,24:00', 'c,1,24:00', 'd,1,24:00', 'e,1,UNLIMITED'].map((row) => `${row},${times}`);
    expect(await wallsIn(lines('job,gpus,walltime,start,end', ...rows))).toEqual([1, 1, 1, 1, 1]);
  });

  it.each(['elapsed', 'time_used', 'duration', 'runtime', 'Elapsed time', 'hours used'])(
    'gives way to a column %j, before it or behind it',
    async (header) => {
      const before = lines(`job,gpus,${header},walltime,start`, 'a,2,01:00:00,24:00:00,2024-03-01 10:00:00');
      const behind = lines(`job,gpus,walltime,${header},start`, 'a,2,24:00:00,01:00:00,2024-03-01 10:00:00');
      expect([await wallsIn(before), await wallsIn(behind)]).toEqual([[1], [1]]);
      expect((await usesIn(behind)).walltime).toBe('none');
    },
  );

  it('is the duration where it is that between start and end, or where nothing else tells the hours', async () => {
    const times = '2024-03-01 10:00:00,2024-03-01 11:00:00';
    const same = lines('job,gpus,walltime,start,end', `a,2,3600,${times}`, 'b,2,7200,2024-03-01 10:00:00,');
    expect(await wallsIn(same)).toEqual([1, 2]);
    expect(await wallsIn(lines('job,gpus,walltime,start', 'a,2,02:00:00,2024-03-01 10:00:00'))).toEqual([2]);
  });

  it.each(['timelimit', 'time_limit', 'requested_walltime', 'Resource_List.walltime'])(
    'that is a column %j is no hyperparameter',
    async (header) => {
      const table = lines(`job,gpus,${header},hours,lr`, 'a,2,24,10,0.1', 'b,2,48,10,0.2');
      expect(await usesIn(table)).toMatchObject({ [header]: 'none', lr: 'hyperparameter' });
    },
  );
});

describe('of several columns of durations', () => {
  it('the one that says the whole counts, and the training alone does not', async () => {
    const table = lines('job,gpus,training_time_h,total_time_h', 'a,4,10,12', 'b,4,20,24');
    expect(await wallsIn(table)).toEqual([12, 24]);
    expect(rulesIn(await factsFrom({ 'jobs.csv': table }))).not.toContain('table-durations');
  });

  it('the first counts where both say the whole, with a warning of the rows in which they differ', async () => {
    const table = lines('job,gpus,duration_h,runtime_s', 'a,4,10,36000', 'b,4,20,7200', 'c,4,5,');
    expect(await wallsIn(table)).toEqual([10, 20, 5]);
    expect(await warningOf('table-durations', table)).toMatchObject({
      count: 1,
      message: expect.stringContaining('columns: { "runtime_s": duration } under table: in runledger.yaml'),
    });
  });

  it('one whose cells are no durations is left out', async () => {
    const table = lines('job,gpus,time,duration_h', 'a,4,2024-03-01 10:00,10', 'b,4,2024-03-02 10:00,20');
    expect(await wallsIn(table)).toEqual([10, 20]);
  });
});

describe('durations that contradict start and end', () => {
  const row = (job: string, elapsed: string, hours = 1): string =>
    `${job},8,${elapsed},2024-03-0${job.length} 10:00:00,2024-03-0${job.length} ${10 + hours}:00:00`;

  it('do not count where most are longer: start and end do, with a warning that names the column', async () => {
    const table = lines(
      'job,gpus,elapsed,start,end',
      row('a', '08:00:00'),
      row('aa', '16:00:00', 2),
      row('aaa', '08:00:00'),
    );
    expect(await wallsIn(table)).toEqual([1, 2, 1]);
    expect(await warningOf('table-longer', table)).toMatchObject({
      count: 3,
      message: expect.stringMatching(/in most rows.*start and end count.*columns: \{ "end": none \}/),
    });
  });

  it('count where few are longer, with a warning', async () => {
    const table = lines(
      'job,gpus,elapsed,start,end',
      row('a', '02:00:00'),
      row('aa', '01:00:00'),
      row('aaa', '01:00:00'),
    );
    expect(await wallsIn(table)).toEqual([2, 1, 1]);
    expect(await warningOf('table-longer', table)).toMatchObject({ count: 1, severity: 'warning' });
  });

  it('count where they are shorter, with a warning if most are', async () => {
    const table = lines(
      'job,gpus,elapsed,start,end',
      row('a', '00:30:00', 2),
      row('aa', '00:30:00'),
      row('aaa', '01:00:00'),
    );
    expect(await wallsIn(table)).toEqual([0.5, 0.5, 1]);
    expect(await warningOf('table-shorter', table)).toMatchObject({
      count: 2,
      message: expect.stringContaining('columns: { "elapsed": none }'),
    });
    const few = lines(
      'job,gpus,elapsed,start,end',
      row('a', '00:30:00', 2),
      row('aa', '01:00:00'),
      row('aaa', '01:00:00'),
    );
    expect(rulesIn(await factsFrom({ 'jobs.csv': few }))).not.toContain('table-shorter');
  });

  it('are none of days alone', async () => {
    const table = lines('job,gpus,hours,start,end', 'a,8,5,2024-03-01,2024-03-01', 'b,8,6,2024-03-02,2024-03-03');
    expect(await wallsIn(table)).toEqual([5, 6]);
    expect(rulesIn(await factsFrom({ 'jobs.csv': table }))).not.toContain('table-longer');
  });
});
