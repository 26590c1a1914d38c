import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { PenThread } from '../../../src/cli/drawing/pen-thread.ts';
import { loadPen, type Sketch } from '../../../src/report/render/pen.ts';

const built = new URL('../../../dist/cli/drawing/draw.js', import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), 'runledger-pen-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function started(thread: PenThread): PenThread {
  thread.start();
  return thread;
}

/** A thread that runs this in place of what draws. */
function threadOf(script: string): PenThread {
  const path = join(scratch, `${script.length}.mjs`);
  writeFileSync(path, script);
  return new PenThread(pathToFileURL(path));
}

const sketchOf = (id: string, live = true): Sketch => ({
  source: {
    data: {
      values: [
        { hours: 1, jobs: 3 },
        { hours: 2, jobs: 5 },
      ],
    },
    mark: 'bar',
    width: 200,
    encoding: { x: { field: 'hours', type: 'quantitative' }, y: { field: 'jobs', type: 'quantitative' } },
  },
  ...{ id, live, narrow: false },
});

describe('a thread that draws', () => {
  it('draws the same bytes as this one, whatever it drew before and however many are asked for at once', async () => {
    const here = await loadPen();
    const thread = started(new PenThread(built));
    const sketches = ['one', 'two', 'three'].map((id) => sketchOf(id));
    const drawn = await Promise.all(sketches.map(thread.pen));
    expect(drawn).toEqual(await Promise.all(sketches.map(here)));
    expect(drawn[0]?.body).toContain('<path');
    expect(drawn[0]?.alive).toBeDefined();
    expect(await thread.pen(sketchOf('one'))).toEqual(drawn[0]);
    expect((await thread.pen(sketchOf('still', false))).alive).toBeUndefined();
  });

  it.each([
    ['is not there', new PenThread(pathToFileURL(join(scratch, 'missing.mjs')))],
    ['breaks', threadOf('throw new Error("no room")')],
    ['ends without a word', threadOf('process.exit(0)')],
    [
      'ends when asked',
      threadOf('import { parentPort } from "node:worker_threads"; parentPort.on("message", () => process.exit())'),
    ],
    [
      'cannot draw it',
      threadOf(
        'import { parentPort } from "node:worker_threads"; parentPort.on("message", ({ number }) => parentPort.postMessage({ number, error: new Error("no") }))',
      ),
    ],
  ])('which %s is done without', async (_, thread) => {
    thread.start();
    const expected = await (await loadPen())(sketchOf('one'));
    expect(await Promise.all([thread.pen(sketchOf('one')), thread.pen(sketchOf('one'))])).toEqual([expected, expected]);
    expect(await thread.pen(sketchOf('one'))).toEqual(expected);
  });

  it('says what is wrong with a sketch that nobody can draw', async () => {
    const broken = { ...sketchOf('one'), source: { mark: 'brush', data: { values: [] } } } as unknown as Sketch;
    const reason = await (await loadPen())(broken).catch((error: unknown) => error);
    expect(reason).toBeInstanceOf(Error);
    await expect(started(new PenThread(built)).pen(broken)).rejects.toThrow((reason as Error).message);
  });

  it('leaves a sketch that cannot be handed over to this one', async () => {
    const thread = started(new PenThread(built));
    const sketch = { ...sketchOf('one'), more: () => 1 };
    expect(await thread.pen(sketch)).toEqual(await (await loadPen())(sketchOf('one')));
  });

  it('is not asked by a project so large that its memory would matter', async () => {
    const script =
      'import { parentPort } from "node:worker_threads"; parentPort.on("message", ({ number }) => parentPort.postMessage({ number, drawing: { viewBox: "", body: "there" } }))';
    const [small, large] = [threadOf(script), threadOf(script)];
    small.start(100_000);
    large.start(1_000_000);
    expect((await small.pen(sketchOf('one'))).body).toBe('there');
    expect(await large.pen(sketchOf('one'))).toEqual(await (await loadPen())(sketchOf('one')));
  });
});
