import type { Round } from '../measure/run-round.ts';
import { STAGES, type StageSeconds } from '../measure/run-stages.ts';
import type { SacctDump } from '../sacct-dump.ts';

/** Wall time and memory of one contestant, medians over the rounds. */
interface Medians {
  readonly seconds: number;
  readonly jobsPerSecond: number;
  /** MB of 10⁶ bytes; absent where not measured. */
  readonly peakMb?: number;
}

/** A limit that the project set itself. */
interface Bar {
  readonly name: string;
  readonly atMost: number;
  readonly value: number;
  readonly isMet: boolean;
}

/** All that was measured over one dump. */
export interface SizeResult {
  readonly jobs: number;
  readonly file: { readonly bytes: number; readonly lines: number; readonly seed: number };
  readonly medians: Readonly<Record<'wc' | 'duckdbAggregate' | 'duckdbTable' | 'report', Medians>>;
  /** Wall time of the report over that of the others. */
  readonly ratios: Readonly<Record<'overWc' | 'overDuckdbAggregate' | 'overDuckdbTable', number>>;
  /** Seconds on one core that each stage of a report took, medians. */
  readonly stages: StageSeconds;
  readonly bars: readonly Bar[];
  readonly disagreements: readonly string[];
  readonly rounds: readonly Round[];
}

const MOST_TIMES_AGGREGATE = 8;
const MOST_MEGABYTES = 700;
const MOST_SWEEP_SECONDS = 10;

/** Medians, ratios of medians, and whether the bars were met. */
export function summariseSize(dump: SacctDump, rounds: readonly Round[], disagreements: readonly string[]): SizeResult {
  const mediansOf = (seconds: (round: Round) => number, peakMb?: (round: Round) => number): Medians => {
    const middle = median(rounds.map(seconds));
    const speed = { seconds: middle, jobsPerSecond: dump.attempts / middle };
    return peakMb === undefined ? speed : { ...speed, peakMb: median(rounds.map(peakMb)) };
  };
  const wc = mediansOf((round) => round.wcSeconds);
  const [duckdbAggregate, duckdbTable, report] = (['aggregate', 'table', 'report'] as const).map((who) =>
    mediansOf(
      (round) => round[who].seconds,
      (round) => round[who].peakMb,
    ),
  ) as [Medians, Medians, Medians];
  const ratios = {
    overWc: report.seconds / wc.seconds,
    overDuckdbAggregate: report.seconds / duckdbAggregate.seconds,
    overDuckdbTable: report.seconds / duckdbTable.seconds,
  };
  const stages = Object.fromEntries(
    STAGES.map((stage) => [stage, median(rounds.map((round) => round.stages[stage]))]),
  ) as Record<(typeof STAGES)[number], number>;
  return {
    jobs: dump.attempts,
    file: { bytes: dump.bytes, lines: dump.lines, seed: dump.seed },
    medians: { wc, duckdbAggregate, duckdbTable, report },
    ratios,
    stages,
    bars: dump.attempts < BARS_FROM ? [] : barsOf(ratios.overDuckdbAggregate, report, stages.sweeps / dump.attempts),
    disagreements,
    rounds,
  };
}

/** What is asked for is asked for of a million jobs: of fewer, starting and compiling take most of the time. */
const BARS_FROM = 1e6;

const barsOf = (overAggregate: number, { peakMb = Number.NaN }: Medians, sweepSeconds: number): Bar[] => [
  bar('wall time over DuckDB aggregate', MOST_TIMES_AGGREGATE, overAggregate),
  bar('peak memory, MB', MOST_MEGABYTES, peakMb),
  bar('finding sweeps, s on one core a million attempts', MOST_SWEEP_SECONDS, sweepSeconds * 1e6),
];

const bar = (name: string, atMost: number, value: number): Bar => ({ name, atMost, value, isMet: value <= atMost });

/** The middle value, or the mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const [below = Number.NaN, above = Number.NaN] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return (below + above) / 2;
}
