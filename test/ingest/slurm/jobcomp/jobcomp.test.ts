import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobcomp } from '../../../../src/ingest/slurm/jobcomp/jobcomp.ts';
import { attemptsIn, factsFrom, gpuSecondsIn, type ReadAttempt, rulesIn } from '../../../support/read-logs.ts';
import { readAs, readWith } from '../../../support/read-source.ts';
import { slurmFixture } from '../../../support/slurm-fixture.ts';

const REAL = slurmFixture('22.05/jobcomp/jobcomp.log.gz');

interface Line {
  readonly id?: number;
  readonly name?: string;
  readonly state?: string;
  readonly start?: string;
  readonly end?: string;
  readonly workDir?: string;
  readonly tres?: string;
  readonly rest?: string;
}

/** A line as JOB_FORMAT prints it. */
function line({ id = 84, name = 'train', state = 'COMPLETED', ...more }: Line): string {
  const { start = '2024-03-01T10:00:05', end = '2024-03-01T10:00:15', workDir = '/home/i', rest = '' } = more;
  const { tres = 'Tres=cpu=1,mem=500M,node=1,billing=1,gres/gpu=2' } = more;
  return `JobId=${id} UserId=ines(1001) GroupId=domain users(500) Name=${name} JobState=${state} Partition=gpu TimeLimit=10 StartTime=${start} EndTime=${end} NodeList=n[1-2] NodeCnt=2 ProcCnt=1 WorkDir=${workDir} ReservationName= ${tres} Account=nlp QOS=normal WcKey= Cluster=lisa SubmitTime=2024-03-01T10:00:00 EligibleTime=2024-03-01T10:00:00${rest} DerivedExitCode=0:0 ExitCode=0:0 \n`;
}
const jobs = (...lines: readonly string[]) => readAs('slurm-jobcomp', lines.join('')).jobs;

describe('a jobcomp line', () => {
  it('says who, where, when, and what was asked for', () => {
    expect(jobs(line({}))).toMatchObject([
      {
        jobId: '84',
        jobIdRaw: '',
        name: 'train',
        user: 'ines',
        account: 'nlp',
        partition: 'gpu',
        cluster: 'lisa',
        workDir: '/home/i',
        state: 'completed',
        submit: 1_709_287_200,
        elapsed: 10,
        gpus: 2,
        cpus: 1,
        nodes: 2,
        nodeList: 'n[1-2]',
        timeLimit: 600,
      },
    ]);
  });

  it.each([
    [' ArrayJobId=80 ArrayTaskId=3', { jobId: '80_3', jobIdRaw: '84', arrayJobId: 80, arrayTask: 3 }],
    [' HetJobId=80 HetJobOffset=1', { jobId: '80+1', jobIdRaw: '84' }],
    [' PackJobId=84 PackJobOffset=0', { jobId: '84+0', jobIdRaw: '84' }],
  ])('with%s is a part of another job', (rest, expected) => {
    expect(jobs(line({ rest }))).toMatchObject([expected]);
  });

  it.each(['two  spaces', 'a=b', 'x JobState=FAILED Partition=y', 'new\nline', 'naïve-模型', '=1+1', ''])(
    'keeps the name %j',
    (name) => {
      expect(jobs(line({ name }), line({ id: 85 })).map((job) => job.name)).toEqual([name, 'train']);
    },
  );

  it('keeps blanks in the directory', () => {
    expect(jobs(line({ workDir: '/home/i/my study Account=x' }))[0]?.workDir).toBe('/home/i/my study Account=x');
  });

  it('up to 20.02 has GRES, a number for each node', () => {
    expect(jobs(line({ tres: 'Gres=gpu:tesla:2' }))).toMatchObject([{ gpus: 4, gpuTypes: 'tesla=4' }]);
  });

  it('PENDING with an end is a finished attempt that was requeued', () => {
    expect(jobs(line({ state: 'PENDING' }))).toMatchObject([{ state: 'requeued', elapsed: 10 }]);
  });

  it('without a start held nothing', () => {
    const never = line({ state: 'CANCELLED', start: 'Unknown', end: '2024-03-01T10:00:15' });
    expect(jobs(never)).toMatchObject([{ state: 'cancelled', elapsed: 0 }]);
  });
});

it('the parts of a resized job are attempts of their own; a part without its time is reported', async () => {
  const before = line({ state: 'RESIZING', start: '2024-03-01T10:00:05', end: '2024-03-01T10:00:09' });
  const after = line({ start: '2024-03-01T10:00:09', end: '2024-03-01T10:00:14' });
  const facts = await factsFrom({ 'a.log': before + after });
  expect(attemptsIn(facts)).toMatchObject([{ wall: 4 }, { wall: 5 }]);
  const lost = line({ state: 'RESIZING', start: '2024-03-01T10:00:09', end: '2024-03-01T10:00:09' });
  expect(rulesIn(await factsFrom({ 'a.log': lost + after }))).toContain('slurm-jobcomp-resized');
});

it('what the log does not know is said', async () => {
  const rules = rulesIn(await factsFrom({ 'a.log': line({}) }));
  expect(rules).toEqual(expect.arrayContaining(['slurm-jobcomp-asked', 'slurm-jobcomp-suspended']));
});

it('a line cut in the middle is set aside and nothing else is lost', () => {
  const { jobs: read, rejects } = readWith(jobcomp, line({}) + line({ id: 85 }).slice(0, 180));
  expect(read).toHaveLength(1);
  expect(rejects).toMatchObject([{ line: 2, rule: 'slurm-record' }]);
});

it('a real log in pieces of any size, and with lines broken anywhere, never throws and reads alike', () => {
  const lines = REAL.split('\n');
  const broken = fc.constantFrom(...lines).chain((text) => fc.nat(text.length).map((at) => text.slice(0, at)));
  const any = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...lines) }, broken, fc.string({ maxLength: 40 }));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 20 }), fc.array(fc.integer({ min: 1, max: 500 })), (list, sizes) => {
      const text = list.join('\n');
      expect(readWith(jobcomp, text, sizes)).toEqual(readWith(jobcomp, text));
    }),
  );
});

// What sacct of the same cluster says, but for what a jobcomp log cannot know: see the reader's README.
it('a real log: the jobs of sacct, with their GPU-seconds', async () => {
  const [log, sacct] = await Promise.all([
    factsFrom({ 'jobcomp.log': REAL }),
    factsFrom({ 'sacct.txt': slurmFixture('22.05/parsable2-core/parsable2-core.txt') }),
  ]);
  const NOT_ALIKE = new Set(['suspend', 'excl_nogpu', 'resize', 'requeuehold', 'naïve-???-?', "it's `quoted`"]);
  const ended = attemptsIn(sacct).filter(({ name, state }) => !NOT_ALIKE.has(name) && !/running|pending/.test(state));
  const essence = ({ raw, state, wall, gpus }: ReadAttempt): string => [raw, state, wall, gpus || 0].join(' ');
  const known = new Set(attemptsIn(log).map(essence));
  expect(ended.map(essence).filter((attempt) => !known.has(attempt))).toEqual([]);
  expect(ended.length).toBeGreaterThan(125);
  expect(gpuSecondsIn(log)).toBeGreaterThan(1000);
});
