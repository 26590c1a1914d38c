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

interface StudyTruth {
  readonly allocations: number;
  readonly gpu_seconds: number;
}

/** What the jobs of the resized study held by their own clocks, where the rows as printed overlap or keep the GPUs from before: see the data's README. */
const RESIZED_GPU_SECONDS = 52;
const OPEN = 'O-open';

/** Attempts and GPU-seconds of each study. */
function byStudy(facts: ProjectFacts, studies: ReadonlyMap<string, string>): Record<string, StudyTruth> {
  const found: Record<string, { allocations: number; gpu_seconds: number }> = {};
  for (const { id, wall, gpus } of attemptsIn(facts)) {
    const study = studies.get(id.split(/[_+]/)[0] ?? '') ?? '?';
    const sum = found[study] ?? { allocations: 0, gpu_seconds: 0 };
    found[study] = { allocations: sum.allocations + 1, gpu_seconds: sum.gpu_seconds + (gpus || 0) * wall };
  }
  return found;
}

/** Forms that tell all attempts and what they held. */
const WITH_ALL_ATTEMPTS = ['parsable2-core.txt', 'parsable2-all.txt', 'sacct.json', 'sacct.yaml'];

/** Searches, each of them one sweep. */
const SEARCHES = ['A-array', 'A2-array-args', 'B-loop', 'C-random', 'C2-export', 'C3-hydra'];

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

    const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
    const studies = new Map(
      text('manifest.tsv')
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t').slice(0, 2) as [string, string]),
    );
    const truth: Record<string, StudyTruth> = JSON.parse(text('ground-truth-by-study.json'));

    it.each(WITH_ALL_ATTEMPTS)('%s: attempts and GPU-seconds of each study', async (form) => {
      if (text(form) === '') return; // 20.11 has no --json
      const found = byStudy(await read(form), studies);
      const isOverlapping = (study: string): boolean => study === 'S-resize' && version !== '24.11';
      const expected = Object.entries(truth).map(([study, { allocations, gpu_seconds: printed }]) => {
        const held = isOverlapping(study) ? RESIZED_GPU_SECONDS : printed;
        return [study, { allocations, gpu_seconds: study === OPEN ? found[OPEN]?.gpu_seconds : held }];
      });
      expect(found).toEqual(Object.fromEntries(expected));
    });

    it.each(SEARCHES)('the search %s is one sweep, without other jobs', async (study) => {
      const { ledger, findings } = await reference;
      const studyOf = (attempt: number): string | undefined =>
        studies.get(ledger.table.jobId.at(ledger.row[attempt] as number).split(/[_+]/)[0] ?? '');
      const own = findings.sweeps.filter(({ members }) => [...members].some((attempt) => studyOf(attempt) === study));
      expect(own).toHaveLength(1);
      expect(new Set(Array.from(own[0]?.members ?? [], studyOf))).toEqual(new Set([study]));
      expect(own[0]?.members).toHaveLength(truth[study]?.allocations ?? 0);
    });

    it('mysqldump-job_table.sql says the same, but for jobs that ran on or never became eligible', async () => {
      const key = ({ raw, state, wall, gpus, name }: ReadAttempt): string =>
        [raw, state, state === 'running' ? '' : wall, gpus || 0, name].join(' ');
      const known = new Set(attemptsIn(await read('mysqldump-job_table.sql')).map(key));
      expect(
        attemptsIn(await reference)
          .map(key)
          .filter((attempt) => !known.has(attempt)),
      ).toEqual([]);
    });

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
      if (text(form) === '') return;
      await expect(read(form)).rejects.toThrow(reason);
    });

    it.each(NO_LOGS)('%s is no log of jobs', async (form) => {
      await expect(read(form)).rejects.toThrow(/recognised as a log/);
    });
  });
}
