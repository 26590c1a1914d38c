import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { stateOf } from '../../src/model/job-state.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';

// What one living cluster printed of the same jobs, in every form that it has. Two forms together are that cluster still.

const folder = (path: string): string => new URL(`../../fixtures/slurm/${path}`, import.meta.url).pathname;

async function factsOf(...paths: readonly string[]): Promise<ProjectFacts> {
  const intake = await ingest(paths.map(folder), { zone: 'UTC' });
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

it('Slurm 24.11 without --duplicates: as many attempts are said to be hidden as the dump with them has more', async () => {
  const [whole, last] = [await factsOf('24.11/sacct-json'), await factsOf('24.11/sacct-nodup-json')];
  const hidden = last.diagnostics.find(({ rule }) => rule === 'attempts-hidden');
  expect(hidden?.count).toBe(whole.ledger.count - last.ledger.count);
  expect(whole.diagnostics.map(({ rule }) => rule)).not.toContain('attempts-hidden');
});
