import { describe, expect, it } from 'vitest';
import { table } from '../../../src/ingest/csv/table/table.ts';
import { factsFrom, gpuSecondsIn, rulesIn } from '../../support/read-logs.ts';
import { readWith } from '../../support/read-source.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const read = async (
  text: string,
): Promise<{ hours: number; jobs: number; ignored: number; rules: readonly string[] }> => {
  const facts = await factsFrom({ 'jobs.csv': text });
  const { attempts, ignored } = facts.ledger.reconciliation;
  return { hours: gpuSecondsIn(facts) / 3600, jobs: attempts, ignored, rules: rulesIn(facts) };
};

describe('a row that adds up others is no job', () => {
  it('after the rows of each user, and below all of them', async () => {
    const text = lines(
      'user,job,gpu_type,gpus,hours,gpu_hours',
      'ann,a,A100,4,10,40',
      'ann,b,A100,4,10,40',
      'ann subtotal,,,,20,80',
      'ben,c,A100,4,5,20',
      'ben subtotal,,,,5,20',
      'Total,,,,25,100',
    );
    expect(await read(text)).toMatchObject({ hours: 100, jobs: 3, ignored: 3 });
    expect(readWith(table, text).settled).toEqual({ ignored: 3 });
  });

  it.each(['ann total', 'Subtotal ann', 'Σ', '∑', 'Summe', 'Zwischensumme', 'Gesamtsumme', 'TOTAL:', 'sous-total'])(
    'where %j stands in any cell of it, whatever it amounts to',
    async (word) => {
      const text = lines(
        'run,user,gpu_type,gpus,start,hours',
        'a,ann,A100,8,2024-03-01 10:00,10',
        `,${word},,4,,7`,
        'b,ben,A100,8,2024-03-02 10:00,20',
      );
      expect(await read(text)).toMatchObject({ hours: 240, jobs: 2, ignored: 1 });
    },
  );

  it.each(['All', 'all jobs', 'overall', ''])('where %j stands in it and its amounts are sums', async (word) => {
    const text = lines(
      'run,user,gpus,start,hours',
      'a,x,8,2024-03-01 10:00,10',
      'b,y,8,2024-03-02 10:00,20',
      `,${word},8,,30`,
    );
    expect(await read(text)).toMatchObject({ hours: 240, jobs: 2, ignored: 1 });
  });

  it('without a word too: of all rows, or of those since the total before', async () => {
    const text = lines(
      'gpu_type,gpus,hours,experiment',
      'A100,8,10,a',
      'A100,8,20,b',
      ',16,30,',
      'A100,8,5,c',
      'A100,8,6,d',
      ',16,11,',
      ',,41,',
    );
    expect(await read(text)).toMatchObject({ hours: 8 * 41, jobs: 4, ignored: 3 });
  });

  it('where a word for means stands in it and its amounts are means', async () => {
    const text = lines(
      'run,gpus,start,hours',
      'a,8,2024-03-01 10:00,10',
      'b,8,2024-03-02 10:00,20',
      'avg,8,,15',
      'Mittelwert,,,15',
    );
    expect(await read(text)).toMatchObject({ hours: 240, jobs: 2, ignored: 2 });
  });

  it('but one with amounts that are no sums counts, with a warning', async () => {
    const text = lines('run,gpus,start,hours', 'a,8,2024-03-01 10:00,10', 'b,8,2024-03-02 10:00,10', ',8,,10');
    const facts = await read(text);
    expect(facts).toMatchObject({ hours: 240, jobs: 3, ignored: 0 });
    expect(facts.rules).toContain('table-bare');
  });

  it('nor one that has an id, a name, a model or a time', async () => {
    const text = lines(
      'run,gpu_type,gpus,start,hours',
      'a,A100,8,2024-03-01 10:00,10',
      'b,A100,8,2024-03-02 10:00,20',
      ',A100,8,,30',
      ',,8,2024-03-02 10:00,60',
      'all,A100,8,2024-03-02 10:00,120',
      'total variation,A100,8,2024-03-02 10:00,1',
    );
    expect(await read(text)).toMatchObject({ hours: 8 * 241, jobs: 6, ignored: 0 });
  });
});
