import { parentPort } from 'node:worker_threads';
import { loadPen, type Sketch } from '../../report/render/pen.ts';

// What runs in the thread that draws: see `pen-thread.ts`.

/** A sketch with the number by which its drawing is known. */
export interface Numbered {
  readonly number: number;
  readonly sketch: Sketch;
}

// Loaded at once, while the other thread still adds up; who asks before that waits.
const pen = loadPen();

parentPort?.on('message', async ({ number, sketch }: Numbered) => {
  try {
    parentPort?.postMessage({ number, drawing: await (await pen)(sketch) });
  } catch (error) {
    parentPort?.postMessage({ number, error });
  }
});
