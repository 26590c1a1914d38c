import { crc32, gunzip } from '../../src/ingest/read-file.ts';
import { recognise } from '../../src/ingest/registry.ts';
import type { Source } from '../../src/ingest/source.ts';
import { type Diagnostic, Diagnostics, type Reject } from '../../src/model/diagnostic.ts';
import { blankJob, type Job } from '../../src/model/job.ts';
import { stateOf } from '../../src/model/job-state.ts';
import { JobTable } from '../../src/model/job-table.ts';

const encoder = new TextEncoder();

/** What a source made of a file. */
export interface ReadOutcome {
  readonly jobs: Job[];
  readonly settled: Readonly<Record<string, number>>;
  readonly rejects: Omit<Reject, 'file'>[];
  readonly diagnostics: Diagnostic[];
}

/** Reads a file with one source, in blocks of the given sizes, over and over; whole by default. */
export function readWith(source: Source, content: string | Uint8Array, sizes: readonly number[] = []): ReadOutcome {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  const table = new JobTable();
  const diagnostics = new Diagnostics();
  const settled: Record<string, number> = {};
  const rejects: Omit<Reject, 'file'>[] = [];
  const reader = source.read(new TextDecoder().decode(bytes.subarray(0, 65_536)), {
    table,
    file: table.addFile('dump', source.name),
    path: 'dump',
    diagnostics,
    settle: (as, count = 1) => {
      settled[as] = (settled[as] ?? 0) + count;
    },
    reject: (reject) => rejects.push(reject),
    loneSteps: () => undefined,
    settings: {},
    gunzip,
    describe: () => undefined,
    crc32,
    toUtc: (local) => local,
  });
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? bytes.length);
    // A copy that is overwritten after the call, as the buffers of a real file are.
    const block = bytes.slice(at, at + size);
    reader.feed(block);
    block.fill(0x58);
    at += size;
  }
  reader.end();
  return { jobs: jobsOf(table), settled, rejects, diagnostics: diagnostics.list() };
}

/** Reads a file with the source that claims it. */
export function readAs(name: string, content: string): ReadOutcome {
  const source = recognise(content.slice(0, 65_536));
  if (source?.name !== name) throw new Error(`recognised as ${source?.name}, not as ${name}`);
  return readWith(source, content);
}

/** All rows of a table. */
export function jobsOf(table: JobTable): Job[] {
  const columns = table as unknown as Record<string, { at(row: number): unknown; code?(row: number): number }>;
  return Array.from({ length: table.length }, (_, row) => {
    const job = blankJob(table.line.at(row)) as unknown as Record<string, unknown>;
    for (const key of Object.keys(job)) job[key] = columns[key]?.at(row);
    job.state = stateOf(table.state.code(row));
    return job as unknown as Job;
  });
}
