import type { Basis } from './basis.ts';
import type { Range } from './estimate.ts';

/** Emissions in terms of something that people know. */
export interface Equivalent {
  /** What one of it is: `flight of one passenger, New York to San Francisco`. */
  readonly name: string;
  /** Emissions of one, kg CO2e. */
  readonly kgEach: number;
  /** How many of it the project's emissions are. */
  readonly count: Range;
  readonly basis: readonly Basis[];
}
