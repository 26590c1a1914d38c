import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/ingest/registry.ts';
import { wandbApi } from '../../../../src/ingest/wandb/exports/wandb-api.ts';
import { UNTOLD_GPUS } from '../../../../src/model/job.ts';
import { readAs, readWith } from '../../../support/read-source.ts';
import { wandbFixture } from '../../../support/wandb-fixture.ts';

const COLLECTED = wandbFixture('collected.jsonl');
/** 2024-05-01T10:00:00Z, when the runs were created. */
const CREATED = 1_714_557_600;

describe('what runledger collect wandb saves', () => {
  const { jobs, settled, rejects, diagnostics } = readAs('wandb-api', COLLECTED);

  it('is read run by run', () => {
    expect([jobs.length, rejects, settled]).toEqual([7, [], { ignored: 1 }]);
    expect(jobs[0]).toMatchObject({
      line: 1,
      cluster: 'wandb',
      jobId: 'id000001',
      jobIdRaw: '',
      name: 'fancy-sun-1',
      user: 'ada',
      state: 'completed',
      command: 'train.py --lr=0.001 --api_key=***',
      start: CREATED,
      elapsed: 3600,
      end: CREATED + 3600,
      cpus: Number.NaN,
      memoryGb: Number.NaN,
      gpus: 4,
      gpuTypes: 'Tesla V100-SXM2-16GB=4',
      nodeList: 'node1',
    });
    expect(jobs[0]?.tracked).toEqual({
      project: 'lab/nets',
      group: '',
      jobType: 'train',
      sweep: 'swp00001',
      sampled: '["lr","optimizer.name"]',
      search: 'bayes',
      metricName: 'loss',
      metricGoal: 'minimize',
      sweepRuns: Number.NaN,
      config: '{"lr":"0.0001","model.depth":"12"}',
      metrics: '{"loss":0.25}',
      slurmCluster: 'alps',
      slurmJob: '4711',
      slurmTask: '',
      seenOn: '',
      isWhole: true,
      durationBasis: 'summary',
      gpuBasis: 'machine',
    });
  });

  it('counts the GPUs on which the run was seen', () => {
    expect(jobs[1]).toMatchObject({ elapsed: 1800.25, state: 'failed', gpus: 1, gpuTypes: 'Tesla V100-SXM2-16GB=1' });
    expect(jobs[1]?.tracked).toMatchObject({ gpuBasis: 'process', metrics: '{"loss":"NaN"}' });
  });

  it('takes the time that the server counted, if that can be', () => {
    expect(jobs[2]).toMatchObject({ elapsed: 5000, state: 'cancelled', gpus: 2, gpuTypes: 'NVIDIA H100 80GB HBM3=2' });
    expect(jobs[2]?.tracked?.durationBasis).toBe('runtime');
    expect(jobs[3]).toMatchObject({ elapsed: 7200, gpus: Number.NaN, gpuTypes: UNTOLD_GPUS });
    expect(jobs[3]?.tracked?.durationBasis).toBe('heartbeat');
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['wandb-heartbeat', 'wandb-controller', 'wandb-deleted']);
  });

  it('knows running, pending, and offline runs that were sent later', () => {
    expect(jobs[4]).toMatchObject({ state: 'running', elapsed: 3000, end: Number.NaN, gpus: 0, gpuTypes: '' });
    expect(jobs[5]).toMatchObject({ state: 'pending', elapsed: 0, gpuTypes: '' });
    expect(jobs[6]).toMatchObject({ start: CREATED, elapsed: 3600, gpus: 1 });
  });

  it('is the same in any blocks', () => {
    expect(readWith(wandbApi, COLLECTED, [13, 900]).jobs).toEqual(jobs);
  });

  it('loses only the lines that are damaged', () => {
    const lines = COLLECTED.trim().split('\n');
    lines[1] = lines[1]?.slice(0, 300) as string;
    lines.push('{"other": 1}');
    const damaged = readAs('wandb-api', lines.join('\n'));
    expect(damaged.jobs).toHaveLength(6);
    expect(damaged.rejects.map(({ rule, line }) => [rule, line])).toEqual([
      ['wandb-json', 2],
      ['wandb-not-a-run', 9],
    ]);
    const first = readWith(wandbApi, [lines[1], ...lines.slice(2, 8)].join('\n'));
    expect([first.jobs.length, first.rejects.length]).toEqual([5, 1]);
  });
});

describe('runs of the API in other forms', () => {
  const summaryOf = ({ jobs }: { jobs: { jobId: string; elapsed: number }[] }) =>
    jobs.map(({ jobId, elapsed }) => [jobId, elapsed]);
  const two = [
    ['id000001', 3600],
    ['id000002', 3600],
  ];
  const answer = wandbFixture('answer.json');
  const nodes = (JSON.parse(answer) as { data: { project: { runs: { edges: { node: unknown }[] } } } }).data.project
    .runs.edges;

  it('are nodes and answers, in lines, lists and documents', () => {
    const forms = [
      answer,
      JSON.stringify(JSON.parse(answer)),
      nodes.map((edge) => JSON.stringify(edge)).join('\n'),
      nodes.map(({ node }) => JSON.stringify(node)).join('\n'),
      JSON.stringify(nodes.map(({ node }) => node)),
      JSON.stringify(nodes, undefined, 1),
      `[\n${nodes.map((edge) => JSON.stringify(edge)).join(',\n')}\n]`,
    ];
    for (const form of forms) expect(summaryOf(readAs('wandb-api', form))).toEqual(two);
    expect(readAs('wandb-api', answer).jobs[0]?.tracked?.project).toBe('lab/nets');
  });

  it('are saved from an answer that is cut', () => {
    const cut = readAs('wandb-api', answer.slice(0, -60));
    expect([cut.jobs.length, cut.rejects.length]).toEqual([0, 1]);
  });

  it('are not the files of a run directory', () => {
    for (const text of [
      '{"_wandb": {"runtime": 5}, "_runtime": 4, "loss": 1}',
      '{"_step": 0, "_runtime": 4, "_timestamp": 1700000000, "loss": 1}\n{"_step": 1, "_runtime": 5, "_timestamp": 1700000001, "loss": 1}\n',
      '{"os": "Linux", "heartbeatAt": "2024-01-01T00:00:00", "startedAt": "2024-01-01T00:00:00", "program": "a.py"}',
      '{"system.gpu.0.gpu": 1, "_wandb": true, "_timestamp": 1700000000, "_runtime": 4}\n{"system.gpu.0.gpu": 1, "_wandb": true, "_timestamp": 1, "_runtime": 4}',
    ]) {
      expect(recognise(text)?.name, text).toBeUndefined();
    }
  });

  it('never throw', () => {
    const deep = `{"displayName":"a","sweepName":"b","config":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`;
    for (const text of [
      deep,
      '['.repeat(50_000),
      '{"format":"runledger/wandb-run@1"}',
      '{"format":"runledger/wandb-run@1","run":{"config":3,"user":[]}}',
      '',
    ]) {
      expect(() => readWith(wandbApi, text)).not.toThrow();
    }
  });
});
