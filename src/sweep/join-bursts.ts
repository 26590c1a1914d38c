import type { JobState } from '../model/job-state.ts';
import { designOf, levels } from './axes.ts';
import type { Burst } from './bursts.ts';
import type { FactorTable } from './factor-table.ts';
import type { RunView } from './run-view.ts';

/** Bursts that make up one sweep. */
export interface SweepDraft {
  positions: Uint32Array;
  readonly isArray: boolean;
  /** Runs that tried again what had not completed before. */
  retries: number;
  /** Runs that were added to an incomplete grid. */
  additions: number;
}

/** How long after a sweep's last submission a retry of its failures, or its missing cells, still belong to it, seconds. Our own judgement. */
const RETRY_WITHIN = 3 * 86_400;
const ADDITION_WITHIN = 86_400;

/** States after which a run need not be tried again. */
const SETTLED: ReadonlySet<JobState> = new Set<JobState>(['completed', 'running', 'pending']);

/**
 * Joins bursts of one family into sweeps, in order of submission. A burst that only repeats what had failed, been cancelled or run out of time is a retry of the
 * sweep before it; a burst that fills cells that an incomplete grid lacks, and brings no value of its own, belongs to that grid.
 */
export function joinBursts(table: FactorTable, bursts: readonly Burst[], view: RunView): SweepDraft[] {
  const drafts: SweepDraft[] = [];
  for (const burst of bursts) {
    const earlier = drafts.findLast((draft) => extend(table, draft, burst, view));
    if (earlier === undefined) {
      drafts.push({ positions: burst.positions, isArray: burst.isArray, retries: 0, additions: 0 });
    }
  }
  return drafts;
}

/** Adds a burst to a draft if it belongs to it; says whether it did. */
function extend(table: FactorTable, draft: SweepDraft, burst: Burst, view: RunView): boolean {
  const last = Math.max(...submits(table, draft.positions, view));
  const pause = Math.min(...submits(table, burst.positions, view)) - last;
  if (!(pause <= RETRY_WITHIN)) return false;
  const both = union(draft.positions, burst.positions);
  if (isRetry(table, draft, burst, view)) draft.retries += burst.positions.length;
  else if (pause <= ADDITION_WITHIN && isAddition(table, draft, both)) draft.additions += burst.positions.length;
  else return false;
  draft.positions = both;
  return true;
}

const submits = (table: FactorTable, positions: Uint32Array, view: RunView): Float64Array =>
  Float64Array.from(positions, (position) => view.submit[table.runs[position] as number] as number);

const union = (left: Uint32Array, right: Uint32Array): Uint32Array => {
  const both = new Uint32Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both.sort();
};

/** What a run tries: the codes of all that could matter. */
const cellKey = (table: FactorTable, position: number): string =>
  table.factors.map((factor) => (factor.role === 'ignored' ? '' : factor.codes[position])).join();

function isRetry(table: FactorTable, draft: SweepDraft, burst: Burst, view: RunView): boolean {
  const settled = new Map<string, boolean>();
  for (const position of draft.positions) {
    const key = cellKey(table, position);
    const done = SETTLED.has(view.stateOf(table.runs[position] as number));
    settled.set(key, done || (settled.get(key) ?? false));
  }
  return burst.positions.every((position) => settled.get(cellKey(table, position)) === false);
}

function isAddition(table: FactorTable, draft: SweepDraft, both: Uint32Array): boolean {
  const before = designOf(table, draft.positions);
  if (before.axes.length === 0 || before.coverage === 1) return false;
  const after = designOf(table, both);
  const noNewValues = table.factors.every(
    (factor) => factor.role === 'ignored' || levels(factor, both) === levels(factor, draft.positions),
  );
  return noNewValues && after.distinctCells === before.distinctCells + (both.length - draft.positions.length);
}
