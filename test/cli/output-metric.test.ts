import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/cli/config.ts';
import { outputPath } from '../../src/cli/outputs/output-paths.ts';
import { readProject } from '../../src/cli/read-project.ts';
import { type LogFiles, withFiles } from '../support/read-logs.ts';

// A grid of four array tasks whose output says the metric, one of which diverged and one of which was never written.
const HEADER = 'JobIDRaw|JobID|JobName|User|Submit|Start|End|State|Elapsed|AllocTRES|SubmitLine';
const task = (index: number): string =>
  `${77 + index}|77_${index}|grid|ada|2024-03-01T10:00:00|2024-03-01T10:01:00|2024-03-01T11:01:00|COMPLETED|01:00:00|cpu=4,gres/gpu=1|sbatch --array=0-3 run.sh`;
const SACCT = [HEADER, ...[0, 1, 2, 3].map(task), ''].join('\n');

const config = (files: string): string =>
  `metric:\n  name: quality\n  goal: max\n  pattern: 'quality (\\S+)'\n  files: "${files}"\n`;

const trialsFrom = (files: LogFiles) =>
  withFiles(files, async (directory) => {
    const facts = await readProject(
      [`${directory}/sacct.txt`],
      { quiet: true },
      await readConfig(`${directory}/runledger.yaml`, []),
    );
    const { metric, trials } = facts.trialsOf(0);
    return {
      metric,
      values: trials.map((trial) => trial.metric),
      rules: facts.diagnostics.map(({ rule, count }) => `${rule} ${count}`),
    };
  });

const OUTPUTS = {
  'out/grid-77_0.log': 'epoch 1 quality 0.5\nepoch 2 quality 0.75\ndone\n',
  'out/grid-77_1.log': 'epoch 1 quality 0.5\r\nepoch 2 quality 8e-1\r\n',
  'out/grid-77_2.log': 'epoch 1 quality 0.9\nepoch 2 quality nan\n',
};

describe('a metric in the output of jobs', () => {
  it.each(['out/%x-%A_%a.log', 'out/*-%A_%a.log', 'o?t/grid-%A_%a.*'])('is found by %s', async (files) => {
    const found = await trialsFrom({ 'sacct.txt': SACCT, 'runledger.yaml': config(files), ...OUTPUTS });
    expect(found.metric).toEqual({ name: 'quality', goal: 'max' });
    expect(found.values).toEqual([0.75, 0.8, Number.NaN, Number.NaN]);
    expect(found.rules).toEqual(expect.arrayContaining(['metric-read 2', 'metric-silent 1', 'metric-no-file 1']));
  });

  it('is asked for by a name that no run has: an error that says so, at its line', async () => {
    const files = { 'sacct.txt': SACCT, 'runledger.yaml': config('elsewhere/%j.out'), ...OUTPUTS };
    await expect(trialsFrom(files)).rejects.toThrow(/runledger\.yaml:1: metric/);
  });
});

describe('the path of an output', () => {
  const names = { j: '1234', A: '77', a: '5', x: 'grid', u: 'ada' };

  // As `man sbatch` has it under "filename pattern".
  it.each([
    ['job%j.out', 'job1234.out'],
    ['job%6j.out', 'job001234.out'],
    ['%A_%3a-%x-%u.out', '77_005-grid-ada.out'],
    ['100%%.out', '100%.out'],
  ])('%s is %s', (pattern, path) => {
    expect(outputPath(pattern, names)).toBe(path);
  });

  it.each(['..', 'a/../../b', 'x*', ''])('is none for a job that is called %j', (x) => {
    expect(outputPath('logs/%x.out', { ...names, x })).toBeUndefined();
  });
});
