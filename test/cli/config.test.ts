import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/cli/config.ts';
import { SCHEMA } from '../../src/cli/config-schema.ts';
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

  it('reads what the README shows', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
    const { config } = parseConfig(text, 'README.md');
    expect(Object.keys(config).sort()).toEqual(Object.keys(SCHEMA.shape).sort());
  });

  it('may have sections of which all lines are comments', () => {
    const text = 'table:\n  columns:\n  #dates: day-first\nhardware:\nsweeps:\nprojects:\nslurm:\n';
    expect(parseConfig(text, 'runledger.yaml').config).toEqual({ table: {} });
  });

  it('says all that there is to say, with the line of each', () => {
    const text = readFileSync(new URL('whole.yaml', import.meta.url), 'utf8');
    const { config, lineOf } = parseConfig(text, 'runledger.yaml');
    expect(config).toMatchObject({
      ...{ project: 'lisa', timezone: 'Europe/Berlin', method: 'default', region: 'DE', published: '0123456' },
      projects: {
        lisa: [{ accounts: ['nlp'] }, { users: ['ann', 'b*'], names: ['srl_*'] }],
        other: [{ users: ['x'] }],
      },
      sweeps: [
        { runs: ['1201-1224', '77'], name: 'first', kind: 'grid' },
        { runs: ['srl_*'], isSweep: false, cluster: 'della', from: Date.UTC(2024, 2, 1) / 1000 },
      ],
      events: [{ date: '2018-02-22T23:59', note: 'deadline' }],
      table: { timezone: 'UTC', columns: { Anzahl: 'gpus', Rest: 'none' } },
    });
    expect([lineOf('region'), lineOf('sweeps', 1), lineOf('sweeps', 1, 'from'), lineOf('projects')]).toEqual([
      4, 16, 19, 7,
    ]);
  });

  it.each([
    ['slurm:\n  colums: JobID\n', ':2: no key colums in slurm, did you mean columns? There are columns.'],
    [
      'metric: 3\n',
      ':1: metric must be the name of a metric, or name:, pattern: and files: of one in the output of jobs.',
    ],
    [
      'metric:\n  name: f1\n  pattern: "f1=[0-9.]+"\n  files: "%j.out"\n',
      ':3: metric.pattern must be a regular expression with a group around the number',
    ],
    ['metric:\n  name: f1\n  pattern: "(["\n  files: "%j.out"\n', ':3: metric.pattern must be a regular expression'],
    ['metric:\n  name: f1\n  pattern: "(.)"\n', ':1: metric.files is missing: it must be a text.'],
    ['metric: { name: f1, pattern: (.), files: a, gaol: max }\n', ':1: no key gaol in metric, did you mean goal?'],
    ['slurm:\n  columns: 3\n', ':2: slurm.columns must be a list of columns, or a text as given to sacct -o.'],
    ['# a\n\nslurm: 4\n', ':3: slurm must be keys with values (key: value).'],
    ['a: [1\nb: 2', /:\d: /],
    ['region: DE\nregion: FR\n', ':2: this key is there already: say all of it under one.'],
    ['- a\n', ':1: the file must be keys with values (key: value).'],
    ['hello', ':1: the file must be keys with values (key: value).'],
    ['sweps: []\n', ':1: no key sweps, did you mean sweeps? There are project, timezone,'],
    ['claims: lisa\n', ':1: no key claims'],
    ['claim: [lisa]\n', ':1: claim must be a text'],
    ['timezone: Berlin\n', ':1: timezone must be an IANA zone, such as UTC or Europe/Berlin.'],
    ['project: { a: b }\n', ':1: project must be a text; ids with letters want "quotes".'],
    ['projects:\n  lisa: 3\n', ':2: projects.lisa must be accounts:, users: or names:, or a list of such.'],
    ['projects:\n  lisa: {}\n', ':2: projects.lisa must'],
    ['projects: {}\n', ':1: projects must name a project.'],
    [
      'projects:\n  lisa:\n    user: ann\n',
      ':3: no key user in projects.lisa, did you mean users? There are accounts,',
    ],
    ['projects:\n  lisa:\n    - accounts: a\n    - nmes: b\n', ':4: no key nmes in projects.lisa, did you mean names?'],
    ['sweeps:\n  runs: [1]\n', ':1: sweeps must be a list (lines that begin with -).'],
    ['sweeps:\n  - name: a\n', ':2: sweeps.runs is missing: it must be a text, or a list of texts: [a, "b*"].'],
    ['sweeps:\n  - runs: [1, 2.5]\n', ':2: sweeps.runs must be a text'],
    [
      'sweeps:\n  - runs: 1\n    kind: gird\n',
      ':3: sweeps.kind must be one of grid, random, adaptive, seeds, mixed, unclear (did you mean grid?).',
    ],
    ['sweeps:\n  - runs: 1\n    isSweep: no\n', ':3: sweeps.isSweep must be true or false.'],
    ['sweeps:\n  - runs: 1\n    from: yesterday\n', ':3: sweeps.from must be a date, YYYY-MM-DD or'],
    ['sweeps:\n  - runs: 1\n    until: 2024\n', ':3: sweeps.until must be a date, YYYY-MM-DD.'],
    ['sweeps:\n  - runs: 1\n    isSweep: false\n    name: a\n', ':2: sweeps has a name or a kind, and isSweep: false'],
    ['events:\n  - date: 2018-02-30\n    note: a\n', ':2: events.date must be a date, YYYY-MM-DD or YYYY-MM-DDTHH:MM.'],
    ['events:\n  - note: a\n', ':2: events.date is missing: it must be a date, YYYY-MM-DD or'],
    ['events:\n  - date: 2018-02-22\n', ':2: events.note is missing: it must be a text'],
    ['events:\n  - { date: 2018-02-22, note: a, kind: b }\n', ':2: no key kind in events. There are date, note'],
    ['events:\n  deadline: 2018-02-22\n', ':1: events must be a list (lines that begin with -).'],
    ['hardware:\n  - gpu: A100\n', ':2: hardware must name nodes or a partition.'],
    ['hardware:\n  - partition: gpu\n', ':2: hardware.gpu is missing: it must be a text.'],
    ['hardware:\n  - { partition: gpu, gpu: A100, gpusPerNode: four }\n', ':2: hardware.gpusPerNode must be a number.'],
    ['hardware:\n  - { partition: gpu, gpu: A100, gpusPerNode: 0 }\n', ':2: hardware.gpusPerNode must be more than 0.'],
    ['table:\n  columns:\n    Laufzeit: durration\n', ':3: table.columns.Laufzeit must be one of id, name,'],
    [
      'table:\n  units: { Laufzeit: parsec }\n',
      ':2: table.units.Laufzeit must be seconds, minutes, hours or days, of memory KB, MB, GB or TB, or of energy J, kJ, MJ, Wh or kWh.',
    ],
    [
      'table:\n  dates: day_first\n',
      ':2: table.dates must be one of day-first, month-first (did you mean day-first?).',
    ],
    ['table:\n  clock: 24h\n', ':2: table.clock must be one of minutes:seconds, hours:minutes.'],
    ['table:\n  decimal: ","\n', ':2: table.decimal must be one of point, comma.'],
    ['table:\n  timezone: MEZ+1\n', ':2: table.timezone must be an IANA zone'],
  ])('%j is refused at its line, with what is allowed', (text, message) => {
    const refusal = expect(() => parseConfig(text, 'runledger.yaml'));
    if (typeof message === 'string') refusal.toThrow(`runledger.yaml${message}`);
    else refusal.toThrow(message);
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
