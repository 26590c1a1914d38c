import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analysis/analyse.ts';
import { ingest } from '../src/ingest/ingest.ts';
import type { ProjectFacts } from '../src/model/facts.ts';
import { stateOf } from '../src/model/job-state.ts';
import { defaultMethod } from '../src/tables/methods/default.ts';
import { describeShared } from './support/shared-data.ts';
import { slurmFixture, slurmFixturePath } from './support/slurm-fixture.ts';

// The same cluster printed the same jobs as text, JSON and YAML: what is counted must be the same.

async function factsOf(...paths: string[]): Promise<ProjectFacts> {
  const intake = await ingest(paths, { zone: 'UTC' });
  const options = { projectName: 'real', version: '0', method: defaultMethod(undefined), selection: {} };
  return analyse(intake, options);
}

const real = (...names: string[]): Promise<ProjectFacts> => factsOf(...names.map(slurmFixturePath));

/** What a dump says of each attempt, by the scheduler's id and submission. */
function attemptsOf({ ledger }: ProjectFacts): Map<string, Record<string, unknown>> {
  const { table } = ledger;
  const attempts = new Map<string, Record<string, unknown>>();
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const row = ledger.row[attempt] as number;
    const id = table.jobIdRaw.at(row);
    attempts.set(`${id === '' ? table.jobId.at(row) : id}@${table.submit.at(row)}`, {
      jobId: table.jobId.at(row),
      name: table.name.at(row),
      user: table.user.at(row),
      account: table.account.at(row),
      workDir: table.workDir.at(row),
      command: table.command.at(row),
      state: stateOf(ledger.state[attempt] as number),
      start: ledger.start[attempt],
      wall: ledger.wall[attempt],
      gpus: table.gpus.at(row),
      gpuTypes: table.gpuTypes.at(row),
      memoryGb: table.memoryGb.at(row),
    });
  }
  return attempts;
}

interface StudyTruth {
  readonly allocations: number;
  readonly gpu_seconds: number;
}

const studiesOf = (version: string): Map<string, string> =>
  new Map(
    slurmFixture(`${version}/manifest.tsv`)
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t').slice(0, 2) as [string, string]),
  );

/** Jobs that are still open run on from dump to dump, three of them on two GPUs each. */
const OPEN = 'O-open';
const MOST_SECONDS_BETWEEN_DUMPS = 10;

function byStudy({ ledger }: ProjectFacts, studies: Map<string, string>): Record<string, StudyTruth> {
  const found: Record<string, { allocations: number; gpu_seconds: number }> = {};
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const row = ledger.row[attempt] as number;
    const study = studies.get(ledger.table.jobId.at(row).split(/[_+]/)[0] ?? '') ?? '?';
    const gpus = ledger.table.gpus.at(row);
    found[study] ??= { allocations: 0, gpu_seconds: 0 };
    found[study].allocations++;
    found[study].gpu_seconds += (Number.isNaN(gpus) ? 0 : gpus) * (ledger.wall[attempt] as number);
  }
  return found;
}

const FORMS = [
  ['22.05', 'parsable2-all/parsable2-all.txt', 'sacct-json/sacct.json.gz', 153],
  ['22.05', 'parsable2-all/parsable2-all.txt', 'sacct-X-json/sacct-X.json.gz', 0],
  ['22.05', 'parsable2-all/parsable2-all.txt', 'sacct-yaml/sacct.yaml.gz', 153],
  ['24.11', 'parsable2-all/parsable2-all.txt.gz', 'sacct-json/sacct.json.gz', 152],
  ['24.11', 'parsable2-all/parsable2-all.txt.gz', 'sacct-X-json/sacct-X.json.gz', 0],
  ['24.11', 'parsable2-all/parsable2-all.txt.gz', 'sacct-yaml/sacct.yaml.gz', 152],
] as const;

describe.each(FORMS)('Slurm %s, %s against %s', async (version, textForm, form, steps) => {
  const [text, objects] = [await real(`${version}/${textForm}`), await real(`${version}/${form}`)];
  const [expected, found] = [attemptsOf(text), attemptsOf(objects)];
  const count = version === '22.05' ? 145 : 143;

  it('holds the same attempts', () => {
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
    const { reconciliation } = objects.ledger;
    expect(reconciliation).toMatchObject({ attempts: count, steps, rejected: 0, records: count + steps });
  });

  it('says the same of each', () => {
    for (const [key, attempt] of found) {
      const same = { ...attempt };
      const other = { ...(expected.get(key) as Record<string, unknown>) };
      // Text cannot tell where a name with the delimiter in it ends; what is wrong there is the text's reading.
      if (attempt.name === 'a|b|c') same.name = other.name;
      // dbv0.0.38 has no submit line.
      if (version === '22.05') same.command = other.command;
      if (attempt.state === 'running') {
        const grown = (same.wall as number) - (other.wall as number);
        expect(grown >= 0 && grown <= MOST_SECONDS_BETWEEN_DUMPS).toBe(true);
        same.wall = other.wall;
      }
      expect(same).toEqual(other);
    }
  });

  it('gives each study its attempts and GPU-seconds', () => {
    const truth: Record<string, StudyTruth> = JSON.parse(slurmFixture(`${version}/ground-truth-by-study.json`));
    const studies = byStudy(objects, studiesOf(version));
    expect(Object.keys(studies).sort()).toEqual(Object.keys(truth).sort());
    for (const [study, { allocations, gpu_seconds }] of Object.entries(truth)) {
      // See the README of the fixtures of 22.05: the truth there counts the overlap of a resized job twice.
      const seconds = version === '22.05' && study === 'S-resize' ? 52 : gpu_seconds;
      const slack = study === OPEN ? 6 * MOST_SECONDS_BETWEEN_DUMPS : 0;
      expect({ study, allocations: studies[study]?.allocations }).toEqual({ study, allocations });
      expect(Math.abs((studies[study]?.gpu_seconds ?? 0) - seconds)).toBeLessThanOrEqual(slack);
    }
  });

  it('is counted once with the text beside it', async () => {
    const both = await real(`${version}/${textForm}`, `${version}/${form}`);
    expect(both.ledger.reconciliation).toMatchObject({ attempts: count, duplicates: count });
    const seconds = (facts: ProjectFacts) =>
      Object.entries(byStudy(facts, studiesOf(version)))
        .filter(([study]) => study !== OPEN)
        .sort();
    expect(seconds(both)).toEqual(seconds(objects));
  });

  it.each(['A-array', 'A2-array-args', 'B-loop', 'C-random', 'C2-export', 'C3-hydra'])(
    'puts the jobs of study %s into one sweep, and no other job',
    (study) => {
      const { ledger, findings } = objects;
      const studies = studiesOf(version);
      const sweeps = new Set<number>();
      const others = new Set<number>();
      for (let attempt = 0; attempt < ledger.count; attempt++) {
        const [base = ''] = ledger.table.jobId.at(ledger.row[attempt] as number).split(/[_+]/);
        (studies.get(base) === study ? sweeps : others).add(findings.sweepOf[attempt] as number);
      }
      expect(sweeps.size).toBe(1);
      expect([...sweeps].filter((sweep) => sweep < 0 || others.has(sweep))).toEqual([]);
    },
  );

  it('gives the sweeps of the text, where it has the submit lines', () => {
    if (version === '24.11') expect(objects.findings.sweeps).toEqual(text.findings.sweeps);
    // Before, objects had none: what only submit lines tell apart stays unknown.
    expect(objects.findings.sweeps.length).toBeLessThanOrEqual(text.findings.sweeps.length);
  });
});

it('says whether times were read that a zone had to be assumed for: text has none, JSON needs none', async () => {
  const usedZone = async (form: string) => (await ingest([slurmFixturePath(form)], { zone: 'UTC' })).usedZone;
  expect(await usedZone('24.11/parsable2-all/parsable2-all.txt.gz')).toBe(true);
  expect(await usedZone('24.11/sacct-json/sacct.json.gz')).toBe(false);
});

describe('Slurm 24.11 without -D', async () => {
  const [all, last] = [
    await real('24.11/sacct-json/sacct.json.gz'),
    await real('24.11/sacct-nodup-json/sacct-nodup.json.gz'),
  ];

  it('has the last attempt of each job only, and the same of it', () => {
    const [expected, found] = [attemptsOf(all), attemptsOf(last)];
    expect([expected.size, found.size]).toEqual([143, 137]);
    for (const [key, { wall: _, ...attempt }] of found) expect(expected.get(key)).toMatchObject(attempt);
  });
});

/** Joules of a job's row, of its numbered steps together, and of its batch script. */
interface RowEnergy {
  own: number;
  started: number;
  script: number;
}

/** Energy by the rows of text, by raw id and submission. Rows with the delimiter or a newline in a name are left out, with their steps. */
function energyOfText(text: string): Map<string, RowEnergy> {
  const [header = [], ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('|'));
  const [id, submit, joules] = ['JobIDRaw', 'Submit', 'ConsumedEnergyRaw'].map((name) => header.indexOf(name)) as [
    number,
    number,
    number,
  ];
  const energy = new Map<string, RowEnergy>();
  let job: RowEnergy = { own: 0, started: 0, script: 0 };
  for (const row of rows) {
    const [, raw, step] = /^(\d+)(?:\.(\w+))?$/.exec(row[id] ?? '') ?? [];
    if (step === undefined) {
      job = { own: Number(row[joules]), started: 0, script: 0 };
      if (raw !== undefined && row.length === header.length) {
        energy.set(`${raw}@${Date.parse(`${row[submit]}Z`) / 1000}`, job);
      }
    } else if (step === 'batch') job.script = Number(row[joules]);
    else if (/^\d+$/.test(step)) job.started += Number(row[joules]);
  }
  return energy;
}

describe.each([
  ['22.05', 'parsable2-all/parsable2-all.txt'],
  ['24.11', 'parsable2-all/parsable2-all.txt.gz'],
] as const)('the energy that Slurm %s measured', async (version, text) => {
  const { table } = (await real(`${version}/sacct-json/sacct.json.gz`)).ledger;

  it('is that of the text', () => {
    const expected = energyOfText(slurmFixture(`${version}/${text}`));
    let measured = 0;
    const found = new Map<string, number>();
    for (let row = 0; row < table.length; row++) {
      const raw = table.jobIdRaw.at(row);
      found.set(`${raw === '' ? table.jobId.at(row) : raw}@${table.submit.at(row)}`, table.energyJoules.at(row));
    }
    for (const [key, { own, started, script }] of expected) {
      const joules = [own, started, script].find((each) => each > 0) ?? Number.NaN;
      if (joules > 0) measured++;
      expect({ key, joules: found.get(key) }).toEqual({ key, joules });
    }
    expect(measured).toBeGreaterThan(100);
  });

  it('is near the 300 W a node that the counter of the fixtures pretends', () => {
    const watts: number[] = [];
    for (let row = 0; row < table.length; row++) {
      const joules = table.energyJoules.at(row);
      if (table.elapsed.at(row) >= 3 && joules > 0) watts.push(joules / table.elapsed.at(row) / table.nodes.at(row));
    }
    expect(watts.length).toBeGreaterThan(50);
    const median = watts.sort((a, b) => a - b)[watts.length >> 1] as number;
    expect(median > 240 && median < 330).toBe(true);
  });
});

describe.each([
  ['22.05', 'squeue-json/squeue.json.gz', 141, ['slurm-undated']],
  ['24.11', 'squeue-json/squeue.json.gz', 6, []],
  ['24.11', 'scontrol-show-job-json/scontrol-show-job.json.gz', 141, []],
] as const)('the controller of %s: %s', async (version, form, count, notes) => {
  const text = await real(`${version}/parsable2-all/parsable2-all.txt${version === '22.05' ? '' : '.gz'}`);
  const objects = await real(`${version}/${form}`);
  const [expected, found] = [attemptsOf(text), attemptsOf(objects)];

  it('is right for the jobs that it still knows', () => {
    expect(found.size).toBe(count);
    for (const [key, attempt] of found) {
      const truth = expected.get(key);
      // Jobs that never became eligible are hidden from sacct; they took no time.
      if (truth === undefined) expect(attempt.wall).toBe(0);
      else {
        const { state, gpus, gpuTypes, user, jobId, workDir, memoryGb } = truth;
        expect(attempt).toMatchObject({ state, user, jobId, workDir });
        if ((truth.wall as number) > 0) expect(attempt).toMatchObject({ gpus, gpuTypes, memoryGb, start: truth.start });
        const slack = state === 'running' ? MOST_SECONDS_BETWEEN_DUMPS : 0;
        expect(Math.abs((attempt.wall as number) - (truth.wall as number))).toBeLessThanOrEqual(slack);
      }
    }
  });

  it('knows no attempt that was cut off before the last', () => {
    const unknown = [...expected].filter(([key]) => !found.has(key)).map(([, { state }]) => state as string);
    if (count > 100) expect([...new Set(unknown)].sort()).toEqual(['node-fail', 'preempted', 'requeued', 'resized']);
  });

  it('says where it does not know when it was written', () => {
    const rules = objects.diagnostics.map(({ rule }) => rule).filter((rule) => rule.startsWith('slurm-'));
    expect(rules).toEqual(notes);
  });
});

// Dumps of other clusters, versions 21.08 to 25.05 (mila-iqia/SARC, BSD-3-Clause).
describeShared('dumps of other clusters', 'slurm/sarc/', (folder) => {
  const dump = (name: string): string => new URL(name, folder).pathname;

  it.each([
    [
      ...['slurm_21_8_8', 'cedar', '55978384', 'submitit', 'purah', 'requeued', 86_301, 1],
      ...['', 40, 4, 'cdr896', 86_400],
    ],
    [
      ...['slurm_22_5_9', 'narval', '20247445_100', 'roberta-encoder-with_scheduler', 'hudson', 'failed', 124_403, 16],
      ...['', 256, 96, 'ng[30103,30203,30706-30707]', 172_800],
    ],
    [
      ...['slurm_23_2_6', 'mila', '4', 'sh', 'masterkohga', 'running', 83_853_331, 2],
      ...['', 32, 4, 'mila02', 432_000],
    ],
    [
      ...['slurm_23_11_5', 'mila', '4', 'sh', 'masterkohga', 'running', 102_228_976, 2],
      ...['', 32, 4, 'mila02', 432_000],
    ],
  ])(
    '%s',
    async (name, cluster, jobId, title, user, state, elapsed, gpus, gpuTypes, memoryGb, cpus, nodeList, limit) => {
      const { table, rejects } = await ingest([dump(`tests__functional__jobs__sacct_outputs__${name}.json`)], {
        zone: 'UTC',
      });
      expect([table.length, rejects]).toEqual([1, []]);
      expect({
        ...{ cluster: table.cluster.at(0), jobId: table.jobId.at(0), title: table.name.at(0), user: table.user.at(0) },
        ...{ state: table.stateAt(0), elapsed: table.elapsed.at(0), gpus: table.gpus.at(0), cpus: table.cpus.at(0) },
        ...{ gpuTypes: table.gpuTypes.at(0), memoryGb: table.memoryGb.at(0), nodeList: table.nodeList.at(0) },
        limit: table.timeLimit.at(0),
      }).toEqual({ cluster, jobId, title, user, state, elapsed, gpus, cpus, gpuTypes, memoryGb, nodeList, limit });
    },
  );
});
