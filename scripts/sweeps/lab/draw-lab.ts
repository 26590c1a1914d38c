import { DAY, HOUR } from '../../fixtures/lisa/calendar.ts';
import { createRandom, type Random } from '../../fixtures/lisa/random.ts';
import { withClearRetries } from './clear-retries.ts';
import { type Draft, drawLaunch, type Relation } from './draw-launch.ts';
import { drawProject } from './draw-project.ts';
import type { Difficulty, LabJob, LabSweep, Project } from './lab.ts';
import { runSweep } from './run-sweep.ts';

/** What a few people did on a cluster, and what they meant by it. */
export interface Lab {
  /** In order of submission. */
  readonly jobs: readonly LabJob[];
  readonly sweeps: readonly LabSweep[];
  /** How each launch related to the one before. */
  readonly relations: readonly Relation[];
}

/** 2020-09-13, 12:26:40 UTC. */
const FIRST_SECOND = 1_600_000_000;
const MINUTE = 60;
const [FEWEST_SWEEPS, MOST_SWEEPS] = [12, 25];
const MOST_PEOPLE: Readonly<Record<Difficulty, number>> = { easy: 5, hard: 3 };
const MOST_PROJECTS: Readonly<Record<Difficulty, number>> = { easy: 3, hard: 1 };
/** As long as a failed run may be tried again, and as long again. */
const RECENT = 3 * DAY;
const STRAYS = ['preproc', 'bash', 'eval'];

/** Draws a lab. The same seed gives the same lab on every machine. */
export function drawLab(seed: number, difficulty: Difficulty): Lab {
  const random = createRandom(`sweeps/${difficulty}/${seed}`);
  const people = random.integer(1, MOST_PEOPLE[difficulty]);
  const diaries = Array.from(
    { length: people },
    (_, index) => new Diary(random.fork(`u${index}`), difficulty, `u${index}`),
  );
  return {
    jobs: diaries.flatMap(({ jobs }) => withClearRetries(jobs)).sort((one, other) => one.submit - other.submit),
    sweeps: diaries.flatMap(({ sweeps }) => sweeps),
    relations: diaries.flatMap(({ relations }) => relations),
  };
}

/** What one person does, one thing after the other. */
class Diary {
  readonly jobs: LabJob[] = [];
  readonly sweeps: LabSweep[] = [];
  readonly relations: Relation[] = [];
  readonly #random: Random;
  readonly #difficulty: Difficulty;
  readonly #user: string;
  readonly #history: { readonly draft: Draft; readonly end: number }[] = [];
  readonly #typicalSeconds: number;

  constructor(random: Random, difficulty: Difficulty, user: string) {
    this.#random = random;
    this.#difficulty = difficulty;
    this.#user = user;
    this.#typicalSeconds = random.logNormal(3000, 0.5);
    const projects = Array.from({ length: random.integer(1, MOST_PROJECTS[difficulty]) }, (_, index) =>
      drawProject(random, user, index),
    );
    const wanted = random.integer(FEWEST_SWEEPS, MOST_SWEEPS);
    let time = FIRST_SECOND + random.uniform() * DAY;
    while (this.sweeps.length < wanted) time = this.#launch(random.pick(projects), time);
  }

  /** Launches something in a project, after a pause. Gives when the last of it was submitted. */
  #launch(project: Project, before: number): number {
    const random = this.#random;
    const recent = this.#history.filter(({ draft, end }) => draft.project === project && end > before - RECENT);
    const { relation, sweeps } = drawLaunch(
      random,
      this.#difficulty,
      project,
      recent.map(({ draft }) => draft),
    );
    const start = before + this.#pause(relation);
    if (random.chance(0.3)) this.#stray(project, start - 50);
    const ends = sweeps.map((draft, index) => this.#play(draft, index === 0 ? start : start + random.uniform() * 600));
    this.relations.push(relation);
    return Math.max(...ends);
  }

  #play(draft: Draft, start: number): number {
    const label = `${this.#user}-${String(this.sweeps.length + 1).padStart(3, '0')}`;
    const sweep = { ...draft, label };
    const jobs = runSweep(this.#random, sweep, start, this.#typicalSeconds);
    const end = this.#lastOfFirsts(jobs);
    this.sweeps.push(sweep);
    this.jobs.push(...jobs);
    this.#history.push({ draft, end });
    return end;
  }

  /** The last submission but for retries, which nobody waits for. */
  #lastOfFirsts(jobs: readonly LabJob[]): number {
    const seen = new Map<LabJob['cell'], number>();
    for (const { cell, submit, state, seconds } of jobs) {
      if (!seen.has(cell) || (state === 'FAILED' && seconds < 2 * MINUTE)) seen.set(cell, submit);
    }
    return Math.max(...seen.values());
  }

  /** Seconds before a launch. */
  #pause(relation: Relation): number {
    const random = this.#random;
    if (relation === 'again') return random.between(14, 30) * DAY;
    const minutes = random.between(2 * MINUTE, 15 * MINUTE);
    if (relation === 'alike') return minutes;
    const [hours, days] = [random.between(2, 8) * HOUR, random.between(20, 120) * HOUR];
    if (this.#difficulty === 'easy') return random.pick([hours, days]);
    return random.pick([minutes, minutes, hours / 2, days * (2 / 3)]);
  }

  /** A job that tries nothing. */
  #stray(project: Project, submit: number): void {
    const strayName = this.#random.pick(STRAYS);
    this.jobs.push({ project, cell: {}, submit, start: submit + 5, state: 'COMPLETED', seconds: 600, strayName });
  }
}
