import { createReadStream, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import Papa from 'papaparse';
import type { ingest as Ingest } from '../../../src/ingest/ingest.ts';

// Reads a table once, in one way, in a process of its own, and prints what was found and how long that took without starting and loading, by the clock and by the processor (of all threads): `tsx read-table.ts WAY PATH`.

interface Found {
  readonly rows: number;
  /** Of the way that makes jobs of rows. */
  readonly gpuSeconds?: number;
}

/** Rows of a papaparse that streams a file, as its documentation has it: chunk by chunk. */
const streamed = (path: string, header: boolean): Promise<Found> =>
  new Promise((resolve, reject) => {
    let rows = header ? 0 : -1;
    Papa.parse<unknown>(createReadStream(path, { encoding: 'utf8' }), {
      header,
      skipEmptyLines: true,
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => resolve({ rows }),
      error: reject,
    });
  });

/** As built, since that is what users run. */
const BUILT = new URL('../../../dist/ingest/ingest.js', import.meta.url).href;
const { ingest } = (await import(BUILT)) as { ingest: typeof Ingest };

const WAYS: Readonly<Record<string, (path: string) => Promise<Found>>> = {
  stream: (path) => streamed(path, false),
  'stream-header': (path) => streamed(path, true),
  whole: async (path) => ({ rows: Papa.parse(readFileSync(path, 'utf8'), { skipEmptyLines: true }).data.length - 1 }),
  'whole-header': async (path) => ({
    rows: Papa.parse(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data.length,
  }),
  ours: async (path) => {
    const { table } = await ingest([path], { zone: 'UTC' });
    let gpuSeconds = 0;
    for (let row = 0; row < table.length; row++) gpuSeconds += table.elapsed.at(row) * table.gpus.at(row);
    return { rows: table.length, gpuSeconds };
  },
};

const [way = '', path = ''] = process.argv.slice(2);
const read = WAYS[way];
if (read === undefined) throw new Error(`no way of reading is called "${way}"`);
const [began, before] = [performance.now(), process.cpuUsage()];
const found = await read(path);
const { user, system } = process.cpuUsage(before);
const seconds = (performance.now() - began) / 1000;
console.log(JSON.stringify({ ...found, seconds, processorSeconds: (user + system) / 1e6 }));
