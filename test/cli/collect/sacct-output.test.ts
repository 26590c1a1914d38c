import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SacctOutput } from '../../../src/cli/collect/sacct-output.ts';

async function pass(chunks: readonly Buffer[], fields: number) {
  const output = new SacctOutput(fields);
  const passed: Buffer[] = [];
  await pipeline(Readable.from(chunks, { objectMode: false }), output, async (pieces) => {
    for await (const piece of pieces as AsyncIterable<Buffer>) passed.push(piece);
  });
  return { text: Buffer.concat(passed).toString(), rows: output.rows, messages: output.messages };
}

const ROWS = 'JobID\x1fState\x1fJobName\n1\x1fCOMPLETED\x1fnaïve\n2\x1fFAILED\x1ftwo\nlines of sacct: error\n';

it('passes rows on as they are and counts them, however they are cut into chunks', async () => {
  const bytes = Buffer.from(ROWS);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 6 }), async (cuts) => {
      const ends = [...cuts, bytes.length].sort((a, b) => a - b);
      const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
      expect(
        await pass(
          chunks.filter(({ length }) => length > 0),
          3,
        ),
      ).toEqual({ text: ROWS, rows: 2, messages: [] });
    }),
  );
});

it('takes out what sacct says of errors, also from the middle of rows', async () => {
  const message = 'sacct: error: slurmdbd: lost the connection';
  const [head, ...rest] = ROWS.split(/(?<=\n)/);
  const merged = [head, `${message}\n`, ...rest].join('');
  expect(await pass([Buffer.from(merged.slice(0, 30)), Buffer.from(merged.slice(30))], 3)).toEqual({
    text: ROWS,
    rows: 2,
    messages: [message],
  });
});

it('has no rows where there was no header', async () => {
  expect(await pass([], 3)).toMatchObject({ text: '', rows: -1 });
  expect(await pass([Buffer.from('sacct: fatal: cut')], 3)).toMatchObject({
    text: '',
    rows: -1,
    messages: ['sacct: fatal: cut'],
  });
});
