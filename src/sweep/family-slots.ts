import type { Family } from './find-families.ts';
import type { TemplateSlot, Templates } from './find-templates.ts';
import type { SlotRole } from './slot-keys.ts';

/** Whether values of a role vary within a sweep; others say which runs are of one. */
const isFactor = (role: SlotRole): boolean => role !== 'search' && role !== 'array';

/** A slot of a family: which slot it is in each of its templates, in their order; −1 where a template has none. */
export interface FamilySlot {
  readonly slot: TemplateSlot;
  readonly places: readonly number[];
  /** What names call it that repeat its value. */
  readonly called: readonly TemplateSlot[];
}

/** A slot of a template, which of its slots it is, and the slots of its name that repeat it. */
interface PlacedSlot {
  readonly slot: TemplateSlot;
  readonly place: number;
  readonly echoes: readonly TemplateSlot[];
}

/** Slots that are the same in several templates: by their place where all have the same, else by their words. */
export function alignSlots(family: Family, templates: Templates): FamilySlot[] {
  const slots: PlacedSlot[][] = [];
  for (const template of family.templates) slots.push(tellingSlots(template, templates));
  return areSame(slots) ? alignByPlace(slots) : alignByWord(withoutMistakenKeys(slots, family, templates));
}

/** Whether all templates have the same slots. */
function areSame(slots: readonly (readonly PlacedSlot[])[]): boolean {
  const [first = []] = slots;
  for (const each of slots) {
    if (each.length !== first.length) return false;
    for (let index = 0; index < each.length; index++) if (each[index]?.slot !== first[index]?.slot) return false;
  }
  return true;
}

function alignByPlace(slots: readonly (readonly PlacedSlot[])[]): FamilySlot[] {
  const aligned: FamilySlot[] = [];
  for (const [index, { slot, place }] of (slots[0] ?? []).entries()) {
    const called: TemplateSlot[] = [];
    for (const each of slots) called.push(...(each[index]?.echoes ?? []));
    aligned.push({ slot, places: new Array<number>(slots.length).fill(place), called });
  }
  return aligned;
}

/** Behind different words of names stands one thing where each has at least so large a part of all its values. Our own judgement. */
const ALIKE_VALUES = 0.75;

/** Shorter words before numbers are keys: `lr`, `bs`. Our own judgement. */
const SHORTEST_WORD = 3;

/**
 * In `baseline_42` and `ours_42` the words are no keys of the numbers: they differ from name to name, and the numbers are the same. Such slots are called by their place.
 */
function withoutMistakenKeys(
  slots: readonly (readonly PlacedSlot[])[],
  { templates: numbers }: Family,
  templates: Templates,
): readonly (readonly PlacedSlot[])[] {
  const named = slots.map((each) => each.filter(({ slot }) => slot.ofName));
  const [first = []] = named;
  if (named.some(({ length }) => length !== first.length)) return slots;
  const taken = new Set(named.flatMap((each) => each.map(({ slot }) => slot.key)));
  const mistaken = new Map<PlacedSlot, TemplateSlot>();
  for (let at = 0; at < first.length; at++) {
    const column = named.map((each) => each[at] as PlacedSlot);
    if (!haveOwnKeys(column, named, at) || !haveSameValues(column, numbers, templates)) continue;
    const roles = new Set(column.map(({ slot }) => slot.role));
    const role = roles.size === 1 ? (first[at] as PlacedSlot).slot.role : 'parameter';
    let number = 1;
    while (taken.has(`name${number}`)) number++;
    taken.add(`name${number}`);
    for (const each of column) mistaken.set(each, { key: `name${number}`, role, ofName: true, named: false });
  }
  if (mistaken.size === 0) return slots;
  return slots.map((each) => each.map((placed) => ({ ...placed, slot: mistaken.get(placed) ?? placed.slot })));
}

/** Whether slots at one place of names have different keys, and none of these stands at another place: `lr1_h2` and `h2_lr1` have the same keys. */
function haveOwnKeys(column: readonly PlacedSlot[], named: readonly (readonly PlacedSlot[])[], at: number): boolean {
  const keys = new Set(column.map(({ slot }) => slot.key));
  if (keys.size < 2 || [...keys].some((key) => key.length < SHORTEST_WORD)) return false;
  return named.every((each) => each.every(({ slot }, place) => place === at || !keys.has(slot.key)));
}

/** Whether each template has at least two values in its slot, and most of those of all. */
function haveSameValues(
  column: readonly PlacedSlot[],
  numbers: readonly number[],
  { runsOf, texts, valueOf: valueAt }: Templates,
): boolean {
  const all = new Set<number>();
  const ofEach = column.map(({ place }, index) => {
    const values = new Set<number>();
    for (const run of runsOf(numbers[index] as number)) values.add(texts.same(valueAt(run, place)));
    for (const value of values) all.add(value);
    return values.size;
  });
  return ofEach.every((size) => size >= 2 && size >= ALIKE_VALUES * all.size);
}

function alignByWord(slots: readonly (readonly PlacedSlot[])[]): FamilySlot[] {
  const aligned = new Map<string, { slot: TemplateSlot; places: number[]; called: TemplateSlot[] }>();
  for (const [template, ofTemplate] of slots.entries()) {
    const met = new Map<string, number>();
    for (const { slot, place, echoes } of ofTemplate) {
      const word = `${slot.ofName} ${slot.key}`;
      met.set(word, (met.get(word) ?? 0) + 1);
      const key = `${word} ${met.get(word)}`;
      const entry = aligned.get(key) ?? { slot, places: new Array<number>(slots.length).fill(-1), called: [] };
      aligned.set(key, entry);
      entry.places[template] = place;
      entry.called.push(...echoes);
    }
  }
  return [...aligned.values()];
}

/** The slots of a template that may vary within a sweep; those in names that only repeat what the command says stand with that. */
function tellingSlots(template: number, templates: Templates): PlacedSlot[] {
  const slots: { slot: TemplateSlot; place: number; echoes: TemplateSlot[] }[] = [];
  for (const [place, slot] of templates.slotsOf(template).entries())
    if (isFactor(slot.role)) slots.push({ slot, place, echoes: [] });
  const runs = templates.runsOf(template);
  const telling: PlacedSlot[] = [];
  for (const each of slots) {
    const original = each.slot.ofName ? originalOf(each, slots, runs, templates) : undefined;
    if (original === undefined) telling.push(each);
    else original.echoes.push(each.slot);
  }
  return telling;
}

/** The slot of the command that one of the name repeats. */
function originalOf<Slot extends PlacedSlot>(
  named: PlacedSlot,
  slots: readonly Slot[],
  runs: Uint32Array,
  templates: Templates,
): Slot | undefined {
  for (const told of slots) if (isRepeat(named, told, runs, templates)) return told;
  return undefined;
}

/** Whether a slot of the name has, in all runs, the value of one of the command. */
function isRepeat(
  named: PlacedSlot,
  told: PlacedSlot,
  runs: Uint32Array,
  { texts, valueOf: valueAt }: Templates,
): boolean {
  if (told.slot.ofName) return false;
  for (const run of runs)
    if (texts.same(valueAt(run, told.place)) !== texts.same(valueAt(run, named.place))) return false;
  return true;
}
