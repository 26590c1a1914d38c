import type { CostedSweep } from '../model/facts.ts';
import type { Ledger } from '../model/ledger.ts';
import type { ChosenMetric, Goal } from '../model/trial.ts';
import type { Usage } from '../model/usage.ts';

/** What a tier is made of, before it is costed. */
export interface ChosenTier {
  readonly usage: Usage;
  readonly rule: string;
  readonly sweepId?: string;
  /** Ids of jobs and runs that the rule quotes. */
  readonly quotes?: readonly string[];
  /** Whether it only stands in for a model that nothing shows. */
  readonly isStandIn?: boolean;
}

/** Attempts, and the part of each that counts, 0 to 1, where it is not all. */
export interface Held {
  readonly attempts: Iterable<number>;
  readonly shares?: ReadonlyMap<number, number>;
}

/** The run that is the model. */
export interface ModelRun {
  /** An attempt as or in which it ran, and the row that speaks of it. */
  readonly attempt: number;
  readonly row: number;
  readonly held: Held;
}

/** The single model and the tune that found it. */
export interface ModelAndTune {
  /** By which the model was chosen, where it was. */
  readonly metric?: ChosenMetric;
  readonly singleModel: ChosenTier;
  readonly singleTune: ChosenTier;
}

export interface ChosenTiers extends ModelAndTune {
  readonly project: ChosenTier;
}

/** What the choice is made from. */
export interface TierInput {
  readonly ledger: Ledger;
  readonly usage: Usage;
  readonly sweeps: readonly CostedSweep[];
  readonly sweepOf: Int32Array;
  /** Adds up what attempts held. */
  readonly measure: (attempts: Iterable<number>, shares?: ReadonlyMap<number, number>) => Usage;
  /** The setting of an attempt as a row of the table tells it, the same for repeats of it. */
  readonly settingOf: (attempt: number, row: number) => string;
  /** Job id of the model that was published, when the user said it. */
  readonly final?: string | undefined;
  /** By what attempts were chosen, where not all of the logs count. */
  readonly chosenBy?: readonly string[];
  /** By which metric runs are compared, when the user said it. */
  readonly metric?: { readonly name: string; readonly goal?: Goal | undefined } | undefined;
}
