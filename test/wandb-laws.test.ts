import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../src/model/facts.ts';
import { unaccounted } from '../src/model/reconciliation.ts';
import { jobsCsv } from '../src/report/jobs-csv.ts';
import { textOfPieces } from './support/files-of.ts';
import { factsFrom, gpuSecondsIn, type LogFiles } from './support/read-logs.ts';
import { sacct } from './support/tracked-logs.ts';
import { gpuSecondsOutside, type TrackedProject, trackedProject } from './support/tracked-project.ts';

// Laws of projects in which Slurm's jobs and W&B's runs meet, on random small ones.

/** 400 of each were tried when this was written. */
const RUNS = 10;

/** After so long, ms, a law that does not hold tells the smallest project found so far: looking for a smaller one would outlast the test, which then told nothing. */
const LONGEST = 40_000;

/** Each list of logs in a directory of its own, in this order. */
const inOrder = (logs: readonly LogFiles[]): LogFiles =>
  Object.fromEntries(
    logs.flatMap((files, index) =>
      Object.entries(files).map(([path, content]) => [`${String(index).padStart(3, '0')}/${path}`, content]),
    ),
  );

const rounded = (value: number): number => Number(value.toFixed(6));

/** What must not depend on how logs are written down. */
const figuresOf = (facts: ProjectFacts) => ({
  gpuSeconds: rounded(gpuSecondsIn(facts)),
  wallHours: rounded(facts.usage.wallHours),
  attempts: facts.ledger.count,
  runs: facts.ledger.runs,
  nested: facts.ledger.nested.length,
  used: rounded(facts.tracking?.nested?.usedGpuHours ?? 0),
  sweeps: facts.sweeps.map(({ sweep, usage }) => [sweep.name, sweep.runs, rounded(usage.gpuHours)].join(' ')).sort(),
});

const isPacked = (path: string): boolean => /\.(wandb|txt|jsonl|csv)$/.test(path);
const packed = (logs: readonly LogFiles[]): LogFiles[] =>
  logs.map((files) =>
    Object.fromEntries(
      Object.entries(files).map(([path, content]) =>
        isPacked(path) ? [`${path}.gz`, gzipSync(content)] : [path, content],
      ),
    ),
  );

const holds = (law: (project: TrackedProject, seed: number) => Promise<void>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(
      trackedProject.filter(({ jobs, sessions }) => jobs.length + sessions.length > 0),
      fc.nat(),
      law,
    ),
    { numRuns: RUNS, interruptAfterTimeLimit: LONGEST },
  );

/** The same order for the same seed. */
const shuffled = <Item>(items: readonly Item[], seed: number): Item[] =>
  items
    .map((item, index) => [Math.imul(index + 1, seed | 1) >>> 7, item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

describe('random projects of jobs and tracked runs', () => {
  it('count what Slurm’s jobs held and what runs outside of all jobs did, to a millionth', async () => {
    await holds(async ({ jobs, sessions, logs }) => {
      const alone = jobs.length === 0 ? 0 : gpuSecondsIn(await factsFrom({ 'sacct.txt': sacct(jobs) }));
      const expected = alone + gpuSecondsOutside(sessions);
      const facts = await factsFrom(inOrder(logs));
      expect(Math.abs(gpuSecondsIn(facts) - expected)).toBeLessThanOrEqual(expected * 1e-6);
    });
  });

  it('account for every record, and join each session inside of a job to one', async () => {
    await holds(async ({ sessions, jobs, logs }) => {
      const { ledger } = await factsFrom(inOrder(logs));
      expect(unaccounted(ledger.reconciliation)).toBe(0);
      expect(ledger.nested).toHaveLength(sessions.filter(({ isOutside }) => !isOutside).length);
      expect(ledger.count).toBe(jobs.length + sessions.filter(({ isOutside }) => isOutside).length);
    });
  });

  it('have the sweeps that they have, each run in one, and none costs more than all', async () => {
    await holds(async ({ logs, runsOfSweep }) => {
      const facts = await factsFrom(inOrder(logs));
      const found = facts.findings.sweeps.filter(({ name }) => name.startsWith('swp'));
      expect(Object.fromEntries(found.map(({ name, runs }) => [name, runs]))).toEqual(runsOfSweep);
      const parts = new Map<number, number>();
      for (const { members, shares } of facts.findings.sweeps) {
        for (const attempt of members) parts.set(attempt, (parts.get(attempt) ?? 0) + (shares?.get(attempt) ?? 1));
      }
      for (const [attempt, part] of parts) expect(part, `attempt ${attempt}`).toBeLessThanOrEqual(1 + 1e-9);
    });
  });

  it('are the same with the jobs.csv made of them, and count the same from that alone', async () => {
    await holds(async ({ logs }) => {
      const facts = await factsFrom(inOrder(logs));
      const csv = textOfPieces(jobsCsv(facts));
      expect(figuresOf(await factsFrom({ ...inOrder(logs), 'jobs.csv': csv }))).toEqual(figuresOf(facts));
      const { gpuSeconds, wallHours, attempts, runs } = figuresOf(facts);
      expect(figuresOf(await factsFrom({ 'jobs.csv': csv }))).toMatchObject({ gpuSeconds, wallHours, attempts, runs });
    });
  });

  it('are the same in any order of files, with any of them twice, and gzipped', async () => {
    await holds(async ({ logs }, seed) => {
      const expected = figuresOf(await factsFrom(inOrder(logs)));
      const twice = logs.filter((_, index) => (seed >>> (index % 24)) % 2 === 1);
      for (const each of [
        shuffled(logs, seed),
        shuffled([...logs, ...twice], seed),
        packed(logs),
        [...packed(twice), ...logs],
      ]) {
        expect(figuresOf(await factsFrom(inOrder(each)))).toEqual(expected);
      }
    });
  });
});
