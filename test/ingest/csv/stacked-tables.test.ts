import { describe, expect, it } from 'vitest';
import { table } from '../../../src/ingest/csv/table/table.ts';
import { factsFrom, gpuSecondsIn, rulesIn } from '../../support/read-logs.ts';
import { readWith } from '../../support/read-source.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const FIRST = ['Run,Start,GPU,GPUs,Hours', 'p1,2024-05-01 10:00,A100,8,24', 'p2,2024-05-03 10:00,A100,8,24'];

describe('tables below each other in one file', () => {
  it('are read each by its own header: 2 × 8 × 24 + 2 × 3 + 2 × 4 = 398 GPU-hours, with a warning', async () => {
    const second = ['Run,Start,GPU,Hours,GPUs', 'f1,2024-05-05 10:00,V100,3,2', 'f2,2024-05-06 10:00,V100,4,2'];
    const facts = await factsFrom({ 'a.csv': lines(...FIRST, '', ...second) });
    expect(gpuSecondsIn(facts) / 3600).toBe(398);
    expect(facts.ledger.reconciliation).toMatchObject({ records: 4, attempts: 4, rejected: 0 });
    expect(rulesIn(facts)).toContain('table-below');
  });

  it('may have other columns, more of them or fewer, with a heading above: 384 + 2 × 7 = 398 GPU-hours', async () => {
    const second = ['Finetuning,,,,', 'Run,GPUs,Hours', 'f1,2,3', 'f2,2,4'];
    const facts = await factsFrom({ 'a.csv': lines(...FIRST, ...second) });
    expect(gpuSecondsIn(facts) / 3600).toBe(398);
    expect(facts.ledger.reconciliation).toMatchObject({ attempts: 4, ignored: 1, rejected: 0 });
  });

  it('are one table where the same header comes again', () => {
    const { jobs, diagnostics } = readWith(table, lines(...FIRST, ...FIRST));
    expect(jobs).toHaveLength(4);
    expect(diagnostics.map(({ rule }) => rule)).not.toContain('table-below');
  });

  it('are never read by the header of another: rows below one that says no hours are set aside', () => {
    const second = ['GPU,GPUs,Budget', 'A100,16,2', 'V100,4,1'];
    const { jobs, rejects } = readWith(table, lines(...FIRST, ...second, ...FIRST));
    expect(jobs).toHaveLength(4);
    expect(rejects.map(({ line, rule }) => [line, rule])).toEqual([
      [5, 'table-further'],
      [6, 'table-further'],
    ]);
  });

  it('are told where blocks are read as bytes too', () => {
    const rows = Array.from({ length: 9000 }, (_, at) => `a${at},2024-05-01 10:00,A100,8,24`);
    const second = ['Run,Start,GPU,Hours,GPUs', 'f1,2024-05-05 10:00,V100,3,2'];
    const { jobs, rejects } = readWith(table, lines(FIRST[0] as string, ...rows, ...second));
    expect(rejects).toEqual([]);
    expect(jobs.at(-1)).toMatchObject({ elapsed: 3 * 3600, gpus: 2 });
    expect(jobs).toHaveLength(9001);
  });

  it.each(['baseline,,failed,,', 'run,2024-05-05 10:00,V100,2,3', 'hours,2024-05-05 10:00,V100,2,3'])(
    'the row %s is no header',
    (row) => {
      expect(readWith(table, lines(...FIRST, row, ...FIRST.slice(1))).jobs).toHaveLength(5);
    },
  );
});

describe('a row with text in one cell alone', () => {
  it('is a remark, in whichever column, and no job', async () => {
    const text = lines(...FIRST, 'February: moved to the new node,,,,', ',,,,the rest of it', 'f1,2024-05-05,V100,2,3');
    const facts = await factsFrom({ 'a.csv': text });
    expect(facts.ledger.reconciliation).toMatchObject({ attempts: 3, ignored: 2, rejected: 0 });
    expect(rulesIn(facts)).toContain('table-remarks');
    expect(rulesIn(facts)).not.toContain('duration-untold');
  });

  it('is a job where most rows are so, and where the one cell is a time or an amount', () => {
    expect(readWith(table, lines('id,start,hours', 'a,,', 'b,,', 'c,2024-05-01 10:00,2')).jobs).toHaveLength(3);
    expect(readWith(table, lines(...FIRST, ',,,,3 h', ...FIRST.slice(1))).settled).toEqual({});
  });
});
