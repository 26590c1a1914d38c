import type { Random } from '../../fixtures/lisa/random.ts';
import type { Codebase } from './codebase.ts';
import { endOf } from './outcomes.ts';
import { isApart, isOther, type Past } from './past.ts';
import { drawMark, type Plan, planRefinement, planSweep } from './plan-sweep.ts';
import type { Difficulty, Submission } from './project.ts';
import { runPlan } from './run-plan.ts';
import { strayJobs } from './strays.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;
/** Sweeps of one codebase that are nearer than this must differ in what they train or in what they search, or nobody could tell them apart. */
const APART = 5 * DAY;
/** Share of grids that a second, finer pass follows. */
const REFINED = 0.17;
/** Chance that the next sweep is an old one once more, where there are any of so long ago. */
const RERUN = 0.12;
const RERUN_AFTER = 14 * DAY;
/** Seconds between the last result of a sweep and a second pass over it: at least, and what comes on top in the median. */
const LEAST_THOUGHT = 10 * MINUTE;
const THOUGHT: Readonly<Record<Difficulty, number>> = { easy: 4 * HOUR, hard: 0.5 * HOUR };

type Mode = 'later' | 'minutes-after' | 'through';

/**
 * All that one person submits: sweep after sweep until there are so many jobs, with strays between them.
 *
 * @param start epoch seconds
 * @param nextId gives a sweep its id
 */
export function liveThrough(
  codebases: readonly Codebase[],
  fewest: number,
  start: number,
  difficulty: Difficulty,
  nextId: () => string,
  random: Random,
): Submission[] {
  const past: Past[] = [];
  const jobs: Submission[] = [];
  let [now, mode, codebase]: [number, Mode, Codebase] = [start, 'later', random.pick(codebases)];
  while (jobs.length < fewest) {
    if (mode === 'later' && random.chance(0.3)) codebase = random.pick(codebases);
    const refined = refineLast(past, nextId, difficulty, random);
    const from = refined?.start ?? now;
    const plan = refined?.plan ?? planNext(codebase, past, from, nextId(), difficulty, random);
    if (plan === undefined) {
      [now, mode] = [now + APART, 'later'];
      continue;
    }
    const run = runPlan(paced(plan, mode), from, random.fork(plan.sweep.id));
    const firsts = run.filter(({ retry }) => retry === 0);
    const latest: Past = {
      plan,
      start: from,
      lastSubmit: Math.max(...firsts.map(({ at }) => at)),
      lastEnd: Math.max(...firsts.map(endOf)),
    };
    past.push(latest);
    jobs.push(...run, ...strayJobs(plan.sweep, from, latest.lastEnd, random));
    [now, mode] = whatNext(latest, difficulty, random);
  }
  return jobs;
}

/** When the next sweep starts, and how it stands to the last. */
function whatNext({ start, lastSubmit }: Past, difficulty: Difficulty, random: Random): [at: number, mode: Mode] {
  const dice = difficulty === 'hard' ? random.uniform() : 1;
  if (dice < 0.55) return [lastSubmit + random.integer(1 * MINUTE, 9 * MINUTE), 'minutes-after'];
  const span = lastSubmit - start;
  if (dice < 0.78 && span > HOUR) return [Math.round(start + span * random.between(0.1, 0.5)), 'through'];
  return [byDay(lastSubmit + Math.max(1.5 * HOUR, random.logNormal(14 * HOUR, 0.8)), random), 'later'];
}

/** Nobody is at work between midnight and eight. */
function byDay(at: number, random: Random): number {
  const hour = Math.floor((at % DAY) / HOUR);
  return Math.round(hour >= 8 ? at : at - (at % DAY) + random.between(8, 12) * HOUR);
}

/** What runs through another drips, or it would not. */
const paced = (plan: Plan, mode: Mode): Plan =>
  mode === 'through' && plan.sweep.pace !== 'rounds' ? { ...plan, sweep: { ...plan.sweep, pace: 'waves' } } : plan;

/** A second pass over the last sweep, when its results are in. */
function refineLast(
  past: readonly Past[],
  nextId: () => string,
  difficulty: Difficulty,
  random: Random,
): { plan: Plan; start: number } | undefined {
  const last = past.at(-1);
  if (last === undefined || last.plan.axes.length === 0 || !random.chance(REFINED)) return undefined;
  // A third pass would be harder to tell from the second than people find it.
  if (last.plan.sweep.refines !== undefined) return undefined;
  const plan = planRefinement(nextId(), last.plan, difficulty, random);
  const others = past.filter(
    (one) => one !== last && one.plan.sweep.codebase === last.plan.sweep.codebase && one.lastEnd > last.lastEnd - APART,
  );
  if (plan === undefined || !isApart(plan.sweep, others)) return undefined;
  return { plan, start: last.lastEnd + Math.ceil(LEAST_THOUGHT + random.logNormal(THOUGHT[difficulty], 1.2)) };
}

/** A new sweep that can be told from those around it, or an old one once more, weeks later; undefined when luck gave none. */
function planNext(
  codebase: Codebase,
  past: readonly Past[],
  at: number,
  id: string,
  difficulty: Difficulty,
  random: Random,
): Plan | undefined {
  const own = past.filter(({ plan }) => plan.sweep.codebase === codebase);
  const near = own.filter(({ lastEnd }) => lastEnd > at - APART);
  const isOnce = ({ plan }: Past): boolean => own.filter((other) => other.plan.cells === plan.cells).length === 1;
  const old = own.filter((one) => one.lastEnd < at - RERUN_AFTER && one.plan.cells.length > 0 && isOnce(one));
  if (old.length > 0 && random.chance(RERUN)) {
    const { plan } = random.pick(old);
    if (isApart(plan.sweep, near)) return { ...plan, sweep: { ...plan.sweep, id, mark: drawMark(random) } };
  }
  const numberedFrom = 1 + own.reduce((sum, { plan }) => sum + plan.cells.length, 0);
  for (let attempt = 0; attempt < 20; attempt++) {
    const plan = planSweep(id, codebase, random.pick(codebase.contexts), difficulty, random);
    if (isApart(plan.sweep, near) && isOther(plan, own)) return { ...plan, sweep: { ...plan.sweep, numberedFrom } };
  }
  return undefined;
}
