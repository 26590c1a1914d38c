import type { Ledger } from '../../model/ledger.ts';
import type { Factor } from '../factor.ts';
import type { FactorTable } from '../factor-table.ts';
import type { RunView } from '../run-view.ts';

/** How a run went, where its log tells. */
export interface Outcome {
  /** Its position in the family. */
  readonly position: number;
  /** Number of the combination of hyperparameters that it tried, from 0 on. */
  readonly cell: number;
  /** When it started, hours; NaN where that is not known. */
  readonly hour: number;
  /** Natural logarithm of the seconds that it took; NaN where they are not known. */
  readonly logSeconds: number;
  /** What it measured, in the order of the names. */
  readonly values: readonly number[];
}

/** Runs that have the same hyperparameters, whatever their values: only such are trials of one search. */
export interface AlikeRuns {
  /** How many combinations they try. */
  readonly cells: number;
  /** Those that measured the same things. Each list is of one experiment or of several. */
  readonly measured: readonly (readonly Outcome[])[];
  /** Those that measured nothing: most of them crashed. */
  readonly others: readonly Outcome[];
}

/** More measures of a run tell nothing more. Our own judgement. */
const MOST_MEASURES = 8;

/** How the runs of a family went, by which hyperparameters they have. */
export function alikeRuns(
  table: FactorTable,
  cells: ArrayLike<number>,
  { ledger, view }: { readonly ledger: Ledger; readonly view: RunView },
): AlikeRuns[] {
  const sets = new Map<string, Map<string, Outcome[]>>();
  const open = table.factors.filter(({ values }) => values.includes(''));
  table.runs.forEach((run, position) => {
    const measures = [...ledger.table.measured.at(ledger.row[view.last[run] as number] as number)]
      .filter(([, value]) => Number.isFinite(value))
      .slice(0, MOST_MEASURES);
    const outcome = {
      position,
      cell: cells[position] as number,
      hour: (view.submit[run] as number) / 3600,
      logSeconds: logOf(ledger.wall[view.last[run] as number] as number),
      values: measures.map(([, value]) => value),
    };
    const set = entry(sets, setOf(open, position), () => new Map<string, Outcome[]>());
    entry(set, measures.map(([name]) => name).join('\n'), (): Outcome[] => []).push(outcome);
  });
  return [...sets.values()].map((byNames) => ({
    cells: new Set([...byNames.values()].flat().map(({ cell }) => cell)).size,
    measured: [...byNames].filter(([names]) => names !== '').map(([, outcomes]) => outcomes),
    others: byNames.get('') ?? [],
  }));
}

/** Which of the hyperparameters that not all runs have a run has. */
const setOf = (open: readonly Factor[], position: number): string =>
  open.map(({ values, codes }) => (values[codes[position] as number] === '' ? '0' : '1')).join('');

const logOf = (seconds: number): number => (seconds > 0 ? Math.log(seconds) : Number.NaN);

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
