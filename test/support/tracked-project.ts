import fc from 'fast-check';
import type { LogFiles } from './read-logs.ts';
import { iso, node, runDirectory, type SketchedJob, type SketchedRun, sacct, sweepFiles } from './tracked-logs.ts';

// Random small projects: jobs of Slurm, and sessions of W&B in them and elsewhere. What is true of them is known before anything is read.

/** Times are multiples of this, seconds, but for clocks that are apart. */
const SLOT = 900;
const MACHINE_GPUS = 4;
const SWEEPS = ['swpa', 'swpb'];

/** A session, and what is true of it. */
interface TrueSession extends SketchedRun {
  readonly start: number;
  readonly seconds: number;
  readonly host: string;
  readonly isOutside: boolean;
}

/** A project, and what is true of it. */
export interface TrackedProject {
  readonly jobs: readonly SketchedJob[];
  readonly sessions: readonly TrueSession[];
  /** Files by what they are of: those of one list belong together. */
  readonly logs: readonly LogFiles[];
  /** How many runs each sweep has. */
  readonly runsOfSweep: Readonly<Record<string, number>>;
}

/** What chance says of a session. */
const chance = fc.record({
  from: fc.nat(3),
  slots: fc.integer({ min: 1, max: 3 }),
  skew: fc.integer({ min: -100, max: 100 }),
  namesJob: fc.boolean(),
  exits: fc.boolean(),
  seenOn: fc.subarray([0, 1, 2, 3]),
  ranks: fc.constantFrom(1, 1, 1, 3),
  resumes: fc.boolean(),
  sweep: fc.constantFrom(undefined, undefined, ...SWEEPS),
  export: fc.constantFrom('none', 'none', 'api', 'table'),
});
type Chance = typeof chance extends fc.Arbitrary<infer Value> ? Value : never;

const jobChance = fc.record({
  gap: fc.integer({ min: 1, max: 4 }),
  slots: fc.integer({ min: 1, max: 6 }),
  gpus: fc.constantFrom(0, 2, 4),
  inside: fc.array(chance, { maxLength: 3 }),
  /** A run on the node before the job, in none. */
  before: fc.option(chance, { nil: undefined }),
});
type JobChance = typeof jobChance extends fc.Arbitrary<infer Value> ? Value : never;

export const trackedProject: fc.Arbitrary<TrackedProject> = fc
  .record({
    nodes: fc.array(fc.array(jobChance, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    boxes: fc.array(fc.array(chance, { maxLength: 4 }), { maxLength: 2 }),
  })
  .map(({ nodes, boxes }) => {
    const made = [...nodes.entries()].flatMap(([index, jobs]) => jobsOnNode(index, jobs));
    const outside = boxes.flatMap((runs, index) =>
      runs.flatMap((run) => outsideOf(`box${index}`, run.from * SLOT, run)),
    );
    const sessions = identified([...made.flatMap(({ sessions: inside }) => inside), ...outside]);
    return projectOf(
      made.flatMap(({ job }) => (job === undefined ? [] : [job])),
      sessions,
    );
  });

/** A session to which no id was given yet. */
type Unnamed = Omit<TrueSession, 'id'> & { readonly chance: Chance; readonly rank: number };

interface Made {
  readonly job?: SketchedJob;
  readonly sessions: readonly Unnamed[];
}

function jobsOnNode(index: number, jobs: readonly JobChance[]): Made[] {
  const host = `gpu0${index + 1}`;
  let now = 0;
  return jobs.flatMap((each, place): Made[] => {
    const before = each.before && outsideOf(host, now, { ...each.before, slots: 1 });
    const start = now + Math.max(each.gap, before === undefined ? 0 : 1) * SLOT;
    const seconds = each.slots * SLOT;
    now = start + seconds;
    const job = { id: `${100 * (index + 1) + place}`, start, seconds, gpus: each.gpus, nodes: host };
    return [{ sessions: before ?? [] }, { job, sessions: each.inside.flatMap((run) => insideOf(job, host, run)) }];
  });
}

/** Within its job, but for a clock that is up to 100 s wrong; ranks start together. */
function insideOf(job: { id: string; start: number; seconds: number }, host: string, run: Chance): Unnamed[] {
  const latest = Math.max(0, job.seconds / SLOT - run.slots);
  const start = job.start + Math.min(run.from, latest) * SLOT + run.skew;
  const seconds = Math.min(run.slots * SLOT, job.seconds);
  const slurm = run.namesJob ? { job_id: job.id, cluster_name: 'selenite' } : {};
  return ranksOf(run, { host, start, seconds, slurm, isOutside: false });
}

const outsideOf = (host: string, start: number, run: Chance): Unnamed[] =>
  ranksOf(run, { host, start: start + 60, seconds: run.slots * SLOT - 120, slurm: {}, isOutside: true });

function ranksOf(
  run: Chance,
  session: Pick<TrueSession, 'host' | 'start' | 'seconds' | 'slurm' | 'isOutside'>,
): Unnamed[] {
  return Array.from({ length: run.ranks }, (_, rank) => ({
    ...{ ...session, exits: run.exits, seenOn: run.seenOn, chance: run, rank },
    ...(run.ranks > 1 ? { group: 'ddp' } : {}),
  }));
}

/** Gives ids; a session that resumes one takes the id of the last that ended well before it, with whatever that was of. */
function identified(sessions: readonly Unnamed[]): (TrueSession & { readonly chance: Chance })[] {
  const last = new Map<string, { readonly end: number; readonly ran: number; readonly chance: Chance }>();
  const inOrder = [...sessions].sort((a, b) => a.start - b.start);
  return inOrder.map(({ rank, ...session }, index) => {
    const isAlone = session.chance.ranks === 1;
    const ended = [...last].find(([, { end, chance: of }]) => end + SLOT < session.start && of.ranks === 1);
    const [id, before] = isAlone && session.chance.resumes && ended !== undefined ? ended : [`run${index}`, undefined];
    const ran = (before?.ran ?? 0) + session.seconds;
    const isTrial = rank === 0;
    const known = before?.chance ?? { ...session.chance, sweep: isTrial ? session.chance.sweep : undefined };
    last.set(id, { end: session.start + session.seconds, ran, chance: known });
    const lr = isAlone ? id : `of run${index - rank}`;
    return { ...session, id, runtime: ran, chance: known, displayName: `sun-${id}`, config: { lr, local_rank: rank } };
  });
}

function projectOf(
  jobs: readonly SketchedJob[],
  sessions: readonly (TrueSession & { readonly chance: Chance })[],
): TrackedProject {
  const runs = new Map<string, (typeof sessions)[number][]>();
  for (const session of sessions) runs.set(session.id, [...(runs.get(session.id) ?? []), session]);
  const ofSweep = (sweep: string): string[] =>
    [...runs.keys()].filter((id) => runs.get(id)?.[0]?.chance.sweep === sweep);
  const files = [
    { 'sacct.txt': sacct(jobs) },
    ...sessions.map((session) => runDirectory(session)),
    ...SWEEPS.map((sweep) => sweepFiles(sweep, Object.fromEntries(ofSweep(sweep).map((id) => [id, id])))),
    {
      'runs.jsonl': `${[...runs.values()].flatMap((of) => (of[0]?.chance.export === 'api' ? [nodeOf(of)] : [])).join('\n')}\n`,
    },
    { 'runs.csv': tableOf([...runs.values()].filter((of) => of[0]?.chance.export === 'table')) },
  ];
  const runsOfSweep = Object.fromEntries(
    SWEEPS.map((sweep) => [sweep, ofSweep(sweep).length] as const).filter(([, count]) => count > 0),
  );
  return {
    jobs,
    sessions,
    logs: files.filter((each) => Object.values(each).some((content) => content.length > 2)),
    runsOfSweep,
  };
}

const totalOf = (sessions: readonly TrueSession[]): number => sessions.reduce((sum, { seconds }) => sum + seconds, 0);

/** As the server has it: created seconds after it began, with the time of all its sessions. */
function nodeOf(sessions: readonly TrueSession[]): string {
  const [first, last] = [sessions[0], sessions.at(-1)] as [TrueSession, TrueSession];
  const summaryMetrics = JSON.stringify({ _wandb: { runtime: totalOf(sessions) } });
  const times = { createdAt: iso(first.start + 3), heartbeatAt: iso(last.start + last.seconds) };
  return node({ name: first.id, displayName: first.displayName, summaryMetrics, ...times });
}

/** As the web page has it: names, and no ids. */
function tableOf(runs: readonly (readonly TrueSession[])[]): string {
  if (runs.length === 0) return '';
  const rows = runs.map((of) => {
    const [{ displayName, start }] = of as [TrueSession];
    return `"${displayName}","finished","ines","${iso(start + 3)}","${totalOf(of)}",""`;
  });
  return `${['"Name","State","User","Created","Runtime","Sweep"', ...rows].join('\n')}\n`;
}

/** GPU-seconds that runs outside of all jobs held: of each machine, at any moment, all GPUs if a run reports all, else those on which any was seen. */
export function gpuSecondsOutside(sessions: readonly TrueSession[]): number {
  const outside = sessions.filter(({ isOutside }) => isOutside);
  const edges = [...new Set(outside.flatMap(({ start, seconds }) => [start, start + seconds]))].sort((a, b) => a - b);
  let sum = 0;
  for (const host of new Set(outside.map((session) => session.host))) {
    edges.slice(1).forEach((until, index) => {
      const from = edges[index] as number;
      const active = outside.filter(
        (each) => each.host === host && each.start <= from && each.start + each.seconds >= until,
      );
      const seen = new Set(active.flatMap(({ seenOn = [] }) => seenOn));
      const reportsAll = active.some(({ seenOn = [] }) => seenOn.length === 0);
      sum += (reportsAll ? MACHINE_GPUS : seen.size) * (until - from);
    });
  }
  return sum;
}
