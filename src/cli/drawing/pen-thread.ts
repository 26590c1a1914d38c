import { Worker } from 'node:worker_threads';
import { type Drawing, loadPen, type Pen, type Sketch } from '../../report/render/pen.ts';
import type { Answer, Numbered } from './draw.ts';

interface Waiting {
  readonly resolve: (drawing: Drawing) => void;
  readonly reject: (error: unknown) => void;
}

const DRAW = new URL('./draw.js', import.meta.url);

/** Beyond so many records there is no thread: its heap, 40 to 80 MB, would come on top where memory peaks, and a second matters less. */
const MOST_RECORDS = 300_000;

/**
 * Draws charts in a thread of its own, beside the rest of the page: loading Vega and drawing takes a second, a third of the time of a report of a few thousand jobs. What that thread cannot draw,
 * as on a machine that lets a process have no more of them, is drawn here. It does not keep the program from ending.
 */
export class PenThread {
  readonly #script: URL;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #asked = 0;
  #here: Promise<Pen> | undefined;

  /** @param script what runs in the thread */
  constructor(script = DRAW) {
    this.#script = script;
  }

  /** Begins to load the libraries, for a report of so many records; what is drawn without that is drawn in this thread. */
  start(records = 0): void {
    if (records > MOST_RECORDS) return;
    try {
      const thread = new Worker(this.#script);
      thread.on('message', (answer: Answer) => this.#take(answer));
      thread.on('error', (error) => this.#giveUp(error));
      thread.on('exit', () => this.#giveUp(new Error('the thread that draws has ended')));
      thread.unref();
      this.#thread = thread;
    } catch (error) {
      this.#giveUp(error);
    }
  }

  readonly pen: Pen = async (sketch) => {
    try {
      return await this.#ask(sketch);
    } catch {
      this.#here ??= loadPen();
      return (await this.#here)(sketch);
    }
  };

  #ask(sketch: Sketch): Promise<Drawing> {
    const thread = this.#thread;
    if (thread === undefined) return Promise.reject(new Error('there is no thread that draws'));
    return new Promise((resolve, reject) => {
      const number = this.#asked++;
      thread.postMessage({ number, sketch } satisfies Numbered);
      this.#waiting.set(number, { resolve, reject });
      thread.ref(); // or the program would end while it waits
    });
  }

  #take({ number, drawing, error }: Answer): void {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (this.#waiting.size === 0) this.#thread?.unref();
    if (drawing === undefined) waiting?.reject(error);
    else waiting?.resolve(drawing);
  }

  #giveUp(error: unknown): void {
    this.#thread = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
