import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/cli/config.ts';
import { parseConfig } from '../../src/cli/parse-config.ts';
import { withFiles } from '../support/read-logs.ts';

describe('the configuration', () => {
  it.each([
    ['slurm:\n  columns: JobID,State,Elapsed\n'],
    ['slurm:\n  columns: [JobID, State, Elapsed]\n'],
    ['slurm: { columns: "JobID,State,Elapsed" }'],
  ])('%j names the columns', (text) => {
    expect(parseConfig(text, 'runledger.yaml').config).toEqual({ slurm: { columns: ['JobID', 'State', 'Elapsed'] } });
  });

  it('may be empty', () => {
    expect(parseConfig('# nothing yet\n', 'runledger.yaml').config).toEqual({});
  });

  it.each([
    ['slurm:\n  colums: JobID\n', /^runledger\.yaml:2: .*colums/],
    ['slurm:\n  columns: 3\n', /^runledger\.yaml:2: slurm\.columns/],
    ['# a\n\nslurm: 4\n', /^runledger\.yaml:3: slurm/],
    ['a: [1\nb: 2', /^runledger\.yaml:\d: /],
  ])('%j is refused at its line', (text, message) => {
    expect(() => parseConfig(text, 'runledger.yaml')).toThrow(message);
  });

  it('lies beside the logs, unless another is named', async () => {
    const files = { 'runledger.yaml': 'slurm: { columns: A }', 'other.yaml': 'slurm: { columns: B }' };
    await withFiles(files, async (directory) => {
      expect((await readConfig(undefined, [directory])).config).toEqual({ slurm: { columns: ['A'] } });
      expect((await readConfig(join(directory, 'other.yaml'), [directory])).config).toEqual({
        slurm: { columns: ['B'] },
      });
      await expect(readConfig(join(directory, 'none.yaml'), [])).rejects.toThrow('no such file');
    });
  });
});
