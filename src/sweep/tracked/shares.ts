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
    // Not the wall time: of a job that was suspended the runs in it know from start to end.
    const span = (ledger.end[attempt] as number) - (ledger.start[attempt] as number);
    for (const [run, seconds] of secondsOf(ledger, attempt, nested)) {
      const sweep = sweepOf(run);
      if (sweep === '' || !(span > 0)) continue;
      const ofSweep = shares.get(sweep) ?? new Map<number, number>();
      shares.set(sweep, ofSweep);
      ofSweep.set(attempt, (ofSweep.get(attempt) ?? 0) + seconds / span);
    }
  }
  return shares;
}

/** Seconds that each run inside of an attempt had of it, shared equally among those that ran at a time. */
export function secondsShared(ledger: Ledger): Map<NestedRun, number> {
  return new Map([...byAttempt(ledger.nested)].flatMap(([attempt, nested]) => [...secondsOf(ledger, attempt, nested)]));
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
  const edges = nested
    .filter(({ start, end }) => end > start)
    .flatMap((run) => [
      { at: within(run.start), run, begins: true },
      { at: within(run.end), run, begins: false },
    ]);
  edges.sort((a, b) => a.at - b.at || Number(a.begins) - Number(b.begins));
  const seconds = new Map<NestedRun, number>();
  const active = new Set<NestedRun>();
  let since = from;
  for (const { at, run, begins } of edges) {
    for (const each of active) seconds.set(each, (seconds.get(each) ?? 0) + (at - since) / active.size);
    since = at;
    if (begins) active.add(run);
    else active.delete(run);
  }
  return seconds;
}
