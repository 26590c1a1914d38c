import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { factsOf, HOUR, type JobSketch, ledgerOf, T0 } from '../support/ledger-of.ts';
import { attemptsIn, factsFrom } from '../support/read-logs.ts';

// One id does not make one job: clusters that are not named, tables that number their rows, studies that number their trials.

const runsOf = (...jobs: readonly JobSketch[]): number[] => [...ledgerOf(jobs).run];
const of = (user: string, hours: number, more: JobSketch = {}): JobSketch => ({
  ...{ jobId: '500', cluster: '', user, submit: T0 + hours * HOUR, start: T0 + hours * HOUR },
  ...more,
});

describe('jobs of a scheduler with one id are of two', () => {
  it('where their users differ', () => {
    expect(runsOf(of('ann', 0), of('ben', 5))).toEqual([0, 1]);
    expect(runsOf(of('ann', 0), of('ben', 0))).toEqual([0, 1]);
  });

  it('so that a requeue is of the job of its user', () => {
    expect(runsOf(of('ann', 0), of('ben', 2), of('ann', 4), of('ben', 6))).toEqual([0, 1, 0, 1]);
  });

  it('but not where one is not told or is a number: an account that is gone', () => {
    expect(runsOf(of('ann', 0), of('', 2))).toEqual([0, 0]);
    expect(runsOf(of('1001', 0), of('ann', 2))).toEqual([0, 0]);
    expect(runsOf(of('1001', 0), of('1002', 2))).toEqual([0, 1]);
    expect(runsOf(of('bob', 0), of('bob(1002)', 2), of('bob@example.org', 4), of('bo+', 6))).toEqual([0, 0, 0, 0]);
    expect(runsOf(of('bob', 0), of('EXAMPLE\\bob', 2))).toEqual([0, 0]);
  });

  it('where they ran at once', () => {
    expect(runsOf(of('ann', 0, { elapsed: 10 * HOUR }), of('ann', 2))).toEqual([0, 1]);
  });

  it('but not where the first had not ended, or was resized', () => {
    const first = (state: JobSketch['state'] & string): JobSketch => of('ann', 0, { elapsed: 10 * HOUR, state });
    expect(runsOf(first('running'), of('ann', 2))).toEqual([0, 0]);
    expect(runsOf(first('resized'), of('ann', 2, { start: T0, elapsed: 12 * HOUR }))).toEqual([0, 0]);
  });
});

it('a job whose user was renamed between two exports is one attempt: all its times are the same', async () => {
  const dump = (user: string, end: string): string =>
    `JobID|Cluster|JobName|User|State|Submit|Start|End|AllocTRES\n700|c1|t|${user}|COMPLETED|2024-03-01T08:00:00|2024-03-01T09:00:00|${end}|gres/gpu=4\n`;
  const end = '2024-03-01T19:00:00';
  const count = async (files: Record<string, string>) => (await factsFrom(files)).ledger.count;
  expect(await count({ 'a.txt': dump('ann', end), 'b.txt': dump('ann_smith', end) })).toBe(1);
  expect(await count({ 'a.txt': dump('ann', end), 'b.txt': dump('ben', '2024-03-01T19:00:01') })).toBe(2);
});

it('the published model named by such an id is one of them, not their sum', () => {
  const jobs = [of('ann', 0, { elapsed: 10 * HOUR }), of('ben', 2, { elapsed: 2 * HOUR })];
  const facts = factsOf(jobs, { final: '500' });
  expect(facts.tiers.singleModel).toMatchObject({ attempts: 1, wallHours: 2 });
  expect(facts.tiers.singleModel?.rule).toContain('1 other job has that id too');
  expect(factsOf(jobs.slice(0, 1), { final: '500' }).tiers.singleModel?.rule).toMatch(/with all its attempts$/);
});

describe('rows of tables with one id', () => {
  const runs = ({ ledger }: ProjectFacts): number => new Set(ledger.run).size;
  const HEADER = 'id,gpus,gpu_type,start,end,status';
  const ann = `${HEADER}\n1,1,A100,2024-03-01 08:00:00,2024-03-01 11:00:00,done\n2,1,A100,2024-03-02 02:00:00,2024-03-02 12:00:00,done\n`;
  const ben = `${HEADER}\n1,8,A100,2024-03-05 08:00:00,2024-03-05 10:00:00,done\n2,8,A100,2024-03-06 02:00:00,2024-03-06 12:00:00,failed\n`;

  it('are of two jobs where two tables number their rows', async () => {
    expect(runs(await factsFrom({ 'ann.csv': ann, 'ben.csv': ben }))).toBe(4);
  });

  it('are one row where one table is in the other', async () => {
    const facts = await factsFrom({
      'jan.csv': ann,
      'feb.csv': ann + ben.replace(`${HEADER}\n`, '').replaceAll(',8,', ',1,').replace(/^1/, '3').replace('\n2', '\n4'),
    });
    expect([facts.ledger.count, runs(facts)]).toEqual([4, 4]);
  });

  it('are of two jobs where two studies number their trials', async () => {
    const trial = (study: string, id: number, lr: number, day: number): string =>
      `${study},${id},1,A100,2024-03-0${day} 08:00:00,2024-03-0${day} 09:00:00,COMPLETE,${lr}`;
    const rows = [1, 2, 3].flatMap((id) => [trial('imdb', id, id / 10, 1), trial('sst', id, id / 10, 2)]);
    const text = ['name,id,gpus,gpu_type,start,end,status,lr', ...rows].join('\n');
    expect(runs(await factsFrom({ 'jobs.csv': `${text}\n` }))).toBe(6);
    // Side by side they have the same start, and are still two.
    expect(attemptsIn(await factsFrom({ 'jobs.csv': `${text.replaceAll('03-02', '03-01')}\n` }))).toHaveLength(6);
  });

  it('are one job where a longer id, or a name and what was tried, say so', async () => {
    const rows = (id: string, name: string, day: number): string =>
      `id,name,gpus,gpu_type,start,end,status\n${id},${name},1,A100,2024-03-0${day} 08:00:00,2024-03-0${day} 11:00:00,failed\n`;
    const both = (id: string, name: string) => factsFrom({ 'a.csv': rows(id, name, 1), 'b.csv': rows(id, name, 2) });
    expect(runs(await both('48211', ''))).toBe(1);
    expect(runs(await both('7', 'bert'))).toBe(1);
  });

  it('without times are two attempts where they took another time', async () => {
    const rows = (hours: number): string => `id,gpus,gpu_type,hours\n1,1,A100,${hours}\n2,1,A100,${hours + 1}\n`;
    expect((await factsFrom({ 'ann.csv': rows(3), 'ben.csv': rows(8) })).ledger.count).toBe(4);
  });
});

it('times a month apart are two jobs as before', () => {
  expect(runsOf(of('ann', 0), of('ann', 31 * 24 + 2), of('ann', 31 * 24 + 4))).toEqual([0, 1, 1]);
});
