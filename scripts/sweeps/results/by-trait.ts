import type { TrueSweep } from '../logs/labelled-log.ts';
import type { SweepVerdict } from '../score/judge-sweeps.ts';

/** How many of how many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** What a true sweep is like, and whether it was found exactly. */
export interface TraitFinding {
  readonly traits: readonly string[];
  readonly isFound: boolean;
}

/** The true sweeps of a log of which it is known what they are like. */
export function traitFindings(
  verdicts: readonly SweepVerdict[],
  sweeps: ReadonlyMap<string, TrueSweep> = new Map(),
): TraitFinding[] {
  const found = new Set(verdicts.map(({ label }) => label));
  return [...sweeps].flatMap(([label, { traits }]) =>
    traits === undefined ? [] : [{ traits, isFound: found.has(label) }],
  );
}

/** Sweeps found exactly, by trait, the hardest first. */
export function sharesByTrait(findings: readonly TraitFinding[]): Record<string, Share> {
  const shares = new Map<string, { right: number; of: number }>();
  for (const { traits, isFound } of findings) {
    for (const trait of traits) {
      const share = shares.get(trait) ?? { right: 0, of: 0 };
      share.of++;
      if (isFound) share.right++;
      shares.set(trait, share);
    }
  }
  const part = ({ right, of }: Share): number => right / of;
  return Object.fromEntries([...shares].sort(([, one], [, other]) => part(one) - part(other)));
}
