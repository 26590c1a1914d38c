import type { Ledger } from '../../model/ledger.ts';
import type { FoundSweep } from '../found-sweep.ts';
import { type RunView, viewRuns } from '../run-view.ts';
import type { Claim } from './claims.ts';
import { sweepOfValues, valuesByItself, valuesIn } from './run-values.ts';

/** Of fewer runs nothing varies: what is left of a sweep that was found in the logs. */
const FEWEST_LEFT = 2;

/** Puts what the user says of sweeps in the place of what was found: runs that are claimed leave the sweeps they were in. No run is lost, and none is in two. */
export function correctSweeps(
  ledger: Ledger,
  found: readonly FoundSweep[],
  claims: readonly Claim[],
): readonly FoundSweep[] {
  if (claims.length === 0) return found;
  const view = viewRuns(ledger);
  const claimed = new Set(claims.flatMap(({ runs }) => [...runs]));
  const left = found.map((sweep) => withoutRuns(ledger, sweep, claimed)).filter((sweep) => sweep !== undefined);
  const told = claims
    .filter(({ correction }) => correction.isSweep)
    .map((claim) => claimedSweep(ledger, view, found, claim));
  return [...left, ...told].sort((a, b) => (a.runs[0] as number) - (b.runs[0] as number));
}

/** What is left of a sweep; undefined where that is none any more. */
function withoutRuns(ledger: Ledger, sweep: FoundSweep, claimed: ReadonlySet<number>): FoundSweep | undefined {
  const runs = sweep.runs.filter((run) => !claimed.has(run));
  if (runs.length === sweep.runs.length) return sweep;
  const { gathering, shares } = sweep;
  const isLogged = gathering.tracked !== undefined || gathering.reported !== undefined;
  if (runs.length === 0 || (!isLogged && runs.length < FEWEST_LEFT)) return undefined;
  const trainings = trainingsIn(ledger, runs, gathering.tracked?.sweep);
  const kept = { ...gathering, runs: trainings, retries: 0, additions: 0 };
  const own = new Set(runs);
  const ownShares = shares && new Map([...shares].filter(([attempt]) => own.has(ledger.run[attempt] as number)));
  const remaining = sweepOfValues(runs, valuesIn(sweep, runs), kept);
  return ownShares === undefined ? remaining : { ...remaining, shares: ownShares };
}

function claimedSweep(
  ledger: Ledger,
  view: RunView,
  found: readonly FoundSweep[],
  { correction, runs }: Claim,
): FoundSweep {
  const own = new Set(runs);
  const from = found.filter((sweep) => sweep.runs.some((run) => own.has(run)));
  const known = new Set(from.flatMap((sweep) => [...sweep.runs]));
  const unknown = runs.filter((run) => !known.has(run)).length;
  const [only] = from;
  const isPartOfOne = only !== undefined && from.length === 1 && unknown === 0;
  const values = isPartOfOne ? valuesIn(only, runs) : valuesByItself(ledger, view, runs);
  return sweepOfValues(runs, values, {
    ...{ runs: trainingsIn(ledger, runs), isArray: false, retries: 0, additions: 0, doubt: 0 },
    told: { line: correction.line, name: correction.name, kind: correction.kind, from: from.length, unknown },
  });
}

/** How many trainings ran in these runs of the ledger: those that a tracker saw inside of them, or one each. */
function trainingsIn(ledger: Ledger, runs: Uint32Array, sweep?: string): number {
  const own = new Set(runs);
  const seen = new Set<number>();
  const withNested = new Set<number>();
  for (const { attempt, run, row } of ledger.nested) {
    const of = ledger.run[attempt] as number;
    if (!own.has(of)) continue;
    withNested.add(of);
    if (sweep === undefined || ledger.table.tracked.at(row)?.sweep === sweep) seen.add(run);
  }
  return seen.size + runs.length - withNested.size;
}
