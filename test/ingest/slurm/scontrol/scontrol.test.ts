import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scontrolText } from '../../../../src/ingest/slurm/scontrol/scontrol.ts';
import { attemptsIn, factsFrom, rulesIn } from '../../../support/read-logs.ts';
import { readAs, readWith } from '../../../support/read-source.ts';
import { slurmFixture } from '../../../support/slurm-fixture.ts';

const FORMS = ['scontrol-show-job.txt', 'scontrol-show-job-o.txt', 'scontrol-show-job-d.txt'];
const real = (form: string): string => slurmFixture(`22.05/scontrol/${form}.gz`);

interface Record_ {
  readonly ids?: string;
  readonly name?: string;
  readonly state?: string;
  readonly runTime?: string;
  readonly tres?: string;
  readonly command?: string;
}

/** A record as 22.05 and later print it. */
function record({ ids = '', name = 'train', state = 'COMPLETED', runTime = '00:00:10', ...more }: Record_): string {
  const { tres = 'AllocTRES=cpu=2,mem=8G,node=1,billing=2,gres/gpu=2,gres/gpu:a100=2', command = '/home/i/t.sh 1 2' } =
    more;
  return `JobId=84${ids} JobName=${name}
   UserId=ines(1001) GroupId=ines(1001) MCS_label=N/A
   Priority=1 Nice=0 Account=nlp QOS=normal
   JobState=${state} Reason=None Dependency=(null)
   Requeue=1 Restarts=1 BatchFlag=1 Reboot=0 ExitCode=0:0
   RunTime=${runTime} TimeLimit=1-00:00:00 TimeMin=N/A
   SubmitTime=2024-03-01T10:00:00 EligibleTime=2024-03-01T10:00:00
   StartTime=2024-03-01T10:00:05 EndTime=2024-03-02T10:00:05 Deadline=N/A
   Partition=gpu AllocNode:Sid=localhost:1990
   ReqNodeList=(null) ExcNodeList=(null)
   NodeList=n1
   NumNodes=1-1 NumCPUs=2 NumTasks=1 CPUs/Task=1
   ${tres}
   Command=${command}
   WorkDir=/home/i/my study
   StdErr=/home/i/e
   Power=

`;
}
const read = (text: string) => readAs('slurm-scontrol', text);

describe('a record of scontrol show job', () => {
  it('says who, where, when and what was held', () => {
    expect(read(record({})).jobs).toMatchObject([
      {
        jobId: '84',
        name: 'train',
        user: 'ines',
        account: 'nlp',
        partition: 'gpu',
        state: 'completed',
        submit: 1_709_287_200,
        elapsed: 10,
        gpus: 2,
        gpuTypes: 'a100=2',
        cpus: 2,
        nodes: 1,
        nodeList: 'n1',
        timeLimit: 86_400,
        restarts: 1,
        workDir: '/home/i/my study',
        command: '/home/i/t.sh 1 2',
      },
    ]);
  });

  it('is read alike on one line', () => {
    const lines = [record({}), record({ name: 'two  spaces' })];
    const oneLine = lines.map((text) => `${text.trimEnd().replace(/\n {3}/g, ' ')}\n`).join('');
    const without = ({ line: _, ...job }: { line: number }) => job;
    expect(read(oneLine).jobs.map(without)).toEqual(read(lines.join('')).jobs.map(without));
  });

  it.each([
    [' ArrayJobId=80 ArrayTaskId=3 ArrayTaskThrottle=4', { jobId: '80_3', jobIdRaw: '84', arrayTask: 3 }],
    [' HetJobId=80 HetJobOffset=1', { jobId: '80+1', jobIdRaw: '84' }],
  ])('with%s is a part of another job', (ids, expected) => {
    expect(read(record({ ids })).jobs).toMatchObject([expected]);
  });

  it('hazard 2: of what is left of an array is no attempt', () => {
    const { jobs, settled } = read(
      record({ ids: ' ArrayJobId=84 ArrayTaskId=5-9%2', state: 'PENDING', runTime: '00:00:00' }),
    );
    expect({ jobs, settled }).toEqual({ jobs: [], settled: { arrayRemainders: 1 } });
  });

  it('leaves out predictions: the end of a job that runs, the start of one that waits', () => {
    expect(read(record({ state: 'RUNNING' })).jobs).toMatchObject([{ state: 'running', end: Number.NaN, elapsed: 10 }]);
    expect(read(record({ state: 'PENDING', runTime: '00:00:00' })).jobs).toMatchObject(
      [{ state: 'pending', start: Number.NaN, end: Number.NaN, elapsed: 0, gpus: Number.NaN }].map(
        ({ gpus: _, ...job }) => job,
      ),
    );
  });

  it('before 23.02 has what it held under TRES', () => {
    expect(read(record({ tres: 'TRES=cpu=1,node=1,gres/gpu=3' })).jobs).toMatchObject([{ gpus: 3 }]);
  });

  it.each(['a|b', 'new\nline', 'x UserId=y', 'naïve-模型', '"q"'])('keeps the name %j', (name) => {
    expect(read(record({ name }) + record({})).jobs.map((job) => job.name)).toEqual([name, 'train']);
  });

  it('of a heterogeneous job does not put its ids into the name', () => {
    const name = 'het\n   HetJobIdSet=84-85';
    expect(read(record({ ids: ' HetJobId=84 HetJobOffset=0', name })).jobs[0]?.name).toBe('het');
  });
});

it.each(FORMS)('%s: the last attempts of sacct, as they were', async (form) => {
  const [known, sacct] = await Promise.all([
    factsFrom({ 'scontrol.txt': real(form) }),
    factsFrom({ 'sacct.txt': slurmFixture('22.05/parsable2-core/parsable2-core.txt') }),
  ]);
  const last = new Map(attemptsIn(sacct).map((attempt) => [attempt.raw, attempt]));
  const NOT_ALIKE = new Set(['resize', 'naïve-日本語-🚀', 'it\'s "quoted"']);
  let compared = 0;
  for (const { raw, name, user, state, wall, gpus } of attemptsIn(known)) {
    const expected = last.get(raw);
    if (expected === undefined || NOT_ALIKE.has(name) || state === 'running') continue;
    expect({ raw, name, user, state, wall, gpus: wall > 0 ? gpus || 0 : 0 }).toEqual({
      raw,
      name: expected.name,
      user: expected.user,
      state: expected.state,
      wall: expected.wall,
      gpus: expected.wall > 0 ? expected.gpus || 0 : 0,
    });
    compared++;
  }
  expect(compared).toBeGreaterThan(125);
  expect(rulesIn(known)).toContain('slurm-scontrol-memory');
});

it('a real dump in pieces of any size, broken anywhere, never throws and reads alike', () => {
  const lines = real('scontrol-show-job.txt').split('\n').slice(0, 400);
  const broken = fc.constantFrom(...lines).chain((text) => fc.nat(text.length).map((at) => text.slice(0, at)));
  const any = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...lines) }, broken, fc.string({ maxLength: 40 }));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 80 }), fc.array(fc.integer({ min: 1, max: 500 })), (list, sizes) => {
      const text = list.join('\n');
      expect(readWith(scontrolText, text, sizes)).toEqual(readWith(scontrolText, text));
    }),
  );
});
