import type { Remark } from '../../model/audit.ts';
import { CONSTANT_FIELDS } from '../../model/claim-fields.ts';
import { overlap } from '../interval.ts';
import { readFigure } from '../read-figure.ts';
import { figureNamed, placesOf, type RemarkFinder } from './remark-context.ts';

/** A constant that is in no edition of the source that it cites. */
export const sourceMatch: RemarkFinder = (context) =>
  (context.claim.cited ?? []).flatMap(({ constant, cites, editions }): Remark[] => {
    const figure = figureNamed(context, constant);
    if (figure === undefined) return [];
    const form = CONSTANT_FIELDS[constant];
    const readings = editions.map((edition) => {
      const understood = readFigure(edition.says, form);
      return { edition, reading: 'readings' in understood ? understood.readings[0] : undefined };
    });
    // The constant as it is printed, a rounding of what the source has.
    const printed = readFigure(figure.says, form);
    const own = 'readings' in printed ? printed.readings[0] : undefined;
    if (own === undefined || readings.some(({ reading }) => reading !== undefined && overlap(reading, own))) return [];
    const others = readings.map(({ edition, reading }) => {
      const ratio = reading === undefined ? '' : `, ${(own.value / reading.value).toFixed(4)} of it`;
      return `${edition.says} in ${edition.at ?? cites}${ratio}`;
    });
    const message = `${figure.says} cites ${cites}, and is not what that source prints: ${others.join('; ')}`;
    return [{ rule: 'source-match', severity: 'warning', message, at: placesOf(figure.at.map((at) => ({ at }))) }];
  });
