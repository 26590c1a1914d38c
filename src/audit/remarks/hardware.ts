import type { Remark } from '../../model/audit.ts';
import type { ClaimEntry } from '../../model/paper-claim.ts';
import { hardwareOf, titleOf } from '../claim-figures.ts';
import { hardwareNamed, placesOf, type RemarkFinder } from './remark-context.ts';

/** Power measured on, or prices taken from, other hardware than is reported. Entries of which the same is true are told together. */
export const proxyHardware: RemarkFinder = ({ claim }) => {
  const byText = new Map<string, [string, ClaimEntry][]>();
  for (const [key, entry] of Object.entries(claim.entries)) {
    for (const text of proxiesOf(entry)) byText.set(text, [...(byText.get(text) ?? []), [titleOf(key, entry), entry]]);
  }
  return [...byText].map(([text, entries]) => ({
    rule: 'proxy-hardware',
    severity: 'warning',
    message: `${entries.map(([title]) => title).join('; ')}: ${text}`,
    at: [...new Set(entries.flatMap(([, entry]) => placesOfHardware(entry)))],
  }));
};

function proxiesOf(entry: ClaimEntry): string[] {
  const own = hardwareOf(entry);
  if (own === undefined) return [];
  const hasPower = [entry.power, entry.devicePower, entry.energy, entry.co2e].some((said) => said !== undefined);
  const measured = entry.measuredOn !== undefined && hasPower && isOther(entry.measuredOn, own);
  const priced = entry.pricedAs !== undefined && entry.cloud !== undefined && isOther(entry.pricedAs, own);
  return [
    ...(measured ? [`power was measured on ${entry.measuredOn} and is reported for ${own}`] : []),
    ...(priced ? [`it ran on ${own} and is priced as ${entry.pricedAs}`] : []),
  ];
}

/** The same training under different names of hardware in different places. */
export const hardwareLabels: RemarkFinder = ({ claim }) =>
  Object.entries(claim.entries).flatMap(([key, entry]): Remark[] => {
    if (entry.hardware === undefined || typeof entry.hardware === 'string') return [];
    const models = new Set(entry.hardware.map(({ says }) => hardwareNamed(says)));
    if (models.size < 2) return [];
    const places = entry.hardware.map(({ says, at }) => `“${says}”${at === undefined ? '' : ` (${at})`}`);
    const measured = entry.measuredOn === undefined ? '' : `, measured on ${entry.measuredOn}`;
    const message = `${titleOf(key, entry)}: called ${places.join(' and ')}${measured}`;
    return [{ rule: 'label', severity: 'warning', message, at: placesOfHardware(entry) }];
  });

const isOther = (one: string, other: string): boolean => hardwareNamed(one) !== hardwareNamed(other);

const placesOfHardware = ({ hardware }: ClaimEntry): readonly string[] =>
  hardware === undefined || typeof hardware === 'string' ? [] : placesOf(hardware);
