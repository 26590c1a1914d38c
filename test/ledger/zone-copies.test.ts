import { describe, expect, it } from 'vitest';
import { factsFrom, gpuSecondsIn, type LogFiles, rulesIn } from '../support/read-logs.ts';

const HEADER = 'JobID|State|Submit|Start|End|ElapsedRaw|AllocTRES';
const stamp = (seconds: number): string => new Date((1_709_287_200 + seconds) * 1000).toISOString().slice(0, 19);

/** Jobs of 100, 101, 102 … seconds, one after the other, as a machine so many hours from UTC prints them. */
const dump = (jobs: number, hours: number, from = 0): string =>
  [
    HEADER,
    ...Array.from({ length: jobs }, (_, index) => {
      const [submit, lasted] = [(from + index) * 137 + hours * 3600, 100 + from + index];
      const times = [submit, submit + 5, submit + 5 + lasted].map(stamp).join('|');
      return `${84 + from + index}|COMPLETED|${times}|${lasted}|gres/gpu=1`;
    }),
  ].join('\n');

const counted = async (files: LogFiles) => {
  const facts = await factsFrom(files);
  return {
    attempts: facts.ledger.count,
    gpuSeconds: gpuSecondsIn(facts),
    isMixed: rulesIn(facts).includes('zones-mixed'),
  };
};

describe('the same jobs in files of two time zones', () => {
  it.each([-5, 1, 5.5, 5.75, 14])('%d hours apart count once, and it is said', async (hours) => {
    const alone = await counted({ 'utc.txt': dump(10, 0) });
    expect(await counted({ 'utc.txt': dump(10, 0), 'local.txt': dump(10, hours) })).toEqual({
      ...alone,
      isMixed: true,
    });
  });

  it('count once where the files overlap in part, whichever is larger, whatever their names', async () => {
    const alone = await counted({ 'utc.txt': dump(20, 0) });
    const [whole, part] = [dump(20, 0), dump(8, -5, 12)];
    expect(await counted({ 'a.txt': whole, 'b.txt': part })).toEqual({ ...alone, isMixed: true });
    expect(await counted({ 'b.txt': whole, 'a.txt': part })).toEqual({ ...alone, isMixed: true });
  });

  it('are records of the attempt that stays', async () => {
    const facts = await factsFrom({ 'utc.txt': dump(10, 0), 'local.txt': dump(10, 2) });
    expect(facts.ledger.reconciliation).toMatchObject({ records: 20, attempts: 10, duplicates: 10 });
  });
});

describe('a job that had not ended in one of the files', () => {
  const row = (hours: number, times: readonly (number | undefined)[], state: string): string => {
    const printed = times.map((time) => (time === undefined ? 'Unknown' : stamp(time + hours * 3600)));
    const [, start = 0, end = 20_000] = times;
    return `200|${state}|${printed.join('|')}|${times[1] === undefined ? 0 : end - start}|gres/gpu=1`;
  };
  const pending = (hours: number): string => row(hours, [9000, undefined, undefined], 'PENDING');
  const running = (hours: number): string => row(hours, [9000, 9100, undefined], 'RUNNING');
  const ended = (hours: number): string => row(hours, [9000, 9100, 30_000], 'COMPLETED');
  const stages = { pending, running, ended };
  const names = Object.keys(stages) as (keyof typeof stages)[];
  const pairs = names.flatMap((here) => names.map((there) => ({ here, there })));

  it.each(pairs)(
    '$here where the times stay, $there in the other zone: one attempt, as the one that tells more has it',
    async ({ here, there }) => {
      const [stays, goes] = [`${dump(20, 0)}\n${stages[here](0)}`, `${dump(10, -5, 5)}\n${stages[there](-5)}`];
      const fuller = Math.max(names.indexOf(here), names.indexOf(there));
      const alone = await counted({ 'utc.txt': `${dump(20, 0)}\n${stages[names[fuller] as keyof typeof stages](0)}` });
      const both = await counted({ 'utc.txt': stays, 'local.txt': goes });
      expect(both).toMatchObject({ attempts: 21, isMixed: true });
      if (fuller !== 1) expect(both.gpuSeconds).toBe(alone.gpuSeconds);
    },
  );

  it('is not taken for a copy where the hours between are not those of the files', async () => {
    const [stays, goes] = [
      `${dump(20, 0)}\n${running(0)}`,
      `${dump(10, -5, 5)}\n${running(-3).replace('|10900|', '|10800|')}`,
    ];
    expect(await counted({ 'utc.txt': stays, 'local.txt': goes })).toMatchObject({ attempts: 22 });
  });
});

describe('what looks alike and is not the same', () => {
  const requeued = (hour: number): string =>
    `84|TIMEOUT|${stamp(hour * 3600)}|${stamp(hour * 3600)}|${stamp((hour + 1) * 3600)}|3600|gres/gpu=1`;

  it('a job requeued each hour at its time limit, in one file', async () => {
    const text = [HEADER, ...[0, 1, 2, 3, 4, 5].map(requeued)].join('\n');
    expect(await counted({ 'a.txt': text, 'b.txt': dump(5, 0, 50) })).toMatchObject({ attempts: 11, isMixed: false });
  });

  it('the same, cut by the border of two months', async () => {
    const [march, april] = [
      [0, 1, 2, 3],
      [3, 4, 5, 6],
    ].map((hours) => [HEADER, ...hours.map(requeued)].join('\n'));
    expect(await counted({ 'a.txt': `${march}`, 'b.txt': `${april}` })).toMatchObject({ attempts: 7, isMixed: false });
  });
});

/** Three jobs that run for half an hour each so many hours (`scrontab`: they keep their ids), as seen in one window after another. */
const cron = (every: number, from: number, runs: number): string =>
  [
    HEADER,
    ...[801, 802, 803].flatMap((id) =>
      Array.from({ length: runs }, (_, run) => {
        const submit = (from + run * every) * 3600;
        return `${id}|COMPLETED|${[submit, submit + 60, submit + 1860].map(stamp).join('|')}|1800|gres/gpu=1`;
      }),
    ),
  ].join('\n');

describe('jobs that come again, keep their ids and last equally long', () => {
  it.each([
    ['daily, a file a day: 3 × 3 runs', [0, 24, 48].map((from) => cron(24, from, 1)), 9],
    ['daily, across the change to summer time, which UTC does not know', [cron(24, 0, 2), cron(24, 47, 2)], 12],
    ['every 12 hours, a file a day: 3 × 4 runs', [cron(12, 0, 2), cron(12, 24, 2)], 12],
    ['every hour, a file a day: 3 × 48 runs', [cron(1, 0, 24), cron(1, 24, 24)], 144],
  ])('%s', async (_, files, attempts) => {
    const logs = Object.fromEntries(files.map((text, index) => [`${index}.txt`, text]));
    expect(await counted(logs)).toEqual({ attempts, gpuSeconds: attempts * 1800, isMixed: false });
  });

  it('count once beside others that tell that one file is of another zone', async () => {
    const [here, there] = [0, 5].map(
      (hours) => `${dump(30, hours)}\n${cron(1, 100 + hours, 4).slice(HEADER.length + 1)}`,
    );
    const alone = await counted({ 'utc.txt': here as string });
    expect(await counted({ 'utc.txt': here as string, 'local.txt': there as string })).toEqual({
      ...alone,
      isMixed: true,
    });
  });
});
