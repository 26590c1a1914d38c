import type { Ledger, NestedRun, NestingRule } from '../model/ledger.ts';
import { DURATION_BASES, type DurationBasis } from '../model/tracked-run.ts';
import type { NestedTime, TimedBy, Tracking } from '../model/tracking.ts';
import { secondsToHours } from '../model/units.ts';
import { type GpusOfRow, gpusIn } from './shares.ts';

/** What experiment trackers logged, as a fact of the project; no fact when nothing was. */
export function trackingIn(ledger: Ledger, gpusOf: GpusOfRow): { readonly tracking?: Tracking } {
  if (ledger.table.tracked.length === 0) return {};
  const timedBy = timedByOf(ledger);
  return { tracking: ledger.nested.length === 0 ? { timedBy } : { timedBy, nested: nestedTime(ledger, gpusOf) } };
}

function timedByOf({ table, count, row, wall, nested }: Ledger): TimedBy[] {
  const sums = new Map<DurationBasis, { sessions: number; seconds: number }>();
  const add = (at: number, seconds: number): void => {
    const basis = table.tracked.at(at)?.durationBasis;
    if (basis === undefined) return;
    const sum = sums.get(basis) ?? { sessions: 0, seconds: 0 };
    sums.set(basis, { sessions: sum.sessions + 1, seconds: sum.seconds + seconds });
  };
  for (let attempt = 0; attempt < count; attempt++) add(row[attempt] as number, wall[attempt] as number);
  for (const run of nested) add(run.row, run.end > run.start ? run.end - run.start : 0);
  return DURATION_BASES.flatMap((basis) => {
    const sum = sums.get(basis);
    return sum === undefined ? [] : [{ basis, sessions: sum.sessions, wallHours: secondsToHours(sum.seconds) }];
  });
}

function nestedTime(ledger: Ledger, gpusOf: GpusOfRow): NestedTime {
  const byRule = new Map<NestingRule, number>();
  const byAttempt = new Map<number, NestedRun[]>();
  for (const run of ledger.nested) {
    byRule.set(run.rule, (byRule.get(run.rule) ?? 0) + 1);
    const list = byAttempt.get(run.attempt);
    if (list === undefined) byAttempt.set(run.attempt, [run]);
    else list.push(run);
  }
  let [allocated, used] = [0, 0];
  for (const [attempt, runs] of byAttempt) {
    const gpus = gpusIn(gpusOf(ledger.row[attempt] as number));
    const wall = ledger.wall[attempt] as number;
    allocated += gpus * wall;
    used += gpus * Math.min(wall, secondsCovered(runs, ledger.start[attempt] as number, ledger.end[attempt] as number));
  }
  return {
    byRule,
    jobs: byAttempt.size,
    allocatedGpuHours: secondsToHours(allocated),
    usedGpuHours: secondsToHours(used),
  };
}

/** Seconds between two times in which at least one run ran. */
function secondsCovered(runs: readonly NestedRun[], from: number, to: number): number {
  let [covered, until] = [0, from];
  for (const { start, end } of [...runs].sort((a, b) => a.start - b.start)) {
    const since = Math.max(start, until);
    const ends = Math.min(end, to);
    if (!(ends > since)) continue;
    covered += ends - since;
    until = ends;
  }
  return covered;
}
