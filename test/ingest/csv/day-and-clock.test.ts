import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../../src/model/facts.ts';
import { factsFrom } from '../../support/read-logs.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const utc = (day: number, hour: number, minute = 0, second = 0): number =>
  Date.UTC(2023, 8, day, hour, minute, second) / 1000;

const timesOf = ({ ledger }: ProjectFacts) =>
  Array.from({ length: ledger.count }, (_, at) => [ledger.start[at], ledger.end[at], ledger.wall[at]]);

// Each by hand: the same two jobs, on 4 September 2023 from 9:05 to 11:05 and on 13 September from 22:30 to 23:00.
const TWO_JOBS = [
  [utc(4, 9, 5), utc(4, 11, 5), 7200],
  [utc(13, 22, 30), utc(13, 23), 1800],
];

describe('a day and its time of day in two columns', () => {
  it.each([
    [
      'Datum, Uhrzeit, Dauer',
      lines('Bezeichnung;Datum;Uhrzeit;Dauer (h);GPUs', 'a;04.09.2023;09:05;2,0;1', 'b;13.09.2023;22:30 Uhr;0,5;1'),
    ],
    [
      'Datum, von, bis',
      lines('Bezeichnung;Datum;von;bis;Anzahl GPUs', 'a;04.09.2023;09:05;11:05;1', 'b;13.09.2023;22:30;23:00;1'),
    ],
    [
      'date, time, duration: the time is no duration',
      lines('name,date,time,duration_s,gpus', 'a,2023-09-04,09:05:00,7200,1', 'b,2023-09-13,22:30:00,1800,1'),
    ],
    [
      'days and clocks of start and end',
      lines(
        'name,start date,start time,end date,end time,gpus',
        'a,09/04/2023,9:05 AM,09/04/2023,11:05 AM,1',
        'b,09/13/2023,10:30 PM,09/13/2023,11:00 PM,1',
      ),
    ],
    [
      'the clock before the day',
      lines('name,start time,start date,hours,gpus', 'a,09:05,2023-09-04,2,1', 'b,22:30,2023-09-13,0.5,1'),
    ],
  ])('are one time: %s', async (_, table) => {
    const facts = await factsFrom({ 'jobs.csv': table });
    expect(facts.rejects).toEqual([]);
    expect(timesOf(facts)).toEqual(TWO_JOBS);
  });

  it('are left apart where the clock is the only duration', async () => {
    const table = lines('name,date,time,gpus', 'a,2023-09-04,2:00:00,1', 'b,2023-09-13,0:30:00,1');
    const facts = await factsFrom({ 'jobs.csv': table });
    expect(timesOf(facts).map(([start, , wall]) => [start, wall])).toEqual([
      [utc(4, 0), 7200],
      [utc(13, 0), 1800],
    ]);
  });

  it('are left apart where the other column has more than clocks', async () => {
    const table = lines('name,date,time,hours,gpus', 'a,2023-09-04,30:00,2,1', 'b,2023-09-13,12:30,0.5,1');
    await expect(factsFrom({ 'jobs.csv': table })).rejects.toThrow('durations of two parts, such as 13:05');
  });

  it('lose no row: a day without its clock is the day, and an end before its start is rejected by line', async () => {
    const facts = await factsFrom({
      'jobs.csv': lines('Name;Datum;Uhrzeit;Stunden;GPUs', 'a;04.09.2023;;2;1', 'b;13.09.2023;22:30;1;1'),
      'night.csv': lines('Name;Datum;von;bis;GPUs', 'c;04.09.2023;22:00;23:00;1', 'd;05.09.2023;22:00;02:00;1'),
    });
    expect(timesOf(facts).map(([start]) => start)).toEqual([utc(4, 0), utc(4, 22), utc(13, 22, 30)]);
    expect(facts.rejects).toMatchObject([{ rule: 'table-backwards', line: 3 }]);
  });
});
