import { expect, it } from 'vitest';
import type { LabelledLog } from '../../scripts/sweeps/logs/labelled-log.ts';
import { sharesByTrait, traitFindings } from '../../scripts/sweeps/results/by-trait.ts';
import { reliability } from '../../scripts/sweeps/results/reliability.ts';
import { summarise } from '../../scripts/sweeps/results/summarise.ts';
import { worstMistakes } from '../../scripts/sweeps/results/worst-mistakes.ts';
import { type Examination, examineLog } from '../../scripts/sweeps/score/examine-log.ts';
import { judgeSweeps } from '../../scripts/sweeps/score/judge-sweeps.ts';

const RATES = ['0.1', '0.01', '0.001', '0.2', '0.02', '0.002'];
const HEADER = 'JobID|JobIDRaw|JobName|User|State|Submit|Start|End|ElapsedRaw|AllocTRES|NodeList|WorkDir|SubmitLine';

/** Six runs of ana that vary the rate, submitted together, and a job of ben's. */
function log(label: (index: number) => string, values: readonly string[] = RATES): LabelledLog {
  const times = '2024-01-01T10:00:00|2024-01-01T11:00:00|2024-01-01T12:00:00|3600';
  const rows = RATES.map((rate, index) =>
    [
      index + 1,
      index + 1,
      `tune_lr${rate}`,
      'ana',
      'COMPLETED',
      times,
      'gres/gpu=1',
      'n1',
      '/home/ana',
      `sbatch train.sh --lr ${rate}`,
    ].join('|'),
  );
  const stranger = `9|9|eval|ben|COMPLETED|${times}|gres/gpu=1|n1|/home/ben|sbatch eval.sh`;
  const tried = new Map(values.map((value, index) => [String(index + 1), value]));
  return {
    set: 'easy-2',
    level: 'full',
    name: 'six',
    source: { 'sacct.txt': `${[HEADER, ...rows, stranger].join('\n')}\n` },
    truth: new Map(RATES.map((_, index) => [String(index + 1), label(index)])),
    sweeps: new Map([['a', { kind: 'grid', parameters: [{ keys: ['lr'], values: tried, isFlag: false }] }]]),
  };
}

const outcome = (examination: Examination) => ({
  ...examination.log,
  ...examination,
  verdicts: judgeSweeps(examination),
  traits: [],
});

it('a sweep found as it was meant is right, with its kind and the values of its jobs', async () => {
  const examination = await examineLog(log(() => 'a'));
  expect(judgeSweeps(examination)).toMatchObject([
    { isRight: true, label: 'a', kind: { found: 'grid', truth: 'grid' }, hasParameters: true },
  ]);
  expect(worstMistakes(examination, 5)).toEqual([]);
  expect(examination.isSteady).toBe(true);
  expect(examination.judged).toHaveLength(RATES.length);
});

it('a value that is not that of the job is seen', async () => {
  const examination = await examineLog(log(() => 'a', [...RATES.slice(1), '0.5']));
  expect(judgeSweeps(examination)).toMatchObject([{ isRight: true, hasParameters: false }]);
});

it('a sweep that holds two is wrong, and among the worst mistakes with its members', async () => {
  const examination = await examineLog(log((index) => (index < 3 ? 'a' : 'b')));
  expect(judgeSweeps(examination)).toMatchObject([{ isRight: false }]);
  const [mistake] = worstMistakes(examination, 5);
  expect(mistake?.pairs).toBe(9);
  expect(mistake?.lines[0]).toContain('JOINED six full');
  expect(mistake?.lines).toHaveLength(1 + RATES.length);
  const [row] = summarise([outcome(examination)]);
  expect(row).toMatchObject({ bar: 1, isMet: false, score: { exact: 0, groups: 2, recall: 1 } });
  expect(row?.score.precision).toBeCloseTo(6 / 15, 12);
});

it('sweeps are counted by what may make them hard to find, the hardest first', async () => {
  const examination = await examineLog(log((index) => (index < 3 ? 'a' : 'b')));
  const sweeps = new Map([
    ['a', { traits: ['name cut8'] }],
    ['b', { traits: ['name cut8', 'command hydra'] }],
    ['c', {}],
  ]);
  expect(traitFindings(judgeSweeps(examination), sweeps)).toEqual([
    { traits: ['name cut8'], isFound: false },
    { traits: ['name cut8', 'command hydra'], isFound: false },
  ]);
  const findings = [
    { traits: ['easy', 'hard'], isFound: true },
    { traits: ['hard'], isFound: false },
  ];
  expect(Object.entries(sharesByTrait(findings))).toEqual([
    ['hard', { right: 1, of: 2 }],
    ['easy', { right: 1, of: 1 }],
  ]);
});

it('confidence is held against what came true', () => {
  const sweep = (confidence: number, isRight: boolean) => ({ confidence, isRight });
  const bins = reliability([sweep(0.92, true), sweep(0.98, false), sweep(1, true), sweep(0.4, false)]);
  expect(bins).toEqual([
    { from: 0.4, sweeps: 1, meanConfidence: 0.4, right: 0 },
    { from: 0.9, sweeps: 3, meanConfidence: (0.92 + 0.98 + 1) / 3, right: 2 / 3 },
  ]);
});
