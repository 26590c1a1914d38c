import type { ProjectFacts } from '../../model/facts.ts';

/** Why the figures of the single model and tune are of no model that anything shows, as the end of a sentence; undefined where they are of one. */
export function standIn({
  tiers: { singleModel },
  sweeps,
}: Pick<ProjectFacts, 'tiers' | 'sweeps'>): string | undefined {
  if (singleModel.isStandIn !== true) return undefined;
  if (singleModel.attempts === 0)
    return 'nothing completed, as far as the logs tell, so no run can stand for the model';
  const why = sweeps.length > 0 ? 'no sweep has a completed run' : 'no sweep was found';
  return `the logs do not show which run became the model, and ${why}: the longest completed run only stands in for it`;
}
