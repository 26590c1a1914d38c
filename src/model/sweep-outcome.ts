/**
 * What became of a sweep. `completed`: all runs did. `partly`: some did, some did not. `abandoned`: none did, or the last of them were cancelled one after the other.
 * `open`: some may still go on. `untold`: the logs do not say how its runs ended.
 */
export const SWEEP_OUTCOMES = ['completed', 'partly', 'abandoned', 'open', 'untold'] as const;

export type SweepOutcome = (typeof SWEEP_OUTCOMES)[number];
