import type { Remark } from '../../model/audit.ts';
import type { PaperClaim } from '../../model/paper-claim.ts';
import { findGpu } from '../../tables/hardware/gpus.ts';
import type { Figure } from '../claim-figures.ts';
import type { Judged } from '../judged.ts';

/** What a rule looks at. */
export interface RemarkContext {
  readonly claim: PaperClaim;
  readonly figures: readonly Figure[];
  readonly judged: readonly Judged[];
  /** Ids of figures that do not hold: what is odd about them is said there. */
  readonly suspects: ReadonlySet<string>;
}

/** A class of what no sum shows: looks at the claim's data and says what is odd. */
export type RemarkFinder = (context: RemarkContext) => readonly Remark[];

/** The first reading of a figure. */
export const figureNamed = ({ figures }: RemarkContext, name: string): Figure | undefined =>
  figures.find((figure) => figure.name === name);

/** Places where something is said, each once. */
export const placesOf = (all: readonly { readonly at?: string | undefined }[]): readonly string[] => [
  ...new Set(all.flatMap(({ at }) => (at === undefined ? [] : [at]))),
];

/** Hardware by its canonical name; what no table knows stays as written. */
export const hardwareNamed = (text: string): string => findGpu(text)?.name ?? text;
