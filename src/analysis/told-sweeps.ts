import { AppError } from '../errors.ts';
import type { Correction } from '../model/correction.ts';
import type { Diagnostics } from '../model/diagnostic.ts';
import type { Ledger } from '../model/ledger.ts';
import { type Claim, findClaims } from '../sweep/corrected/claims.ts';

/** What the user says of sweeps, and where. */
export interface ToldSweeps {
  /** The configuration, as the user knows it. */
  readonly path: string;
  readonly corrections: readonly Correction[];
}

/**
 * The runs of which the user says what sweep they are. The report says how many corrections there were.
 *
 * @throws AppError with the line of a correction that cannot be followed
 */
export function claimsOf(ledger: Ledger, told: ToldSweeps | undefined, diagnostics: Diagnostics): readonly Claim[] {
  if (told === undefined) return [];
  const claims = findClaims(ledger, told.corrections);
  if ('why' in claims) throw new AppError({ code: 'bad-correction', path: told.path, problem: claims });
  const sweeps = claims.filter(({ correction }) => correction.isSweep);
  const runs = (some: readonly Claim[]): number => some.reduce((sum, claim) => sum + claim.runs.length, 0);
  if (sweeps.length > 0) {
    const message = `sweeps that are what the configuration says, whatever the logs show (${runs(sweeps)} runs); each says so under its evidence`;
    diagnostics.note('sweeps-corrected', 'info', message, undefined, sweeps.length);
  }
  const others = claims.length - sweeps.length;
  if (others > 0) {
    const none = claims.filter(({ correction }) => !correction.isSweep);
    const message = `sets of runs that are no sweep, as the configuration says (${runs(none)} runs)`;
    diagnostics.note('sweeps-denied', 'info', message, undefined, others);
  }
  return claims;
}
