import { createRandom, type Random } from '../../fixtures/lisa/random.ts';
import { drawCodebase } from './codebase.ts';
import { liveThrough } from './live-through.ts';
import { type Difficulty, isSweepJob, type Job, type Project, type Submission, type Sweep } from './project.ts';

const USERS = ['ada', 'bruno', 'chen', 'dora', 'emeka', 'freya', 'goran', 'hana'];
const ACCOUNTS = ['nlp', 'vision', 'ml-lab'];
/** 2023-01-02, and as many days from it as a project may start. */
const EARLIEST = 1_672_617_600;
const START_DAYS = 900;
const FEWEST_JOBS = 1200;
const MOST_JOBS = 1800;

/**
 * A lab's project of some months: who submitted what, and what it was for. Pure: the same seed gives the same project on every machine.
 *
 * It is written from what labs do and knows nothing of how sweeps are found.
 */
export function generateProject(seed: number, difficulty: Difficulty): Project {
  const random = createRandom(`sweeps/${difficulty}/${seed}`);
  const users = random.shuffle(USERS).slice(0, random.integer(1, USERS.length));
  const start = EARLIEST + random.integer(0, START_DAYS) * 86_400;
  const jobs = random.integer(FEWEST_JOBS, MOST_JOBS) / users.length;
  let sweeps = 0;
  const nextId = (): string => `s${String(++sweeps).padStart(3, '0')}`;
  const submissions = users.flatMap((user) => {
    const own = random.fork(user);
    const account = own.pick(ACCOUNTS);
    const codebases = Array.from({ length: own.integer(1, 3) }, () => drawCodebase(user, account, own));
    const first = Math.round(start + own.between(0, 30) * 86_400 + 9 * 3600);
    return liveThrough(codebases, jobs, first, difficulty, nextId, own);
  });
  return { seed, difficulty, ...numbered(submissions, random) };
}

/** Gives ids in order of submission, with gaps where others of the cluster submitted. */
function numbered(submissions: readonly Submission[], random: Random): Pick<Project, 'jobs' | 'sweeps'> {
  let id = random.integer(100_000, 9_000_000);
  let previous = 0;
  const jobs = submissions
    .map((submission, order) => ({ submission, order }))
    .sort((one, other) => one.submission.at - other.submission.at || one.order - other.order)
    .map(({ submission }): Job => {
      id += submission.at - previous < 2 ? 1 : random.integer(1, 40);
      previous = submission.at;
      return { ...submission, id };
    });
  const sweeps = new Map<string, Sweep>(jobs.filter(isSweepJob).map(({ sweep }) => [sweep.id, sweep]));
  return { jobs, sweeps: [...sweeps.values()] };
}
