import type { PaperClaim } from '../../model/paper-claim.ts';
import { bloomClaim } from './bloom.ts';
import { llmcarbonClaim } from './llmcarbon.ts';
import { strubellClaim } from './strubell-2019.ts';

/** The papers whose figures come with the program. To add one: a file beside the others and a line here. */
export const CLAIMS: readonly PaperClaim[] = [strubellClaim, bloomClaim, llmcarbonClaim];

/** The claim of a name; undefined when there is none. */
export const findClaim = (wanted: string): PaperClaim | undefined => CLAIMS.find(({ name }) => name === wanted);
