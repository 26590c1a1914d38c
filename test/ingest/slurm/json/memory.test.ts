import { expect, it } from 'vitest';
import { crc32, gunzip } from '../../../../src/ingest/read-file.ts';
import { json } from '../../../../src/ingest/slurm/json/formats.ts';
import { ObjectFileReader } from '../../../../src/ingest/slurm/json/object-reader.ts';
import { sacctObjects } from '../../../../src/ingest/slurm/json/sacct-object.ts';
import { Diagnostics } from '../../../../src/model/diagnostic.ts';
import { JobTable } from '../../../../src/model/job-table.ts';
import { slurmFixture } from '../../../support/slurm-fixture.ts';

/**
 * A dump of gigabytes, made as it is read. `RUNLEDGER_STREAM_MB=2000 npx vitest run test/ingest/slurm/json/memory.test.ts` streams two of them; by default it is
 * 60 MB, enough to see whether memory grows with the file.
 */
const MEGABYTES = Number(process.env.RUNLEDGER_STREAM_MB ?? 60);
/** A job of the table takes some 300 bytes, so the columns of 60 MB of dump take 1.5 MB. The rest is a block, a job, and garbage not yet collected. */
const MOST_GROWTH_MB = 40 + MEGABYTES / 20;

it(`finding 17: reads ${MEGABYTES} MB in memory that does not grow with the file`, { timeout: 600_000 }, () => {
  const text = slurmFixture('24.11/sacct-json/sacct.json.gz');
  const [start, end] = [text.indexOf('[', text.indexOf('"jobs"')) + 1, text.lastIndexOf('],\n  "meta"')];
  const jobs = new TextEncoder().encode(text.slice(start, end));
  const comma = new TextEncoder().encode(',');
  const table = new JobTable();
  let steps = 0;
  const reader = new ObjectFileReader(json, sacctObjects({ gunzip }), {
    table,
    file: table.addFile('dump', 'slurm-sacct-json'),
    path: 'dump',
    diagnostics: new Diagnostics(),
    loneSteps: () => undefined,
    settle: (_, count = 1) => {
      steps += count;
    },
    reject: (reject) => {
      throw new Error(reject.reason);
    },
    settings: {},
    gunzip,
    describe: () => undefined,
    crc32,
    toUtc: (local) => local,
  });
  const rounds = Math.ceil((MEGABYTES * 1e6) / jobs.length);
  const memory = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  reader.feed(new TextEncoder().encode(text.slice(0, start)));
  reader.feed(jobs);
  const before = memory();
  let most = 0;
  for (let round = 1; round < rounds; round++) {
    reader.feed(comma);
    reader.feed(jobs);
    most = Math.max(most, memory() - before);
  }
  reader.feed(new TextEncoder().encode(text.slice(end)));
  reader.end();
  expect([table.length, steps]).toEqual([143 * rounds, 152 * rounds]);
  expect(most / 1e6).toBeLessThan(MOST_GROWTH_MB);
});
