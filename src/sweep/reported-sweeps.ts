import type { Ledger } from '../model/ledger.ts';
import type { ReportedAttempt } from '../model/reported-attempt.ts';
import type { Axis, FoundSweep } from './found-sweep.ts';
import type { RunView } from './run-view.ts';
import { roleOf } from './slot-keys.ts';
import { PROGRAM_SLOT } from './slots.ts';
import { NO_VALUE } from './tracked/tracked-sweeps.ts';

type Params = Readonly<Record<string, string>>;

/** A sweep of an earlier report: its runs, in order. */
interface Reported {
  readonly first: ReportedAttempt;
  readonly runs: number[];
}

/** Whether an attempt is known from an earlier report alone, which has found its sweep or that it is in none. */
export const isReported = ({ table, row }: Ledger, attempt: number): boolean =>
  table.reported.has(row[attempt] as number);

/** The sweeps that an earlier report found: which run is of which stands in its `jobs.csv`, nothing is inferred again. */
export function findReportedSweeps(ledger: Ledger, view: RunView): FoundSweep[] {
  if (ledger.table.reported.length === 0) return [];
  return [...sweepsOf(ledger, view).values()].map(({ first, runs }) => {
    const axes = axesOf(runs.map((run) => paramsOf(ledger, view.first[run] as number)));
    const codes = new Uint32Array(runs.length * axes.length);
    axes.forEach((axis, index) => {
      for (let place = 0; place < runs.length; place++)
        codes[place * axes.length + index] = axis.codes[place] as number;
    });
    const distinctCells = new Set(runs.map((_, place) => axes.map((axis) => axis.codes[place]).join())).size;
    const product = axes.reduce((cells, { values }) => cells * values.length, 1);
    const { sweep, sweepKind: kind, sweepConfidence: confidence } = first;
    return {
      gathering: {
        runs: Number.isNaN(first.sweepRuns) ? runs.length : Math.max(first.sweepRuns, runs.length),
        isArray: false,
        retries: 0,
        additions: 0,
        doubt: 0,
        reported: { sweep, ...(kind && { kind }), ...(Number.isNaN(confidence) ? {} : { confidence }) },
      },
      design: { axes, distinctCells, coverage: axes.length === 0 ? 1 : distinctCells / product },
      runs: Uint32Array.from(runs),
      codes,
    };
  });
}

/** By file and the id that the sweep had there. */
function sweepsOf({ table, row }: Ledger, view: RunView): Map<string, Reported> {
  const sweeps = new Map<string, Reported>();
  for (let run = 0; run < view.count; run++) {
    const at = row[view.first[run] as number] as number;
    const reported = table.reported.at(at);
    if (reported === undefined || reported.sweep === '') continue;
    const key = `${table.file.at(at)} ${reported.sweep}`;
    const sweep = sweeps.get(key) ?? { first: reported, runs: [] };
    sweeps.set(key, sweep);
    sweep.runs.push(run);
  }
  return sweeps;
}

function paramsOf({ table, row }: Ledger, attempt: number): Params {
  const text = table.reported.at(row[attempt] as number)?.params ?? '';
  return text === '' ? {} : (JSON.parse(text) as Params);
}

interface CodedAxis extends Axis {
  readonly values: string[];
  readonly codes: Uint32Array;
}

/** Parameters in the order of their appearance, and the value that each run has of each. */
function axesOf(params: readonly Params[]): CodedAxis[] {
  const keys = new Set(params.flatMap((each) => Object.keys(each)));
  return [...keys].map((key) => {
    const codeOf = new Map<string, number>();
    const codes = Uint32Array.from(params, (each) => {
      const value = each[key];
      if (value === undefined) return NO_VALUE;
      const code = codeOf.get(value) ?? codeOf.size;
      codeOf.set(value, code);
      return code;
    });
    const role = roleOf(key, PROGRAM_SLOT) === 'replicate' ? 'replicate' : 'parameter';
    return { key, role, values: [...codeOf.keys()], codes };
  });
}
