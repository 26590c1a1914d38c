import type { ProjectFacts } from '../../model/facts.ts';
import type { Tier } from '../../model/tier.ts';
import { times } from './format.ts';

/** From here on the project is more than the model. */
export const LEAST_RATIO = 1.05;

/** What a tier took: GPU-hours, or where there are none, energy. */
export const took = ({ gpuHours, costs }: Tier, byGpu: boolean): number => (byGpu ? gpuHours : costs.energyKwh.value);

/**
 * What the page and the summary begin with: `Developing the model took 2,000 times what training it takes`. Undefined where no model is known and the longest
 * run only stands in for it, the logs do not tell all GPUs, or the project is nothing but the model.
 */
export function verdict({ tiers: { singleModel, project } }: ProjectFacts): string | undefined {
  if (singleModel.isStandIn === true || project.untold !== undefined) return undefined;
  const byGpu = project.gpuHours > 0;
  const ratio = took(project, byGpu) / took(singleModel, byGpu);
  return Number.isFinite(ratio) && ratio >= LEAST_RATIO
    ? `Developing the model took ${times(ratio)} what training it takes`
    : undefined;
}
