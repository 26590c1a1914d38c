import type { Remark } from '../../model/audit.ts';
import type { ClaimEntry } from '../../model/paper-claim.ts';
import { titleOf } from '../claim-figures.ts';
import { figureNamed, type RemarkContext, type RemarkFinder } from './remark-context.ts';

/** A training is not like the mean job of its project where they differ by more than this. Our own judgement. */
const ALIKE = 1.1;

/** Cost that was not counted but multiplied from another training. */
export const extrapolation: RemarkFinder = (context) =>
  Object.entries(context.claim.entries).flatMap(([key, entry]): Remark[] => {
    const from = entry.scaledFrom === undefined ? undefined : context.claim.entries[entry.scaledFrom];
    if (from === undefined || entry.scaledFrom === undefined) return [];
    const [title, other] = [titleOf(key, entry), titleOf(entry.scaledFrom, from)];
    const text =
      entry.jobs === undefined ? measuredNowhere(title, other) : unlikeMean(context, key, entry, title, other);
    const at = figureNamed(context, `${key}.${entry.jobs === undefined ? 'hours' : 'deviceHours'}`)?.at ?? [];
    return text === undefined ? [] : [{ rule: 'extrapolation', severity: 'warning', message: text, at }];
  });

const measuredNowhere = (title: string, other: string): string =>
  `${title}: scaled from the cost of ${other}. Trials of a search may be smaller or stopped early; only their own measured time tells`;

function unlikeMean(context: RemarkContext, key: string, entry: ClaimEntry, title: string, other: string) {
  const hoursOf = (name: string): number | undefined => figureNamed(context, `${name}.deviceHours`)?.reading.value;
  const project = Object.entries(context.claim.entries).find(([, { scope }]) => scope === 'project')?.[0];
  const [one, all] = [hoursOf(entry.scaledFrom as string), project === undefined ? undefined : hoursOf(project)];
  const jobs = figureNamed(context, `${project}.jobs`)?.reading.value;
  const times = figureNamed(context, `${key}.jobs`)?.says;
  if (one === undefined || all === undefined || jobs === undefined)
    return `${title}: ${times} times the cost of ${other}`;
  const ratio = one / (all / jobs);
  if (ratio < ALIKE && ratio > 1 / ALIKE) return undefined;
  return `${title}: ${times} times the ${one} h of ${other}, and the mean job of the project took ${(all / jobs).toFixed(1)} h: ${ratio.toFixed(1)} times as much, so a number of jobs times the single model is not what they take`;
}
