import { AppError } from '../../../errors.ts';
import { type Answer, judge } from './answer.ts';
import type { ApiKey } from './api-key.ts';
import { type NetworkFailure, networkFailure } from './network-error.ts';
import type { PageSize } from './page-size.ts';
import type { UnknownFields } from './selection.ts';

/** What the command line knows and can do. */
export interface Surroundings {
  /** The time, epoch seconds. */
  readonly now: () => number;
  /** Waits so many seconds. */
  readonly sleep: (seconds: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Shows why it does not go on; '' when it does. */
  readonly note: (text: string) => void;
  /** How long an answer may take, seconds. */
  readonly patience: number;
}

/** A query and its variables, for so many things at a time, and without what makes them large where that is wished. */
export type MakeQuery = (size: number, isLight: boolean) => { readonly query: string; readonly variables: object };

/** What was got, and how it was asked for in the end. */
interface Got {
  readonly data: unknown;
  readonly size: number;
  readonly isLight: boolean;
}

/** What may pass by itself. */
type Passing = Extract<Answer, { kind: 'too-much' | 'busy' | 'broken' }>;

/** How often a query is asked before it is given up: four minutes in all where the server does not say how long to wait. Our own judgement. */
const MOST_TRIES = 10;

/** After so many tries what is too much one by one is asked for without what makes it large. 200 halved seven times is one. */
const WHOLE_TRIES = 8;

/** The longest wait between two tries without and with the server's word, seconds. Our own judgement: who must wait longer had better come back later. */
const LONGEST_PAUSE = 60;
const LONGEST_REST = 900;

/** A server of Weights & Biases, asked with patience: what may pass is tried again, in smaller pages where they were too much. */
export class Server {
  readonly base: URL;
  readonly key: ApiKey;
  /** What it said beside its data, each once. */
  readonly complaints = new Set<string>();
  readonly #surroundings: Surroundings;
  readonly #unknown: UnknownFields;
  #wasReached = false;
  #rest = 0;

  constructor(base: URL, key: ApiKey, unknown: UnknownFields, surroundings: Surroundings) {
    this.base = base;
    this.key = key;
    this.#unknown = unknown;
    this.#surroundings = surroundings;
  }

  /** Where queries go, as messages name it. */
  get url(): string {
    return `${this.base.href.replace(/\/$/, '')}/graphql`;
  }

  /**
   * Asks until there is an answer. Gives its data, and what was asked for in the end.
   *
   * @throws AppError when there will be none, or not soon
   */
  async ask(makeQuery: MakeQuery, pages: PageSize): Promise<Got> {
    await this.#wait(this.#rest, 'the rate limit is used up');
    let isTooMuch = false;
    for (let failures = 1; ; failures++) {
      const [size, isLight] = [pages.size, isTooMuch && failures > WHOLE_TRIES];
      const answer = await this.#post(makeQuery(size, isLight));
      if (answer.kind === 'data') {
        this.#rest = answer.rest;
        pages.worked();
        for (const complaint of answer.complaints) this.complaints.add(this.key.removeFrom(complaint));
        return { data: answer.data, size, isLight };
      }
      if (answer.kind === 'unknown-fields') {
        this.#leaveOut(answer);
        failures--;
      } else {
        const mayPass = this.#orThrow(answer, failures);
        isTooMuch = mayPass.kind === 'too-much';
        if (isTooMuch) pages.halve();
        await this.#wait(this.#pause(mayPass, failures), mayPass.reason);
      }
    }
  }

  async #post(body: object): Promise<Answer> {
    const { now, patience } = this.#surroundings;
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: { authorization: this.key.authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'manual', // the key is not carried to where a redirect leads
        signal: AbortSignal.timeout(patience * 1000),
      });
      const { status, headers } = response;
      const answer = judge({ status, headers, text: await response.text() }, now());
      this.#wasReached = true;
      return answer;
    } catch (error) {
      return this.#withoutAnswer(networkFailure(error));
    }
  }

  /** A network that was there is waited for; one that never was is not. */
  #withoutAnswer({ kind, reason }: NetworkFailure): Answer {
    const host = this.base.host;
    if (kind === 'untrusted') throw new AppError({ code: 'wandb-untrusted', host, reason });
    if (kind === 'unreachable' && !this.#wasReached) throw new AppError({ code: 'wandb-unreachable', host, reason });
    return { kind: kind === 'slow' ? 'too-much' : 'broken', reason };
  }

  #leaveOut({ fields, reason }: Extract<Answer, { kind: 'unknown-fields' }>): void {
    const left = fields.filter((field) => this.#unknown.leaveOut(field));
    if (left.length === 0) throw this.#error('wandb-query-refused', reason);
  }

  /** Throws for what will not pass, or has not passed for long. */
  #orThrow(answer: Exclude<Answer, { kind: 'data' | 'unknown-fields' }>, failures: number): Passing {
    if (answer.kind === 'key-refused') throw this.#keyRefused(answer.status);
    if (answer.kind === 'query-refused') throw this.#error('wandb-query-refused', answer.reason);
    if (failures < MOST_TRIES) return answer;
    throw this.#error('wandb-failed', `${answer.reason}, ${failures} times in a row`);
  }

  /**
   * How long to wait before the next try, seconds: as the server says, else twice as long after each failure, up to a minute. Half of that by chance, so that many clients do
   * not come back at once.
   */
  #pause(answer: Passing, failures: number): number {
    if (answer.kind === 'busy' && answer.seconds !== undefined) return answer.seconds;
    return Math.min(LONGEST_PAUSE, 2 ** (failures - 1)) * (0.5 + this.#surroundings.random() / 2);
  }

  async #wait(seconds: number, reason: string): Promise<void> {
    if (seconds <= 0) return;
    const { sleep, note } = this.#surroundings;
    const rest = Math.min(seconds, LONGEST_REST);
    note(`waiting ${Math.ceil(rest)} s: ${this.key.removeFrom(reason).replace(/\s+/g, ' ').slice(0, 60)}`);
    await sleep(rest);
    note('');
  }

  #keyRefused(status: number): AppError {
    return new AppError({ code: 'wandb-key-refused', url: this.url, status, place: this.key.place });
  }

  #error(code: 'wandb-query-refused' | 'wandb-failed', reason: string): AppError {
    return new AppError({ code, url: this.url, reason: this.key.removeFrom(reason) });
  }
}
