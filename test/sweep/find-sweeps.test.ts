import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSweeps } from '../../src/sweep/find-sweeps.ts';
import { HOUR, type JobSketch, jobsBySweep, ledgerOf, T0 } from '../support/ledger-of.ts';
import { parametersOf } from '../support/parameters-of.ts';

/** Jobs of a loop, a second apart. */
const loop = (sketches: readonly JobSketch[], from = T0): JobSketch[] =>
  sketches.map((sketch, index) => ({ submit: from + index, ...sketch }));

const LR = ['0.1', '0.01', '0.001'];
const HIDDEN = ['128', '256'];
const CELLS = LR.flatMap((lr) => HIDDEN.map((h) => ({ lr, h })));

function found(sketches: readonly JobSketch[]) {
  const ledger = ledgerOf(sketches);
  const findings = findSweeps(ledger);
  return { ledger, findings, sweeps: findings.sweeps, jobs: jobsBySweep({ ledger, findings }) };
}

describe('a sweep is found', () => {
  it('in the tasks of an array, even when the logs show nothing but their index', () => {
    const tasks = ['0', '1', '2', '10'].map((task) => ({ arrayJobId: 84, arrayTask: Number(task), name: 'tune' }));
    const { sweeps } = found(tasks);
    expect(sweeps).toHaveLength(1);
    expect(sweeps[0]).toMatchObject({ id: 'sweep-001', name: 'tune', kind: 'unclear', runs: 4 });
    expect(sweeps[0]?.parameters).toEqual({ array_task: ['0', '1', '2', '10'] });
    expect(sweeps[0]?.coverage).toBeNaN();
  });

  it('in a loop that puts values into job names', () => {
    const { sweeps, findings } = found(loop(CELLS.map(({ lr, h }) => ({ name: `lisa_lr${lr}_h${h}` }))));
    expect(sweeps).toHaveLength(1);
    expect(sweeps[0]).toMatchObject({ name: 'lisa_lr*_h*', kind: 'grid', coverage: 1, runs: 6 });
    expect(sweeps[0]?.parameters).toEqual({ lr: ['0.001', '0.01', '0.1'], h: HIDDEN });
    expect(Object.fromEntries(parametersOf(findings, 1))).toEqual({ lr: '0.1', h: '256' });
  });

  it('in a loop that puts values on the submit line only', () => {
    const jobs = CELLS.map(({ lr, h }) => ({ name: 'train', command: `sbatch train.sh --lr ${lr} --hidden=${h}` }));
    const { sweeps } = found(loop(jobs));
    expect(sweeps).toHaveLength(1);
    expect(sweeps[0]?.parameters).toEqual({ lr: ['0.001', '0.01', '0.1'], hidden: HIDDEN });
  });

  it('once where name and submit line say the same', () => {
    const jobs = CELLS.map(({ lr, h }) => ({ name: `l${lr}_h${h}`, command: `sbatch t.sh --lr ${lr} --hidden ${h}` }));
    expect(found(loop(jobs)).sweeps[0]).toMatchObject({
      coverage: 1,
      parameters: { lr: expect.anything(), hidden: HIDDEN },
    });
  });

  it.each([
    [
      '--export',
      ({ lr, h }: (typeof CELLS)[number]) => `sbatch --export=ALL,LR=${lr},HIDDEN=${h} train.sh`,
      ['LR', 'HIDDEN'],
    ],
    [
      'Hydra',
      ({ lr, h }: (typeof CELLS)[number]) => `sbatch t.sh model.lr=${lr} +model.h=${h}`,
      ['model.lr', 'model.h'],
    ],
  ])('in values that are passed with %s', (_, commandOf, keys) => {
    const { sweeps } = found(loop(CELLS.map((cell) => ({ command: commandOf(cell) }))));
    expect(sweeps).toHaveLength(1);
    expect(Object.keys(sweeps[0]?.parameters ?? {})).toEqual(keys);
    expect(sweeps[0]).toMatchObject({ kind: 'grid', coverage: 1 });
  });

  it('where a word is one of the values', () => {
    const jobs = ['adam', 'sgd'].flatMap((opt) => LR.map((lr) => ({ name: `lisa-${opt}-lr${lr}` })));
    const { sweeps } = found(loop(jobs));
    expect(sweeps).toHaveLength(1);
    expect(sweeps[0]).toMatchObject({ name: 'lisa-*-lr*', kind: 'grid', coverage: 1 });
    expect(Object.values(sweeps[0]?.parameters ?? {})).toContainEqual(['adam', 'sgd']);
  });

  it('of datasets and models, which are a grid where nothing else varies', () => {
    const jobs = ['coco', 'voc'].flatMap((data) => ['detr', 'ssd', 'yolo'].map((model) => ({ data, model })));
    const { sweeps } = found(
      loop(jobs.map(({ data, model }) => ({ command: `sbatch t.sh --data ${data} --model ${model}` }))),
    );
    expect(sweeps).toMatchObject([{ kind: 'grid', coverage: 1 }]);
    expect(sweeps[0]?.explanation).toContain('Every combination of data (2 values) and model (3)');
  });

  it('in one loop whose names are words before bare numbers: these are the same, so the words are no keys', () => {
    const names = ['baseline', 'ours'].flatMap((word) => [42, 43, 44].map((seed) => ({ name: `${word}_${seed}` })));
    const { sweeps } = found(loop(names));
    expect(sweeps).toMatchObject([{ kind: 'grid', runs: 6, coverage: 1 }]);
    expect(sweeps[0]?.parameters).toEqual({ name1: ['42', '43', '44'], word1: ['baseline', 'ours'] });
  });

  it('where words before numbers are keys, since each has numbers of its own', () => {
    const names = ['dropout_0.1', 'dropout_0.3', 'dropout_0.5', 'layers_2', 'layers_4', 'layers_6'];
    const { sweeps } = found(loop(names.map((name) => ({ name }))));
    const keys = sweeps.flatMap(({ parameters }) => Object.keys(parameters));
    expect(keys).toEqual(expect.arrayContaining(['dropout', 'layers']));
  });

  it('with words as they are written, without what all have in common', () => {
    const names = ['base_s1', 'base_s2', 'large_s1', 'large_s2'].map((name) => ({ name: `cora_${name}` }));
    expect(Object.values(found(loop(names)).sweeps[0]?.parameters ?? {})).toContainEqual(['base', 'large']);
  });

  it('of seeds, where nothing else varies', () => {
    const jobs = ['1', '2', '3'].map((seed) => ({ name: `lisa_s${seed}`, command: `sbatch t.sh --seed ${seed}` }));
    expect(found(loop(jobs)).sweeps[0]).toMatchObject({ kind: 'seeds', parameters: { seed: ['1', '2', '3'] } });
  });

  it('in repeats of which the logs show no difference, when four came within ten minutes', () => {
    const repeats = (count: number, apart: number): JobSketch[] =>
      Array.from({ length: count }, (_, index) => ({ submit: T0 + index * apart }));
    expect(found(repeats(4, 200)).sweeps).toMatchObject([{ kind: 'unclear', parameters: {} }]);
    expect(found(repeats(3, 200)).sweeps).toEqual([]);
    expect(found(repeats(4, 300)).sweeps).toEqual([]);
  });
});

describe('values of a sweep', () => {
  it('are one value however they are written', () => {
    const jobs = ['1e-3', '0.001', '.001', '0.01'].map((lr) => ({ command: `sbatch t.sh --lr ${lr}` }));
    expect(found(loop(jobs)).sweeps[0]?.parameters).toEqual({ lr: ['1e-3', '0.01'] });
  });

  it('leave out counts, ids and places of output', () => {
    const jobs = CELLS.map(({ lr, h }, index) => ({
      name: `exp${17 + index}`,
      command: `sbatch t.sh --lr ${lr} --h ${h} --output_dir out/${index} --run-id ${90 - index} --note try${index}x`,
    }));
    expect(Object.keys(found(loop(jobs)).sweeps[0]?.parameters ?? {})).toEqual(['lr', 'h']);
  });

  it('leave out a commit, though each job has another', () => {
    const jobs = ['3f2a9c1', 'dc70968', 'affe57e0'].map((commit, index) => ({ name: `lisa_${commit}_lr${LR[index]}` }));
    expect(found(loop(jobs)).sweeps[0]?.parameters).toEqual({ lr: ['0.001', '0.01', '0.1'] });
  });

  it('of a random search are all kept', () => {
    const drawn = ['0.0031', '0.00042', '0.0075', '0.00011', '0.0009', '0.0021'];
    const jobs = drawn.map((lr, index) => ({
      command: `sbatch t.sh --lr ${lr} --dropout 0.${[3, 1, 5, 2, 6, 4][index]}`,
    }));
    expect(found(loop(jobs)).sweeps[0]).toMatchObject({ kind: 'random', coverage: 1 / 6 });
  });
});

describe('sweeps are told apart', () => {
  it('by user, though their jobs are called the same', () => {
    const jobs = ['ines', 'tomas'].flatMap((user) => LR.map((lr) => ({ user, name: `lisa_lr${lr}` })));
    expect(found(loop(jobs)).sweeps.map(({ runs }) => runs)).toEqual([3, 3]);
  });

  it.each(['account', 'cluster', 'workDir'] as const)('by %s', (column) => {
    const jobs = ['a', 'b'].flatMap((value) => LR.map((lr) => ({ [column]: `/${value}`, name: `lisa_lr${lr}` })));
    expect(found(loop(jobs)).sweeps).toHaveLength(2);
  });

  it('by directory only where the directory differs in more than numbers', () => {
    const jobs = LR.map((lr, index) => ({ workDir: `/home/ines/run${index}`, name: `lisa_lr${lr}` }));
    expect(found(loop(jobs)).sweeps).toHaveLength(1);
  });

  it('by eight hours between two grids of the same name', () => {
    const [day, night] = [LR, ['1e-4', '1e-5', '1e-6']].map((values) => values.map((lr) => ({ name: `lisa_lr${lr}` })));
    const { sweeps } = found([...loop(day as JobSketch[]), ...loop(night as JobSketch[], T0 + 8 * HOUR)]);
    expect(sweeps.map(({ parameters }) => parameters.lr)).toEqual([
      ['0.001', '0.01', '0.1'],
      ['1e-6', '1e-5', '1e-4'],
    ]);
    expect(sweeps.map(({ id }) => id)).toEqual(['sweep-001', 'sweep-002']);
  });
});

describe('no sweep', () => {
  it.each(['bash', 'interactive', 'jupyter', 'jupyter-8888', 'sys/dashboard/sys/bc_desktop', 'vscode'])(
    'are sessions of people called %s, however many',
    (name) => {
      const sessions = Array.from({ length: 6 }, (_, index) => ({ name: name.replace('8888', `${8888 + index}`) }));
      expect(found(loop(sessions)).sweeps).toEqual([]);
    },
  );

  it('are single jobs, and jobs alone beside a sweep', () => {
    const { jobs } = found([
      ...loop(LR.map((lr) => ({ name: `lisa_lr${lr}` }))),
      { name: 'preprocess', submit: T0 + 30 },
      { name: 'evaluate_on_conll05', submit: T0 + 40 },
    ]);
    expect(jobs.none).toEqual(['preprocess', 'evaluate_on_conll05']);
    expect(jobs['sweep-001']).toHaveLength(3);
  });

  it('is in an empty ledger', () => {
    expect(found([]).sweeps).toEqual([]);
  });
});

it('an attempt that was requeued stays with its run, and the run with its sweep', () => {
  const jobs = LR.map((lr, index) => ({
    jobId: String(70 + index),
    name: `lisa_lr${lr}`,
    submit: T0 + index,
    ...(index === 1 ? { state: 'requeued' as const } : {}),
  }));
  const again = { jobId: '71', name: 'lisa_lr0.01', submit: T0 + 5 * HOUR };
  const { sweeps, findings } = found([...jobs, again]);
  expect(sweeps).toHaveLength(1);
  expect(sweeps[0]).toMatchObject({ runs: 3, parameters: { lr: ['0.001', '0.01', '0.1'] } });
  expect(sweeps[0]?.members).toHaveLength(4);
  expect(parametersOf(findings, 3)).toEqual(parametersOf(findings, 1));
});

it('the order in which jobs are logged does not change the sweeps', () => {
  const jobs = [...loop(CELLS.map(({ lr, h }) => ({ name: `lisa_lr${lr}_h${h}` }))), { name: 'eval', submit: T0 + 99 }];
  const numbered = jobs.map((job, index) => ({ ...job, jobId: String(500 + index) }));
  const [forth, back] = [found(numbered), found([...numbered].reverse())];
  expect(back.jobs).toEqual(forth.jobs);
  expect(back.sweeps).toEqual(forth.sweeps);
});

/** A number below 2³² that tells nothing of those before it (the finaliser of MurmurHash3). */
function drawn(index: number): number {
  const mixed = Math.imul(index ^ (index >>> 16), 0x85ebca6b);
  const again = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (again ^ (again >>> 16)) >>> 0;
}

it('a random search of 150,000 runs is one sweep', () => {
  const jobs = Array.from({ length: 150_000 }, (_, index) => ({
    command: `sbatch t.sh --lr ${drawn(index) / 1e9} --drop ${drawn(index + 7e5) / 1e9}`,
    submit: T0 + index,
  }));
  const { sweeps } = findSweeps(ledgerOf(jobs));
  expect(sweeps.map(({ kind, runs }) => [kind, runs])).toEqual([['random', 150_000]]);
});

describe('in any ledger', () => {
  const sketch: fc.Arbitrary<JobSketch> = fc
    .record({
      name: fc.oneof(
        fc.constantFrom('bash', 'train', 'lisa_lr0.1', 'lisa_lr0.2', 'lisa-adam-1', 'lisa-sgd-2'),
        fc.string(),
      ),
      command: fc.oneof(
        fc.constantFrom('', 'sbatch t.sh --lr 0.1', 'sbatch t.sh --lr 0.2', 'sbatch u.sh x=1'),
        fc.string(),
      ),
      user: fc.constantFrom('ines', 'tomas'),
      jobId: fc.nat({ max: 40 }).map(String),
      task: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
      submit: fc.oneof(
        fc.constant(Number.NaN),
        fc.integer({ min: 0, max: 60 }).map((hours) => T0 + hours * 1700),
      ),
      state: fc.constantFrom('completed' as const, 'failed' as const, 'requeued' as const, 'pending' as const),
    })
    .map(({ task, jobId, ...rest }) =>
      task === undefined ? { jobId, ...rest } : { ...rest, arrayJobId: Number(jobId), arrayTask: task },
    );

  it('every attempt is in at most one sweep, and attempts of one run are in the same', () => {
    fc.assert(
      fc.property(fc.array(sketch, { maxLength: 40 }), (sketches) => {
        const { ledger, findings, sweeps } = found(sketches);
        const members = sweeps.flatMap(({ members }) => [...members]);
        expect(new Set(members).size).toBe(members.length);
        sweeps.forEach(({ members, runs, parameters }, index) => {
          expect([...members].every((attempt) => findings.sweepOf[attempt] === index)).toBe(true);
          expect(new Set([...members].map((attempt) => ledger.run[attempt])).size).toBe(runs);
          expect(runs).toBeGreaterThan(1);
          for (const attempt of members) {
            for (const [key, value] of parametersOf(findings, attempt)) expect(parameters[key]).toContain(value);
          }
        });
        expect([...findings.sweepOf].filter((sweep) => sweep >= 0)).toHaveLength(members.length);
        const sweepOfRun = new Map<number, number>();
        ledger.run.forEach((run, attempt) => {
          const sweep = findings.sweepOf[attempt] as number;
          expect(sweepOfRun.get(run) ?? sweep).toBe(sweep);
          sweepOfRun.set(run, sweep);
        });
      }),
    );
  });

  it('a sweep has values that vary, coverage in (0, 1] and evidence', () => {
    fc.assert(
      fc.property(fc.array(sketch, { maxLength: 40 }), (sketches) => {
        for (const { parameters, coverage, confidence, evidence } of found(sketches).sweeps) {
          for (const values of Object.values(parameters)) expect(new Set(values).size).toBeGreaterThan(1);
          expect(Number.isNaN(coverage) || (coverage > 0 && coverage <= 1)).toBe(true);
          expect(confidence > 0 && confidence < 1).toBe(true);
          expect(evidence.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

it('an array stays whole when a job without a command stands between its tasks', () => {
  const task = (arrayTask: number) => ({
    arrayJobId: 88,
    arrayTask,
    name: 'grid',
    command: 'sbatch --array=0-3 grid.sh',
  });
  const { jobs } = found(loop([task(0), task(1), { name: 'held', command: '' }, task(2), task(3)]));
  expect(jobs).toEqual({ 'sweep-001': ['grid', 'grid', 'grid', 'grid'], none: ['held'] });
});
