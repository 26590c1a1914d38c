import type { Tiers } from '../../../model/tier.ts';

/** The tiers as the page calls them, in order of size. */
export const TIER_NAMES: Readonly<Record<keyof Tiers, string>> = {
  singleModel: 'Single model',
  singleTune: 'Single tune',
  project: 'Full project',
};
