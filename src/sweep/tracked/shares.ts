import type { Ledger, NestedRun } from '../../model/ledger.ts';

/**
 * The part of each attempt that runs of each sweep took, where runs of several sweeps, or of none, ran in one attempt: at any moment those that run share it
 * equally. What is left (start-up, idle time, after a crash) is no sweep's.
 *
 * @returns by sweep, then by attempt, 0 to 1; attempts whose runs are all of one sweep are left out
 */
export function sharesBySweep(ledger: Ledger): Map<string, Map<number, number>> {
  const shares = new Map<string, Map<number, number>>();
  for (const [attempt, nested] of byAttempt(ledger.nested)) {
    const sweepOf = (run: NestedRun): string => ledger.table.tracked.at(run.row)?.sweep ?? '';
    const sweeps = new Set(nested.map(sweepOf));
    if (sweeps.size < 2) continue;
    for (const [run, seconds] of secondsOf(ledger, attempt, nested)) {
      const sweep = sweepOf(run);
      if (sweep === '') continue;
      const ofSweep = shares.get(sweep) ?? new Map<number, number>();
      shares.set(sweep, ofSweep);
      ofSweep.set(attempt, (ofSweep.get(attempt) ?? 0) + seconds / (ledger.wall[attempt] as number));
    }
  }
  return shares;
}

function byAttempt(nested: readonly NestedRun[]): Map<number, NestedRun[]> {
  const lists = new Map<number, NestedRun[]>();
  for (const run of nested) {
    const list = lists.get(run.attempt);
    if (list === undefined) lists.set(run.attempt, [run]);
    else list.push(run);
  }
  return lists;
}

/** Seconds of an attempt that each run in it had, shared equally among those that ran at a time. */
function secondsOf(ledger: Ledger, attempt: number, nested: readonly NestedRun[]): Map<NestedRun, number> {
  const [from, to] = [ledger.start[attempt] as number, ledger.end[attempt] as number];
  const within = (time: number): number => Math.min(Math.max(time, from), to);
  const edges = [...new Set(nested.flatMap(({ start, end }) => [within(start), within(end)]))].sort((a, b) => a - b);
  const seconds = new Map<NestedRun, number>();
  for (let edge = 1; edge < edges.length; edge++) {
    const [since, until] = [edges[edge - 1] as number, edges[edge] as number];
    const active = nested.filter(({ start, end }) => within(start) <= since && within(end) >= until);
    for (const run of active) seconds.set(run, (seconds.get(run) ?? 0) + (until - since) / active.length);
  }
  return seconds;
}
