import type { Family } from './find-families.ts';
import type { Templates } from './find-templates.ts';
import type { JobScanner } from './job-scanner.ts';
import type { RunView } from './run-view.ts';
import { roleOf, type SlotRole } from './slot-keys.ts';
import { NAME_SLOT } from './slots.ts';

/** Something that varies between the runs of a family: a key and the value of each run as a code. */
export interface Factor {
  readonly key: string;
  readonly role: SlotRole;
  /** Whether the value stands in the job's name (then the command's word for it, if any, is preferred). */
  readonly ofName: boolean;
  /** Whether it is a word at a place where the family's names differ, not a value by itself. */
  readonly isWord: boolean;
  /** Values as first written, by code. */
  readonly values: string[];
  /** Code of each run, in the order of {@link FactorTable.runs}. */
  readonly codes: Uint32Array;
}

/** The runs of a family, in order of submission, with what varies between them. */
export interface FactorTable {
  readonly runs: Uint32Array;
  readonly factors: readonly Factor[];
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Equal values compare equal however they are written: `1e-3` and `0.001`. */
const canonical = (value: string): string => (NUMBER.test(value) ? String(Number(value)) : value);

/** Builds the table of a family: one scan a run; texts are made of distinct values only. Bookkeeping and what never varies are left out. */
export function factorTable(
  family: Family,
  templates: Templates,
  view: RunView,
  scanner: JobScanner,
  arrayTaskOf: (run: number) => number,
): FactorTable {
  const runs = mergeSorted(family.templates.map((template) => templates.runsOf(template)));
  scanner.scan(view.first[runs[0] as number] as number);
  const columns = slotColumns(scanner, runs.length);
  for (let position = 0; position < runs.length; position++) {
    scanner.scan(view.first[runs[position] as number] as number);
    for (const column of columns) column.read(scanner, position);
  }
  const slots = columns.map(({ factor }) => factor);
  const factors = [...slots, ...wordFactors(family, templates, runs), ...arrayFactor(runs, arrayTaskOf)];
  return { runs, factors: factors.filter((factor) => factor.values.length > 1) };
}

/** A factor while it is read: values are known by the hash of their bytes, so that each is decoded once. */
class SlotColumn {
  readonly factor: Factor;
  readonly #slot: number;
  readonly #byHash = new Map<number, number>();
  readonly #byValue = new Map<string, number>();

  constructor(factor: Factor, slot: number) {
    this.factor = factor;
    this.#slot = slot;
  }

  read(scanner: JobScanner, position: number): void {
    const hash = scanner.hashOf(this.#slot);
    let code = this.#byHash.get(hash);
    if (code === undefined) {
      code = codeOf(this.factor, this.#byValue, scanner.valueOf(this.#slot));
      this.#byHash.set(hash, code);
    }
    this.factor.codes[position] = code;
  }
}

/** One column a slot that may matter. */
function slotColumns(scanner: JobScanner, length: number): SlotColumn[] {
  const columns: SlotColumn[] = [];
  const unnamed = { name: 0, argument: 0 };
  for (let slot = 0; slot < scanner.slots.count; slot++) {
    const origin = scanner.slots.origin[slot] as number;
    const written = scanner.keyOf(slot).replace(/^[-+~]+/, '');
    const role = roleOf(written, origin);
    if (role === 'ignored') continue;
    const ofName = origin === NAME_SLOT;
    const key = written !== '' ? written : ofName ? `name${++unnamed.name}` : `argument${++unnamed.argument}`;
    const factor: Factor = { key, role, ofName, isWord: false, values: [], codes: new Uint32Array(length) };
    columns.push(new SlotColumn(factor, slot));
  }
  return columns;
}

function codeOf(column: Factor, known: Map<string, number>, value: string): number {
  const same = canonical(value);
  const code = known.get(same) ?? column.values.push(value) - 1;
  known.set(same, code);
  return code;
}

function wordFactors(family: Family, templates: Templates, runs: Uint32Array): Factor[] {
  const templateOf = new Map<number, number>();
  family.templates.forEach((template, index) => {
    if (family.words.length > 0) for (const run of templates.runsOf(template)) templateOf.set(run, index);
  });
  return family.words.map((words, place) => {
    const values = [...new Set(words)];
    const codes = Uint32Array.from(runs, (run) => values.indexOf(words[templateOf.get(run) as number] as string));
    return { key: `word${place + 1}`, role: 'parameter', ofName: true, isWord: true, values, codes };
  });
}

/** The index of array tasks: all that is logged when the script turns it into hyperparameters by itself. */
function arrayFactor(runs: Uint32Array, arrayTaskOf: (run: number) => number): Factor[] {
  const tasks = Float64Array.from(runs, arrayTaskOf);
  if (tasks.every(Number.isNaN)) return [];
  const values: string[] = [];
  const known = new Map<string, number>();
  const factor: Factor = {
    key: 'array_task',
    role: 'parameter',
    ofName: true,
    isWord: false,
    values,
    codes: new Uint32Array(runs.length),
  };
  tasks.forEach((task, position) => {
    factor.codes[position] = codeOf(factor, known, Number.isNaN(task) ? '' : String(task));
  });
  return [factor];
}

/** Merges ascending lists of runs into one. */
function mergeSorted(lists: readonly Uint32Array[]): Uint32Array {
  if (lists.length === 1) return lists[0] as Uint32Array;
  const merged = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    merged.set(list, at);
    at += list.length;
  }
  return merged.sort();
}
