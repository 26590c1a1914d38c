import type { ProjectFacts } from '../../model/facts.ts';
import { amount, percent, withRange } from '../render/format.ts';
import { standIn } from '../render/stand-in.ts';
import { hoursOf, NOT_KNOWN, toldEnergy } from '../render/told.ts';

const GRAMS_PER_KILOGRAM = 1000;

/** A text as YAML takes it, quoted. JSON's quoting is also YAML's. */
const quoted = (text: string): string => JSON.stringify(text);

/**
 * The carbon fields of a Hugging Face model card (`co2_eq_emissions`), for its front matter: grams of the model itself, and of the project in a comment. What logs do not tell is
 * left for the author.
 */
export function modelCard(facts: ProjectFacts): string {
  const { tiers, costs, method, usage, generator } = facts;
  const { singleModel } = tiers;
  const { co2eKg } = singleModel.costs;
  const why = standIn(facts);
  const ofModel =
    why === undefined ? toldEnergy(singleModel, co2eKg.value, `${withRange(co2eKg, amount)} kg`) : NOT_KNOWN;
  const hardware = [...usage.gpuHoursByModel].map(([model, hours]) => `${model} (${percent(hours / usage.gpuHours)})`);
  const grams = ofModel === NOT_KNOWN ? '""' : String(Math.round(co2eKg.value * GRAMS_PER_KILOGRAM));
  const unit = ofModel === NOT_KNOWN ? 'fill in, grams' : 'grams';
  const ofProject = toldEnergy(usage, costs.co2eKg.value, `${withRange(costs.co2eKg, amount)} kg`);
  return [
    'co2_eq_emissions:',
    `  emissions: ${grams} # ${unit}, one model: ${ofModel}; the whole project: ${ofProject} for ${hoursOf(usage)}`,
    `  source: ${quoted(`job logs, ${generator.name} ${generator.version}, method ${method.name}; location-based`)}`,
    '  training_type: "" # fill in: pre-training or fine-tuning',
    `  geographical_location: "" # fill in; costed by ${comment(method.grid.name)}`,
    `  hardware_used: ${quoted(hardware.join(', '))}`,
  ].join('\n');
}

/** A text that stays within a comment: on one line. */
const comment = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
