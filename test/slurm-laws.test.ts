import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateLisa } from '../scripts/fixtures/lisa/generate-lisa.ts';
import { AppError } from '../src/errors.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { buildLedger } from '../src/ledger/build-ledger.ts';
import type { Ledger } from '../src/model/ledger.ts';
import { unaccounted } from '../src/model/reconciliation.ts';
import { scratch } from './support/scratch.ts';

/** The laws of DESIGN that concern Slurm text, held over real lines: whatever is done to a dump that does not change what it says must not change what is counted. */
const REAL = readFileSync(
  new URL('../fixtures/slurm/22.05/parsable2-core/parsable2-core.txt', import.meta.url),
  'utf8',
);
const LISA = generateLisa(2019);

async function read(files: ReadonlyMap<string, string | Uint8Array>): Promise<Ledger> {
  const directory = scratch();
  for (const [name, content] of files) writeFileSync(join(directory, name), content);
  const { table, counts, diagnostics } = await ingest([directory], { zone: 'UTC' });
  rmSync(directory, { recursive: true }); // hundreds of them would pile up until the end
  return buildLedger(table, counts, diagnostics);
}

const one = (text: string | Uint8Array): Promise<Ledger> => read(new Map([['dump.txt', text]]));

function totals({ table, row, wall, count, reconciliation }: Ledger): { attempts: number; gpuSeconds: number } {
  expect(unaccounted(reconciliation)).toBe(0);
  let gpuSeconds = 0;
  for (let attempt = 0; attempt < count; attempt++) {
    const gpus = table.gpus.at(row[attempt] as number);
    if (gpus > 0) gpuSeconds += gpus * (wall[attempt] as number);
  }
  return { attempts: count, gpuSeconds };
}

/** Records of the real dump: a line that begins with an id begins one (names and commands hold newlines). */
function records(text: string): { header: string; rows: string[] } {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const rows: string[] = [];
  for (const line of lines) {
    if (/^\d+(_\d+|\+\d+)?(\.\w+)?\|\d/.test(line)) rows.push(line);
    else rows[rows.length - 1] += `\n${line}`;
  }
  return { header, rows };
}

const { header: HEADER, rows: ROWS } = records(REAL);
const isStep = (row: string): boolean => /^[\d_+]+\./.test(row);
const dump = (rows: readonly string[], header = HEADER): string => `${[header, ...rows].join('\n')}\n`;

describe('what is counted does not change when a dump', async () => {
  const expected = totals(await one(REAL));

  it('is read at all: 145 attempts', () => {
    expect(expected.attempts).toBe(145);
  });

  it('is cut in two anywhere, its rows in any order, with one part twice', async () => {
    const order = fc.shuffledSubarray(ROWS, { minLength: ROWS.length });
    await fc.assert(
      fc.asyncProperty(order, fc.nat(ROWS.length), fc.boolean(), async (rows, at, twice) => {
        const files = new Map([
          ['a.txt', dump(rows.slice(0, at))],
          ['b.txt', dump(rows.slice(at))],
        ]);
        if (twice) files.set('c.txt', dump(rows.slice(0, at)));
        expect(totals(await read(files))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('is written without its steps, gzipped, with CRLF, or with its header repeated', async () => {
    expect(totals(await one(dump(ROWS.filter((row) => !isStep(row)))))).toEqual(expected);
    expect(totals(await one(gzipSync(REAL)))).toEqual(expected);
    expect(totals(await one(`\uFEFF${REAL.replaceAll('\n', '\r\n')}`))).toEqual(expected);
    expect(totals(await one(dump([...ROWS.slice(0, 100), HEADER, ...ROWS.slice(100)])))).toEqual(expected);
  });

  it('has its columns in another order', async () => {
    // Rows with delimiters in names have no cells to move; the generated study has none of them.
    const text = [...LISA.files.values()][0] as string;
    const table = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split('|'));
    const before = totals(await one(text));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(table[0]?.map((_, i) => i) ?? [], { minLength: 22 }), async (order) => {
        const moved = table.map((cells) => order.map((column) => cells[column]).join('|')).join('\n');
        expect(totals(await one(moved))).toEqual(before);
      }),
      { numRuns: 5 },
    );
  });

  it('is printed with --parsable', async () => {
    const [first] = [...LISA.files.values()];
    const parsable = `${(first as string).trimEnd().replaceAll('\n', '|\n')}|\n`;
    expect(totals(await one(parsable))).toEqual(totals(await one(first as string)));
  });
});

it('months that overlap count each attempt once, in whatever order they are named', async () => {
  const months = [...LISA.files.values()];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(months, { minLength: months.length }), async (order) => {
      const files = new Map(order.map((text, index) => [`${index}.txt`, text]));
      expect(totals(await read(files))).toEqual({ attempts: 4789, gpuSeconds: 863_791_200 });
    }),
    { numRuns: 4 },
  );
});

it('any bytes give diagnostics or a message to the user, never another error', async () => {
  const bytes = new TextEncoder().encode(REAL).slice(0, 40_000);
  const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(damage, fc.nat(bytes.length), async (changes, length) => {
      const damaged = bytes.slice(0, length);
      for (const [at, byte] of changes) if (at < length) damaged[at] = byte;
      const ledger = await one(damaged).catch((error: unknown) => error);
      if (ledger instanceof Error) expect(ledger).toBeInstanceOf(AppError);
      else totals(ledger as Ledger);
    }),
    { numRuns: 150 },
  );
});
