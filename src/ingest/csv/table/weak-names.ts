const words = (text: string): string[] => text.trim().split(/\s+/);

/** Headers that say something only beside others, or where no other column says it. */
export const WEAK_NAMES = {
  /** How many: of GPUs, beside the column of their model. */
  count: new Set(words('anzahl anz count number quantity qty menge stück stk nombre')),
  /** Which: of GPUs, beside the column of their number. */
  kind: new Set(words('typ type art')),
  /** What was measured, beside its value; elsewhere it may be a distance that is chosen. */
  metric: new Set(words('metric metrik')),
  /** A day is the start where nothing else is. */
  day: new Set(words('date datum day')),
  /** A time of day, beside its day. */
  clock: new Set(words('uhrzeit time zeit clock clocktime timeofday heure')),
};
