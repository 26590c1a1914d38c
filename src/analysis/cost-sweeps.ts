import { costUsage } from '../cost/cost-usage.ts';
import type { CostedSweep } from '../model/facts.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Method } from '../model/method.ts';
import type { Sweep } from '../model/sweep.ts';
import type { Measure } from './costing.ts';
import { type GpusOfRow, gpuHoursByState } from './shares.ts';
import { lastAttempts, sweepOutcome } from './sweep-outcome.ts';

export interface SweepCosting {
  readonly ledger: Ledger;
  readonly gpusOf: GpusOfRow;
  readonly measure: Measure;
  readonly method: Method;
}

/** What each sweep held and cost, when, and what became of it. */
export function costSweeps(sweeps: readonly Sweep[], costing: SweepCosting): CostedSweep[] {
  const last = lastAttempts(costing.ledger);
  return sweeps.map((sweep) => costSweep(sweep, costing, last));
}

/** @param last attempt of each run */
function costSweep(sweep: Sweep, { ledger, gpusOf, measure, method }: SweepCosting, last: Int32Array): CostedSweep {
  const usage = measure(sweep.members, sweep.shares);
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const attempt of sweep.members) {
    const submit = ledger.table.submit.at(ledger.row[attempt] as number);
    const begin = Number.isNaN(submit) ? (ledger.start[attempt] as number) : submit;
    if (begin < start) start = begin;
    if ((ledger.wall[attempt] as number) > 0 && (ledger.end[attempt] as number) > end)
      end = ledger.end[attempt] as number;
  }
  return {
    sweep,
    usage,
    costs: costUsage(usage, method),
    start: Number.isFinite(start) ? start : Number.NaN,
    end: Number.isFinite(end) ? end : Number.NaN,
    gpuHoursByState: gpuHoursByState(ledger, sweep, gpusOf),
    outcome: sweepOutcome(ledger, sweep, last),
  };
}
