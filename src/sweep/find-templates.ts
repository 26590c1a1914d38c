import { NumberColumn } from '../model/number-column.ts';
import { HashTable } from './hash-table.ts';
import type { JobScanner } from './job-scanner.ts';
import type { RunView } from './run-view.ts';
import { roleOf, type SlotRole } from './slot-keys.ts';
import { NAME_SLOT } from './slots.ts';
import { ValueTexts } from './value-texts.ts';

/** A slot of a template that may matter to an experiment. */
export interface TemplateSlot {
  /** As the log calls it; `name1`, `argument1` when it has no word for it. */
  readonly key: string;
  readonly role: SlotRole;
  readonly ofName: boolean;
  /** Whether the log has a word for it. */
  readonly named: boolean;
}

/** Runs by template: runs whose user, directory, name and command differ in values only. */
export interface Templates {
  readonly count: number;
  /** Runs of a template, in order of submission. */
  readonly runsOf: (template: number) => Uint32Array;
  /** The template of a run that is of one. */
  readonly templateOf: (run: number) => number;
  /** The slots that may matter. */
  readonly slotsOf: (template: number) => readonly TemplateSlot[];
  /** The value of a run at the `index`th of its template's slots, as a number of {@link texts}. */
  readonly valueOf: (run: number, index: number) => number;
  readonly texts: ValueTexts;
}

/** The template of a run that is left out. */
const NONE = 0xffff_ffff;

/** Which slots of a template matter and which of the scanner's they are. */
interface SlotPlan {
  readonly slots: readonly TemplateSlot[];
  readonly places: readonly number[];
}

/**
 * Finds the template of every run, and the values of its slots. One scan a text; memory is 8 bytes a run, 4 a value, and an entry a template and a distinct value.
 *
 * @param isLeftOut runs of which more is known than their names tell
 */
export function findTemplates(
  view: RunView,
  scanner: JobScanner,
  isLeftOut: (run: number) => boolean = () => false,
): Templates {
  const finder = new TemplateFinder(view, scanner);
  for (let run = 0; run < view.count; run++) if (!isLeftOut(run)) finder.add(run);
  return finder.finish();
}

class TemplateFinder {
  readonly #view: RunView;
  readonly #scanner: JobScanner;
  readonly #numbers = new HashTable();
  readonly #templateOf: Uint32Array;
  readonly #sizes: number[] = [];
  readonly #plans: SlotPlan[] = [];
  /** Templates whose slots are the same, in the same places, share one plan. */
  readonly #distinctPlans = new Map<string, SlotPlan>();
  /** The same by what slots are called and where they stand, whether they matter or not: thousands of templates, one for each experiment, have a few. */
  readonly #plansByKeys = new Map<string, SlotPlan>();
  readonly #texts = new ValueTexts();
  readonly #values = new NumberColumn(Uint32Array);
  readonly #valuesAt: Uint32Array;

  constructor(view: RunView, scanner: JobScanner) {
    this.#view = view;
    this.#scanner = scanner;
    this.#templateOf = new Uint32Array(view.count).fill(NONE);
    this.#valuesAt = new Uint32Array(view.count);
  }

  add(run: number): void {
    this.#scanner.scan(this.#view.first[run] as number);
    const hash = this.#scanner.template();
    const known = this.#numbers.get(hash);
    const template = known >= 0 ? known : this.#newTemplate(hash);
    this.#templateOf[run] = template;
    this.#sizes[template] = (this.#sizes[template] as number) + 1;
    this.#valuesAt[run] = this.#values.length;
    for (const place of (this.#plans[template] as SlotPlan).places) {
      this.#values.push(this.#scanner.numberOf(place, this.#texts));
    }
  }

  finish(): Templates {
    const { starts, runs } = bucket(this.#templateOf, this.#sizes);
    return {
      count: this.#sizes.length,
      runsOf: (template) => runs.subarray(starts[template], starts[template + 1]),
      templateOf: (run) => this.#templateOf[run] as number,
      slotsOf: (template) => (this.#plans[template] as SlotPlan).slots,
      valueOf: (run, index) => this.#values.at((this.#valuesAt[run] as number) + index),
      texts: this.#texts,
    };
  }

  #newTemplate(hash: number): number {
    const template = this.#sizes.push(0) - 1;
    this.#plans.push(this.#planOf());
    this.#numbers.set(hash, template);
    return template;
  }

  #planOf(): SlotPlan {
    const keys = keysOf(this.#scanner);
    const known = this.#plansByKeys.get(keys);
    if (known !== undefined) return known;
    const plan = slotsThatMatter(this.#scanner);
    const signature = JSON.stringify(plan);
    const shared = this.#distinctPlans.get(signature) ?? plan;
    this.#distinctPlans.set(signature, shared);
    this.#plansByKeys.set(keys, shared);
    return shared;
  }
}

/** What all slots are called and where they stand, as a text. */
function keysOf(scanner: JobScanner): string {
  let keys = '';
  for (let place = 0; place < scanner.count; place++) keys += `${scanner.originOf(place)}${scanner.keyOf(place)} `;
  return keys;
}

function slotsThatMatter(scanner: JobScanner): SlotPlan {
  const [slots, places]: [TemplateSlot[], number[]] = [[], []];
  const unnamed = { name: 0, argument: 0 };
  for (let place = 0; place < scanner.count; place++) {
    const origin = scanner.originOf(place);
    const written = scanner.keyOf(place).replace(/^[-+~]+/, '');
    const role = roleOf(written, origin);
    if (role === 'ignored') continue;
    const ofName = origin === NAME_SLOT;
    const key = written !== '' ? written : ofName ? `name${++unnamed.name}` : `argument${++unnamed.argument}`;
    slots.push({ key, role, ofName, named: written !== '' });
    places.push(place);
  }
  return { slots, places };
}

/** Sorts runs into buckets by counting: stable, linear. */
function bucket(templateOf: Uint32Array, sizes: readonly number[]): { starts: Uint32Array; runs: Uint32Array } {
  const starts = new Uint32Array(sizes.length + 1);
  for (let template = 0; template < sizes.length; template++) {
    starts[template + 1] = (starts[template] as number) + (sizes[template] as number);
  }
  const filled = starts.slice(0, -1);
  const runs = new Uint32Array(templateOf.length);
  for (let run = 0; run < templateOf.length; run++) {
    const template = templateOf[run] as number;
    if (template === NONE) continue;
    const at = filled[template] as number;
    runs[at] = run;
    filled[template] = at + 1;
  }
  return { starts, runs };
}
