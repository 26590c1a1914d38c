import type { Rate } from '../../model/method.ts';

/** One figure as it is printed, with what is to be known of it beside range and unit: memory, year, region. */
export interface ReferenceRow {
  readonly rate: Rate;
  /** Its name in the group, where the rate's own says more than is needed there. */
  readonly label?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Figures of one kind. */
export interface ReferenceGroup {
  readonly title: string;
  /** How to read them, in a sentence. */
  readonly note?: string;
  /** Whether it is too long to read: it stands in JSON alone. */
  readonly isDetail?: true;
  readonly rows: readonly ReferenceRow[];
}

/** What `runledger tables NAME` prints. */
export interface ReferenceTable {
  readonly name: string;
  readonly title: string;
  readonly groups: readonly ReferenceGroup[];
}

/** Rows of figures with nothing beside them. */
export const plainRows = (rates: readonly Rate[]): ReferenceRow[] => rates.map((rate) => ({ rate }));
