/** The shape of a search. `unclear` when the logs do not tell. */
export const SWEEP_KINDS = ['grid', 'random', 'adaptive', 'seeds', 'mixed', 'unclear'] as const;

export type SweepKind = (typeof SWEEP_KINDS)[number];

/** Why a sweep is believed to be one: a rule's name and a sentence. */
export interface Evidence {
  readonly rule: string;
  readonly note: string;
}

/** Runs that vary hyperparameters around one experiment. */
export interface Sweep {
  /** `sweep-001`, in order of first submission. */
  readonly id: string;
  /** The part that the names of its jobs share. */
  readonly name: string;
  readonly kind: SweepKind;
  /** Indices of its attempts in the ledger, ascending. */
  readonly members: Uint32Array;
  /** The part of an attempt, 0 to 1, that is the sweep's, for attempts in which other runs ran too. All of an attempt that is not among these. */
  readonly shares?: ReadonlyMap<number, number>;
  readonly runs: number;
  /** Values tried, by parameter; values as written, in ascending order. */
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  /** Distinct combinations tried ÷ all combinations of the values; NaN when no parameter is known. */
  readonly coverage: number;
  /** How sure the grouping is, 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** What was searched and how the runs came together, in one sentence. */
  readonly explanation: string;
  /** What people called the search, where evidence and explanation quote it. */
  readonly quotes?: readonly string[];
  /** Of a grid, combinations that no run tried; a hundred at most. */
  readonly missing: readonly Readonly<Record<string, string>>[];
  /** Id of the earlier sweep whose range it searches more finely. */
  readonly refines?: string;
}

/** What a value in a name or command is to an experiment. */
export type ParameterRole = 'parameter' | 'replicate' | 'context' | 'search' | 'array' | 'ignored';

/** A hyperparameter of one sweep: its name, and its values as written, in no order. */
export interface TriedParameter {
  readonly key: string;
  readonly values: readonly string[];
  /** What it is to the experiment; a `replicate`, as a seed, repeats it without changing it. */
  readonly role?: ParameterRole;
}

/** A run of a sweep that a tracker logged, where several of them ran in one attempt: an attempt does not tell what it tried. */
export interface FoundTrial {
  /** The attempts that it ran as or in. */
  readonly attempts: readonly number[];
  /** Rows of the table that speak of it. */
  readonly rows: readonly number[];
  /** For each parameter of the sweep the index of its value, −1 for none. */
  readonly values: readonly number[];
}

/** The sweeps of a project and what each attempt varied. */
export interface SweepFindings {
  readonly sweeps: readonly Sweep[];
  /** For each attempt the index of its sweep, or −1. */
  readonly sweepOf: Int32Array;
  /** What the attempts of a sweep varied, by the sweep's index. */
  readonly triedIn: (sweep: number) => readonly TriedParameter[];
  /** Which of its values the `parameter`th parameter has in an attempt, which must be in a sweep; −1 where several runs ran in the attempt. */
  readonly valueIn: (attempt: number, parameter: number) => number;
  /** The runs of a sweep by its index, where several of them ran in one attempt; undefined where runs are those of the ledger. */
  readonly trialsIn?: (sweep: number) => readonly FoundTrial[] | undefined;
}
