import type { ProjectFacts } from '../../../model/facts.ts';
import { times } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';

/** How much of the project is not in the published model: the ratio that the LISA study is about, as a sentence. */
export function multiples({ tiers: { singleModel, singleTune, project } }: ProjectFacts): Html {
  if (!(singleModel.gpuHours > 0)) {
    return html`<p class="lead">No GPU-hours are known of a single model, so the project cannot be compared with it.</p>`;
  }
  const tune =
    singleTune.gpuHours > 0 &&
    html`, and <b>${times(project.gpuHours / singleTune.gpuHours)}</b> that of tuning it once`;
  return html`<p class="lead">The whole project took <b>${times(project.gpuHours / singleModel.gpuHours)}</b> the GPU time of the
single model${tune}. A paper that gives the cost of its final model alone leaves the rest out.</p>`;
}
