import type { Range } from '../../../model/estimate.ts';
import type { ProjectFacts } from '../../../model/facts.ts';
import type { PublishedStudy, PublishedTier } from '../../../model/method.ts';
import type { Tier, Tiers } from '../../../model/tier.ts';
import { amount, grouped, UNKNOWN, usd, usdSpan } from '../../render/format.ts';
import { type Content, type Html, html } from '../../render/html.ts';
import { cited } from '../../render/names.ts';
import { ranged } from '../../render/ranged.ts';
import { standIn } from '../../render/stand-in.ts';
import { captioned, cell, type Row } from '../../render/table.ts';
import { NOT_KNOWN, rentOf, told, toldEnergy } from '../../render/told.ts';
import { TIER_NAMES } from './tier-names.ts';

/** A line of the table: a figure of each tier and, where a study printed it too, the study's. */
interface Measure {
  readonly label: string;
  readonly ours: (tier: Tier) => Content;
  readonly printed?: (tier: PublishedTier) => string;
}

const MEASURES: readonly Measure[] = [
  { label: 'Attempts', ours: ({ attempts }) => amount(attempts), printed: ({ jobs }) => grouped(jobs) },
  {
    label: 'GPU-hours',
    ours: (tier) => told(tier, tier.gpuHours, amount(tier.gpuHours)),
    printed: ({ hours }) => amount(hours),
  },
  { label: 'Cloud rent', ours: (tier) => rentOf(tier, tier.costs), printed: ({ cloud }) => cloud },
  {
    label: 'Electricity',
    ours: (tier) => toldRange(tier, tier.costs.electricityUsd, usd, usdSpan),
    printed: ({ electricity }) => electricity,
  },
  { label: 'Energy, kWh', ours: (tier) => toldRange(tier, tier.costs.energyKwh, amount) },
  { label: 'CO₂e, kg', ours: (tier) => toldRange(tier, tier.costs.co2eKg, amount) },
];

/** A range under its figure, or what there is to say of it where the logs do not tell all GPUs. */
const toldRange = (
  tier: Tier,
  range: Range,
  format: (value: number) => string,
  formatSpan?: (wide: Range) => string,
): Content => {
  const text = toldEnergy(tier, range.value, format(range.value));
  return tier.untold === undefined && text !== NOT_KNOWN ? ranged(range, format, formatSpan) : text;
};

/** Lines that only some methods have. */
const EXTRAS: readonly Measure[] = [
  {
    label: 'Own hardware, share of its purchase',
    ours: (tier) => rangedOr(tier, tier.extras?.own?.purchaseUsd, usd, usdSpan),
  },
  { label: 'Making of the hardware, CO₂e, kg', ours: (tier) => rangedOr(tier, tier.extras?.embodiedKg, amount) },
];

const rangedOr = (
  tier: Tier,
  figure: Range | undefined,
  format: (value: number) => string,
  formatSpan?: (wide: Range) => string,
): Content => (figure === undefined ? UNKNOWN : toldRange(tier, figure, format, formatSpan));

/** The lines that the method can fill for the project. */
function measuresFor({ project: { extras } }: Tiers): readonly Measure[] {
  const [own, embodied] = EXTRAS as [Measure, Measure];
  return [
    ...MEASURES,
    ...(extras?.own === undefined ? [] : [own]),
    ...(extras?.embodiedKg === undefined ? [] : [embodied]),
  ];
}

/** The three tiers side by side and, where the method comes from a study, what that study printed for each. */
export function tiersTable(facts: ProjectFacts): Html {
  const { tiers, method } = facts;
  const names = Object.keys(TIER_NAMES) as (keyof Tiers)[];
  const columns = names.map((name) => ({ head: TIER_NAMES[name], kind: 'number' as const }));
  const rows = measuresFor(tiers).flatMap((measure) => [
    ours(measure, tiers, names),
    ...published(measure, method.published, names),
  ]);
  return captioned({
    id: 'tiers',
    caption: caption(method.published, standIn(facts)),
    columns: [{ head: 'Tier' }, ...columns],
    rows,
  });
}

function caption(study: PublishedStudy | undefined, why: string | undefined): Html {
  const beside = study && html` In italics, the figures that ${cited(study.citation)} printed for its own project.`;
  return html`What one model, one tuning and the whole project took. Where two figures stand under each other, the lower
is the range.${beside}${why !== undefined && html` <strong>Single model and single tune:</strong> ${why}.`}`;
}

const ours = ({ label, ours: figure }: Measure, tiers: Tiers, names: readonly (keyof Tiers)[]): Row => ({
  cells: [cell(label), ...names.map((name) => cell(tiers[name].isStandIn === true ? NOT_KNOWN : figure(tiers[name])))],
});

function published(
  { label, printed }: Measure,
  study: PublishedStudy | undefined,
  names: readonly (keyof Tiers)[],
): Row[] {
  if (study === undefined || printed === undefined) return [];
  const figures = names.map((name) => study.tiers.find(({ tier }) => tier === name));
  const heading = cell(html`<span class="unseen">${label}, </span>as published`);
  return [{ name: 'sub', cells: [heading, ...figures.map((tier) => cell(tier && printed(tier)))] }];
}
