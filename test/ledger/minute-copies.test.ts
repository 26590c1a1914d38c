import { expect, it } from 'vitest';
import { factsFrom, gpuSecondsIn, rulesIn } from '../support/read-logs.ts';

const HEADER = 'JobID|Cluster|JobName|User|State|Submit|Start|End|ElapsedRaw|AllocTRES';
const row = (id: number, submit: string, start: string, end: string, elapsed = 36_000): string =>
  `${id}|c1|t|ann|COMPLETED|${submit}|${start}|${end}|${elapsed}|gres/gpu=4`;
const seconds = [
  HEADER,
  row(910, '2024-03-20T08:00:17', '2024-03-20T09:00:41', '2024-03-20T19:00:41'),
  row(911, '2024-03-20T08:00:18', '2024-03-20T09:10:02', '2024-03-20T19:10:02'),
].join('\n');
const minutes = [
  HEADER,
  row(910, '2024-03-20 08:00', '2024-03-20 09:00', '2024-03-20 19:00'),
  row(911, '2024-03-20 08:00', '2024-03-20 09:10', '2024-03-20 19:10'),
].join('\n');

it.each([
  ['first', { 'a.txt': minutes, 'b.txt': seconds }],
  ['last', { 'a.txt': seconds, 'b.txt': minutes }],
])('jobs of which one export cuts the times to the minute count once, that export read %s', async (_, files) => {
  const facts = await factsFrom(files);
  expect(facts.ledger.reconciliation).toMatchObject({ records: 4, attempts: 2, duplicates: 2 });
  expect(gpuSecondsIn(facts)).toBe(2 * 4 * 36_000);
  expect(facts.ledger.table.submit.at(facts.ledger.row[0] as number) % 60).toBe(17);
  expect(rulesIn(facts)).toContain('minutes-mixed');
});

it('a job that was requeued within the minute and ended in another is another attempt', async () => {
  const requeued = [HEADER, row(910, '2024-03-20 08:00', '2024-03-20 09:00', '2024-03-20 09:03', 180)].join('\n');
  const facts = await factsFrom({ 'a.txt': seconds, 'b.txt': requeued });
  expect(facts.ledger.count).toBe(3);
});
