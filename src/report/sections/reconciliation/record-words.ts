import type { RecordClass } from '../../../model/reconciliation.ts';

/** Classes of records as the page calls them: one, several, and what they are. */
export const RECORD_WORDS: Readonly<Record<RecordClass, readonly [one: string, many: string, meaning: string]>> = {
  attempts: ['attempt', 'attempts', 'counted, once each'],
  steps: ['job step', 'job steps', 'parts of an attempt (batch, extern, srun), folded into it'],
  duplicates: ['duplicate', 'duplicates', 'the same attempt again, in overlapping exports'],
  arrayRemainders: ['array remainder', 'array remainders', 'placeholders for array tasks that had not started'],
  nested: ['nested record', 'nested records', 'a tracked run inside a scheduler’s job that is already counted'],
  ignored: ['ignored', 'ignored', 'outside the chosen period, user or account, or no jobs at all'],
  rejected: ['rejected', 'rejected', 'could not be read; each is in rejects.csv with its reason'],
};
