import { describe, expect, it } from 'vitest';
import { factsFrom } from '../../support/read-logs.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const read = async (text: string, settings = {}) => {
  const facts = await factsFrom({ 'jobs.csv': text }, { settings });
  const gb = Array.from(facts.ledger.row, (row) => facts.ledger.table.memoryGb.at(row));
  return { gb, warning: facts.diagnostics.find(({ rule }) => rule === 'table-memory') };
};

describe('memory in a table', () => {
  it.each([
    ['memory (MB)', 65_536, 64],
    ['mem_mb', 65_536, 64],
    ['memory_MiB', 65_536, 64],
    ['memoryGB', 64, 64],
    ['Memory (GiB)', 64, 64],
    ['ram_gb', 2048, 2048],
    ['mem [kB]', 67_108_864, 64],
    ['max mem (bytes)', 68_719_476_736, 64],
    ['memory (M)', 65_536, 64],
    ['Arbeitsspeicher (GB)', 64, 64],
    ['memory in MB', 65_536, 64],
  ])('is counted as the header %j says', async (header, number, gb) => {
    const { gb: found, warning } = await read(lines(`job,gpus,${header},hours`, `a,1,${number},2`));
    expect(found).toEqual([gb]);
    expect(warning).toBeUndefined();
  });

  it('is counted as its cells say', async () => {
    const cells = ['64G', '65536M', '64 GB', '65536 MiB', '64Gi', '0.5T', '64', '68719476736 bytes'];
    const { gb } = await read(lines('job,gpus,mem,hours', ...cells.map((cell, at) => `j${at},1,${cell},2`)));
    expect(gb).toEqual([64, 64, 64, 64, 64, 512, 64, 64]);
  });

  it('that is no GB of a job and has no unit is left out, with a warning that names the line that decides', async () => {
    const text = lines('job,gpus,mem,hours', 'a,1,64G,2', 'b,1,64000,2', 'c,1,512,2');
    const { gb, warning } = await read(text);
    expect(gb).toEqual([64, Number.NaN, Number.NaN]);
    expect(warning).toMatchObject({
      count: 2,
      severity: 'warning',
      message: expect.stringContaining('units: { "mem": MB } under table: in runledger.yaml'),
    });
    const told = await read(text, { table: { units: { mem: 'MB' } } });
    expect(told).toEqual({ gb: [64, 62.5, 0.5], warning: undefined });
  });
});
