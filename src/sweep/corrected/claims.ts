import type { Correction } from '../../model/correction.ts';
import type { Ledger, NestedRun } from '../../model/ledger.ts';
import { type RunView, viewRuns } from '../run-view.ts';
import { type RunNames, runPattern } from './run-pattern.ts';

/** A correction and the runs that it speaks of, ascending. */
export interface Claim {
  readonly correction: Correction;
  readonly runs: Uint32Array;
}

/** Why a correction cannot be followed. `example` is a run that shows it. */
export type ClaimProblem =
  | { readonly why: 'no-run'; readonly line: number; readonly text: string; readonly examples: readonly string[] }
  | { readonly why: 'twice'; readonly line: number; readonly other: number; readonly example: string }
  | { readonly why: 'clusters'; readonly line: number; readonly text: string; readonly clusters: readonly string[] }
  | { readonly why: 'shared-job'; readonly line: number; readonly text: string; readonly example: string };

/**
 * Finds the runs of each correction. Jobs are claimed whole: a tracker's run inside of a job brings the job, if all that ran in it is claimed.
 *
 * @returns the claims, or the first problem
 */
export function findClaims(ledger: Ledger, corrections: readonly Correction[]): readonly Claim[] | ClaimProblem {
  if (corrections.length === 0) return [];
  const view = viewRuns(ledger);
  const finders = corrections.map((correction) => new ClaimFinder(correction));
  const nested = nestedByRun(ledger);
  const lineOf = new Map<number, number>();
  for (let run = 0; run < view.count; run++) {
    const candidate = candidateOf(ledger, view, run, nested.get(run) ?? []);
    for (const finder of finders) {
      if (!finder.take(candidate)) continue;
      const { line } = finder.correction;
      const other = lineOf.get(run);
      if (other !== undefined) return { why: 'twice', line, other, example: candidate.id };
      lineOf.set(run, line);
    }
  }
  const problem = finders.map((finder) => finder.problem(examplesIn(ledger, view))).find((each) => each !== undefined);
  return problem ?? finders.map(({ correction, runs }) => ({ correction, runs: Uint32Array.from(runs) }));
}

/** A run with all that it is called, and what ran inside of its jobs. */
interface Candidate {
  readonly run: number;
  readonly id: string;
  readonly cluster: string;
  readonly submit: number;
  readonly names: RunNames;
  readonly inside: readonly RunNames[];
}

/** Collects the runs of one correction. */
class ClaimFinder {
  readonly correction: Correction;
  readonly runs: number[] = [];
  readonly #patterns: readonly ReturnType<typeof runPattern>[];
  readonly #found: boolean[];
  readonly #clusters: readonly Set<string>[];
  #sharedJob: { readonly text: string; readonly example: string } | undefined;

  constructor(correction: Correction) {
    this.correction = correction;
    this.#patterns = correction.runs.map(runPattern);
    this.#found = correction.runs.map(() => false);
    this.#clusters = correction.runs.map(() => new Set());
  }

  /** @returns whether the run is claimed */
  take({ run, id, cluster, submit, names, inside }: Candidate): boolean {
    const { cluster: only, from, until, runs: texts } = this.correction;
    if (only !== undefined && cluster !== only) return false;
    if ((from !== undefined && !(submit >= from)) || (until !== undefined && !(submit < until))) return false;
    let isClaimed = false;
    const claimedInside = new Set<RunNames>();
    let last = '';
    this.#patterns.forEach((fits, index) => {
      const fit = fits(names);
      const within = inside.filter((each) => fits(each) !== undefined);
      if (fit === 'id') this.#clusters[index]?.add(cluster);
      if (fit !== undefined) isClaimed = true;
      for (const each of within) claimedInside.add(each);
      if (within.length > 0) last = texts[index] as string;
      if (fit !== undefined || within.length > 0) this.#found[index] = true;
    });
    if (!isClaimed && claimedInside.size > 0) {
      if (claimedInside.size < inside.length) this.#sharedJob ??= { text: last, example: id };
      isClaimed = true;
    }
    if (isClaimed) this.runs.push(run);
    return isClaimed;
  }

  problem(examples: readonly string[]): ClaimProblem | undefined {
    const { line, runs: texts } = this.correction;
    const lost = this.#found.indexOf(false);
    if (lost >= 0) return { why: 'no-run', line, text: texts[lost] as string, examples };
    const several = this.#clusters.findIndex(({ size }) => size > 1);
    if (several >= 0) {
      const clusters = [...(this.#clusters[several] as Set<string>)].sort();
      return { why: 'clusters', line, text: texts[several] as string, clusters };
    }
    return this.#sharedJob && { why: 'shared-job', line, ...this.#sharedJob };
  }
}

function candidateOf(ledger: Ledger, view: RunView, run: number, nested: readonly NestedRun[]): Candidate {
  const row = ledger.row[view.first[run] as number] as number;
  const names = namesOf(ledger, row);
  return {
    run,
    id: idOf(ledger, row),
    cluster: ledger.table.cluster.at(row),
    submit: view.submit[run] as number,
    names,
    inside: nested.map((each) => namesOf(ledger, each.row)),
  };
}

function nestedByRun({ nested, run }: Ledger): Map<number, NestedRun[]> {
  const lists = new Map<number, NestedRun[]>();
  for (const each of nested) {
    const of = run[each.attempt] as number;
    const list = lists.get(of);
    if (list === undefined) lists.set(of, [each]);
    else list.push(each);
  }
  return lists;
}

function namesOf({ table }: Ledger, row: number): RunNames {
  const [id, raw, array] = [table.jobId.copyAt(row), table.jobIdRaw.copyAt(row), table.arrayJobId.at(row)];
  const sweep = table.tracked.at(row)?.sweep ?? '';
  const own = /^(\d+)(?:\+\d+)?$/.exec(id || raw)?.[1];
  return {
    ids: [id, raw].filter((text) => text !== ''),
    whole: Number.isNaN(array) ? Number(own ?? Number.NaN) : array,
    names: [table.name.copyAt(row)],
    sweeps: sweep === '' ? [] : [sweep],
  };
}

const idOf = ({ table }: Ledger, row: number): string => table.jobId.copyAt(row) || table.name.copyAt(row);

const MOST_EXAMPLES = 3;

const examplesIn = (ledger: Ledger, view: RunView): string[] =>
  Array.from({ length: Math.min(MOST_EXAMPLES, view.count) }, (_, run) =>
    idOf(ledger, ledger.row[view.first[run] as number] as number),
  );
