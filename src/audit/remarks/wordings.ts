import type { Wording } from '../../model/paper-claim.ts';
import { placesOf, type RemarkFinder } from './remark-context.ts';

/** Words of another quantity than the one that is meant. Watt-hours are energy, watts alone are power. */
const WRONG: Readonly<Record<Wording['quantity'], RegExp | undefined>> = {
  energy: /\bpower\b|\b(?:kilo|mega|giga)?watts?\b(?![\s-]*hours?)|\b[kMG]?W\b/i,
  power: /\benergy\b|watt[\s-]*hours?|\b[kMG]?Wh\b/i,
  emissions: undefined,
};

const MEANT = { energy: 'energy (kWh)', power: 'power (W)', emissions: 'emissions' };

/** Energy that is called power, and the reverse. */
export const dimensionOfWords: RemarkFinder = ({ claim: { wordings = [] } }) =>
  wordings
    .filter(({ quantity, says }) => WRONG[quantity]?.test(says) === true)
    .map(({ quantity, says, at }) => ({
      rule: 'dimension',
      severity: 'warning',
      message: `“${says}”: what is meant is ${MEANT[quantity]}`,
      at: placesOf([{ at }]),
    }));

const normal = (text: string): string => text.replaceAll('₂', '2');
const isEquivalent = ({ says }: Wording): boolean => /CO2[- ]?e(?:q|\b)/i.test(normal(says));
const isPlain = ({ says }: Wording): boolean => /CO2(?![- ]?e(?:q|\b))/i.test(normal(says));

/** CO2 in one place and CO2e in another for the same figures: they differ by the other greenhouse gases. */
export const gasOfWords: RemarkFinder = ({ claim: { wordings = [] } }) => {
  const emissions = wordings.filter(({ quantity }) => quantity === 'emissions');
  const [plain, equivalent] = [emissions.filter(isPlain), emissions.filter(isEquivalent)];
  if (plain.length === 0 || equivalent.length === 0) return [];
  const quoted = (all: readonly Wording[]): string => all.map(({ says }) => `“${says}”`).join(', ');
  const message = `the same emissions are called CO2 (${quoted(plain)}) and CO2e (${quoted(equivalent)}), which has the other greenhouse gases in it`;
  return [{ rule: 'co2-or-co2e', severity: 'warning', message, at: placesOf(emissions) }];
};
