import type { Citation } from './basis.ts';
import type { ConstantField, EntryField } from './claim-fields.ts';

/** A figure as a paper prints it. */
export interface SaidFigure {
  /** The text as printed, with its unit: `12,041.51 W`, `$103k–$350k`, `about 60 GPUs`. Its last digit says how exact it is. */
  readonly says: string;
  /** The number that the text means, where it is in words: `about 0.5` for "about half". */
  readonly reads?: string | undefined;
  /** Page, table or section. */
  readonly at?: string | undefined;
  /** What it is, for a figure that is in no entry. */
  readonly title?: string | undefined;
  /** Whether the paper computes with it as it stands, so that it is not the rounding of anything. */
  readonly exact?: boolean | undefined;
}

/** A figure, or what the paper says of it in several places. The first is the one that counts; the others must agree with it. */
export type Said = string | SaidFigure | readonly (string | SaidFigure)[];

/** A price list's entry: what an hour of one thing costs. */
export interface SaidPrice extends SaidFigure {
  /** The thing that the price is of: `GPU`, `Cloud TPU device`. */
  readonly per: string;
  /** How many of what else is in one such thing: `{ chip: 4 }`. */
  readonly holds?: Readonly<Record<string, number>> | undefined;
  /** Whether the paper multiplies it by what it counts, whatever it is of. Its sums are then held to that, and a remark says what they would be by share. */
  readonly asCounted?: boolean | undefined;
}

/** What hardware is called in one place of the paper. */
export interface SaidHardware {
  readonly says: string;
  readonly at?: string | undefined;
}

/** The three questions that logs answer, see `tier.ts`. */
export const CLAIM_SCOPES = ['model', 'tune', 'project'] as const;
export type ClaimScope = (typeof CLAIM_SCOPES)[number];

type EntryFigures = { readonly [Field in EntryField]?: Said | undefined };
type ConstantFigures = { readonly [Field in ConstantField]?: Said | undefined };

/** A model, an experiment, a tune or a project of which a paper says what it took. */
export interface ClaimEntry extends EntryFigures, ConstantFigures {
  readonly title?: string | undefined;
  /** What of the logs it is to be held against; left out where they cannot tell. */
  readonly scope?: ClaimScope | undefined;
  readonly hardware?: string | readonly SaidHardware[] | undefined;
  /** Hardware on which power was measured, where it is not the hardware reported. */
  readonly measuredOn?: string | undefined;
  /** Entry of the price list that it was priced by; that of its hardware where left out. */
  readonly pricedAs?: string | undefined;
  /** What `count` counts, where it may not be what the price is of: `chip`. */
  readonly countedIn?: string | undefined;
  /** The entry whose cost was multiplied to get this one's. */
  readonly scaledFrom?: string | undefined;
  /** Parts of the device hours by hardware. */
  readonly shares?: Readonly<Record<string, Said>> | undefined;
  /** Days on which it began and ended, YYYY-MM-DD. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** A constant with the figure of the source that it cites. */
export interface CitedConstant {
  readonly constant: ConstantField;
  /** The source as the paper cites it: `EPA 2018`. */
  readonly cites: string;
  /** What editions of that source print. */
  readonly editions: readonly SaidFigure[];
}

/** A wording of the paper for a quantity: what it means, and what it calls it. */
export interface Wording {
  readonly quantity: 'energy' | 'power' | 'emissions';
  readonly says: string;
  readonly at?: string | undefined;
}

/** An equation between figures of a claim that does not follow from its form. */
export interface SaidRelation {
  /** `nas.hours = steps / base-steps * 10`: names of entries and figures; ` * `, ` / `, ` + `, ` - ` between blanks, `min(…)`, `max(…)`, `<=`. */
  readonly formula: string;
  /** Why it must hold. */
  readonly why: string;
}

/** What a paper says that its work took, in its own words and units. */
export interface PaperClaim {
  readonly name: string;
  readonly title: string;
  readonly citation: Citation;
  /** The method of our own tables that has its constants, to cost logs by. */
  readonly method?: string | undefined;
  /** Constants that the paper computed with. They are taken as exact. */
  readonly constants?: ConstantFigures | undefined;
  readonly prices?: Readonly<Record<string, SaidPrice>> | undefined;
  readonly entries: Readonly<Record<string, ClaimEntry>>;
  /** Figures beside the entries, by name. */
  readonly figures?: Readonly<Record<string, Said>> | undefined;
  readonly relations?: readonly SaidRelation[] | undefined;
  readonly cited?: readonly CitedConstant[] | undefined;
  readonly wordings?: readonly Wording[] | undefined;
  /** What the figures include, of `SCOPE_PARTS`. Left out where the paper does not say. */
  readonly covers?: readonly ScopePart[] | undefined;
  /** What was published about the figures since, and what else a reader must know. */
  readonly notes?: readonly ClaimNote[] | undefined;
}

export interface ClaimNote {
  readonly text: string;
  readonly citation?: Citation | undefined;
}

/** What a full account of a project's compute would cover. Our list: NeurIPS checklist (failed runs), BLOOM (idle, embodied), Henderson et al. 2020 (GPU, CPU, memory). */
export const SCOPE_PARTS = {
  gpu: 'GPUs',
  cpu: 'CPUs',
  memory: 'memory',
  cooling: 'cooling and power supply of the building (PUE)',
  'failed-runs': 'runs that failed',
  'other-runs': 'preliminary runs',
  idle: 'machines that stood idle',
  embodied: 'making of the hardware',
  storage: 'storage',
  network: 'network',
} as const;
export type ScopePart = keyof typeof SCOPE_PARTS;
