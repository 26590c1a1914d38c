import { describe, expect, it } from 'vitest';
import { areApart } from '../../scripts/sweeps/lab/are-apart.ts';
import { AXES, type Axis } from '../../scripts/sweeps/lab/axes.ts';
import { crossProduct } from '../../scripts/sweeps/lab/cells.ts';
import { withClearRetries } from '../../scripts/sweeps/lab/clear-retries.ts';
import { COMMAND_STYLES, writeCommand } from '../../scripts/sweeps/lab/command-styles.ts';
import { drawLab } from '../../scripts/sweeps/lab/draw-lab.ts';
import type { Design, Difficulty, LabJob, LabSweep, Project } from '../../scripts/sweeps/lab/lab.ts';
import { NAME_STYLES, writeName } from '../../scripts/sweeps/lab/name-styles.ts';
import { writeSacct } from '../../scripts/sweeps/lab/write-sacct.ts';
import { labLogs } from '../../scripts/sweeps/logs/lab-logs.ts';
import type { LabelledLog } from '../../scripts/sweeps/logs/labelled-log.ts';
import { examineLog } from '../../scripts/sweeps/score/examine-log.ts';
import { joinPartitions, scorePartition } from '../../scripts/sweeps/score/partition.ts';

const SEEDS = [100, 101, 102, 103, 104, 105, 106, 107];
const DIFFICULTIES: readonly Difficulty[] = ['easy', 'hard'];

const textOf = ({ source }: LabelledLog): string => (source as Record<string, string>)['sacct.txt'] as string;

/** Rows of a log, by the names of its columns. */
function rowsOf(log: LabelledLog): Record<string, string>[] {
  const [header = '', ...lines] = textOf(log).trimEnd().split('\n');
  const columns = header.split('|');
  return lines.map((line) => Object.fromEntries(line.split('|').map((cell, index) => [columns[index], cell])));
}

const logAt = (difficulty: Difficulty, seed: number, level: string): LabelledLog =>
  labLogs(difficulty, seed).find((log) => log.level === level) as LabelledLog;

describe.each(DIFFICULTIES)('%s labs', (difficulty) => {
  it('are the same for the same seed, and others for another', () => {
    const text = (seed: number): string => writeSacct(drawLab(seed, difficulty), seed).text;
    expect(text(100)).toBe(text(100));
    expect(text(100)).not.toBe(text(101));
  });

  it.each(SEEDS)('have a truth that says of each job which sweep it is of, seed %i', (seed) => {
    const log = logAt(difficulty, seed, 'full');
    const raws = rowsOf(log).map((row) => row.JobIDRaw ?? '');
    expect([...log.truth.keys()]).toEqual(raws);
    const labels = [...log.truth.values()].filter((label) => label !== '');
    expect([...new Set(labels)].sort()).toEqual([...(log.sweeps?.keys() ?? [])].sort());
    for (const label of new Set(labels)) expect(labels.filter((each) => each === label).length).toBeGreaterThan(1);
  });

  it.each(SEEDS)('have ids in order of submission, and times in order, seed %i', (seed) => {
    const rows = rowsOf(logAt(difficulty, seed, 'full'));
    const ids = rows.map((row) => Number(row.JobIDRaw));
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] as number))).toBe(true);
    expect(rows.map((row) => row.Submit)).toEqual(rows.map((row) => row.Submit).sort());
    for (const { Submit = '', Start = '', End = '' } of rows)
      expect([Submit, Start, End].sort()).toEqual([Submit, Start, End]);
  });

  it.each(SEEDS)('write each value that their truth says the submit line tells, seed %i', (seed) => {
    const log = logAt(difficulty, seed, 'full');
    const lineOf = new Map(rowsOf(log).map((row) => [row.JobIDRaw, row.SubmitLine ?? '']));
    const told = [...(log.sweeps?.values() ?? [])].flatMap(({ parameters }) => parameters ?? []);
    expect(told.length).toBeGreaterThan(10);
    for (const { values, isFlag } of told) {
      expect(new Set(values.values()).size).toBeGreaterThan(1);
      if (!isFlag) for (const [raw, value] of values) expect(lineOf.get(raw)).toContain(value);
    }
  });

  it('hide at each level what the level is named for', () => {
    const arrays = (level: string): number =>
      rowsOf(logAt(difficulty, 100, level)).filter((row) => row.JobID?.includes('_')).length;
    expect(arrays('full')).toBeGreaterThan(0);
    expect(['ids', 'names', 'commands', 'times'].map(arrays)).toEqual([0, 0, 0, 0]);
    const left = (level: string, column: string): number =>
      new Set(rowsOf(logAt(difficulty, 100, level)).map((row) => row[column])).size;
    expect([left('names', 'JobName'), left('commands', 'SubmitLine')]).toEqual([1, 1]);
    expect(left('names', 'SubmitLine')).toBeGreaterThan(1);
    expect(left('commands', 'JobName')).toBeGreaterThan(1);
    expect(['JobName', 'SubmitLine', 'WorkDir'].map((column) => left('times', column))).toEqual([
      1,
      1,
      expect.any(Number),
    ]);
    expect(left('times', 'Submit')).toBeGreaterThan(1);
  });
});

it('a third of the sweeps of hard labs have the name and keys of the one before them, and other values', () => {
  const relations = SEEDS.flatMap((seed) => drawLab(seed, 'hard').relations);
  const sweeps = SEEDS.flatMap((seed) => drawLab(seed, 'hard').sweeps).length;
  const alike = relations.filter((relation) => relation === 'alike').length / sweeps;
  expect(alike).toBeGreaterThan(0.25);
  expect(alike).toBeLessThan(0.42);
  expect(relations.filter((relation) => relation === 'interleaved').length).toBeGreaterThan(5);
});

/** What the naive baseline reaches: easy logs prove nothing, and hard ones are to be hard for it. */
it.each([
  ['easy', 0.85, 0.95],
  ['hard', 0.5, 0.6],
] as const)(
  '%s labs give user, directory and a gap of ten minutes an F1 of %d to %d',
  async (difficulty, low, high) => {
    const examinations = await Promise.all(SEEDS.map((seed) => examineLog(logAt(difficulty, seed, 'full'))));
    const baseline = examinations.map(({ baselines }) => baselines['user, dir, 10 min']);
    const { f1 } = scorePartition(joinPartitions(baseline));
    expect(f1).toBeGreaterThan(low);
    expect(f1).toBeLessThan(high);
  },
);

describe('two sweeps can be told apart', () => {
  const [rate, dropout] = AXES as [Axis, Axis];
  const grid = (rates: readonly string[], dropouts: readonly string[]): { design: Design; shown: readonly Axis[] } => {
    const base = { lr: rates[0] as string, do: dropouts[0] as string };
    const cells = crossProduct(base, [
      ['lr', rates],
      ['do', dropouts],
    ]);
    return { design: { kind: 'grid', varied: [rate, dropout], base, cells }, shown: [rate, dropout] };
  };
  const one = grid(['0.1', '0.01'], ['0.1', '0.2']);

  it('when they make no common grid', () => {
    expect(areApart(one, grid(['3e-3', '1e-3'], ['0.4', '0.5']))).toBe(true);
    expect(areApart(one, grid(['3e-3', '1e-3'], ['0.1', '0.2']))).toBe(false);
  });

  it('when they show other keys, or the draws of one are not among the values of the other', () => {
    expect(areApart(one, { ...grid(['0.1', '0.01'], ['0.1', '0.2']), shown: [rate] })).toBe(true);
    const drawn = (rates: readonly string[]) => {
      const sweep = grid(rates, ['0.1']);
      return { ...sweep, design: { ...sweep.design, kind: 'random' as const } };
    };
    expect(areApart(one, drawn(['0.011', '0.09']))).toBe(true);
    expect(areApart(one, drawn(['0.005', '0.2']))).toBe(false);
  });
});

describe('styles', () => {
  const shown = AXES.filter(({ short }) => ['lr', 'do', 'char'].includes(short));
  const cell = { lr: '3e-5', do: '0.3', char: '1' };

  it.each([
    ['underscores', 'lisa_lr3e-5_do0.3_char1'],
    ['equals', 'lisa-lr=3e-5,do=0.3,char=1'],
    ['dashes', 'lisa-lr-3e-5-do-0.3-char-1'],
    ['glued', 'lisa-lr3e5do0.3char1'],
    ['dated', '20200913_lisa_lr3e-5_do0.3_char1'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: names in which the shell did not put the values
    ['unexpanded', 'lisa_lr${lr}_do${do}_char${char}'],
    ['constant', 'lisa'],
    ['sequential', 'exp12'],
    ['hashed', 'lisa_a0123ab'],
    ['cut8', 'lisa_lr3'],
    ['cut15', 'lisa_lr3e-5_do0'],
  ] as const)('of names: %s', (style, name) => {
    expect(writeName(style, { stem: 'lisa', shown, cell, count: 12, day: '20200913', hash: 'a0123ab' })).toBe(name);
    expect(NAME_STYLES).toContain(style);
  });

  it.each([
    ['spaced', 'sbatch train.sh --lr 3e-5 --dropout 0.3 --use-char --port 1'],
    ['equals', 'sbatch train.sh --lr=3e-5 --dropout=0.3 --use-char --port 1'],
    ['wrap', 'sbatch -p gpu --gres=gpu:1 --wrap python3 train.py --lr 3e-5 --dropout 0.3 --use-char --port 1'],
    ['short', 'sbatch train.sh -l 3e-5 -d 0.3 --use-char --port 1'],
    ['positional', 'sbatch train.sh 3e-5 0.3 1 --port 1'],
    ['hydra', 'sbatch train.sh model.lr=3e-5 model.dropout=0.3 model.char=1 --port 1'],
    ['exported', 'sbatch --export=ALL,LR=3e-5,DROPOUT=0.3,CHAR=1 train.sh --port 1'],
    ['config', 'sbatch train.sh --config configs/lr3e-5_do0.3_char1.yaml --port 1'],
  ] as const)('of submit lines: %s', (style, line) => {
    expect(writeCommand(style, { program: 'train', word: '', shown, cell, noise: ' --port 1' })).toBe(line);
    expect(COMMAND_STYLES).toContain(style);
  });
});

it('leaves out a retry of array tasks that were left undone in two arrays alike', () => {
  const [project] = drawLab(100, 'hard').sweeps.map((sweep) => sweep.project) as [Project];
  const design: Design = { kind: 'grid', varied: [], base: {}, cells: [] };
  const array = (label: string): LabSweep => ({ label, project, word: '', design, shown: [], layout: 'array' });
  const [one, other] = [array('one'), array('other')];
  const job = (sweep: LabSweep, submit: number, task: number, state: string, isRetry = false): LabJob => {
    const key = `${sweep.label}${isRetry}`;
    return {
      project,
      sweep,
      cell: {},
      submit,
      start: submit,
      state,
      seconds: 9,
      array: { key, tasks: '', task, isRetry },
    };
  };
  const retried = (stateOfOther: string): number => {
    const firsts = [job(one, 1, 3, 'FAILED'), job(other, 2, 3, stateOfOther)];
    return withClearRetries([...firsts, job(one, 5, 3, 'COMPLETED', true)]).length - firsts.length;
  };
  expect([retried('COMPLETED'), retried('FAILED')]).toEqual([1, 0]);
});
