import type { Ledger } from '../model/ledger.ts';
import type { Sweep, SweepFindings } from '../model/sweep.ts';
import { explain } from './explain.ts';
import { ARRAY_TASK } from './factor-table.ts';
import type { Axis, FoundSweep } from './found-sweep.ts';
import { missingCells } from './missing-cells.ts';
import type { RunView } from './run-view.ts';
import { judge } from './shape.ts';
import { commonName } from './sweep-name.ts';
import { NO_VALUE } from './tracked/tracked-sweeps.ts';
import { inOrder } from './values-in-order.ts';

/** Enough to see what varies in the names of a sweep, few enough for sweeps of any size. */
const NAMES_LOOKED_AT = 16;

/** Puts sweeps, in order of submission, into the form in which everyone reads them. */
export function assembleFindings(ledger: Ledger, view: RunView, found: readonly FoundSweep[]): SweepFindings {
  const sweepOfRun = new Int32Array(view.count).fill(-1);
  const placeOfRun = new Uint32Array(view.count);
  for (let sweep = 0; sweep < found.length; sweep++) {
    const { runs } = found[sweep] as FoundSweep;
    for (let place = 0; place < runs.length; place++) {
      sweepOfRun[runs[place] as number] = sweep;
      placeOfRun[runs[place] as number] = place;
    }
  }
  const sweepOf = new Int32Array(ledger.count);
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    sweepOf[attempt] = sweepOfRun[ledger.run[attempt] as number] as number;
  }
  const members = withShared(ledger, found, membersOf(sweepOf, found.length));
  const digits = Math.max(3, String(found.length).length);
  const idOf = (index: number): string => `sweep-${String(index + 1).padStart(digits, '0')}`;
  const indices = new Map(found.map((each, index) => [each, index]));
  const refinedBy = ({ refines }: FoundSweep): Pick<Sweep, 'refines'> => {
    const index = refines === undefined ? undefined : indices.get(refines);
    return index === undefined ? {} : { refines: idOf(index) };
  };
  return {
    sweeps: found.map((each, index) => {
      const sweep = asSweep(ledger, view, each, members[index] as Uint32Array, idOf(index));
      return each.refines === undefined ? sweep : { ...sweep, ...refinedBy(each) };
    }),
    sweepOf,
    trialsIn: trialsReader(found),
    ...triedReaders(
      ledger.run,
      found.map(({ design, codes }) => ({ axes: design.axes, codes })),
      sweepOf,
      placeOfRun,
    ),
  };
}

/** What the runs of one sweep tried. */
interface Tried {
  readonly axes: readonly Axis[];
  readonly codes: FoundSweep['codes'];
}

/** Apart too, for the same reason. */
function trialsReader(found: readonly FoundSweep[]): NonNullable<SweepFindings['trialsIn']> {
  const trials = found.map((sweep) => sweep.trials);
  return (sweep) => trials[sweep];
}

/** Apart, so that what it keeps alive is what it needs. */
function triedReaders(
  run: Uint32Array,
  tried: readonly Tried[],
  sweepOf: Int32Array,
  placeOfRun: Uint32Array,
): Pick<SweepFindings, 'triedIn' | 'valueIn'> {
  return {
    triedIn: (sweep) => (tried[sweep] as Tried).axes,
    valueIn: (attempt, parameter) => {
      const { axes, codes } = tried[sweepOf[attempt] as number] as Tried;
      const code = codes[(placeOfRun[run[attempt] as number] as number) * axes.length + parameter] as number;
      return code === NO_VALUE ? -1 : code;
    },
  };
}

/** An attempt in which runs of several sweeps ran is of each of them. */
function withShared({ run }: Ledger, found: readonly FoundSweep[], members: readonly Uint32Array[]): Uint32Array[] {
  return members.map((attempts, sweep) => {
    const { gathering, runs } = found[sweep] as FoundSweep;
    if (gathering.tracked === undefined) return attempts;
    const own = new Set(runs);
    return Uint32Array.from(run.keys()).filter((attempt) => own.has(run[attempt] as number));
  });
}

/** Attempts of each sweep, ascending: views of one array, sorted into buckets by counting. */
function membersOf(sweepOf: Int32Array, sweeps: number): Uint32Array[] {
  const starts = new Uint32Array(sweeps + 1);
  for (let attempt = 0; attempt < sweepOf.length; attempt++) {
    const sweep = sweepOf[attempt] as number;
    if (sweep >= 0) starts[sweep + 1] = (starts[sweep + 1] as number) + 1;
  }
  for (let sweep = 0; sweep < sweeps; sweep++)
    starts[sweep + 1] = (starts[sweep + 1] as number) + (starts[sweep] as number);
  const attempts = new Uint32Array(starts[sweeps] as number);
  const filled = starts.slice();
  sweepOf.forEach((sweep, attempt) => {
    if (sweep < 0) return;
    const at = filled[sweep] as number;
    attempts[at] = attempt;
    filled[sweep] = at + 1;
  });
  return Array.from({ length: sweeps }, (_, sweep) => attempts.subarray(starts[sweep], starts[sweep + 1]));
}

function asSweep(ledger: Ledger, view: RunView, found: FoundSweep, members: Uint32Array, id: string): Sweep {
  const { gathering, design, runs, shares } = found;
  const { kind, confidence, evidence } = judge(found, () => isSequential(view, runs));
  const step = Math.ceil(runs.length / NAMES_LOOKED_AT);
  const names: string[] = [];
  for (let index = 0; index < runs.length; index += step) {
    names.push(ledger.table.name.copyAt(ledger.row[view.first[runs[index] as number] as number] as number));
  }
  return {
    id,
    name: gathering.told?.name ?? gathering.tracked?.sweep ?? commonName(names),
    members,
    runs: gathering.runs,
    ...(shares === undefined ? {} : { shares }),
    parameters: parametersOf(design.axes),
    coverage: design.axes.every((axis) => axis.key === ARRAY_TASK) ? Number.NaN : design.coverage,
    kind,
    confidence,
    evidence,
    ...(gathering.search === undefined ? {} : { quotes: [gathering.search] }),
    missing: kind === 'grid' ? missingCells(found) : [],
    explanation: explain(
      found,
      kind,
      (view.submit[runs.at(-1) as number] as number) - (view.submit[runs[0] as number] as number),
    ),
  };
}

/** Whether most runs were submitted when one before them had ended. */
function isSequential(view: RunView, runs: Uint32Array): boolean {
  let firstEnd = Number.POSITIVE_INFINITY;
  let after = 0;
  for (const run of runs) {
    if ((view.submit[run] as number) >= firstEnd) after++;
    firstEnd = Math.min(firstEnd, view.endOf(run));
  }
  return after >= runs.length / 2;
}

/** The values of each axis, in order. Assigned one by one, which takes half the time of `Object.fromEntries`, but where a key cannot be assigned. */
function parametersOf(axes: readonly Axis[]): Record<string, readonly string[]> {
  if (axes.some(({ key }) => key === '__proto__'))
    return Object.fromEntries(axes.map(({ key, values }) => [key, inOrder(values)]));
  const parameters: Record<string, readonly string[]> = {};
  for (const { key, values } of axes) parameters[key] = inOrder(values);
  return parameters;
}
