import type { ProjectFacts } from '../../../model/facts.ts';
import { times } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { standIn } from '../../render/stand-in.ts';

/** How much of the project is not in the published model: the ratio that the LISA study is about, as a sentence. A ratio to an attempt that may be anything would be read as one to the model. */
export function multiples(facts: ProjectFacts): Html {
  const { singleModel, singleTune, project } = facts.tiers;
  const why = standIn(facts);
  if (why !== undefined) {
    return html`<p class="lead"><b>No ratio is given</b>: ${why}. Name the model with <code>--final</code>, by the id of its job or run.</p>`;
  }
  if (!(singleModel.gpuHours > 0)) {
    return html`<p class="lead">No GPU-hours are known of a single model, so the project cannot be compared with it.</p>`;
  }
  const tune =
    singleTune.gpuHours > 0 &&
    html`, and <b>${times(project.gpuHours / singleTune.gpuHours)}</b> that of tuning it once`;
  return html`<p class="lead">The whole project took <b>${times(project.gpuHours / singleModel.gpuHours)}</b> the GPU time of the
single model${tune}. A paper that gives the cost of its final model alone leaves the rest out.</p>`;
}
