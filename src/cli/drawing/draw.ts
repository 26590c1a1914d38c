import { parentPort } from 'node:worker_threads';
import { type Drawing, loadPen, type Sketch } from '../../report/render/pen.ts';

// What runs in the thread that draws: see `pen-thread.ts`.

/** A sketch with the number by which its drawing is known. */
export interface Numbered {
  readonly number: number;
  readonly sketch: Sketch;
}

/** A drawing, or why there is none. */
export interface Answer {
  readonly number: number;
  readonly drawing?: Drawing;
  readonly error?: unknown;
}

const answer = (to: Answer): void => parentPort?.postMessage(to);

// Loaded at once, while the other thread still adds up; who asks before that waits.
const pen = loadPen();

parentPort?.on('message', async ({ number, sketch }: Numbered) => {
  try {
    answer({ number, drawing: await (await pen)(sketch) });
  } catch (error) {
    answer({ number, error });
  }
});
