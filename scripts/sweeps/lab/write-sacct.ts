import { formatTime } from '../../fixtures/lisa/calendar.ts';
import { createRandom, type Random } from '../../fixtures/lisa/random.ts';
import { writeCommand } from './command-styles.ts';
import type { Lab } from './draw-lab.ts';
import type { LabJob } from './lab.ts';
import { writeName } from './name-styles.ts';
import { shortHash, writeNoise } from './noise.ts';

/** A lab as `sacct --parsable2` prints it, and which job each line is. */
export interface LabLog {
  readonly text: string;
  readonly jobs: ReadonlyMap<string, LabJob>;
}

const HEADER =
  'JobID|JobIDRaw|JobName|User|Account|Partition|State|Submit|Start|End|ElapsedRaw|AllocTRES|NodeList|WorkDir|SubmitLine';
const RESOURCES = 'cpu=8,gres/gpu=1,mem=32G,node=1';
const FIRST_ID = 100_000;

/** What the submission of a job looked like; tasks of an array share it. */
interface Submission {
  readonly id: number;
  readonly name: string;
  readonly command: string;
}

/** Writes the log of a lab; ids rise in order of submission, among those of others. */
export function writeSacct(lab: Lab, seed: number): LabLog {
  const random = createRandom(`sweeps/sacct/${seed}`);
  const counts = new Map<string, number>();
  const arrays = new Map<string, Submission>();
  const jobs = new Map<string, LabJob>();
  let id = FIRST_ID;
  const lines = lab.jobs.map((job) => {
    id += random.integer(1, 4);
    const known = job.array === undefined ? undefined : arrays.get(job.array.key);
    const submission = known ?? submit(random, job, id, counts);
    if (job.array !== undefined) arrays.set(job.array.key, submission);
    jobs.set(String(id), job);
    return line(job, id, submission);
  });
  return { text: `${[HEADER, ...lines].join('\n')}\n`, jobs };
}

function submit(random: Random, job: LabJob, id: number, counts: Map<string, number>): Submission {
  const { project, sweep, cell, array } = job;
  if (sweep === undefined) return { id, name: job.strayName ?? 'bash', command: `sbatch ${job.strayName}.sh` };
  const count = (counts.get(project.user) ?? 0) + 1;
  counts.set(project.user, count);
  const stem = sweep.word === '' ? project.stem : `${project.stem}-${sweep.word}`;
  const { shown, word } = sweep;
  const day = formatTime(job.submit).slice(0, 10).replaceAll('-', '');
  const name = writeName(project.naming, { stem, shown, cell, count, day, hash: shortHash(random) });
  const noise = writeNoise(project.noise, { random, submit: job.submit, count });
  const command =
    array === undefined
      ? writeCommand(project.command, { program: project.program, word, shown, cell, noise })
      : `sbatch --array=${array.tasks} ${project.program}${word === '' ? '' : `_${word}`}.sh`;
  return { id, name, command };
}

function line({ project, array, state, submit, start, seconds }: LabJob, id: number, submission: Submission): string {
  const shownId = array === undefined ? String(id) : `${submission.id}_${array.task}`;
  const begun = Math.floor(start);
  const times = [Math.floor(submit), begun, begun + seconds].map(formatTime);
  const who = [submission.name, project.user, 'acc', 'gpu', state];
  return [shownId, id, ...who, ...times, seconds, RESOURCES, 'n1', project.workDir, submission.command].join('|');
}
