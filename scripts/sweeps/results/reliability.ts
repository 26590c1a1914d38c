import type { SweepVerdict } from '../score/judge-sweeps.ts';

/** Sweeps that were said to be about equally sure. */
export interface ReliabilityBin {
  /** Confidence from here to a tenth more. */
  readonly from: number;
  readonly sweeps: number;
  readonly meanConfidence: number;
  /** The part that has all attempts of one true sweep and no others. */
  readonly right: number;
}

const BINS = 10;

/** How often sweeps are right of which the program was so sure. Calibrated, the two are equal. Empty bins are left out. */
export function reliability(verdicts: readonly SweepVerdict[]): ReliabilityBin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const own = verdicts.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    return {
      from: bin / BINS,
      sweeps: own.length,
      meanConfidence: own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length,
      right: own.filter(({ isRight }) => isRight).length / own.length,
    };
  }).filter(({ sweeps }) => sweeps > 0);
}
