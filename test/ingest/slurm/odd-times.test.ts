import { describe, expect, it } from 'vitest';
import { attemptsIn, factsFrom, rulesIn } from '../../support/read-logs.ts';

const HEADER = 'JobID|State|Submit|Start|End|ElapsedRaw|AllocTRES';
const job = (seconds: string, end = '2024-03-20T19:00:00'): string =>
  `${HEADER}\n700|COMPLETED|2024-03-20T08:00:00|2024-03-20T09:00:00|${end}|${seconds}|gres/gpu=4\n`;
const LONGER = 'slurm-elapsed-longer';

describe('elapsed time against Start and End, ten hours apart', () => {
  it.each(['4294967294', '4294967295', '18446744073709551614', ''])('%j says nothing: 10 h', async (seconds) => {
    expect(attemptsIn(await factsFrom({ 'a.txt': job(seconds) }))).toMatchObject([{ wall: 36_000 }]);
  });

  it('80 h cannot be: they count, with a warning', async () => {
    const facts = await factsFrom({ 'a.txt': job('288000') });
    expect(attemptsIn(facts)).toMatchObject([{ wall: 288_000 }]);
    expect(rulesIn(facts)).toContain(LONGER);
  });

  it.each([
    ['10 h', '36000'],
    ['11 h, as the clock was put forward', '39600'],
    ['9 h, as it was put back, or the job was suspended', '32400'],
    ['2 h, as the job was suspended', '7200'],
  ])('%s can be', async (_, seconds) => {
    expect(rulesIn(await factsFrom({ 'a.txt': job(seconds) }))).not.toContain(LONGER);
  });

  it('of a job that still runs nothing is said', async () => {
    expect(rulesIn(await factsFrom({ 'a.txt': job('288000', 'Unknown') }))).not.toContain(LONGER);
  });
});

it('what squeue prints is refused with where to export jobs from', async () => {
  const rows = [1, 2, 3].map((id) => `${id}|train|ann|RUNNING|1:00|1:00:00|2024-03-20T09:00:00|2024-03-20T10:00:00`);
  const text = ['JOBID|NAME|USER|STATE|TIME|TIME_LIMIT|START_TIME|END_TIME', ...rows].join('\n');
  const { diagnostics } = await factsFrom({ 'a.txt': text, 'b.txt': job('36000') });
  expect(diagnostics.find(({ rule }) => rule === 'slurm-squeue')).toMatchObject({ count: 4 });
});
