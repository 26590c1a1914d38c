import { describe, expect, it } from 'vitest';
import { layoutOfTable, openCountIn } from '../../../src/ingest/csv/table/layout.ts';
import { attemptsIn, factsFrom, rulesIn } from '../../support/read-logs.ts';

const rolesOf = (header: string, settings = {}): Record<string, string> =>
  Object.fromEntries(
    layoutOfTable(header.split(';'), settings).columns.flatMap(({ name, role }) =>
      role === undefined || role === 'none' ? [] : [[name, role]],
    ),
  );

describe('columns that say something beside others only', () => {
  it.each([
    ['Beginn;Laufzeit;Grafikkarte;Anzahl', { Grafikkarte: 'gpuType', Anzahl: 'gpus' }],
    ['Beginn;Laufzeit;Anzahl;Grafikkarte', { Grafikkarte: 'gpuType', Anzahl: 'gpus' }],
    ['Beginn;Laufzeit;Karten;Typ', { Karten: 'gpus', Typ: 'gpuType' }],
    ['Beginn;Laufzeit;GPUs;Anzahl', { GPUs: 'gpus' }],
    ['Beginn;Laufzeit;Typ;Anzahl', {}],
    ['Beginn;Laufzeit;GPUs pro Knoten;Knoten', { 'GPUs pro Knoten': 'gpusPerNode', Knoten: 'nodes' }],
  ])('%s', (header, roles) => {
    expect(rolesOf(header)).toEqual({ Beginn: 'start', Laufzeit: 'duration', ...roles });
  });

  it('a day is the start where no other column is', () => {
    expect(rolesOf('Datum;Stunden')).toEqual({ Datum: 'start', Stunden: 'duration' });
    expect(rolesOf('Datum;Beginn;Stunden')).toEqual({ Beginn: 'start', Stunden: 'duration' });
  });

  it('a count that stands elsewhere may count anything, and is asked for', () => {
    expect(openCountIn(layoutOfTable(['Anzahl', 'Stunden', 'Grafikkarte']))?.name).toBe('Anzahl');
    expect(openCountIn(layoutOfTable(['Anzahl', 'Stunden', 'GPUs', 'Grafikkarte']))).toBeUndefined();
    expect(openCountIn(layoutOfTable(['Anzahl', 'Stunden']))).toBeUndefined();
  });
});

describe('cells as people write them', () => {
  // By hand: 04.09.2023 13:05 UTC is 1,693,832,700 s.
  it.each([
    'Mo, 04.09.2023 13:05 Uhr',
    'Montag, 4. September 2023, 13:05',
    '4. Sept. 2023 13:05',
    'Mon, 04 Sep 2023 13:05',
    'Monday, September 4, 2023 1:05 PM',
  ])('the time %s', async (cell) => {
    const facts = await factsFrom({ 'a.csv': `Lauf;Beginn;Laufzeit (h);GPUs\na;${cell};2;1\n` });
    expect(facts.ledger.start[0]).toBe(1_693_832_700);
  });

  it('a time in March, with its umlaut', async () => {
    const facts = await factsFrom({ 'a.csv': 'Lauf;Beginn;Laufzeit (h);GPUs\na;1. März 2024;2;1\n' });
    expect(facts.ledger.start[0]).toBe(Date.UTC(2024, 2, 1) / 1000);
  });

  it('days and months that may be exchanged are so behind a weekday too', async () => {
    const facts = await factsFrom({ 'a.csv': 'job,start,hours,gpus\na,Mon 04/09/2023 13:05,1,1\n' });
    expect(rulesIn(facts)).toContain('table-dates');
  });

  it('durations whose unit changes from row to row, with decimal commas', async () => {
    const cells = ['90 min', '2,5 h', '1 Tag 3 Std.', '3 Tage', '45 Minuten', '1,5 Std. 30 Min.'];
    const rows = cells.map((cell, at) => `r${at};0${at + 1}.09.2023 13:05;${cell};1`);
    const facts = await factsFrom({ 'a.csv': `Lauf;Beginn;Dauer;GPUs\n${rows.join('\n')}\n` });
    expect(attemptsIn(facts).map(({ wall }) => wall / 3600)).toEqual([1.5, 2.5, 27, 72, 0.75, 2]);
  });

  it('1,234 h may be 1234 or 1.234 hours, and is asked for', async () => {
    const table = 'job;start;duration;gpus\na;2024-03-01 10:00;1,234 h;1\n';
    await expect(factsFrom({ 'a.csv': table })).rejects.toThrow('decimal: comma');
  });

  it.each([
    ['Dauer in Stunden', 3600],
    ['runtime in minutes', 60],
    ['Wie lange (Std.)', 3600],
  ])('the header %s', async (header, seconds) => {
    const facts = await factsFrom({ 'a.csv': `Lauf;Beginn;${header};GPUs\na;04.09.2023 13:05;1,5;1\n` });
    expect(attemptsIn(facts)[0]?.wall).toBe(1.5 * seconds);
  });

  it('a duration that differs from end − start in the last digits of a fraction is no suspension', async () => {
    const table = 'id,start,duration_s,gpus\na,2024-01-26T19:01:51Z,65071.81726360321,8\n';
    expect(rulesIn(await factsFrom({ 'a.csv': table }))).not.toContain('suspended');
  });
});

describe('what the user says of a column', () => {
  it('stands above a column that sounds the same and comes first', () => {
    expect(rolesOf('Laufzeit;Rechnung', { columns: { Rechnung: 'duration' } })).toEqual({ Rechnung: 'duration' });
  });

  it('may be that it is of no use, for any number of them', () => {
    const columns = { Start: 'none', Modell: 'none' };
    expect(rolesOf('Start;Modell;Beginn;Dauer', { columns })).toEqual({ Beginn: 'start', Dauer: 'duration' });
  });

  it('makes a table one of jobs whose headers no one knows', async () => {
    const files = { 'a.csv': 'Was;Rechenstd\na;1,5\nb;2,5\n' };
    await expect(factsFrom(files)).rejects.toThrow('no file (of 1) was recognised');
    const table = { columns: { Rechenstd: 'duration' }, units: { Rechenstd: 'hours' } } as const;
    expect((await factsFrom(files, { settings: { table } })).usage.wallHours).toBe(4);
  });
});

describe('numbers such as 86.400', () => {
  const german = (seconds: readonly string[], more = ''): string =>
    `Lauf;Beginn;Dauer (s);GPUs${more === '' ? '' : ';Rate'}\n${seconds.map((each, at) => `r${at};0${at + 1}.05.2019 14:22;${each};1${more}`).join('\n')}\n`;

  it('group thousands where another number does so beyond doubt', async () => {
    const { usage } = await factsFrom({ 'a.csv': german(['86.400', '1.215.000']) });
    expect(usage.wallHours).toBeCloseTo((86_400 + 1_215_000) / 3600);
  });

  it('follow the other columns where hours and GPUs do not tell', async () => {
    expect((await factsFrom({ 'a.csv': german(['86.400'], ';0,001') })).usage.wallHours).toBeCloseTo(24);
    expect((await factsFrom({ 'a.csv': german(['86.400'], ';0.001') })).usage.wallHours).toBeCloseTo(86.4 / 3600);
  });

  it('are asked for where dates are written with points and nothing else tells', async () => {
    await expect(factsFrom({ 'a.csv': german(['86.400', '43.200']) })).rejects.toThrow(
      'numbers such as 1.234 can be read as thousands (1234) or as a decimal point (1.234)',
    );
  });

  it('are fractions in a table of English dates', async () => {
    const english = 'job,started,duration_s,gpus\na,2024-03-01 10:00,86.400,1\n';
    expect((await factsFrom({ 'a.csv': english })).usage.wallHours).toBeCloseTo(86.4 / 3600);
  });
});

describe('rows', () => {
  const HEAD = 'Lauf;Beginn;Ende;Status\n';
  const ROW = 'a;03.05.2019 14:22;03.05.2019 15:22;';

  it('of one name that began in the same minute are as many jobs, and the same row in two files is one', async () => {
    const rows = `${HEAD}${ROW}ok\n${ROW}Abbruch\n`;
    const facts = await factsFrom({ 'a.csv': rows, 'b.csv': rows });
    expect(
      attemptsIn(facts)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['cancelled', 'completed']);
  });

  it('without a name that began in the same minute are as many jobs', async () => {
    const rows = 'Beginn;Ende;GPUs\n03.05.2019 14:22;03.05.2019 15:22;1\n03.05.2019 14:22;03.05.2019 16:22;1\n';
    expect((await factsFrom({ 'a.csv': rows })).usage.gpuHours).toBeCloseTo(3);
  });

  it('that are empty, or stand above the header, are none', async () => {
    const text = `Rechenzeiten 2019\n\n;;;\n${HEAD}${ROW}ok\n;;;\nSumme;;;\n`;
    const facts = await factsFrom({ 'a.csv': text });
    expect(facts.ledger.reconciliation).toMatchObject({ records: 2, attempts: 1, ignored: 1, rejected: 0 });
    expect(rulesIn(facts)).toContain('table-totals');
  });

  it.each([
    ['abgeschlossen', 'completed'],
    ['Erfolgreich', 'completed'],
    ['Abbruch', 'cancelled'],
    ['abgebrochen', 'cancelled'],
    ['gescheitert', 'failed'],
    ['fehlgeschlagen', 'failed'],
    ['läuft', 'running'],
    ['geplant', 'pending'],
  ])('that say %s are %s', async (word, state) => {
    const facts = await factsFrom({ 'a.csv': `${HEAD}${ROW}${word}\n` });
    expect(attemptsIn(facts)[0]?.state).toBe(state);
  });
});
