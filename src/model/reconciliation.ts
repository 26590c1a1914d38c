/** The classes that a record read can land in; each record lands in exactly one. */
export const RECORD_CLASSES = [
  'attempts',
  'steps',
  'duplicates',
  'arrayRemainders',
  'nested',
  'ignored',
  'rejected',
] as const;

export type RecordClass = (typeof RECORD_CLASSES)[number];

/** What became of every record read: `records` is the sum of the classes (the conservation law, checked at every run). */
export type Reconciliation = Record<RecordClass, number> & { records: number };

export const emptyReconciliation = (): Reconciliation => ({
  records: 0,
  attempts: 0,
  steps: 0,
  duplicates: 0,
  arrayRemainders: 0,
  nested: 0,
  ignored: 0,
  rejected: 0,
});

/** Records minus the sum of the classes: 0 when every record is accounted for. */
export const unaccounted = (counts: Reconciliation): number =>
  counts.records - RECORD_CLASSES.reduce((sum, name) => sum + counts[name], 0);
