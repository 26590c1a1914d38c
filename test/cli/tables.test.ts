import { describe, expect, it } from 'vitest';
import { runCli, runCliIntoHead } from '../support/run-cli.ts';
import { scratch } from '../support/scratch.ts';

const WIDTH = 80;

describe('runledger tables', () => {
  it.each(['prices', 'power', 'grid', 'hardware', 'carbon', 'methods'])(
    '%s fits into 80 columns, and every number of a source stands below',
    async (name) => {
      const { code, stdout, stderr } = await runCli(['tables', name], scratch());
      expect([code, stderr]).toEqual([0, '']);
      // An address is not broken: it could not be followed.
      const tooLong = stdout.split('\n').filter((line) => line.length > WIDTH && !/^\s*https:\S+$/.test(line));
      expect(tooLong).toEqual([]);
      for (const group of stdout.split('─'.repeat(WIDTH)).slice(1)) {
        const defined = [...group.matchAll(/^\[(\d+)\] \S/gm)].map(([, number]) => Number(number));
        const cited = [...group.matchAll(/\[(\d+(?:, \d+)*)\]$/gm)].flatMap(([, list]) =>
          (list as string).split(', ').map(Number),
        );
        expect(defined).toEqual([...defined.keys()].map((index) => index + 1));
        expect([...new Set(cited)].sort((a, b) => a - b)).toEqual(defined);
      }
    },
  );

  it('prints all of them without a name', async () => {
    const { code, stdout } = await runCli(['tables'], scratch());
    expect(code).toBe(0);
    for (const title of ['PRICES.', 'POWER.', 'GRID.', 'HARDWARE.', 'CARBON.', 'METHODS.'])
      expect(stdout).toContain(title);
  });

  it('gives data with --json: every year of the grid, with its whole basis', async () => {
    const { code, stdout } = await runCli(['tables', 'grid', '--json'], scratch());
    expect(code).toBe(0);
    const { schema, tables } = JSON.parse(stdout);
    expect(schema).toBe('runledger/tables@1');
    const rows = tables[0].groups.flatMap(({ rows }: { rows: unknown[] }) => rows);
    expect(rows.length).toBeGreaterThan(3000);
    // Our World in Data, edition of 2025: Germany 2017, 469.7 g.
    expect(rows).toContainEqual({
      ...{ name: 'Germany 2017', low: 0.4697, value: 0.4697, high: 0.4697, unit: 'kg CO2e per kWh' },
      facts: { region: 'DE', year: 2017, basis: 'life-cycle' },
      basis: [expect.objectContaining({ kind: 'table', note: 'location-based, life-cycle' })],
    });
  });

  it('exits with 2 and one clear line for a table that there is not', async () => {
    const { code, stdout, stderr } = await runCli(['tables', 'bogus'], scratch());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'runledger: tables bogus: no such table. Known: prices, power, grid, hardware, carbon, methods\n',
    );
  });

  it('says nothing when its reader has read enough', async () => {
    expect((await runCliIntoHead(['tables'], scratch())).stderr).toBe('');
  });
});
