import { describe, expect, it } from 'vitest';
import { findSweeps } from '../../src/sweep/find-sweeps.ts';
import { HOUR, type JobSketch, ledgerOf, T0 } from '../support/ledger-of.ts';

const MODELS = ['fasterrcnn', 'retinanet', 'detr', 'yolo', 'ssd'];
const ABLATIONS = ['full', 'no_attn', 'no_aug', 'no_pos', 'no_dropout'];
const SETS = ['pascal', 'coco', 'lvis', 'objects'];
const CELLS = SETS.flatMap((set) => MODELS.slice(0, 3).map((model) => `${set} ${model}`));

const loop = (sketches: readonly JobSketch[], apart = 1): JobSketch[] =>
  sketches.map((sketch, at) => ({ submit: T0 + at * apart, ...sketch }));
const commands = (lines: readonly string[]): JobSketch[] => lines.map((command) => ({ command }));
const sweepsIn = (sketches: readonly JobSketch[]) => findSweeps(ledgerOf(sketches)).sweeps;

describe('a loop that varies nothing but words', () => {
  it.each([
    ['configurations', commands(MODELS.map((model) => `sbatch run.sh configs/coco/${model}.yaml`)), [MODELS]],
    ['what they leave out', commands(ABLATIONS.map((one) => `sbatch run.sh configs/${one}.yaml`)), [ABLATIONS]],
    ['arguments', commands(MODELS.map((model) => `sbatch run.sh ${model}`)), [MODELS]],
    ['names', MODELS.map((name) => ({ name, command: `sbatch -J ${name} run.sh` })), [MODELS]],
    [
      'names and arguments',
      ['de', 'fr', 'ru', 'zh', 'cs'].map((to) => ({
        name: `train_${to}`,
        command: `sbatch -J train_${to} t.sh ${to}`,
      })),
      [['de', 'fr', 'ru', 'zh', 'cs']],
    ],
    [
      'two words of a file',
      commands(CELLS.map((cell) => `sbatch run.sh configs/${cell.replace(' ', '_')}.yaml`)),
      [SETS, MODELS.slice(0, 3)],
    ],
    ['two arguments', commands(CELLS.map((cell) => `sbatch run.sh ${cell}`)), [SETS, MODELS.slice(0, 3)]],
  ])('is one grid of all its jobs: %s', (_, jobs, values) => {
    const [sweep, ...others] = sweepsIn(loop(jobs));
    expect(others).toEqual([]);
    expect(sweep).toMatchObject({ runs: jobs.length, kind: 'grid', coverage: 1 });
    expect(Object.values(sweep?.parameters ?? {})).toEqual(values.map((each) => [...each].sort()));
  });

  it('is told apart from its seeds: 5 configurations × 3 seeds', () => {
    const jobs = ABLATIONS.flatMap((one) =>
      [0, 1, 2].map((seed) => `sbatch run.sh configs/${one}.yaml --seed ${seed}`),
    );
    const [sweep] = sweepsIn(loop(commands(jobs)));
    expect(sweep).toMatchObject({ runs: 15, coverage: 1 });
    expect(Object.values(sweep?.parameters ?? {})).toContainEqual([...ABLATIONS].sort());
  });

  it.each([
    ['stages of a pipeline', ['prep', 'train', 'eval', 'plot', 'clean'].map((stage) => `sbatch ${stage}.sh`), 1],
    ['programs of one script', ['prep', 'train', 'eval', 'plot'].map((one) => `sbatch run.sh python ${one}.py`), 1],
    ['three jobs', MODELS.slice(0, 3).map((model) => `sbatch run.sh ${model}`), 1],
    ['jobs that came an hour apart', MODELS.map((model) => `sbatch run.sh ${model}`), HOUR],
  ])('is not %s', (_, lines, apart) => {
    expect(sweepsIn(loop(commands(lines), apart))).toEqual([]);
  });

  it.each([
    ['jobs without submit lines', MODELS.map((model) => ({ name: `train_${model}`, command: '' })), 0],
    [
      'arrays of two tasks',
      ['parser', 'parser-small', 'parser-large'].flatMap((name, array) =>
        [1, 2].map((arrayTask) => ({ name, arrayJobId: 80 + array, arrayTask, command: '' })),
      ),
      3,
    ],
  ])('is not told by names alone: %s', (_, jobs, sweeps) => {
    expect(sweepsIn(loop(jobs))).toHaveLength(sweeps);
  });

  it('does not take jobs that wait for others for those: 5 trainings, 5 that test them', () => {
    const jobs = MODELS.flatMap((model, at) => [
      `sbatch run.sh ${model} train`,
      `sbatch --dependency=afterok:${1000 + 2 * at} run.sh ${model} test`,
    ]);
    expect(sweepsIn(loop(commands(jobs))).map(({ runs }) => runs)).toEqual([5, 5]);
  });
});

describe('scripts that were written for a run each', () => {
  it.each([
    ['called by their scripts', true],
    ['called alike', false],
  ])('are one grid of 3 models × 3 seeds: %s', (_, isNamed) => {
    const jobs = ['gcn', 'gat', 'sage'].flatMap((model) =>
      [1, 2, 3].map((seed) => ({
        name: isNamed ? `${model}_s${seed}.sh` : 'train',
        command: `sbatch jobs/${model}_s${seed}.sh`,
      })),
    );
    expect(sweepsIn(loop(jobs))).toMatchObject([{ runs: 9, kind: 'grid', coverage: 1 }]);
  });
});

describe('commands that have values where others have words', () => {
  it('tell them as values: 6 jobs of sgd and sam', () => {
    const jobs = ['sgd', 'sam'].flatMap((opt) => ['0.1', '0.2', '0.5'].map((lr) => `sbatch train.sh ${opt} ${lr}`));
    expect(sweepsIn(loop(commands(jobs))).map(({ runs }) => runs)).toEqual([6]);
  });
});
