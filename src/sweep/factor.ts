import type { SlotRole } from './slot-keys.ts';

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
  /** Code of each run, in the order of its table's runs. */
  readonly codes: Uint32Array;
}

/** What a factor is, whatever its values. */
export type FactorIdentity = Omit<Factor, 'values' | 'codes'>;

/** Makes a factor. All are made here: objects that are alike to the engine, or what it compiles for some is thrown away with the first of the others. */
export function makeFactor(identity: FactorIdentity, values: string[], codes: Uint32Array): Factor {
  const { key, role, ofName, named, isWord } = identity;
  return { key, role, ofName, named, isWord, values, codes };
}
