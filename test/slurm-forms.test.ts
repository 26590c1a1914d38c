import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { analyse } from '../src/analysis/analyse.ts';
import { ingest } from '../src/ingest/ingest.ts';
import type { ProjectFacts } from '../src/model/facts.ts';
import { defaultMethod } from '../src/tables/methods/default.ts';
import { attemptsIn, type ReadAttempt } from './support/read-logs.ts';
import { describeShared } from './support/shared-data.ts';

// One cluster's accounting in every form in which three versions of Slurm print it: whatever form is read, the same attempts, GPU-seconds and sweeps.

async function factsOf(file: URL): Promise<ProjectFacts> {
  const intake = await ingest([fileURLToPath(file)], { zone: 'UTC' });
  return analyse(intake, { projectName: 'real', version: '0', method: defaultMethod(undefined), selection: {} });
}

/** An attempt as all forms can say it; those that still ran grew from dump to dump. */
const essence = ({ id, raw, name, user, state, wall, gpus }: ReadAttempt) => ({
  id,
  raw,
  name,
  user,
  state,
  gpus: gpus > 0 ? gpus : 0,
  ...(state === 'running' ? {} : { wall }),
});

/** The names of the attempts of each sweep. */
const sweepsOf = ({ ledger, findings }: ProjectFacts): string[][] =>
  findings.sweeps.map(({ members }) =>
    Array.from(members, (attempt) => ledger.table.jobId.at(ledger.row[attempt] as number)),
  );

/** Forms that carry all that `-P -D` does. */
const EQUAL = ['parsable-core.txt', 'parsable2-all.txt', 'parsable2-all-X.txt', 'parsable2-core-X.txt'];
const DIALECTS = ['parsable2-us.txt', 'parsable2-comma.csv', 'parsable2-local.txt'];

/** Forms of which nothing can be counted, and what the refusal names. */
const REFUSED: readonly (readonly [string, RegExp])[] = [
  ['default-noargs.txt', /no Elapsed/],
  ['fixed-default.txt', /no Elapsed/],
  ['fixed-default-D.txt', /no Elapsed/],
  ['fixed-default-X.txt', /no Elapsed/],
  ['fixed-brief.txt', /no Elapsed/],
  ['fixed-long.txt', /no Submit or Start/],
  ['energy.txt', /no Submit or Start/],
  ['parsable2-comment.txt', /no Elapsed/],
  ['parsable2-noconvert.txt', /no Elapsed/],
  ['parsable2-noheader.txt', /no header line/],
  ['timefmt-relative.txt', /SLURM_TIME_FORMAT=standard/],
  ['timefmt-us.txt', /SLURM_TIME_FORMAT=standard/],
  ['timefmt-us-fixed.txt', /SLURM_TIME_FORMAT=standard/],
];

/** Tables of Slurm that hold no jobs. */
const NO_LOGS = ['sacctmgr-events.txt', 'sacctmgr-assoc.txt', 'sacctmgr-tres.txt', 'sreport-user.txt', 'sinfo.txt'];

for (const version of ['20.11', '22.05', '24.11']) {
  describeShared(`the accounting of a real Slurm ${version}`, `slurm/real-${version}/`, (folder) => {
    const read = (form: string): Promise<ProjectFacts> => factsOf(new URL(form, folder));
    const reference = read('parsable2-core.txt');

    it.each([...EQUAL, ...DIALECTS])('%s says the same as parsable2-core.txt', async (form) => {
      const [facts, expected] = [await read(form), await reference];
      expect(attemptsIn(facts).map(essence)).toEqual(attemptsIn(expected).map(essence));
      expect(sweepsOf(facts)).toEqual(sweepsOf(expected));
    });

    it.each(['parsable2-core-nodup.txt', 'parsable2-core-X-nodup.txt'])(
      '%s lacks earlier attempts only',
      async (form) => {
        const facts = await read(form);
        const known = new Set(attemptsIn(await reference).map((attempt) => JSON.stringify(essence(attempt))));
        for (const attempt of attemptsIn(facts)) expect(known).toContain(JSON.stringify(essence(attempt)));
        const ids = new Set(attemptsIn(await reference).map(({ id }) => id));
        expect(new Set(attemptsIn(facts).map(({ id }) => id))).toEqual(ids);
      },
    );

    it.each(['timefmt-epoch.txt', 'timefmt-isozone.txt', 'timefmt-standard.txt'])(
      '%s: the same times',
      async (form) => {
        const facts = await read(form);
        const times = ({ ledger }: ProjectFacts) =>
          Array.from(ledger.row, (row) => [ledger.table.jobId.at(row), ledger.table.submit.at(row)]);
        expect(times(facts)).toEqual(times(await reference));
      },
    );

    it('fixed-core.txt: the same attempts; what is cut is not guessed', async () => {
      const facts = await read('fixed-core.txt');
      const shape = ({ id, state, wall }: ReadAttempt) => [id, state, state === 'running' ? 0 : wall];
      expect(attemptsIn(facts).map(shape)).toEqual(attemptsIn(await reference).map(shape));
      expect(facts.diagnostics.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['slurm-cut-tres']));
    });

    it.each(REFUSED)('%s is refused, and the refusal says why', async (form, reason) => {
      if (readFileSync(new URL(form, folder), 'utf8') === '') return;
      await expect(read(form)).rejects.toThrow(reason);
    });

    it.each(NO_LOGS)('%s is no log of jobs', async (form) => {
      await expect(read(form)).rejects.toThrow(/recognised as a log/);
    });
  });
}
