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
  const slots = family.templates.map((template) => tellingSlots(template, templates));
  const [first = []] = slots;
  const isSame = (each: readonly PlacedSlot[]): boolean =>
    each.length === first.length && each.every(({ slot }, index) => slot === first[index]?.slot);
  if (slots.every(isSame)) {
    return first.map(({ slot, place }, index) => ({
      slot,
      places: slots.map(() => place),
      called: slots.flatMap((each) => each[index]?.echoes ?? []),
    }));
  }
  const aligned = new Map<string, { slot: TemplateSlot; places: number[]; called: TemplateSlot[] }>();
  slots.forEach((ofTemplate, template) => {
    const met = new Map<string, number>();
    for (const { slot, place, echoes } of ofTemplate) {
      const word = `${slot.ofName} ${slot.key}`;
      met.set(word, (met.get(word) ?? 0) + 1);
      const key = `${word} ${met.get(word)}`;
      const entry = aligned.get(key) ?? { slot, places: slots.map(() => -1), called: [] };
      aligned.set(key, entry);
      entry.places[template] = place;
      entry.called.push(...echoes);
    }
  });
  return [...aligned.values()];
}

/** The slots of a template that may vary within a sweep; those in names that only repeat what the command says stand with that. */
function tellingSlots(template: number, templates: Templates): PlacedSlot[] {
  const slots = templates.slotsOf(template).map((slot, place) => ({ slot, place, echoes: [] as TemplateSlot[] }));
  const runs = templates.runsOf(template);
  const sameAt = (run: number, place: number): number => templates.texts.same(templates.valueOf(run, place));
  const told = slots.filter(({ slot }) => !slot.ofName && isFactor(slot.role));
  return slots.filter(({ slot, place }) => {
    if (!isFactor(slot.role)) return false;
    if (!slot.ofName) return true;
    const original = told.find((each) => runs.every((run) => sameAt(run, each.place) === sameAt(run, place)));
    original?.echoes.push(slot);
    return original === undefined;
  });
}
