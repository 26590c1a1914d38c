import type { SetName } from '../logs/labelled-log.ts';
import type { Level } from '../logs/levels.ts';
import { BASELINE_NAMES, type Baseline } from '../score/baselines.ts';
import type { Examination } from '../score/examine-log.ts';
import type { SweepVerdict } from '../score/judge-sweeps.ts';
import { joinPartitions, type PartitionScore, type Partitions, scorePartition } from '../score/partition.ts';
import { barOf, JUDGEMENT_BARS } from './bars.ts';
import type { Share, TraitFinding } from './by-trait.ts';

/** What is kept of a log once it was looked at. */
export interface Outcome {
  readonly set: SetName;
  readonly level: Level;
  readonly name: string;
  readonly partitions: Partitions;
  readonly baselines: Examination['baselines'];
  readonly verdicts: readonly SweepVerdict[];
  readonly traits: readonly TraitFinding[];
}

/** All logs of one set at one level, scored as one. */
export interface Row {
  readonly set: SetName;
  readonly level: Level;
  readonly logs: number;
  readonly attempts: number;
  readonly score: PartitionScore;
  readonly baselines: Readonly<Record<Baseline, number>>;
  readonly bar?: number;
  readonly isMet?: boolean;
  /** Kinds and parameters of sweeps that were found exactly, where the log tells them. */
  readonly kinds: Share;
  readonly parameters: Share;
  /** Mistaken kinds, as `grid as mixed`, by how often. */
  readonly mistakenKinds: Readonly<Record<string, number>>;
  /** Pairwise F1 of each log. */
  readonly f1ByLog: Readonly<Record<string, number>>;
}

/** Kinds and parameters over all generated logs that hide nothing, and whether they meet their bars. */
export interface Judgement extends Share {
  readonly bar: number;
  readonly isMet: boolean;
}

export function judgeAll(outcomes: readonly Outcome[]): Readonly<Record<keyof typeof JUDGEMENT_BARS, Judgement>> {
  const { kinds, parameters } = judgements(
    outcomes.filter(({ level }) => level === 'full').flatMap(({ verdicts }) => verdicts),
  );
  const against = (share: Share, bar: number): Judgement => ({ ...share, bar, isMet: share.right >= bar * share.of });
  return { kinds: against(kinds, JUDGEMENT_BARS.kinds), parameters: against(parameters, JUDGEMENT_BARS.parameters) };
}

/** A row for each set and level, in order of first appearance. */
export function summarise(outcomes: readonly Outcome[]): Row[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const key = `${outcome.set} ${outcome.level}`;
    groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  return [...groups.values()].map((group) => rowOf(group as [Outcome, ...Outcome[]]));
}

function rowOf(outcomes: readonly [Outcome, ...Outcome[]]): Row {
  const [{ set, level }] = outcomes;
  const joined = joinPartitions(outcomes.map(({ partitions }) => partitions));
  const score = scorePartition(joined);
  const verdicts = outcomes.flatMap((outcome) => outcome.verdicts);
  const bar = barOf(set, level);
  return {
    set,
    level,
    logs: outcomes.length,
    attempts: joined.truth.length,
    score,
    baselines: Object.fromEntries(
      BASELINE_NAMES.map((name) => [
        name,
        scorePartition(joinPartitions(outcomes.map(({ baselines }) => baselines[name]))).f1,
      ]),
    ) as Row['baselines'],
    ...(bar !== undefined && { bar, isMet: score.f1 >= bar }),
    ...judgements(verdicts),
    f1ByLog: Object.fromEntries(outcomes.map(({ name, partitions }) => [name, scorePartition(partitions).f1])),
  };
}

function judgements(verdicts: readonly SweepVerdict[]): Pick<Row, 'kinds' | 'parameters' | 'mistakenKinds'> {
  const kinds = verdicts.flatMap(({ kind }) => kind ?? []);
  const parameters = verdicts.flatMap(({ hasParameters }) => hasParameters ?? []);
  const mistakenKinds: Record<string, number> = {};
  for (const { found, truth } of kinds) {
    if (found !== truth) mistakenKinds[`${truth} as ${found}`] = (mistakenKinds[`${truth} as ${found}`] ?? 0) + 1;
  }
  return {
    kinds: { right: kinds.filter(({ found, truth }) => found === truth).length, of: kinds.length },
    parameters: { right: parameters.filter(Boolean).length, of: parameters.length },
    mistakenKinds,
  };
}
