import { describe, expect, it } from 'vitest';
import { factsFrom, rulesIn } from '../../support/read-logs.ts';

const HEADER = 'JobID|State|Submit|Start|End|ElapsedRaw|AllocTRES|ConsumedEnergyRaw';
const row = (id: string, joules: number | '', day = 20): string =>
  `${id}|COMPLETED|2024-03-${day}T08:00:00|2024-03-${day}T09:00:00|2024-03-${day}T19:00:00|36000|gres/gpu=4|${joules}`;
const joulesIn = async (lines: readonly string[]): Promise<readonly number[]> => {
  const { table } = (await factsFrom({ 'a.txt': `${lines.join('\n')}\n` })).ledger;
  return Array.from({ length: table.records }, (_, at) => table.energyJoules.at(at));
};
const LONE = 'slurm-lone-steps';

describe('the energy of batch steps is that of their jobs', () => {
  const rows = [row('900', ''), row('900.batch', 43_200_000), row('901', ''), row('901.batch', 7_200_000)];

  it('where a dump was sorted, so that steps come first', async () => {
    expect(await joulesIn([...rows.toSorted(), HEADER].toReversed())).toEqual([7_200_000, 43_200_000]);
    expect(await joulesIn([HEADER, ...rows.toSorted()])).toEqual([43_200_000, 7_200_000]);
    expect(await joulesIn([HEADER, ...rows])).toEqual([43_200_000, 7_200_000]);
  });

  it('each attempt of a requeued job gets that of its own step', async () => {
    const attempts = [row('900.batch', 2_000, 21), row('900.batch', 1_000, 20), row('900', '', 20), row('900', '', 21)];
    expect(await joulesIn([HEADER, ...attempts])).toEqual([1_000, 2_000]);
  });

  it('a job that states its own keeps it', async () => {
    expect(await joulesIn([HEADER, row('900.batch', 1_000), row('900', 5_000)])).toEqual([5_000]);
  });

  it('fixed width: a step whose id is cut behind its first letter', async () => {
    const line = (id: string, joules: string): string =>
      `${id.padEnd(12)} COMPLETED  2024-03-20T09:00:00 2024-03-20T19:00:00   10:00:00 gres/gpu=4 ${joules.padStart(17)} `;
    const text = [
      `${'JobID'.padEnd(12)} State      Start               End                    Elapsed AllocTRES  ConsumedEnergyRaw `,
      `${'-'.repeat(12)} ${'-'.repeat(10)} ${'-'.repeat(19)} ${'-'.repeat(19)} ${'-'.repeat(10)} ${'-'.repeat(10)} ${'-'.repeat(17)} `,
      line('46630292', ''),
      line('46630292.ba+', '43200000'),
      line('46630292.0', '5'),
    ];
    expect(await joulesIn(text)).toEqual([43_200_000]);
  });
});

describe('steps whose job is in no log', () => {
  const header = HEADER.replace('|ConsumedEnergyRaw', '');
  const bare = (id: string): string => row(id, '').slice(0, -1);

  it('are warned of once a job', async () => {
    const text = [header, bare('700.batch'), bare('700.0'), bare('702.batch'), bare('701'), bare('701.batch')].join(
      '\n',
    );
    const facts = await factsFrom({ 'a.txt': text });
    expect(facts.ledger.reconciliation).toMatchObject({ attempts: 1, steps: 4 });
    expect(facts.diagnostics.find(({ rule }) => rule === LONE)).toMatchObject({ count: 2, severity: 'warning' });
  });

  it.each([
    ['their job is in another file', { 'a.txt': [header, bare('700.batch')], 'b.txt': [header, bare('700')] }],
    ['a dump was sorted', { 'a.txt': [header, bare('700.0'), bare('700.batch'), bare('700')] }],
    ['they are of tasks of an array', { 'a.txt': [header, bare('700_2'), bare('700_2.batch'), bare('700_2.0')] }],
    ['they are of a component', { 'a.txt': [header, bare('700+1'), bare('700+1.batch')] }],
  ])('are not, where %s', async (_, files) => {
    const texts = Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, lines.join('\n')]));
    expect(rulesIn(await factsFrom(texts))).not.toContain(LONE);
  });
});
