import type { Ledger } from '../../model/ledger.ts';
import { type Design, designOf } from '../design.ts';
import { type Factor, makeFactor } from '../factor.ts';
import { ARRAY_TASK, type FactorTable } from '../factor-table.ts';
import { type FoundSweep, foundSweep } from '../found-sweep.ts';
import { JobScanner } from '../job-scanner.ts';
import type { RunView } from '../run-view.ts';
import type { Gathering } from '../shape.ts';
import { roleOf } from '../slot-keys.ts';
import { NAME_SLOT, PROGRAM_SLOT } from '../slots.ts';
import { NO_VALUE } from '../tracked/tracked-sweeps.ts';

/** Hyperparameters of one run as the logs write them. */
export type RunValues = ReadonlyMap<string, string>;

/** What stands for a value that a run does not have, while values are compared. */
const ABSENT = '';

/** What each of these runs says of itself, whichever sweep it was found in: its tracker, an earlier report, or the words of its name and command that have a key. */
export function valuesByItself(ledger: Ledger, view: RunView, runs: Uint32Array): RunValues[] {
  const scanner = new JobScanner(ledger);
  const inside = new Map(ledger.nested.map(({ attempt, row }) => [ledger.run[attempt] as number, row]));
  const several = new Set<number>();
  const ids = new Map<number, number>();
  for (const { attempt, run: id } of ledger.nested) {
    const run = ledger.run[attempt] as number;
    if (ids.has(run) && ids.get(run) !== id) several.add(run);
    ids.set(run, id);
  }
  return Array.from(runs, (run) => {
    const attempt = view.first[run] as number;
    const row = ledger.row[attempt] as number;
    const told = several.has(run) ? undefined : toldOf(ledger, inside.get(run) ?? row);
    return told ?? scannedValues(ledger, scanner, attempt);
  });
}

function toldOf({ table }: Ledger, row: number): RunValues | undefined {
  const text = table.tracked.at(row)?.config || table.reported.at(row)?.params || '';
  if (text === '') return undefined;
  const told = Object.entries(JSON.parse(text) as Record<string, string>);
  return new Map(told.filter(([key]) => roleOf(key, PROGRAM_SLOT) !== 'ignored'));
}

function scannedValues(ledger: Ledger, scanner: JobScanner, attempt: number): RunValues {
  const values = new Map<string, string>();
  const task = ledger.table.arrayTask.at(ledger.row[attempt] as number);
  if (!Number.isNaN(task)) values.set(ARRAY_TASK, String(task));
  scanner.scan(attempt);
  const places = Array.from({ length: scanner.count }, (_, slot) => slot);
  const ofName = (slot: number): boolean => scanner.originOf(slot) === NAME_SLOT;
  // What command and name both say is called as in the command, so that stands first.
  for (const slot of [...places.filter((each) => !ofName(each)), ...places.filter(ofName)]) {
    const key = scanner.keyOf(slot).replace(/^[-+~]+/, '');
    if (key === '' || values.has(key) || roleOf(key, scanner.originOf(slot)) === 'ignored') continue;
    values.set(key, scanner.valueOf(slot));
  }
  return values;
}

/** The values that some of a sweep's runs have on its axes. */
export function valuesIn({ design: { axes }, runs, codes }: FoundSweep, wanted: Uint32Array): RunValues[] {
  const placeOf = new Map(Array.from(runs, (run, place) => [run, place]));
  return Array.from(wanted, (run) => {
    const place = (placeOf.get(run) as number) * axes.length;
    const values = new Map<string, string>();
    axes.forEach(({ key, values: texts }, index) => {
      const code = codes[place + index] as number;
      if (code !== NO_VALUE) values.set(key, texts[code] as string);
    });
    return values;
  });
}

/** A sweep of these runs, of which what varies is judged anew. */
export function sweepOfValues(runs: Uint32Array, values: readonly RunValues[], gathering: Gathering): FoundSweep {
  const keys = new Set(values.flatMap((each) => [...each.keys()]));
  const having = (key: string): number => values.filter((each) => each.has(key)).length;
  const byRuns = [...keys].map((key) => ({ key, runs: having(key) })).sort((a, b) => b.runs - a.runs);
  const factors = byRuns
    .map(({ key }) => key)
    .map((key) => factorOf(key, values))
    .filter((factor) => factor.values.length > 1);
  const table: FactorTable = { runs, factors };
  const positions = Uint32Array.from(runs.keys());
  const design: Design = designOf(table, positions);
  const found = foundSweep(table, { positions, isArray: false, retries: 0, additions: 0, doubt: 0, design });
  return withoutAbsent({ ...found, gathering });
}

function factorOf(key: string, runs: readonly RunValues[]): Factor {
  const codeOf = new Map<string, number>();
  const values: string[] = [];
  const codes = Uint32Array.from(runs, (each) => {
    const value = each.get(key) ?? ABSENT;
    const known = codeOf.get(comparable(value));
    if (known !== undefined) return known;
    codeOf.set(comparable(value), values.length);
    return values.push(value) - 1;
  });
  const role = roleOf(key, NAME_SLOT) === 'replicate' ? 'replicate' : 'parameter';
  return makeFactor({ key, role, ofName: false, named: key !== ARRAY_TASK, isWord: false }, values, codes);
}

/** `1e-3` and `0.001` are one value. */
const comparable = (value: string): string =>
  value.trim() !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : value;

/** A run that lacks a value has none, rather than an empty one. */
function withoutAbsent(found: FoundSweep): FoundSweep {
  const { axes } = found.design;
  const absent = axes.map(({ values }) => values.indexOf(ABSENT));
  if (absent.every((code) => code < 0)) return found;
  const codes = Uint32Array.from(found.codes, (code, place) => {
    const gone = absent[place % axes.length] as number;
    return code === gone ? NO_VALUE : gone >= 0 && code > gone ? code - 1 : code;
  });
  const kept = axes.map((axis) => ({ ...axis, values: axis.values.filter((value) => value !== ABSENT) }));
  return { ...found, design: { ...found.design, axes: kept }, codes };
}
