import type { CheckOutcome } from '../model/audit.ts';
import type { Equation } from './equations.ts';

/** An equation with what became of it. */
export interface Judged {
  readonly equation: Equation;
  readonly outcome: CheckOutcome;
  /** Under which it holds, where the outcome is `otherwise`; the mistake by which it does not, where one is known. */
  readonly assumption?: string;
  /** The factor, above 1, by which a figure in it could be wrong unnoticed; see `resolutionOf`. */
  readonly resolution: number;
}
