import { takeApart } from './compound-values.ts';
import { type Factor, type FactorIdentity, makeFactor } from './factor.ts';
import { alignSlots, type FamilySlot } from './family-slots.ts';
import type { Family } from './find-families.ts';
import type { TemplateSlot, Templates } from './find-templates.ts';
import { mergeSorted } from './merge-sorted.ts';
import type { WordFactor } from './word-factors.ts';

/** Key of the factor that is the index of an array task. */
export const ARRAY_TASK = 'array_task';

/** The runs of a family, in order of submission, with what varies between them. */
export interface FactorTable {
  readonly runs: Uint32Array;
  readonly factors: readonly Factor[];
  /** Whether the log says of these runs, and of no others, that they are of one experiment: one dataset, one task. */
  readonly isLabelled?: boolean;
}

/** Builds the table of a family. What never varies is left out. */
export function factorTable(family: Family, templates: Templates, arrayTaskOf: (run: number) => number): FactorTable {
  const runs = mergeSorted(family.templates.map(templates.runsOf));
  const templateAt = templatesByPosition(family, runs, templates);
  const slots: Factor[] = [];
  for (const slot of alignSlots(family, templates))
    slots.push(...takeApart(slotFactor(slot, templates, runs, templateAt)));
  const isLeftOut = family.hasCutNames && slots.some(isToldByCommand) ? isOfName : isNone;
  const factors: Factor[] = [];
  for (const slot of slots) if (doesVary(slot) && !isLeftOut(slot)) factors.push(slot);
  for (const word of wordFactors(family, templateAt)) if (doesVary(word)) factors.push(word);
  const task = arrayFactor(runs, arrayTaskOf);
  if (task !== undefined && doesVary(task)) factors.push(task);
  return { runs, factors };
}

const doesVary = ({ values }: Factor): boolean => values.length > 1;
const isToldByCommand = ({ ofName, role, values }: Factor): boolean =>
  !ofName && role === 'parameter' && values.length > 1;
const isOfName = ({ ofName }: Factor): boolean => ofName;
const isNone = (): boolean => false;

/** For each run of a family, the index of its template: looked up once, and not for each of its slots. */
function templatesByPosition(family: Family, runs: Uint32Array, templates: Templates): Uint32Array {
  const templateAt = new Uint32Array(runs.length);
  if (family.templates.length === 1) return templateAt;
  const indexOf = new Map(family.templates.map((template, index) => [template, index]));
  for (let position = 0; position < runs.length; position++) {
    templateAt[position] = indexOf.get(templates.templateOf(runs[position] as number)) as number;
  }
  return templateAt;
}

function slotFactor(
  { slot, places, called }: FamilySlot,
  templates: Templates,
  runs: Uint32Array,
  templateAt: Uint32Array,
): Factor {
  const { texts, valueOf: valueAt } = templates;
  const values: string[] = [];
  const codes = new Uint32Array(runs.length);
  const codeOf = texts.scratch();
  const met: number[] = [];
  let absent = -1;
  for (let position = 0; position < runs.length; position++) {
    const run = runs[position] as number;
    const place = places[templateAt[position] as number] as number;
    if (place < 0) {
      if (absent < 0) absent = values.push('') - 1;
      codes[position] = absent;
      continue;
    }
    const value = valueAt(run, place);
    const same = texts.same(value);
    // Zero is for values not met yet.
    if (codeOf[same] === 0) {
      codeOf[same] = values.push(texts.text(value));
      met.push(same);
    }
    codes[position] = (codeOf[same] as number) - 1;
  }
  for (const same of met) codeOf[same] = 0;
  return makeFactor({ ...slot, ...nameOf(slot, called), isWord: false }, values, codes);
}

/** A value that the command has no word for is called as the names of all jobs do that repeat it. */
function nameOf(slot: TemplateSlot, called: readonly TemplateSlot[]): Partial<TemplateSlot> {
  const [first] = called;
  if (slot.named || first?.named !== true || called.some(({ key }) => key !== first.key)) return {};
  return { key: first.key, role: first.role, named: true };
}

function wordFactors(family: Family, templateAt: Uint32Array): Factor[] {
  const factors: Factor[] = [];
  for (const [place, word] of family.words.entries()) factors.push(wordFactor(word, place, templateAt));
  return factors;
}

function wordFactor({ key, ofName, of }: WordFactor, place: number, templateAt: Uint32Array): Factor {
  const codeOf = new Map<string, number>();
  const ofTemplate: number[] = [];
  for (const word of of) {
    const code = codeOf.get(word) ?? codeOf.size;
    codeOf.set(word, code);
    ofTemplate.push(code);
  }
  const codes = new Uint32Array(templateAt.length);
  for (let position = 0; position < codes.length; position++)
    codes[position] = ofTemplate[templateAt[position] as number] as number;
  const named = key !== '';
  const values = [...codeOf.keys()];
  const called = named ? key : `word${place + 1}`;
  return makeFactor({ key: called, role: 'parameter', ofName, named, isWord: !named }, values, codes);
}

const TASK: FactorIdentity = { key: ARRAY_TASK, role: 'parameter', ofName: true, named: false, isWord: false };

/** The index of array tasks: all that is logged when the script turns it into hyperparameters by itself. */
function arrayFactor(runs: Uint32Array, arrayTaskOf: (run: number) => number): Factor | undefined {
  if (!hasTasks(runs, arrayTaskOf)) return undefined;
  const values: string[] = [];
  const known = new Map<number, number>();
  const codes = new Uint32Array(runs.length);
  for (let position = 0; position < runs.length; position++) {
    const task = arrayTaskOf(runs[position] as number);
    let code = known.get(task);
    if (code === undefined) {
      code = values.push(taskText(task)) - 1;
      known.set(task, code);
    }
    codes[position] = code;
  }
  return makeFactor(TASK, values, codes);
}

function hasTasks(runs: Uint32Array, arrayTaskOf: (run: number) => number): boolean {
  for (const run of runs) if (!Number.isNaN(arrayTaskOf(run))) return true;
  return false;
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
