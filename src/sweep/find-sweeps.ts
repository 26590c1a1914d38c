import type { Ledger } from '../model/ledger.ts';
import type { Sweep, SweepFindings } from '../model/sweep.ts';
import type { Design } from './axes.ts';
import { findBursts } from './bursts.ts';
import { type FactorTable, factorTable } from './factor-table.ts';
import { type Family, findFamilies } from './find-families.ts';
import { findTemplates, type Templates } from './find-templates.ts';
import { JobScanner } from './job-scanner.ts';
import { joinBursts, type SweepDraft } from './join-bursts.ts';
import { type RunView, viewRuns } from './run-view.ts';
import { judge } from './shape.ts';
import { commonName } from './sweep-name.ts';

/** Runs of one user with one command, nothing varying, are a sweep only when so many were submitted at once. Our own judgement. */
const FEWEST_ALIKE = 4;
const ALIKE_WITHIN_SECONDS = 600;

/** Sessions of people, not trainings, by their usual names. */
const INTERACTIVE =
  /^(interactive|bash|sh|zsh|jupyter\S*|ipython|vscode\S*|tmux|sys\/dashboard\S*|ondemand\S*|salloc)$/i;

/** Enough to see what varies in the names of a sweep, few enough for sweeps of any size. */
const NAMES_LOOKED_AT = 64;

/** A sweep found, and how to read the values of its runs. */
interface Found {
  readonly draft: SweepDraft;
  readonly design: Design;
  readonly runs: Uint32Array;
}

/** Reconstructs the sweeps of a project: arrays, and runs that one command submitted together with values that vary. */
export function findSweeps(ledger: Ledger): SweepFindings {
  const view = viewRuns(ledger);
  const scanner = new JobScanner(ledger);
  const templates = findTemplates(view, scanner);
  const found: Found[] = [];
  for (const family of findFamilies(templates, view, scanner)) {
    if (countRuns(family, templates) < 2) continue;
    const table = factorTable(family, templates, view, scanner, (run) => arrayTask(ledger, view, run));
    const bursts = findBursts(table, view, (run) => arrayKey(ledger, view, run));
    for (const draft of joinBursts(table, bursts, view)) {
      if (isSweep(ledger, view, table, draft)) found.push(asFound(table, draft));
    }
  }
  found.sort((a, b) => (a.runs[0] as number) - (b.runs[0] as number));
  return assemble(ledger, view, found);
}

const countRuns = (family: Family, templates: Templates): number =>
  family.templates.reduce((sum, template) => sum + templates.runsOf(template).length, 0);

const rowOf = (ledger: Ledger, view: RunView, run: number): number => ledger.row[view.first[run] as number] as number;

const arrayTask = (ledger: Ledger, view: RunView, run: number): number =>
  ledger.table.arrayTask.at(rowOf(ledger, view, run));

/** Which array a run is a task of; empty when none. */
function arrayKey(ledger: Ledger, view: RunView, run: number): string {
  const row = rowOf(ledger, view, run);
  const array = ledger.table.arrayJobId.at(row);
  return Number.isNaN(array) ? '' : `${ledger.table.cluster.code(row)}:${array}`;
}

function isSweep(ledger: Ledger, view: RunView, table: FactorTable, draft: SweepDraft): boolean {
  const { design } = draft;
  if (design.distinctCells > 1) return !design.axes.every((axis) => axis.isWord);
  if (draft.positions.length < FEWEST_ALIKE) return false;
  const runs = Array.from(draft.positions, (position) => table.runs[position] as number);
  const [first, last] = [runs[0] as number, runs.at(-1) as number];
  const span = (view.submit[last] as number) - (view.submit[first] as number);
  const name = ledger.table.name.at(rowOf(ledger, view, first));
  return span <= ALIKE_WITHIN_SECONDS && !INTERACTIVE.test(name);
}

/** Keeps what a sweep needs of its family's table, so that the table can go. */
function asFound(table: FactorTable, draft: SweepDraft): Found {
  const axes = draft.design.axes.map((axis) => {
    const used = [...new Set(Array.from(draft.positions, (position) => axis.codes[position] as number))];
    const codeAt = new Map(used.map((code, index) => [code, index]));
    return {
      ...axis,
      values: used.map((code) => axis.values[code] as string),
      codes: Uint32Array.from(draft.positions, (position) => codeAt.get(axis.codes[position] as number) as number),
    };
  });
  return {
    draft,
    design: { ...draft.design, axes },
    runs: draft.positions.map((position) => table.runs[position] as number),
  };
}

function assemble(ledger: Ledger, view: RunView, found: readonly Found[]): SweepFindings {
  const sweepOfRun = new Int32Array(view.count).fill(-1);
  const placeOfRun = new Uint32Array(view.count);
  found.forEach(({ runs }, sweep) => {
    runs.forEach((run, place) => {
      sweepOfRun[run] = sweep;
      placeOfRun[run] = place;
    });
  });
  const sweepOf = Int32Array.from(ledger.run.subarray(0, ledger.count), (run) => sweepOfRun[run] as number);
  const members = membersOf(sweepOf, found.length);
  const width = Math.max(3, String(found.length).length);
  return {
    sweeps: found.map((each, index) =>
      asSweep(ledger, view, each, members[index] as Uint32Array, `sweep-${String(index + 1).padStart(width, '0')}`),
    ),
    sweepOf,
    parametersOf: (attempt) => {
      const run = ledger.run[attempt] as number;
      const { axes } = (found[sweepOfRun[run] as number] as Found).design;
      return new Map(
        axes.map((axis) => [axis.key, axis.values[axis.codes[placeOfRun[run] as number] as number] as string]),
      );
    },
  };
}

function membersOf(sweepOf: Int32Array, sweeps: number): Uint32Array[] {
  const members: number[][] = Array.from({ length: sweeps }, () => []);
  sweepOf.forEach((sweep, attempt) => {
    if (sweep >= 0) members[sweep]?.push(attempt);
  });
  return members.map((list) => Uint32Array.from(list));
}

function asSweep(
  ledger: Ledger,
  view: RunView,
  { draft, design, runs }: Found,
  members: Uint32Array,
  id: string,
): Sweep {
  const step = Math.ceil(runs.length / NAMES_LOOKED_AT);
  const sample = runs.filter((_, index) => index % step === 0);
  const names = Array.from(sample, (run) => ledger.table.name.at(rowOf(ledger, view, run)));
  return {
    id,
    name: commonName(names),
    members,
    runs: runs.length,
    parameters: Object.fromEntries(design.axes.map((axis) => [axis.key, [...axis.values].sort(byValue)])),
    coverage:
      design.axes.length === 0 || design.axes.every((axis) => axis.key === 'array_task') ? Number.NaN : design.coverage,
    ...judge(draft, design),
  };
}

/** Numbers by size, then texts by their characters. */
function byValue(left: string, right: string): number {
  const [a, b] = [Number(left), Number(right)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return left < right ? -1 : left > right ? 1 : 0;
}
