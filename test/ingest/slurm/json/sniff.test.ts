import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/ingest/registry.ts';
import { slurmFixture } from '../../../support/slurm-fixture.ts';

const head = (path: string): string => slurmFixture(path).slice(0, 65_536);
const nameOf = (text: string): string | undefined => recognise(text)?.name;

describe('a dump is recognised by its content', () => {
  it.each([
    ['22.05/sacct-json/sacct.json.gz', 'slurm-sacct-json'],
    ['24.11/sacct-X-json/sacct-X.json.gz', 'slurm-sacct-json'],
    ['22.05/sacct-yaml/sacct.yaml.gz', 'slurm-sacct-yaml'],
    ['24.11/sacct-yaml/sacct.yaml.gz', 'slurm-sacct-yaml'],
    ['22.05/squeue-json/squeue.json.gz', 'slurm-scontrol-json'],
    ['24.11/scontrol-show-job-json/scontrol-show-job.json.gz', 'slurm-scontrol-json'],
    ['24.11/parsable2-all/parsable2-all.txt.gz', 'slurm-sacct'],
  ])('%s as %s', (path, name) => {
    expect(nameOf(head(path))).toBe(name);
  });

  it('as YAML of scontrol', () => {
    const value = JSON.parse(slurmFixture('24.11/squeue-json/squeue.json.gz'));
    expect(nameOf(dump(value).slice(0, 65_536))).toBe('slurm-scontrol-yaml');
  });

  it('after messages and a byte order mark', () => {
    expect(nameOf(`\uFEFFsacct: error: away\n${head('24.05/sacct-json/sacct.json')}`)).toBe('slurm-sacct-json');
  });

  it('by its first job even if that is cut', () => {
    expect(nameOf(head('24.11/sacct-json/sacct.json.gz').slice(0, 2000))).toBe('slurm-sacct-json');
  });

  it('by its header if it holds no jobs', () => {
    const meta = {
      plugin: { data_parser: 'data_parser/v0.0.42' },
      slurm: { version: { major: '24' }, release: '24.11.5' },
    };
    expect(nameOf(JSON.stringify({ jobs: [], meta, errors: [] }, null, 2))).toBe('slurm-sacct-json');
    expect(nameOf(JSON.stringify({ jobs: [], last_update: 1, meta }))).toBe('slurm-scontrol-json');
    const old = { plugin: { type: 'openapi/dbv0.0.38' }, Slurm: { version: { major: 22 } } };
    expect(nameOf(JSON.stringify({ meta: old, errors: [], jobs: [] }))).toBe('slurm-sacct-json');
    const control = { plugin: { type: 'openapi/v0.0.38' }, Slurm: { version: { major: 22 } } };
    expect(nameOf(JSON.stringify({ meta: control, errors: [], jobs: [] }))).toBe('slurm-scontrol-json');
  });
});

describe('what is something else is not claimed', () => {
  const nodes = {
    meta: { slurm: { version: { major: '24' } } },
    nodes: [{ name: 'gpu01', state: ['IDLE'] }],
    errors: [],
  };
  const wrapped = { data: JSON.parse(slurmFixture('24.05/sacct-json/sacct.json')) };

  it.each([
    ['an empty file', ''],
    ['an empty object', '{}'],
    ['a list', '[{"job_id":1}]'],
    [
      'jobs of a continuous integration',
      JSON.stringify({ total_count: 1, jobs: [{ id: 1, run_id: 2, status: 'done', steps: [] }] }),
    ],
    ['a workflow', 'name: build\njobs:\n  build:\n    runs-on: linux\n    steps:\n      - run: make\n'],
    ['sinfo --json', JSON.stringify(nodes)],
    ['the keys of a job, but no list of jobs', JSON.stringify(wrapped.data.jobs[0])],
    ['a dump wrapped in another document', JSON.stringify(wrapped)],
    ['text that quotes a dump', JSON.stringify({ jobs: 1, text: JSON.stringify(wrapped.data) })],
    [
      'a list of jobs that is none',
      JSON.stringify({ jobs: { account: 1, job_state: 2 }, meta: { slurm: { version: 1 } } }),
    ],
    ['blanks', `{"jobs": ${' '.repeat(60_000)}`],
    ['a header without end', `{"jobs":[],"slurm":${' '.repeat(60_000)}`],
  ])('%s', (_, text) => {
    expect(nameOf(text)).toBeUndefined();
  });
});
