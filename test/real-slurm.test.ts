import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analysis/analyse.ts';
import { ingest } from '../src/ingest/ingest.ts';
import type { ProjectFacts } from '../src/model/facts.ts';
import { defaultMethod } from '../src/tables/methods/default.ts';

const ROOT = new URL('../fixtures/slurm/22.05/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, ROOT), 'utf8');

interface StudyTruth {
  readonly allocations: number;
  readonly gpu_seconds: number;
}

const truth: Record<string, StudyTruth> = JSON.parse(read('ground-truth-by-study.json'));
const studyOf = new Map(
  read('manifest.tsv')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t').slice(0, 2) as [string, string]),
);

/** Parts of a resized job overlap as printed; the jobs' own clocks say 8 × 4 s + 4 × 5 s. See the fixture's README. */
const RESIZED = { study: 'S-resize', gpuSeconds: 52 };
/** Open jobs grow from dump to dump: at most this many seconds on seven GPUs lie between the first dump and the truth. */
const OPEN = { study: 'O-open', gpuSeconds: 60 };

async function factsOf(form: string): Promise<ProjectFacts> {
  const intake = await ingest([new URL(`${form}/${form}.txt`, ROOT).pathname], { zone: 'UTC' });
  const options = { projectName: form, version: '0', method: defaultMethod(undefined), selection: {} };
  return analyse(intake, options);
}

function byStudy({ ledger }: ProjectFacts): Map<string, { attempts: number; gpuSeconds: number }> {
  const studies = new Map<string, { attempts: number; gpuSeconds: number }>();
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const row = ledger.row[attempt] as number;
    const [base = ''] = ledger.table.jobId.at(row).split(/[_+]/);
    const study = studies.get(studyOf.get(base) ?? '?') ?? { attempts: 0, gpuSeconds: 0 };
    const gpus = ledger.table.gpus.at(row);
    study.attempts++;
    study.gpuSeconds += (Number.isNaN(gpus) ? 0 : gpus) * (ledger.wall[attempt] as number);
    studies.set(studyOf.get(base) ?? '?', study);
  }
  return studies;
}

describe.each(['parsable2-all', 'parsable2-core', 'parsable-core'])('a real Slurm 22.05 dump, %s', (form) => {
  it('gives each study its attempts and GPU-seconds', async () => {
    const found = byStudy(await factsOf(form));
    expect([...found.keys()].sort()).toEqual(Object.keys(truth).sort());
    for (const [study, { allocations, gpu_seconds: expected }] of Object.entries(truth)) {
      const { attempts, gpuSeconds } = found.get(study) as { attempts: number; gpuSeconds: number };
      expect({ study, attempts }).toEqual({ study, attempts: allocations });
      if (study === OPEN.study) expect(Math.abs(gpuSeconds - expected)).toBeLessThanOrEqual(OPEN.gpuSeconds);
      else
        expect({ study, gpuSeconds }).toEqual({
          study,
          gpuSeconds: study === RESIZED.study ? RESIZED.gpuSeconds : expected,
        });
    }
  });

  it.each(['A-array', 'A2-array-args', 'B-loop', 'C-random', 'C2-export', 'C3-hydra'])(
    'puts the jobs of study %s into one sweep, and no other job',
    async (study) => {
      const { ledger, findings } = await factsOf(form);
      const sweeps = new Set<number>();
      const others = new Set<number>();
      for (let attempt = 0; attempt < ledger.count; attempt++) {
        const [base = ''] = ledger.table.jobId.at(ledger.row[attempt] as number).split(/[_+]/);
        (studyOf.get(base) === study ? sweeps : others).add(findings.sweepOf[attempt] as number);
      }
      expect(sweeps.size).toBe(1);
      const [sweep = -1] = sweeps;
      expect(sweep).toBeGreaterThanOrEqual(0);
      expect(others.has(sweep)).toBe(false);
    },
  );

  it('rejects nothing and accounts for every record', async () => {
    const { ledger } = await factsOf(form);
    expect(ledger.reconciliation).toMatchObject({ attempts: 145, steps: 153, rejected: 0, ignored: 0, records: 298 });
  });
});
