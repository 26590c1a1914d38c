import { describe, expect, it } from 'vitest';
import { attemptsIn, factsFrom, intakeOf } from '../../support/read-logs.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const wallsIn = async (table: string, columns: Readonly<Record<string, 'duration' | 'none'>> = {}): Promise<number[]> =>
  attemptsIn(await factsFrom({ 'jobs.csv': table }, { settings: { table: { columns } } })).map(({ wall }) => wall / 60);

describe('a duration that is split over columns', () => {
  it('is added up', async () => {
    const table = lines('run,gpus,start,hours,minutes', 'a,2,2024-03-01 10:00,1,30', 'b,2,2024-03-02 10:00,0,45');
    expect(await wallsIn(table)).toEqual([90, 45]);
    const { columns } = await intakeOf({ 'jobs.csv': table });
    const uses = [...columns.values()].flat().map(({ use }) => use);
    expect(uses.slice(3)).toEqual([
      'duration, numbers count 3600 s, added up',
      'duration, numbers count 60 s, added up',
    ]);
  });

  it.each([
    ['Days,Hours,Minutes', '1,1,30', 1530],
    ['minutes,hours', '30,1', 90],
    ['hours,minutes,seconds', '1,30,30', 90.5],
    ['hours,seconds', '1,1800', 90],
    ['Dauer (h),Dauer (min)', '1,30', 90],
    ['duration_hours,duration_minutes', '2,05', 125],
    ['Stunden,Minuten', '1,', 60],
    ['hours,minutes', '1,30.5', 90.5],
    ['hours,minutes', ',50', 50],
    ['Tage,Stunden', '2,12', 3600],
  ])('under %j', async (header, cells, minutes) => {
    expect(await wallsIn(lines(`run,gpus,start,${header}`, `a,2,2024-03-01 10:00,${cells}`))).toEqual([minutes]);
  });

  it('has decimal commas as the table has', async () => {
    expect(await wallsIn(lines('run;gpus;Stunden;Minuten;Energie (kWh)', 'a;2;1;30,5;1,5'))).toEqual([90.5]);
  });

  it('is none where the columns say the same in two units', async () => {
    const start = '2024-03-01 10:00';
    expect(await wallsIn(lines('run,gpus,start,hours,minutes', `a,2,${start},1.5,90`, `b,2,${start},0.5,30`))).toEqual([
      90, 30,
    ]);
    expect(await wallsIn(lines('run,gpus,start,duration_h,duration_s', `a,2,${start},2,6900`))).toEqual([115]);
  });

  it('is asked for where the columns are neither', async () => {
    const table = lines('run,gpus,hours,minutes', 'a,2,10,95', 'b,2,20,95');
    await expect(wallsIn(table)).rejects.toThrow(
      /columns "hours" and "minutes" can be read as parts of one duration or as one duration in several units/,
    );
    expect(await wallsIn(table, { hours: 'duration', minutes: 'duration' })).toEqual([695, 1295]);
    expect(await wallsIn(table, { hours: 'duration', minutes: 'none' })).toEqual([600, 1200]);
  });
});
