import type { Range } from '../../../model/estimate.ts';
import type { ProjectFacts } from '../../../model/facts.ts';
import { amount, printsAlike, span, usd, usdSpan } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { rentOf, told, toldEnergy } from '../../render/told.ts';

/** The totals of the project, each with its range or what makes it graspable under it. */
export function keyFigures({ usage, costs, project }: ProjectFacts): Html {
  const { cloudUsd, electricityUsd, energyKwh, co2eKg } = costs;
  const ofAll = ({ value }: Range, text: string): string => toldEnergy(usage, value, text);
  const held = usage.gpuHours / (project.days * 24);
  return html`<dl class="key-figures">
${keyFigure('GPU-hours', told(usage, usage.gpuHours, amount(usage.gpuHours)), held > 0 && `${amount(held)} GPUs held on average`)}
${keyFigure('Cloud rent', rentOf(usage, costs), rentNote(cloudUsd))}
${keyFigure('Electricity', ofAll(electricityUsd, usd(electricityUsd.value)), !printsAlike(electricityUsd, usd) && usdSpan(electricityUsd))}
${keyFigure('Energy', ofAll(energyKwh, `${amount(energyKwh.value)} kWh`), spread(energyKwh))}
${keyFigure('Emissions, CO₂e', ofAll(co2eKg, `${amount(co2eKg.value)} kg`), spread(co2eKg))}
</dl>`;
}

const keyFigure = (name: string, figure: string, note: string | false): Html =>
  html`<div><dt>${name}</dt><dd>${figure}${note !== false && html`<small>${note}</small>`}</dd></div>`;

const spread = (range: Range): string | false => !printsAlike(range, amount) && span(range, amount);

function rentNote(cloud: Range): string | false {
  if (printsAlike(cloud, usd)) return false;
  const middle = usd(cloud.value);
  return middle === usd(cloud.low) || middle === usd(cloud.high)
    ? 'cheapest to on demand'
    : `${middle} at the middle price`;
}
