import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { stateOf } from '../../src/model/job-state.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { describeShared } from '../support/shared-data.ts';

// What one living cluster printed of the same jobs, in every form that it has. Two forms together are that cluster still.

const folder = (path: string): string => new URL(`../../fixtures/slurm/${path}`, import.meta.url).pathname;

const factsOf = (...paths: readonly string[]): Promise<ProjectFacts> => factsIn(...paths.map(folder));

async function factsIn(...paths: readonly string[]): Promise<ProjectFacts> {
  const intake = await ingest(paths, { zone: 'UTC' });
  const options = { projectName: 'lisa', version: '0', method: findMethod('default'), selection: {} };
  return analyse(intake, options);
}

/** GPU-seconds and number of attempts that ran and ended: open ones grow from dump to dump. */
function ended({ ledger: { table, count, row, wall, state } }: ProjectFacts): { attempts: number; gpuSeconds: number } {
  let [attempts, gpuSeconds] = [0, 0];
  for (let attempt = 0; attempt < count; attempt++) {
    const seconds = wall[attempt] as number;
    if (!(seconds > 0) || stateOf(state[attempt] as number) === 'running') continue;
    attempts++;
    const gpus = table.gpus.at(row[attempt] as number);
    if (gpus > 0) gpuSeconds += gpus * seconds;
  }
  return { attempts, gpuSeconds };
}

const FORMS = ['parsable2-all', 'parsable-core', 'sacct-X-json', 'sacct-json', 'sacct-yaml', 'mysqldump', 'jobcomp'];
/** Of each job they know the last attempt only, and not when it was resized: nothing new beside the text. */
const PARTIAL = ['scontrol', 'squeue-json'];
const PAIRS = FORMS.flatMap((one, index) => FORMS.slice(index + 1).map((other) => [one, other] as const));

describe('Slurm 22.05', () => {
  let text: ReturnType<typeof ended>;
  beforeAll(async () => {
    text = ended(await factsOf('22.05/parsable2-all'));
  });

  it.each(PAIRS)('%s and %s together are the jobs of the text alone', async (one, other) => {
    expect(ended(await factsOf(`22.05/${one}`, `22.05/${other}`))).toEqual(text);
  });

  it.each(PARTIAL)('%s beside the text changes nothing', async (form) => {
    expect(ended(await factsOf('22.05/parsable2-all', `22.05/${form}`))).toEqual(text);
  });

  it('all forms at once are, too', async () => {
    expect(ended(await factsOf(...[...FORMS, ...PARTIAL].map((form) => `22.05/${form}`)))).toEqual(text);
  });
});

// One of the exports is with -T, one in New York's time, several are cut to a few columns. In 20.11 `sacct` hides two requeued attempts (jobs 115 and 117: 3 s on 2 GPUs, 3 s on 1)
// that the database and the log of completion know.
describe.each([
  { version: '20.11', hidden: { attempts: 2, gpuSeconds: 9 } },
  { version: '22.05', hidden: { attempts: 0, gpuSeconds: 0 } },
  { version: '24.11', hidden: { attempts: 0, gpuSeconds: 0 } },
])('all that Slurm $version printed', ({ version, hidden }) => {
  describeShared('as one directory', `slurm/real-${version}/`, (exports) => {
    it('is the jobs of its text alone and those it hides; the suspended one counts what it ran', async () => {
      const all = fileURLToPath(exports);
      const [together, text] = [await factsIn(all), await factsIn(`${all}parsable2-all.txt`)];
      const { attempts, gpuSeconds } = ended(text);
      expect(ended(together)).toEqual({
        attempts: attempts + hidden.attempts,
        gpuSeconds: gpuSeconds + hidden.gpuSeconds,
      });
      expect(wallsOf(together, 'open_susp')).toEqual(wallsOf(text, 'open_susp'));
      expect(wallsOf(text, 'open_susp')).toEqual([3]);
      // What `squeue` prints is no table of jobs: ends in it are still to come.
      expect(together.inputs.filter(({ source }) => source === 'table')).toEqual([]);
      expect(together.project.start).toBe(text.project.start);
      expect(together.project.end - text.project.end).toBeLessThan(60);
    });
  });
});

const wallsOf = ({ ledger: { table, row, wall } }: ProjectFacts, name: string): number[] =>
  [...wall].filter((_, attempt) => table.name.at(row[attempt] as number) === name);

it('Slurm 24.11 without --duplicates: as many attempts are said to be hidden as the dump with them has more', async () => {
  const [whole, last] = [await factsOf('24.11/sacct-json'), await factsOf('24.11/sacct-nodup-json')];
  const hidden = last.diagnostics.find(({ rule }) => rule === 'attempts-hidden');
  expect(hidden?.count).toBe(whole.ledger.count - last.ledger.count);
  expect(whole.diagnostics.map(({ rule }) => rule)).not.toContain('attempts-hidden');
});
