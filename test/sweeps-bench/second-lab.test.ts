import { describe, expect, it } from 'vitest';
import { groupBy } from '../../scripts/fixtures/lisa/group-by.ts';
import { SLURM_LEVELS } from '../../scripts/sweeps/logs/levels.ts';
import { secondLabLogs } from '../../scripts/sweeps/logs/second-lab-logs.ts';
import { examineLog } from '../../scripts/sweeps/score/examine-log.ts';
import { joinPartitions, scorePartition } from '../../scripts/sweeps/score/partition.ts';
import { generateProject } from '../../scripts/sweeps/second-lab/generate-project.ts';
import { endOf, failed } from '../../scripts/sweeps/second-lab/outcomes.ts';
import { type Difficulty, isSweepJob, type Project, type SweepJob } from '../../scripts/sweeps/second-lab/project.ts';
import { attemptKey, writeSacct } from '../../scripts/sweeps/second-lab/write-sacct.ts';

const DIFFICULTIES: readonly Difficulty[] = ['easy', 'hard'];
/** Seeds that the bench does not use by default; in the first a sweep is run again weeks later. */
const SEEDS = [3, 7];

const projects = DIFFICULTIES.flatMap((difficulty) => SEEDS.map((seed) => generateProject(seed, difficulty)));
const sweepJobs = ({ jobs }: Project): SweepJob[] => jobs.filter(isSweepJob);
const named = projects.map((project) => [`${project.difficulty} ${project.seed}`, project] as const);

it('gives the same project for the same seed, and another for another', () => {
  const text = (seed: number): string => writeSacct(generateProject(seed, 'hard'), 'full').text;
  expect(text(7)).toBe(text(7));
  expect(text(7)).not.toBe(text(8));
});

describe.each(named)('the generated project %s', (_, project) => {
  it('is as large as asked, and ids are in order of submission', () => {
    expect(project.jobs.length).toBeGreaterThanOrEqual(1000);
    expect(project.jobs.length).toBeLessThanOrEqual(3000);
    const ids = project.jobs.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort((one, other) => one - other));
    const times = project.jobs.map(({ at }) => at);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  it('resubmits a cell only in its own sweep, once it has failed and is over', () => {
    const jobs = sweepJobs(project);
    const retries = jobs.filter(({ retry }) => retry > 0);
    expect(retries.length).toBeGreaterThan(10);
    for (const again of retries) {
      const before = jobs.filter(
        ({ sweep, index, retry }) => sweep.id === again.sweep.id && index === again.index && retry === again.retry - 1,
      );
      expect(before.length).toBe(1);
      expect(before[0]?.cell).toEqual(again.cell);
      expect(failed((before[0] as SweepJob).outcome)).toBe(true);
      expect(endOf(before[0] as SweepJob)).toBeLessThan(again.at);
    }
  });

  it('has sweeps whose cells differ in what is searched, and in nothing else', () => {
    const firstTries = groupBy(
      sweepJobs(project).filter(({ retry }) => retry === 0),
      ({ sweep }) => sweep,
    );
    for (const [sweep, firsts] of firstTries) {
      const cells = firsts.map(({ cell }) => JSON.stringify(cell));
      const keys = new Set(firsts.map(({ cell }) => Object.keys(cell).sort().join()));
      expect([...keys]).toEqual([[...sweep.searched].sort().join()]);
      if (sweep.design !== 'random' && sweep.design !== 'adaptive') expect(new Set(cells).size).toBe(cells.length);
      expect(firsts.length).toBeGreaterThan(1);
    }
  });

  it('has an explicit id for every sweep and no other: one array, or a mark', () => {
    const { text, jobs } = writeSacct(project, 'full');
    const ids = new Map<string, Set<string>>();
    for (const row of text.split('\n').slice(1)) {
      const [jobId = '', rawId = '', ...cells] = row.split('|');
      const job = jobs.get(attemptKey(rawId, Date.parse(`${cells[6]}Z`) / 1000));
      if (job === undefined || !isSweepJob(job)) continue;
      const id = row.includes(job.sweep.mark) ? job.sweep.mark : (jobId.split('_')[0] as string);
      ids.set(job.sweep.id, (ids.get(job.sweep.id) ?? new Set()).add(id));
    }
    expect([...ids].filter(([, some]) => some.size !== 1)).toEqual([]);
    expect(new Set([...ids.values()].flatMap((some) => [...some])).size).toBe(project.sweeps.length);
  });

  it('refines a sweep of the same context after its results are in', () => {
    const refinements = project.sweeps.filter(({ refines }) => refines !== undefined);
    for (const fine of refinements) {
      const coarse = project.sweeps.find(({ id }) => id === fine.refines);
      expect(coarse?.context).toBe(fine.context);
      const ends = sweepJobs(project)
        .filter((job) => job.sweep.id === coarse?.id && job.retry === 0)
        .map(endOf);
      const starts = sweepJobs(project)
        .filter((job) => job.sweep.id === fine.id)
        .map(({ at }) => at);
      expect(Math.min(...starts)).toBeGreaterThan(Math.max(...ends));
    }
  });

  it('shows at each level what the level shows, and no more', () => {
    const marks = project.sweeps.map(({ mark }) => mark);
    for (const level of SLURM_LEVELS) {
      const { text, jobs } = writeSacct(project, level);
      const [header = '', ...rows] = text.trimEnd().split('\n');
      const columns = header.split('|');
      const table = rows.map((row) => row.split('|'));
      const cells = (column: string): string[] => table.map((row) => row[columns.indexOf(column)] as string);
      expect(table.filter((row) => row.length !== columns.length)).toEqual([]);
      expect(columns.includes('SubmitLine')).toBe(level !== 'commands' && level !== 'times');
      if (level !== 'full') {
        expect(cells('JobID').filter((id) => /\D/.test(id))).toEqual([]);
        expect(marks.filter((mark) => text.includes(mark))).toEqual([]);
        expect(jobs.size).toBe(project.jobs.length);
      }
      if (level === 'names' || level === 'times') {
        const names = new Set(cells('User').map((user, row) => `${user} ${cells('JobName')[row]}`));
        expect(names.size).toBe(new Set(cells('User')).size);
        expect(text).not.toContain(' -J ');
      }
    }
  });
});

describe.each([
  { difficulty: 'easy', least: 0.87, most: 0.95 },
  { difficulty: 'hard', least: 0.45, most: 0.65 },
] as const)('$difficulty projects', ({ difficulty, least, most }) => {
  it('are as hard for user, directory and a gap of ten minutes as asked', async () => {
    const logs = [7, 8, 9, 10, 11, 12].flatMap((seed) => secondLabLogs(difficulty, seed));
    const examined = await Promise.all(logs.filter(({ level }) => level === 'times').map(examineLog));
    expect(examined.length).toBe(6);
    const { f1 } = scorePartition(joinPartitions(examined.map(({ baselines }) => baselines['user, dir, 10 min'])));
    expect(f1).toBeGreaterThan(least);
    expect(f1).toBeLessThan(most);
  });

  it('label every job of the log', async () => {
    for (const log of secondLabLogs(difficulty, 7)) {
      const { ledger, labels, raws } = await examineLog(log);
      expect(log.truth.size).toBe(ledger.count);
      expect(raws.filter((raw) => !log.truth.has(raw))).toEqual([]);
      expect(new Set(labels.filter((label) => label !== ''))).toEqual(new Set(log.sweeps?.keys()));
    }
  });
});
