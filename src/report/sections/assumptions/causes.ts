import type { ProjectFacts } from '../../../model/facts.ts';
import type { CauseShare, Costs, FigureCauses } from '../../../model/tier.ts';
import { amount, percent, span, UNKNOWN } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { captioned, cell, type Row } from '../../render/table.ts';
import { tornado } from './tornado.ts';

/** Figures that several causes make wide; the rent has one alone. */
const FIGURES = ['energyKwh', 'co2eKg', 'electricityUsd'] as const satisfies readonly (keyof Costs)[];

const COLUMNS = [
  { head: 'Cause', kind: 'prose' },
  { head: 'Alone, CO₂e kg', kind: 'number' },
  { head: 'Of energy', kind: 'number' },
  { head: 'Of CO₂e', kind: 'number' },
  { head: 'Of electricity', kind: 'number' },
] as const;

/** Why the project's figures are ranges: each cause with what it alone would make of the emissions, and its share of each range. */
export function causesOfRanges(facts: ProjectFacts): Html {
  const { causes, costs } = facts;
  const rows = causes === undefined ? [] : rowsOf(causes);
  const explained = html`<h3>Why the figures are ranges</h3>
<p>Each constant may lie anywhere within its range, and all attempts share it, so that nothing averages out. Constants with different
causes are independent of each other: not all are at their worst at once. If each constant’s range holds nine times in ten, so do these.
Cloud rent runs from the cheapest price to the dearest.</p>`;
  if (rows.length === 0) return costs.energyKwh.value > 0 ? explained : html``;
  const caption =
    'What makes the project’s figures uncertain, the largest cause of the emissions’ range first: what the emissions would be with this cause alone at its ends, and its share of each figure’s range.';
  return html`${explained}
${tornado(facts)}
${captioned({ id: 'causes', caption, columns: COLUMNS, rows })}`;
}

function rowsOf(causes: FigureCauses): Row[] {
  const names = [
    ...new Set(['co2eKg' as const, ...FIGURES].flatMap((figure) => causes[figure].map(({ cause }) => cause))),
  ];
  return names.map((name) => {
    const [energy, emissions, electricity] = FIGURES.map((figure) =>
      causes[figure].find(({ cause }) => cause === name),
    );
    const alone = emissions === undefined ? UNKNOWN : span(emissions, amount);
    return { cells: [cell(name), cell(alone), shareCell(energy), shareCell(emissions), shareCell(electricity)] };
  });
}

const shareCell = (found: CauseShare | undefined) =>
  found === undefined ? cell(UNKNOWN, 0) : cell(percent(found.share), found.share);
