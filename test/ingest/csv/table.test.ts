import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { table } from '../../../src/ingest/csv/table/table.ts';
import { attemptsIn, factsFrom, gpuSecondsIn, rulesIn } from '../../support/read-logs.ts';
import { readWith } from '../../support/read-source.ts';
import { describeShared } from '../../support/shared-data.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const hoursIn = async (table: string | Uint8Array, settings = {}): Promise<number> =>
  gpuSecondsIn(await factsFrom({ 'jobs.csv': table }, { settings })) / 3600;

describe('a table of jobs', () => {
  it('is read by what its columns are called, in German with decimal commas too; totals do not count', async () => {
    const table = lines(
      'Lauf;Beginn;Ende;GPU-Typ;Anzahl GPUs;Laufzeit (h);Status',
      'bert-1;03.05.2019 14:22;06.05.2019 05:46;TITAN X;2;63,4;fertig',
      'bert-1;07.05.2019 14:00;07.05.2019 15:30;TITAN X;1;1,5;Fehler',
      'Summe;;;;;64,9;',
    );
    const facts = await factsFrom({ 'jobs.csv': Buffer.from(table, 'latin1') });
    expect(attemptsIn(facts)).toMatchObject([
      { name: 'bert-1', state: 'completed', wall: 63.4 * 3600, gpus: 2 },
      { name: 'bert-1', state: 'failed', wall: 1.5 * 3600, gpus: 1 },
    ]);
    expect(facts.ledger).toMatchObject({ runs: 2, reconciliation: { records: 3, ignored: 1 } });
    expect(facts.usage.gpuHoursByModel).toEqual(new Map([['Titan X', 63.4 * 2 + 1.5]]));
  });

  it('does not guess between minutes and hours: exit 2 names both readings and the line that decides', async () => {
    const table = lines('job,started,duration,gpus', 'a,2024-03-01 10:00,16:25,1', 'b,2024-03-02 10:00,04:41,1');
    await expect(hoursIn(table)).rejects.toThrow(
      /column "duration": .*13:05 can be read as minutes and seconds or as hours and minutes.*clock: hours:minutes/,
    );
    expect(await hoursIn(table, { table: { clock: 'hours:minutes' } })).toBeCloseTo(16 + 25 / 60 + 4 + 41 / 60, 9);
  });

  it('lets end − start decide what durations mean', async () => {
    const clock = lines('job,start,end,duration,gpus', 'a,2024-03-01 10:00,2024-03-02 02:25,16:25,1');
    expect(await hoursIn(clock)).toBeCloseTo(16 + 25 / 60, 9);
    const bare = lines('job,start,end,duration,gpus', 'a,2024-03-01 10:00,2024-03-01 12:30,150,2');
    expect(await hoursIn(bare)).toBe(5);
  });

  it('does not take a number without a unit for seconds', async () => {
    const table = lines('job,started,duration,gpus', 'a,2024-03-01 10:00,90,1');
    await expect(hoursIn(table)).rejects.toThrow(
      /column "duration": numbers without a unit .*units: \{ "duration": hours \}/,
    );
    expect(await hoursIn(table, { table: { units: { duration: 'minutes' } } })).toBe(1.5);
  });

  it('warns where days and months may be exchanged: hours do not depend on it', async () => {
    const facts = await factsFrom({ 'jobs.csv': lines('job,start,hours,gpus', 'a,04/09/2023 08:00,5,2') });
    expect(gpuSecondsIn(facts)).toBe(10 * 3600);
    expect(rulesIn(facts)).toContain('table-dates');
    const decided = await factsFrom({
      'jobs.csv': lines('job,start,hours,gpus', 'a,04/09/2023,5,2', 'b,04/30/2023,5,2'),
    });
    expect(rulesIn(decided)).not.toContain('table-dates');
    expect(decided.ledger.start[0]).toBe(Date.UTC(2023, 3, 9) / 1000);
  });

  it.each([
    ['2xV100', 2, 'V100'],
    ['8xA100-80GB', 8, 'A100 80 GB'],
    ['2x NVIDIA H100 80GB HBM3', 2, 'H100 SXM'],
    ['A100:4', 4, 'A100'],
    ['NVIDIA A100-SXM4-80GB', 1, 'A100 SXM 80 GB'],
    ['p3.8xlarge', 4, 'V100 SXM2'],
    ['2 x p4d.24xlarge', 16, 'A100 SXM 40 GB'],
    ['tpu-v3-8', 4, 'TPU v3'],
    ['RTX 3090', 1, 'RTX 3090'],
  ])('reads the GPUs in %j', async (cell, gpus, model) => {
    const facts = await factsFrom({ 'jobs.csv': lines('exp,gpus_used,hours,gpu', `a,x,1,${cell}`, `b,y,2,${cell}`) });
    expect(facts.usage.gpuHoursByModel).toEqual(new Map([[model, gpus * 3]]));
  });

  it('does not multiply GPU-hours by anything', async () => {
    const facts = await factsFrom({ 'jobs.csv': lines('experiment,gpu_hours,gpu', 'a,1.5,V100', 'b,3,V100') });
    expect(facts.usage.gpuHours).toBe(4.5);
    expect(rulesIn(facts)).toContain('table-gpu-hours-alone');
    const both = lines('experiment,hours,gpus,gpu_hours', 'a,2,4,8', 'b,2,4,2');
    const contradicting = await factsFrom({ 'jobs.csv': both });
    expect(contradicting.usage.gpuHours).toBe(8);
    expect(contradicting.ledger.reconciliation).toMatchObject({ rejected: 1, attempts: 1 });
  });

  it.each([
    ['of something else with a name and a time', 'name,time\na,12\nb,13\n'],
    ['of metrics of a machine', 'timestamp,name,utilization.gpu [%],power.draw [W]\n2024/03/01 10:00:00,A100,50,200\n'],
  ])('is none of %s: other logs beside it are read', async (_, other) => {
    const table = lines('job,start,hours,gpus', 'a,2024-03-01 10:00,1,1');
    const facts = await factsFrom({ 'jobs.csv': table, 'other.csv': other });
    expect(facts.usage.gpuHours).toBe(1);
    expect(rulesIn(facts)).toContain('file-unknown');
  });

  it('that has steps of runs for rows is refused', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => `run${index % 3},${Math.floor(index / 3)},${index},1`);
    await expect(factsFrom({ 'jobs.csv': lines('run,epoch,hours,gpus', ...rows) })).rejects.toThrow(
      /steps of runs and not runs/,
    );
  });

  it('is read the same from bytes as from text, whatever stands between the jobs of a large one', () => {
    const odd = [
      'job_id,started,hours,gpus,user,loss',
      '# a remark',
      '',
      ',,,,,',
      'total,,4000,,,',
      'test-1,2024-03-01 10:00,2,1,ä,n/a',
      'summary of all,2024-03-01 10:00,2,1,Nora,0.5',
      "'00012,2024-03-01 10:00,2,1,unknown,nan",
      '12,2024-03-01 10:00',
      '13,2024-03-01 10:00,2,1,u,1,,',
      '14,2024-03-01 10:00,2,1,u,1,more',
      ' 15 ,2024-03-01 10:00, 2,1 ,u,"1"',
      'unbekannt,2024-03-01 10:00,2,1,null,-',
    ];
    const rowAt = (at: number): string =>
      at % 500 === 499
        ? (odd[(at - 499) / 500] as string)
        : `${at},2024-01-01 10:00:${String(at % 60).padStart(2, '0')},${at}.5,2,u${at % 7},0.${at}`;
    const text = lines(odd[0] as string, ...Array.from({ length: 500 * odd.length }, (_, at) => rowAt(at)));
    const whole = readWith(table, text);
    expect(whole.jobs).toHaveLength(499 * odd.length + 6);
    expect(readWith(table, text, [66_000, 3000])).toEqual(whole);
    expect(readWith(table, text.replaceAll('\n', '\r\n'), [66_000, 3000])).toEqual(whole);
  });

  it('counts the same rows in two files once, and two different ones of the same name twice', async () => {
    const [header, one, other] = ['name,start,hours,gpus', 'a,2024-03-01 10:00,1,1', 'a,2024-03-02 10:00,1,1'];
    const facts = await factsFrom({ '1.csv': lines(header, one), '2.csv': lines(header, one, other) });
    expect(facts.ledger.reconciliation).toMatchObject({ records: 3, attempts: 2, duplicates: 1 });
    expect(facts.ledger.runs).toBe(2);
    const untimed = await factsFrom({ '1.csv': lines('name,hours,gpus', 'a,1,1', 'a,2,1', 'b,1,1') });
    expect(gpuSecondsIn(untimed)).toBe(4 * 3600);
  });

  it.each([
    ['2024-03-01', Date.UTC(2024, 2, 1)],
    ['2024-3-1', Date.UTC(2024, 2, 1)],
    ['2024-03-01 9:05', Date.UTC(2024, 2, 1, 9, 5)],
    ['2024-03-01 09:05 PM', Date.UTC(2024, 2, 1, 21, 5)],
  ])(
    'reads %s, days without a time of day and hours of one digit among dates that begin with the year',
    async (date, start) => {
      const facts = await factsFrom({ 'jobs.csv': lines('name,date,hours,gpus', `a,${date},5,1`) });
      expect(facts.ledger.start[0]).toBe(start / 1000);
    },
  );

  it.each(['2024-03-0', '0'])('does not make hours of days alone, from %s1 to %s2', async (before) => {
    const day = (digit: number): string => (before === '0' ? `0${digit}.03.2024` : `${before}${digit}`);
    const table = lines('name,start,end,gpus', `a,${day(1)},${day(2)},1`, `b,${day(1)} 10:00,${day(2)} 10:00,1`);
    const facts = await factsFrom({ 'jobs.csv': table });
    expect(gpuSecondsIn(facts)).toBe(24 * 3600);
    expect(facts.rejects).toMatchObject([{ rule: 'table-days', line: 2 }]);
  });

  it('says of rows without ids that are wholly alike, to the minute or the day, that they may be several jobs', async () => {
    const alike = async (...rows: string[]) => {
      const facts = await factsFrom({ 'jobs.csv': lines(...rows) });
      const {
        count = 0,
        severity,
        message,
        examples,
      } = facts.diagnostics.find(({ rule }) => rule === 'table-alike') ?? {};
      return { attempts: facts.ledger.reconciliation.attempts, count, severity, message, examples };
    };
    const day = [
      'name,date,hours,gpus',
      'a,2024-03-01,5,1',
      'b,2024-03-01,5,1',
      'a,2024-03-01,5,1',
      'a,2024-03-01,5,1',
    ];
    const said = await alike(...day);
    expect(said).toMatchObject({ attempts: 2, count: 2, severity: 'warning' });
    expect(said.message).toMatch(/may be a job of its own .* column of job ids/);
    expect(said.examples?.map(({ line }) => line)).toEqual([4, 5]);
    const minute = ['start,hours,gpus', '2024-03-01 10:05,5,1', '2024-03-01 10:05,5,1'];
    expect(await alike(...minute)).toMatchObject({ attempts: 1, count: 1 });
    const second = [
      'start,hours,gpus',
      '2024-03-01 10:05:00,5,1',
      '2024-03-01 10:05:00,5,1',
      '2024-03-01 10:05:07,5,1',
    ];
    expect(await alike(...second)).toMatchObject({ attempts: 2, count: 0 });
    const withIds = ['job_id,start,hours,gpus', '7,2024-03-01 10:05,5,1', '7,2024-03-01 10:05,5,1'];
    expect(await alike(...withIds)).toMatchObject({ attempts: 1, count: 0 });
    const fewIds = [
      'job_id,name,start,hours,gpus',
      ',a,2024-03-01 10:05,5,1',
      ',a,2024-03-01 10:05,6,1',
      '7,a,2024-03-01 10:05,5,1',
    ];
    expect(await alike(...fewIds)).toMatchObject({ attempts: 3, count: 0 });
    const untimed = ['name,hours,gpus', 'a,5,1', 'a,5,1'];
    expect(await alike(...untimed)).toMatchObject({ attempts: 2, count: 0 });
  });

  it('sets rows aside that it does not understand, each with its reason', async () => {
    const facts = await factsFrom({
      'jobs.csv': lines(
        'job,start,end,gpus',
        'a,2024-03-01 10:00,2024-03-01 11:00,1',
        'b,soon,2024-03-01 11:00,1',
        'c,2024-03-02 10:00,2024-03-01 11:00,1',
        'd,2024-03-01 10:00',
      ),
    });
    expect(facts.ledger.reconciliation).toMatchObject({ records: 4, attempts: 1, rejected: 3 });
    expect(facts.rejects.map(({ rule }) => rule).sort()).toEqual(['table-backwards', 'table-row', 'table-time']);
  });

  it('does not join rows by ids that a spreadsheet rounded, and says which they are', async () => {
    const table = lines(
      'job_id,start,hours,gpus',
      '1.23457E+10,2024-03-01 10:00,1,1',
      '1.23457E+10,2024-03-01 10:00,2,1',
      '1.23457E+10,2024-03-02 10:00,4,1',
      '12345678904,2024-03-03 10:00,8,1',
      '12345678904,2024-03-04 10:00,16,1',
    );
    const facts = await factsFrom({ 'jobs.csv': table, 'again.csv': table });
    expect(facts.usage.gpuHours).toBe(31);
    expect(facts.ledger).toMatchObject({ runs: 4, reconciliation: { attempts: 5, duplicates: 5 } });
    expect(facts.diagnostics.find(({ rule }) => rule === 'table-ids')).toMatchObject({ severity: 'warning', count: 6 });
    const untimed = await factsFrom({ 'jobs.csv': lines('job_id,hours,gpus', '1.2E+10,1,1', '1.2E+10,1,1') });
    expect(untimed.usage.gpuHours).toBe(2);
  });

  it.each([
    ['among numbers are spoiled', ['2-Jan', '2-Jan', '1-13', '17'], 4],
    ['among names are names', ['2-Jan', '2-Jan', 'bert', 'gpt'], 3],
    ['and hexadecimal numbers are no rounded ones', ['3e5', '3e5', '1e10', '77'], 3],
  ])('takes dates for ids that a spreadsheet spoiled only among numbers: those %s', async (_, ids, runs) => {
    const rows = ids.map((id, index) => `${id},2024-03-0${index + 1} 10:00,1,1`);
    const facts = await factsFrom({ 'jobs.csv': lines('job_id,start,hours,gpus', ...rows) });
    expect(facts.ledger).toMatchObject({ runs, reconciliation: { attempts: 4 } });
    expect(rulesIn(facts).includes('table-ids')).toBe(runs === 4);
  });

  it('sets a row aside whose number is in another unit than the rest of its column', async () => {
    const row = (day: number, end: string, duration: string): string =>
      `j${day},2024-03-0${day} 10:00:00,2024-03-0${day} ${end},${duration},1`;
    const good = [row(1, '11:00:00', '3600'), row(2, '12:00:00', '7200'), row(3, '10:30:00', '1800')];
    const more = [row(4, '10:10:00', '600'), row(5, '11:00:00', '3599')];
    for (const odd of ['90', '1.5', '5400000']) {
      const table = lines('job_id,start,end,duration_s,gpus', ...good, ...more, row(6, '11:30:00', odd));
      const facts = await factsFrom({ 'jobs.csv': table });
      expect(facts.rejects, odd).toMatchObject([{ rule: 'table-unit', line: 7 }]);
      expect(gpuSecondsIn(facts), odd).toBe(3600 + 7200 + 1800 + 600 + 3599);
    }
    // Shorter than from start to end, but in no unit the time between them: it was suspended.
    const suspended = lines('job_id,start,end,duration_s,gpus', ...good, ...more, row(6, '11:30:00', '4000'));
    expect((await factsFrom({ 'jobs.csv': suspended })).rejects).toEqual([]);
  });

  it('does not suspect units where durations are not the times from start to end', async () => {
    const row = (day: number, seconds: number): string =>
      `j${day},2024-03-0${day} 10:00:00,2024-03-0${day} 11:00:00,${seconds},1`;
    const table = lines('job_id,start,end,duration_s,gpus', row(1, 60), row(2, 500), row(3, 700), row(4, 900));
    expect(gpuSecondsIn(await factsFrom({ 'jobs.csv': table }))).toBe(60 + 500 + 700 + 900);
  });

  it('reads columns of many different texts as those of few', async () => {
    const count = 5000;
    const start = (index: number): string => new Date(Date.UTC(2024, 0, 1) + index * 1000).toISOString().slice(0, 19);
    const odd = new Map([
      [4990, 'n/a'],
      [4991, '  12.50 '],
      [4992, "'7"],
      [4993, '1e2'],
    ]);
    const seconds = (index: number): string => odd.get(index) ?? `${index + 1}.25`;
    const rows = Array.from(
      { length: count },
      (_, index) => `ü${index},${start(index)},${seconds(index)},${index % 3}`,
    );
    const facts = await factsFrom({ 'jobs.csv': lines('job_id,start,duration_s,gpus', ...rows) });
    const read = attemptsIn(facts);
    expect(read.map(({ id }) => id)).toEqual(rows.map((row) => row.split(',')[0]));
    // A duration that is not told is 0 among attempts.
    const walls = rows.map((_, index) => ({ 4990: 0, 4991: 12.5, 4992: 7, 4993: 100 })[index] ?? index + 1.25);
    expect(read.map(({ wall }) => wall)).toEqual(walls);
  });

  it('varies hyperparameters in its columns: a sweep', async () => {
    const rows = [0.1, 0.01, 0.001].flatMap((lr) =>
      [1, 2].map((seed) => `${lr}-${seed},2024-03-01 1${seed}:00,1,1,${lr},${seed},0.${seed}31${lr}`),
    );
    const facts = await factsFrom({ 'jobs.csv': lines('job_id,start,hours,gpus,lr,seed,val_loss', ...rows) });
    expect(facts.findings.sweeps).toMatchObject([
      { runs: 6, parameters: { lr: ['0.001', '0.01', '0.1'], seed: ['1', '2'] } },
    ]);
  });
});

/** The same jobs in any dialect of tables. */
describe('dialects', () => {
  interface Row {
    readonly id: string;
    readonly start: number;
    readonly seconds: number;
    readonly gpus: number;
    readonly model: string;
    readonly ok: boolean;
  }
  const two = (value: number): string => String(value).padStart(2, '0');
  const dateOf = (start: number): Date => new Date(start * 1000);
  const clockOf = (date: Date): string =>
    `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const DATES: Readonly<Record<string, (start: number) => string>> = {
    iso: (start) => dateOf(start).toISOString().slice(0, 19),
    'iso with blank': (start) => dateOf(start).toISOString().slice(0, 19).replace('T', ' '),
    zoned: (start) =>
      dateOf(start + 7200)
        .toISOString()
        .replace('.000Z', '+02:00'),
    dots: (start) =>
      `${two(dateOf(start).getUTCDate())}.${two(dateOf(start).getUTCMonth() + 1)}.${dateOf(start).getUTCFullYear()} ${clockOf(dateOf(start))}`,
    'day first': (start) =>
      `${dateOf(start).getUTCDate()}/${dateOf(start).getUTCMonth() + 1}/${dateOf(start).getUTCFullYear()} ${clockOf(dateOf(start))}`,
    'month first': (start) =>
      `${dateOf(start).getUTCMonth() + 1}/${dateOf(start).getUTCDate()}/${dateOf(start).getUTCFullYear()} ${clockOf(dateOf(start))}`,
    epoch: (start) => String(start),
    milliseconds: (start) => String(start * 1000),
  };
  const DURATIONS: Readonly<Record<string, readonly [header: string, write: (seconds: number) => string]>> = {
    seconds: ['duration_s', String],
    milliseconds: ['Duration (ms)', (seconds) => String(seconds * 1000)],
    hours: ['Laufzeit (h)', (seconds) => String(seconds / 3600)],
    minutes: ['runtime_minutes', (seconds) => String(seconds / 60)],
    clock: [
      'elapsed',
      (seconds) => `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`,
    ],
    slurm: ['walltime', (seconds) => `${Math.floor(seconds / 86_400)}-${clockOf(new Date((seconds % 86_400) * 1000))}`],
    python: [
      'time',
      (seconds) => `${Math.floor(seconds / 86_400)} days, ${clockOf(new Date((seconds % 86_400) * 1000))}`,
    ],
    words: [
      'wall time',
      (seconds) => `${Math.floor(seconds / 3600)}h ${Math.floor(seconds / 60) % 60}m ${seconds % 60}s`,
    ],
    iso: [
      'training_time',
      (seconds) => `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}S`,
    ],
  };
  const IDS = ['job_id', 'JobID', 'Run ID', 'trial_id'];
  const STARTS = ['start', 'Started At', 'begin', 'Beginn', 'start_time'];
  const GPUS = ['gpus', 'num_gpus', 'GPU Count', 'Anzahl GPUs'];
  const MODELS = ['gpu_type', 'GPU', 'device', 'GPU-Typ'];
  const ENCODINGS = ['utf8', 'utf8 with mark', 'utf16le', 'latin1'] as const;

  const row = fc.record({
    id: fc.integer({ min: 1, max: 99_999 }).map((number) => `job-ü${number}`),
    // From the 13th of a month on, so that days and months are told apart.
    start: fc.integer({ min: 0, max: 15 * 86_400 }).map((after) => Date.UTC(2023, 6, 13) / 1000 + after),
    seconds: fc.integer({ min: 1, max: 4000 }).map((units) => units * 36),
    gpus: fc.integer({ min: 1, max: 16 }),
    model: fc.constantFrom('V100', 'A100', 'Tesla T4'),
    ok: fc.boolean(),
  });
  const dialect = fc.record({
    date: fc.constantFrom(...Object.keys(DATES)),
    duration: fc.constantFrom(...Object.keys(DURATIONS)),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    comma: fc.boolean(),
    encoding: fc.constantFrom(...ENCODINGS),
    headers: fc.tuple(
      fc.constantFrom(...IDS),
      fc.constantFrom(...STARTS),
      fc.constantFrom(...GPUS),
      fc.constantFrom(...MODELS),
    ),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
    crlf: fc.boolean(),
  });

  function write(
    rows: readonly Row[],
    {
      date,
      duration,
      delimiter,
      comma,
      encoding,
      headers,
      order,
      crlf,
    }: typeof dialect extends fc.Arbitrary<infer D> ? D : never,
  ): Uint8Array {
    const [durationHeader, writeDuration] = DURATIONS[duration] as readonly [string, (seconds: number) => string];
    const [id, start, gpus, model] = headers;
    const number = (text: string): string =>
      comma && delimiter !== ',' && /^\d+\.\d+$/.test(text) ? text.replace('.', ',') : text;
    const quote = (text: string): string => (text.includes(delimiter) ? `"${text}"` : text);
    const table = [
      [id, start, durationHeader, gpus, model, 'status'],
      ...rows.map((each) => [
        each.id,
        (DATES[date] as (start: number) => string)(each.start),
        number(writeDuration(each.seconds)),
        String(each.gpus),
        each.model,
        each.ok ? 'finished' : 'failed',
      ]),
    ];
    const text = table
      .map((cells) => order.map((at) => quote(cells[at] as string)).join(delimiter))
      .join(crlf ? '\r\n' : '\n');
    if (encoding === 'utf16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
    return encoding === 'utf8 with mark' ? Buffer.from(`\uFEFF${text}`) : Buffer.from(text, encoding);
  }

  it('give the same jobs', async () => {
    const rows = fc.uniqueArray(row, { minLength: 2, maxLength: 12, selector: ({ id }) => id });
    await fc.assert(
      fc.asyncProperty(rows, dialect, async (jobs, how) => {
        const facts = await factsFrom({ 'jobs.txt': write(jobs, how) });
        const read = attemptsIn(facts).map(({ id, wall, gpus, state }, at) => ({
          id,
          wall: Math.round(wall * 1000) / 1000,
          gpus,
          state,
          start: facts.ledger.start[at],
        }));
        const expected = jobs.map(({ id, seconds, gpus, ok, start }) => ({
          id,
          wall: seconds,
          gpus,
          state: ok ? 'completed' : 'failed',
          start,
        }));
        const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
        expect(read.sort(byId)).toEqual(expected.sort(byId));
      }),
      { numRuns: 300 },
    );
  });
});

interface Expected {
  readonly attempts?: number;
  readonly gpuHours?: number;
  readonly wallHours?: number;
  readonly refuse?: string;
  readonly exit?: number;
  readonly energyKwhBeforePue?: number;
  readonly sweeps?: number;
}

describeShared('tables with one trap each', 'csv', (folder) => {
  const expected = JSON.parse(readFileSync(new URL('expected.json', `${folder}/`), 'utf8')) as Record<string, Expected>;

  it.each(Object.entries(expected))('%s', async (name, truth) => {
    const reading = factsFrom({ [name]: readFileSync(new URL(name, `${folder}/`)) });
    if (truth.exit === 2 || truth.refuse !== undefined) {
      await expect(reading).rejects.toThrow();
      return;
    }
    const { usage, sweeps } = await reading;
    if (truth.attempts !== undefined) expect(usage.attempts).toBe(truth.attempts);
    if (truth.gpuHours !== undefined) expect(usage.gpuHours).toBeCloseTo(truth.gpuHours, 3);
    if (truth.wallHours !== undefined) expect(usage.wallHours).toBeCloseTo(truth.wallHours, 3);
    if (truth.sweeps !== undefined) expect(sweeps.length).toBe(truth.sweeps);
    if (truth.energyKwhBeforePue !== undefined)
      expect((usage.power?.measured.joules ?? 0) / 3.6e6).toBeCloseTo(truth.energyKwhBeforePue, 4);
  });
});

describe('hyperparameters in columns that no alphabet orders', () => {
  it('are all taken: `batch_size` and `dataset` behind `lr` are no results', async () => {
    const rows = ['0.1', '0.01', '0.001'].flatMap((lr) => ['32,birds', '64,digits'].map((rest) => `${lr},${rest}`));
    const table = lines('run,hours,gpus,lr,batch_size,dataset', ...rows.map((row, index) => `r${index},1,1,${row}`));
    const { ledger } = await factsFrom({ 'jobs.csv': table });
    expect(ledger.table.command.at(0)).toBe('row --lr=0.1 --batch_size=32 --dataset=birds');
  });
});

describeShared('a real table of trials', 'algoperf', (folder) => {
  it('gives its GPU-hours, and attempts without a duration', async () => {
    const { usage } = await factsFrom({ 'jobs.csv': readFileSync(new URL('jobs.csv', `${folder}/`)) });
    // Σ duration_s × gpus ÷ 3600 over the file, by awk; 121 crashed trials have no duration.
    expect(usage).toMatchObject({ attempts: 1802, attemptsThatRan: 1681 });
    expect(usage.gpuHours).toBeCloseTo(148_393, 0);
  });
});
