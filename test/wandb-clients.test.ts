import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analysis/analyse.ts';
import { ingest } from '../src/ingest/ingest.ts';
import type { ProjectFacts } from '../src/model/facts.ts';
import type { JobState } from '../src/model/job-state.ts';
import { stateOf } from '../src/model/job-state.ts';
import { findMethod } from '../src/tables/methods/registry.ts';
import { withFiles } from './support/read-logs.ts';

// What four real clients wrote, against what the script that ran them knew by its own clock.

const VERSIONS = ['0.12.21', '0.16.6', '0.19.11', '0.31.0'];

interface Session {
  readonly case: string;
  readonly runId: string;
  readonly directory: string | null;
  readonly start: number;
  readonly end: number;
  readonly initCalled: number;
  readonly finishReturned: number | null;
  readonly ending: 'finished' | 'exception' | 'exit' | 'SIGINT' | 'SIGTERM' | 'SIGKILL';
  readonly config: Readonly<Record<string, unknown>>;
  readonly sweepId: string | null;
  readonly slurmJobId: string | null;
}

interface SlurmJob {
  readonly jobId: string;
  readonly start: number;
  readonly end: number;
  readonly state: string;
}

interface Truth {
  readonly timeZone: string;
  readonly sessions: readonly Session[];
  readonly slurmJobs: readonly SlurmJob[];
  readonly clientDecoder: {
    readonly files: readonly {
      readonly path: string;
      readonly run?: { readonly runId: string; readonly startTime: number } | null;
      readonly exit?: { readonly exitCode: number; readonly runtime: number } | null;
    }[];
  };
}

const folderOf = (version: string): string => new URL(`../fixtures/wandb/${version}`, import.meta.url).pathname;
/** The truth, and whether the client had written down who the run is when a session ended: some were killed before. */
function truthOf(version: string): Truth & { readonly hasLog: (session: Session) => boolean } {
  const truth = JSON.parse(readFileSync(`${folderOf(version)}/expected.json`, 'utf8')) as Truth;
  const known = truth.clientDecoder.files.filter(({ run }) => run).map(({ path }) => path);
  return {
    ...truth,
    hasLog: ({ directory }) => known.some((path) => directory !== null && path.startsWith(directory)),
  };
}

async function factsOf(paths: readonly string[], zone: string): Promise<ProjectFacts> {
  const intake = await ingest(paths, { zone });
  return analyse(intake, { projectName: 'toy', version: '0', method: findMethod('default'), selection: {} });
}

interface Read {
  readonly id: string;
  readonly start: number;
  readonly wall: number;
  readonly state: JobState;
  readonly slurmJob: string;
  readonly config: Readonly<Record<string, string>>;
  readonly sweep: string;
}

function sessionsIn({ ledger, findings }: ProjectFacts): Read[] {
  const { table } = ledger;
  return Array.from(ledger.row, (row, attempt) => {
    const tracked = table.tracked.at(row);
    return {
      id: table.jobId.at(row),
      start: ledger.start[attempt] as number,
      wall: ledger.wall[attempt] as number,
      state: stateOf(ledger.state[attempt] as number),
      slurmJob: tracked?.slurmJob ?? '',
      config: JSON.parse(tracked?.config || '{}'),
      sweep: findings.sweeps[findings.sweepOf[attempt] as number]?.name ?? '',
    };
  });
}

const STATES: Readonly<Record<Session['ending'], readonly JobState[]>> = {
  finished: ['completed'],
  exception: ['failed'],
  exit: ['failed'],
  // Clients differ in what they write last when they are told to end.
  SIGINT: ['cancelled', 'failed', 'unknown'],
  SIGTERM: ['cancelled', 'failed', 'unknown'],
  SIGKILL: ['unknown', 'failed'],
};

describe.each(VERSIONS)('the client %s', (version) => {
  const truth = truthOf(version);
  const pairs = factsOf([folderOf(version)], truth.timeZone).then((facts) => {
    const read = sessionsIn(facts);
    const paired = truth.sessions
      .filter(({ directory }) => directory !== null)
      .map((session) => ({
        session,
        // A session starts between the call of init and the end of its process.
        found: read.filter(
          ({ id, start }) => id === session.runId && start > session.start - 2 && start < session.end + 2,
        ),
      }));
    return { facts, read, paired };
  });

  it('leaves a session for each process, and nothing else', async () => {
    const { read, paired } = await pairs;
    expect(paired.filter(({ found }) => found.length !== 1).map(({ session }) => session.case)).toEqual([]);
    expect(read.length).toBe(paired.length);
  });

  it('tells their time: whole where they exited, never more than there was where they were killed', async () => {
    const { paired } = await pairs;
    for (const { session, found } of paired) {
      const wall = found[0]?.wall ?? Number.NaN;
      const longest = session.end - session.initCalled;
      expect(wall, session.case).toBeLessThanOrEqual(longest + 2);
      // Clients count whole seconds from some moment within init to some moment within finish.
      if (session.finishReturned !== null)
        expect(wall, session.case).toBeGreaterThan(session.finishReturned - session.initCalled - 8);
      if (['killed', 'terminated'].includes(session.case) && truth.hasLog(session))
        expect(wall, session.case).toBeGreaterThan(3);
    }
  });

  it('tells how they ended, which hyperparameters they had and in which Slurm job they ran', async () => {
    const { paired } = await pairs;
    for (const { session, found } of paired) {
      expect(STATES[session.ending], session.case).toContain(found[0]?.state);
      if (['config', 'online', 'blocks'].includes(session.case) || !truth.hasLog(session)) continue;
      const plain = Object.entries(session.config).filter(([, value]) => typeof value !== 'object' && value !== null);
      for (const [key, value] of plain)
        expect(Number(found[0]?.config[key]), `${session.case} ${key}`).toBe(Number(value));
    }
  });

  it('tells which runs are of a sweep', async () => {
    const { paired } = await pairs;
    expect(paired.map(({ session, found }) => [session.runId, found[0]?.sweep])).toEqual(
      paired.map(({ session }) => [session.runId, session.sweepId ?? '']),
    );
  });

  it('reads start, exit code and runtime as the client itself does', async () => {
    const { read } = await pairs;
    for (const { path, run } of truth.clientDecoder.files) {
      if (!run) continue;
      const start = Math.round(run.startTime * 1000) / 1000;
      expect(read.filter(({ id, start: at }) => id === run.runId && Math.abs(at - start) < 0.002).length, path).toBe(1);
    }
  });

  it('counts each second once where the jobs around its runs are logged too', async () => {
    const time = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19);
    const rows = truth.slurmJobs.map(({ jobId, start, end, state }) =>
      [
        jobId,
        jobId,
        'ana',
        state,
        time(start),
        time(start),
        time(end),
        Math.floor(end) - Math.floor(start),
        'cpu=2,gres/gpu:t4=1',
        'gpu01',
      ].join('|'),
    );
    const header = 'JobIDRaw|JobID|User|State|Submit|Start|End|ElapsedRaw|AllocTRES|NodeList';
    await withFiles({ 'sacct.txt': `${[header, ...rows].join('\n')}\n` }, async (logs) => {
      const facts = await factsOf([logs, folderOf(version)], 'UTC');
      const inJobs = truth.sessions.filter(({ slurmJobId, directory }) => slurmJobId !== null && directory !== null);
      const saysSo = facts.tracking?.nested?.byRule.get('slurm-job') ?? 0;
      // Clients before 0.18 did not log the environment of Slurm: their runs are placed by machine, time and user.
      expect(saysSo).toBe(version < '0.18' ? 0 : inJobs.filter(truth.hasLog).length);
      expect(facts.ledger.nested.length).toBeGreaterThanOrEqual(inJobs.length);
      const gpuHours =
        truth.slurmJobs.reduce((sum, { start, end }) => sum + Math.floor(end) - Math.floor(start), 0) / 3600;
      expect(facts.usage.gpuHours).toBeCloseTo(gpuHours, 9);
    });
  });
});
