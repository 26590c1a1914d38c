import type { Citation } from './basis.ts';
import type { Ownership } from './ownership.ts';
import type { ClaimNote } from './paper-claim.ts';

/** An interval of numbers, both ends included; an end may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How a number was printed, so that another can be printed alike: value ÷ factor, with so many decimals. */
export interface Print {
  readonly prefix: string;
  readonly suffix: string;
  /** Base units in one of what was printed: 24 for days, 1000 for `$103k`. */
  readonly factor: number;
  readonly decimals: number;
}

/** What words stand before a number: none; `about`; `at least`; `at most`. An `exact` one is a count, a list price or a constant. */
export type ReadingKind = 'rounded' | 'exact' | 'about' | 'at-least' | 'at-most';

/** A printed number, understood. Base units. */
export interface Reading extends Interval {
  readonly value: number;
  readonly kind: ReadingKind;
  readonly print: Print;
}

/**
 * - `holds`: what can be computed from other figures agrees with it, within printed rounding
 * - `holds-otherwise`: it agrees under another assumption than the paper states
 * - `fails`: it does not agree
 * - `unchecked`: nothing in the claim says the same in another way
 */
export type FigureVerdict = 'holds' | 'holds-otherwise' | 'fails' | 'unchecked';

/** One printed figure with its verdict. */
export interface AuditedFigure {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly at: readonly string[];
  readonly reading: Reading;
  /** Base unit of the reading: `h`, `kWh`, `kg`, `USD`. */
  readonly unit: string;
  readonly verdict: FigureVerdict;
  /** The assumption, the missing partner, or the figure to which a disagreement is laid. */
  readonly note?: string;
  /** Ids of the checks that it takes part in. */
  readonly checks: readonly string[];
  /** The factor, above 1, by which it could be wrong without any check noticing; Infinity where no check has it. */
  readonly resolution: number;
}

/** `vague`: only as far as words such as "about" reach. */
export type CheckOutcome = 'holds' | 'vague' | 'otherwise' | 'fails';

/** One equation between printed figures, recomputed. */
export interface AuditedCheck {
  readonly id: string;
  readonly why: string;
  /** The equation in names, and the same with printed figures in their places. */
  readonly formula: string;
  readonly sum: string;
  readonly relation: '=' | '≤';
  readonly printed: Interval;
  readonly recomputed: Interval;
  /** How the printed side is written. */
  readonly print: Print;
  /** Printed ÷ recomputed − 1, of the printed digits themselves. */
  readonly gap: number;
  readonly outcome: CheckOutcome;
  /** Under which it holds, where the outcome is `otherwise`; the mistake in what is printed, where it fails by one that is known, such as pounds for kilograms. */
  readonly assumption?: string;
  readonly figures: readonly string[];
}

/** What a figure would have to read for all checks to hold. */
export interface OtherReading {
  readonly figure: string;
  readonly title: string;
  readonly says: string;
  readonly at: readonly string[];
  readonly kind: ReadingKind;
  readonly print: Print;
  /** The reading nearest to what was printed, to as many digits. */
  readonly reads: number;
  /** Where the recomputed values lie. */
  readonly fits: Interval;
}

/** Something that does not hold. */
export interface Finding {
  /** The figure that is most likely wrong; absent where no single one explains it. */
  readonly suspect?: OtherReading;
  /** Other single figures that would explain it too. */
  readonly alternatives: readonly OtherReading[];
  readonly checks: readonly string[];
}

export const REMARK_RULES = {
  'unit-of-price': 'Unit of price',
  'proxy-hardware': 'Proxy hardware',
  label: 'Label',
  dimension: 'Dimension',
  'source-match': 'Source match',
  'vague-words': 'Vague words',
  rounding: 'Rounding',
  extrapolation: 'Extrapolation',
  scope: 'Scope',
  'co2-or-co2e': 'CO2 or CO2e',
} as const;
export type RemarkRule = keyof typeof REMARK_RULES;

/** What no sum shows. A warning, or something that looked wrong and is `cleared`. */
export interface Remark {
  readonly rule: RemarkRule;
  readonly severity: 'warning' | 'cleared';
  readonly message: string;
  readonly at: readonly string[];
}

/** A figure held against what logs say. */
export interface LogCheck {
  readonly figure: string;
  readonly title: string;
  readonly says: string;
  readonly at: readonly string[];
  readonly print: Print;
  readonly logged: number;
  /** By which constants the logs were costed, where they are not those of the claim's own method: `by the method default`. */
  readonly by?: string;
  readonly verdict: 'holds' | 'holds-otherwise' | 'fails';
  readonly note?: string;
}

/** What the logs cover of what the claim speaks of, and what they hold beyond it: sentences. */
export interface LogComparison {
  readonly checks: readonly LogCheck[];
  /** Figures of the claim that logs do not tell. */
  readonly untold: readonly string[];
  /** Those of them that logs would tell with constants to cost them by. */
  readonly uncosted: readonly string[];
  readonly coverage: readonly string[];
  readonly leftOut: readonly string[];
}

/** All that an audit found. */
export interface AuditFacts {
  readonly generator: { readonly name: 'runledger'; readonly version: string };
  readonly claim: {
    readonly name: string;
    readonly title: string;
    readonly citation: Citation;
    readonly notes: readonly ClaimNote[];
  };
  readonly figures: readonly AuditedFigure[];
  readonly checks: readonly AuditedCheck[];
  readonly findings: readonly Finding[];
  readonly remarks: readonly Remark[];
  readonly logs?: LogComparison;
  /** The same project rented, owned and shared, where the claim tells enough. */
  readonly ownership?: Ownership;
}
