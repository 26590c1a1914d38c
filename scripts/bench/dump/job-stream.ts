import { EventQueue } from '../../fixtures/lisa/cluster/event-queue.ts';
import { createRandom, type Random } from '../../fixtures/lisa/random.ts';
import { drawAttempt } from './draw-attempt.ts';
import { drawSubmission } from './draw-submission.ts';
import type { Attempt, Job } from './job.ts';
import { drawPeople, type Person } from './people.ts';

/** Receives what the dump lists, in order of submission. */
export interface JobListener {
  attempt(attempt: Attempt, now: number): void;
  remainder(job: Job, submit: number, now: number): void;
}

/** Two years of a busy cluster are a million jobs. */
const SECONDS_A_JOB = 63;
/** Mean number of jobs of a submission, from the shares in `drawSubmission`. */
const JOBS_A_SUBMISSION = 6;
const FIRST_SECOND = Date.UTC(2022, 2, 1) / 1000;
const FIRST_JOB_ID = 4_211_873;

/** A cluster at work until it has started, or queued, a number of attempts; the dump is taken then. */
export class JobStream {
  readonly #queue = new EventQueue();
  readonly #random: Random;
  readonly #people: readonly Person[];
  readonly #wanted: number;
  readonly #listener: JobListener;
  /** When the dump is taken, epoch seconds. */
  readonly #now: number;
  #planned = 0;
  #listed = 0;
  #nextId = FIRST_JOB_ID;

  constructor(attempts: number, seed: number, listener: JobListener) {
    this.#random = createRandom(`bench/${seed}`);
    this.#people = drawPeople(this.#random);
    this.#wanted = attempts;
    this.#listener = listener;
    this.#now = FIRST_SECOND + attempts * SECONDS_A_JOB;
  }

  run(): void {
    this.#queue.at(FIRST_SECOND, (now) => this.#submit(now));
    this.#queue.run(() => undefined);
  }

  #submit(time: number): void {
    const { jobs, remainder, secondsApart } = drawSubmission(this.#random, this.#people, this.#nextId);
    this.#nextId += jobs.length + this.#random.integer(1, 4);
    this.#planned += jobs.length;
    jobs.forEach((job, index) => {
      this.#queue.at(time + index * secondsApart, (submit) => this.#list(job, submit));
    });
    if (remainder !== undefined) {
      this.#queue.at(time, () => this.#listed < this.#wanted && this.#listener.remainder(remainder, time, this.#now));
    }
    if (this.#listed < this.#wanted) this.#queue.at(time + this.#gap(time), (next) => this.#submit(next));
  }

  /** Exponential, shorter while the cluster is behind its pace and longer while it is ahead. */
  #gap(time: number): number {
    const isAhead = this.#planned * SECONDS_A_JOB > time - FIRST_SECOND;
    const mean = JOBS_A_SUBMISSION * SECONDS_A_JOB * (isAhead ? 1.5 : 0.5);
    return Math.floor(-mean * Math.log(1 - this.#random.uniform()));
  }

  #list(job: Job, submit: number): void {
    if (this.#listed >= this.#wanted) return;
    this.#listed++;
    const attempt = drawAttempt(this.#random, job, submit);
    this.#listener.attempt(attempt, this.#now);
    if (!attempt.ending.isRequeued || attempt.end >= this.#now) return;
    this.#planned++;
    this.#queue.at(attempt.end, (again) => this.#list(job, again));
  }
}
