import type { Ledger } from '../model/ledger.ts';
import type { RunView } from './run-view.ts';

/** A job that waits for another, or for all of its name. */
const WAITS = /(?:^|\s)(?:--dependency|-d)[\s=]?(?:after\w*:|singleton)/;
/** A training that goes on from where it was. */
const RESUMES = /(?:^|[\s,"'-])(?:auto_?|auto-)?(?:resume|restart|continue)(?:[-_.][\w.-]*)?(?=[\s="']|$)/i;
/** All but the first run of a chain say so; where there are several chains, all but their first. Our own judgement. */
const SHARE = 0.75;
/** So large a part of a run the next may seem to overlap with it: clocks differ, and a run that is put back into the queue begins anew. Our own judgement. */
const OVERLAP = 0.05;

/**
 * Whether runs are parts of one training, cut up as queues have it: each began when the one before had ended, and their submit lines say that they wait for it or go on from it. Where
 * values vary they must say both: people have the runs of a search wait for each other too.
 */
export function isChain(ledger: Ledger, view: RunView, runs: Uint32Array, valuesVary: boolean): boolean {
  if (!areInSequence(view, runs)) return false;
  const { command } = ledger.table;
  let missing = 0;
  for (const run of runs) {
    const line = command.copyAt(ledger.row[view.first[run] as number] as number);
    const [waits, resumes] = [WAITS.test(line), RESUMES.test(line)];
    if (!(valuesVary ? waits && resumes : waits || resumes)) missing++;
    if (missing > 1 + (1 - SHARE) * (runs.length - 1)) return false;
  }
  return true;
}

/** Whether no run began before the one before it had ended; what never began says nothing. */
function areInSequence(view: RunView, runs: Uint32Array): boolean {
  let ended = Number.NEGATIVE_INFINITY;
  let begun = 0;
  for (const run of runs) {
    const start = view.startOf(run);
    if (Number.isNaN(start)) continue;
    if (start < ended) return false;
    const end = view.endOf(run);
    ended = end - OVERLAP * (end - start);
    begun++;
  }
  return begun > 1;
}
