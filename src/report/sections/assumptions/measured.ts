import type { ProjectFacts } from '../../../model/facts.ts';
import type { Calibration } from '../../../model/usage.ts';
import { amount, grouped, percent } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { captioned, cell, type Row } from '../../render/table.ts';

/** What the clusters measured of energy and utilisation, how much of it counts, and why the rest does not. */
export function measured({ measurements, usage }: ProjectFacts): Html {
  if (measurements === undefined) return html``;
  const { energy, rejected, utilisation, calibrations } = measurements;
  const row = (what: string, part: { readonly attempts: number; readonly gpuHours: number }, meaning: string): Row => ({
    cells: [
      cell(what),
      cell(grouped(part.attempts)),
      cell(amount(part.gpuHours)),
      cell(usage.gpuHours > 0 ? percent(part.gpuHours / usage.gpuHours) : '–'),
      cell(meaning),
    ],
  });
  const counts = `counts in place of the modelled energy: ${amount(energy.kwh)} kWh measured where ${amount(energy.modelledKwh)} kWh would be modelled, without the building’s overhead`;
  const load = `their GPUs draw by it: ${percent(utilisation.mean)} on average`;
  const rows = [
    ...(energy.attempts > 0 ? [row('energy', energy, counts)] : []),
    ...(utilisation.attempts > 0 ? [row('GPU utilisation', utilisation, load)] : []),
    ...(rejected['too-low'].attempts > 0 ? [row('energy, too low', rejected['too-low'], TOO_LOW)] : []),
    ...(rejected['too-high'].attempts > 0 ? [row('energy, too high', rejected['too-high'], TOO_HIGH)] : []),
    ...(rejected.impossible.attempts > 0 ? [row('energy, impossible', rejected.impossible, IMPOSSIBLE)] : []),
    ...calibrations.map((each) => row(`draw of ${each.model}`, each, calibrationText(each))),
  ];
  return html`<h3>What was measured</h3>
${captioned({
  id: 'measured',
  caption: 'Measurements in the logs. What is not measured, or cannot be right, is modelled by the constants above.',
  columns: [
    { head: 'Measured' },
    { head: 'Attempts', kind: 'number' },
    { head: 'GPU-hours', kind: 'number' },
    { head: 'Of all', kind: 'number' },
    { head: 'What is made of it', kind: 'prose' },
  ],
  rows,
})}`;
}

const calibrationText = ({ by, watts, modelledWatts }: Calibration): string =>
  `by their ${by} one GPU drew ${amount(watts)} W, where ${amount(modelledWatts)} W would be modelled: the attempts on it without a measurement count at that`;

const IMPOSSIBLE = 'left aside: no amount of energy, but negative, infinite, or a mark for “no value”';
const TOO_LOW = 'left aside: less than the hardware draws when idle, as where the meter leaves GPUs out';
const TOO_HIGH = 'left aside: more than what was held can draw, as where several jobs shared the node that was metered';
