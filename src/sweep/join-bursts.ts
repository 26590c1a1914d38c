import type { JobState } from '../model/job-state.ts';
import { type Design, designOf, levels } from './axes.ts';
import type { Burst } from './bursts.ts';
import type { FactorTable } from './factor-table.ts';
import type { RunView } from './run-view.ts';

/** Bursts that make up one sweep. */
export interface SweepDraft {
  /** Ascending. */
  readonly positions: Uint32Array;
  readonly isArray: boolean;
  /** Runs that tried again what had not completed before. */
  readonly retries: number;
  /** Runs that were added to an incomplete grid. */
  readonly additions: number;
  readonly design: Design;
}

/** How long after a sweep's last submission a retry of its failures, or its missing cells, still belong to it, seconds. Our own judgement. */
const RETRY_WITHIN = 3 * 86_400;
const ADDITION_WITHIN = 86_400;

/** States after which a run need not be tried again. */
const SETTLED: ReadonlySet<JobState> = new Set<JobState>(['completed', 'running', 'pending']);

/**
 * Joins bursts of one family into sweeps, in order of submission. A burst that only repeats what had failed, been cancelled or run out of time is a retry of the sweep before it; a
 * burst that fills cells that an incomplete grid lacks, and brings no value of its own, belongs to that grid.
 */
export function joinBursts(table: FactorTable, bursts: readonly Burst[], view: RunView): SweepDraft[] {
  const drafts: GrowingSweep[] = [];
  let oldest = 0; // drafts before this one ended too long ago to be extended
  for (const burst of bursts) {
    const begin = view.submit[table.runs[burst.positions[0] as number] as number] as number;
    while (oldest < drafts.length && begin - (drafts[oldest] as GrowingSweep).lastSubmit > RETRY_WITHIN) oldest++;
    const joined = drafts.slice(oldest).findLast((draft) => draft.extend(burst, begin));
    if (joined === undefined) drafts.push(new GrowingSweep(table, burst, view));
  }
  return drafts;
}

class GrowingSweep implements SweepDraft {
  positions: Uint32Array;
  readonly isArray: boolean;
  retries = 0;
  additions = 0;
  design: Design;
  lastSubmit: number;
  readonly #table: FactorTable;
  readonly #view: RunView;
  /** For each cell tried, whether it need not be tried again; made when first asked for. */
  #settled: Map<string, boolean> | undefined;

  constructor(table: FactorTable, { positions, isArray, design }: Burst, view: RunView) {
    this.#table = table;
    this.#view = view;
    this.positions = positions;
    this.isArray = isArray;
    this.design = design;
    this.lastSubmit = this.#submitOf(positions.at(-1) as number);
  }

  /** Takes a burst in, if it belongs here; says whether it did. */
  extend(burst: Burst, begin: number): boolean {
    const pause = begin - this.lastSubmit;
    if (!(pause <= RETRY_WITHIN)) return false;
    const retry = this.#isRetry(burst);
    if (!retry && !(pause <= ADDITION_WITHIN && this.#isAddition(burst))) return false;
    if (retry) this.retries += burst.positions.length;
    else this.additions += burst.positions.length;
    this.positions = union(this.positions, burst.positions);
    this.design = designOf(this.#table, this.positions);
    this.lastSubmit = Math.max(this.lastSubmit, this.#submitOf(burst.positions.at(-1) as number));
    this.#settled = undefined;
    return true;
  }

  #submitOf(position: number): number {
    return this.#view.submit[this.#table.runs[position] as number] as number;
  }

  #isRetry({ positions }: Burst): boolean {
    this.#settled ??= this.#settledCells();
    const settled = this.#settled;
    return positions.every((position) => settled.get(cellKey(this.#table, position)) === false);
  }

  #settledCells(): Map<string, boolean> {
    const settled = new Map<string, boolean>();
    for (const position of this.positions) {
      const key = cellKey(this.#table, position);
      const done = SETTLED.has(this.#view.stateOf(this.#table.runs[position] as number));
      settled.set(key, done || (settled.get(key) ?? false));
    }
    return settled;
  }

  #isAddition({ positions }: Burst): boolean {
    if (this.design.axes.length === 0 || this.design.coverage === 1) return false;
    const both = union(this.positions, positions);
    const noNewValues = this.#table.factors.every((factor) => levels(factor, both) === levels(factor, this.positions));
    return noNewValues && designOf(this.#table, both).distinctCells === this.design.distinctCells + positions.length;
  }
}

/** What a run tries: the codes of all that could matter. */
const cellKey = (table: FactorTable, position: number): string =>
  table.factors.map((factor) => factor.codes[position]).join();

function union(left: Uint32Array, right: Uint32Array): Uint32Array {
  const both = new Uint32Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both.sort();
}
