import type { Family } from './find-families.ts';
import type { TemplateSlot, Templates } from './find-templates.ts';
import type { SlotRole } from './slot-keys.ts';

/** Key of the factor that is the index of an array task. */
export const ARRAY_TASK = 'array_task';

/** Something that varies between the runs of a family: a key and the value of each run as a code. */
export interface Factor {
  readonly key: string;
  readonly role: SlotRole;
  /** Whether the value stands in the job's name (then the command's word for it, if any, is preferred). */
  readonly ofName: boolean;
  /** Whether the log has a word for it. */
  readonly named: boolean;
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

/** Builds the table of a family. What never varies is left out. */
export function factorTable(family: Family, templates: Templates, arrayTaskOf: (run: number) => number): FactorTable {
  const runs = mergeSorted(family.templates.map((template) => templates.runsOf(template)));
  const slots = templates.slotsOf(family.templates[0] as number);
  const factors = [
    ...slots.map((slot, index) => slotFactor(slot, index, templates, runs)),
    ...wordFactors(family, templates, runs),
    ...arrayFactor(runs, arrayTaskOf),
  ];
  return { runs, factors: factors.filter((factor) => factor.values.length > 1) };
}

function slotFactor(slot: TemplateSlot, index: number, templates: Templates, runs: Uint32Array): Factor {
  const { texts, valueOf: valueAt } = templates;
  const values: string[] = [];
  const codes = new Uint32Array(runs.length);
  const codeOf = texts.scratch();
  for (let position = 0; position < runs.length; position++) {
    const value = valueAt(runs[position] as number, index);
    const same = texts.same(value);
    // Zero is for values not met yet.
    if (codeOf[same] === 0) codeOf[same] = values.push(texts.text(value));
    codes[position] = (codeOf[same] as number) - 1;
  }
  for (let position = 0; position < runs.length; position++) {
    codeOf[texts.same(valueAt(runs[position] as number, index))] = 0;
  }
  return { ...slot, isWord: false, values, codes };
}

function wordFactors(family: Family, templates: Templates, runs: Uint32Array): Factor[] {
  const templateOf = new Map<number, number>();
  family.templates.forEach((template, index) => {
    if (family.words.length > 0) for (const run of templates.runsOf(template)) templateOf.set(run, index);
  });
  return family.words.map((words, place) => {
    const values = [...new Set(words)];
    const codes = Uint32Array.from(runs, (run) => values.indexOf(words[templateOf.get(run) as number] as string));
    return { key: `word${place + 1}`, role: 'parameter', ofName: true, named: false, isWord: true, values, codes };
  });
}

/** The index of array tasks: all that is logged when the script turns it into hyperparameters by itself. */
function arrayFactor(runs: Uint32Array, arrayTaskOf: (run: number) => number): Factor[] {
  if (runs.every((run) => Number.isNaN(arrayTaskOf(run)))) return [];
  const values: string[] = [];
  const known = new Map<number, number>();
  const codes = new Uint32Array(runs.length);
  for (let position = 0; position < runs.length; position++) {
    const task = arrayTaskOf(runs[position] as number);
    const code = known.get(task) ?? values.push(taskText(task)) - 1;
    known.set(task, code);
    codes[position] = code;
  }
  return [{ key: ARRAY_TASK, role: 'parameter', ofName: true, named: false, isWord: false, values, codes }];
}

const MOST_TASKS = 65_536;
const taskTexts = new Map<number, string>();

/** Index of a task as a text, the same one for all sweeps: they keep hundreds of thousands of them. */
function taskText(task: number): string {
  const known = taskTexts.get(task);
  if (known !== undefined) return known;
  const text = Number.isNaN(task) ? '' : String(task);
  if (taskTexts.size < MOST_TASKS) taskTexts.set(task, text);
  return text;
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
