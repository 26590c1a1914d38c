import type { ProjectFacts } from '../../../model/facts.ts';
import { times } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { standIn } from '../../render/stand-in.ts';
import { whyIncomparable } from '../../render/told.ts';
import { took } from '../../render/verdict.ts';

/** How much of the project is not in the published model: the ratio that the LISA study is about, as a sentence. A ratio to an attempt that may be anything would be read as one to the model. */
export function multiples(facts: ProjectFacts): Html {
  const { singleModel, singleTune, project } = facts.tiers;
  const why = standIn(facts);
  if (why !== undefined) {
    return html`<p class="lead"><b>No ratio is given</b>: ${why}. Name the model with <code>--final</code>, by the id of its job or run.</p>`;
  }
  const untold = whyIncomparable(project.untold);
  if (untold !== undefined) return html`<p class="lead"><b>No ratio is given</b>: ${untold}.</p>`;
  const byGpu = project.gpuHours > 0;
  const [ofModel, ofTune, ofProject] = [singleModel, singleTune, project].map((tier) => took(tier, byGpu)) as [
    number,
    number,
    number,
  ];
  const what = byGpu ? 'GPU time' : 'electricity';
  if (!(ofModel > 0)) {
    return html`<p class="lead">No ${what} is known of a single model, so the project cannot be compared with it.</p>`;
  }
  const tune =
    ofTune > 0 &&
    singleTune.sweepId !== undefined &&
    html`, and <b>${times(ofProject / ofTune)}</b> that of tuning it once`;
  return html`<p class="lead">The whole project took <b>${times(ofProject / ofModel)}</b> the ${what} of the
single model${tune}. A paper that gives the cost of its final model alone leaves the rest out.</p>`;
}
