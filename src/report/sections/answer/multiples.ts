import type { ProjectFacts } from '../../../model/facts.ts';
import { times } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';

/** How much of the project is not in the published model: the ratio that the LISA study is about, as a sentence. */
export function multiples({ tiers: { singleModel, singleTune, project }, sweeps }: ProjectFacts): Html {
  if (singleModel.isStandIn === true) return noModel(sweeps.length > 0);
  if (!(singleModel.gpuHours > 0)) {
    return html`<p class="lead">No GPU-hours are known of a single model, so the project cannot be compared with it.</p>`;
  }
  const tune =
    singleTune.gpuHours > 0 &&
    html`, and <b>${times(project.gpuHours / singleTune.gpuHours)}</b> that of tuning it once`;
  return html`<p class="lead">The whole project took <b>${times(project.gpuHours / singleModel.gpuHours)}</b> the GPU time of the
single model${tune}. A paper that gives the cost of its final model alone leaves the rest out.</p>`;
}

/** A ratio to an attempt that may be anything would be read as one to the model. */
const noModel = (
  hasSweeps: boolean,
): Html => html`<p class="lead"><b>No ratio is given</b>: the logs do not show which run became
the model. ${hasSweeps ? 'No sweep has a completed run' : 'No sweep was found'}, so the longest completed attempt only stands in for one.
Name the model with <code>--final</code>, by the id of its job or run.</p>`;
