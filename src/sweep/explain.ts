import type { SweepKind } from '../model/sweep.ts';
import type { FoundSweep } from './found-sweep.ts';

/** Names of parameters that a sentence can take. */
const MOST_NAMED = 4;

/**
 * A sweep in one sentence: what was searched and how the runs came together.
 *
 * @param seconds between its first and its last submission; NaN when unknown
 * @example 'Every combination of lr (3 values) and do (2), submitted within 10 seconds.'
 */
export function explain(found: FoundSweep, kind: SweepKind, seconds: number): string {
  const { retries, additions, byTimes } = found.gathering;
  // Where times alone tell, a run that followed a failed one may have tried something else.
  const again = byTimes === true ? 'came soon after one that failed' : 'tried again what had failed';
  const more = [
    retries > 0 && `${counted(retries, 'run')} ${again}`,
    additions > 0 && `${counted(additions, 'run')} came later to fill the grid`,
  ].filter((part) => part !== false);
  return `${searched(found, kind)}, ${gathered(found, seconds)}${more.length > 0 ? `; ${more.join(', ')}` : ''}.`;
}

function searched(
  { design: { axes, coverage, distinctCells }, gathering: { runs, isArray } }: FoundSweep,
  kind: SweepKind,
): string {
  const names = list(axes.map(({ key }) => key));
  const sizes = list(axes.map(({ key, values }, index) => `${key} (${values.length}${index === 0 ? ' values' : ''})`));
  if (axes.length === 0 || kind === 'unclear') {
    if (isArray) return `${counted(runs, 'task')} of which the logs do not tell what each tried`;
    return axes.length === 0
      ? `${counted(runs, 'run')} alike, of which the logs do not tell what each tried`
      : `${counted(runs, 'run')} that differ in ${names}`;
  }
  if (kind === 'grid') {
    if (coverage === 1) return `Every combination of ${sizes}`;
    return `${distinctCells} of ${Math.round(distinctCells / coverage)} combinations of ${sizes}`;
  }
  if (kind === 'random') return `${distinctCells} values drawn at random for ${names}`;
  if (kind === 'adaptive') return `${distinctCells} trials of ${names}, each following those before it`;
  if (kind === 'seeds') return `The same run ${distinctCells} times, with another ${names}`;
  return `${names} varied, one at a time`;
}

function gathered(
  { gathering: { told, tracked, reported, search, isArray, apartness } }: FoundSweep,
  seconds: number,
): string {
  if (told !== undefined) return 'put together by runledger.yaml';
  if (tracked !== undefined) return `the Weights & Biases sweep ${tracked.sweep}`;
  if (reported !== undefined) return `taken over from an earlier report`;
  if (search !== undefined) return `the search that their submit lines call ${search}`;
  if (apartness !== undefined) return withinResults(apartness, seconds);
  if (isArray) return 'submitted as a job array';
  return Number.isNaN(seconds) ? 'at times that are not known' : `submitted within ${span(seconds)}`;
}

/** @param apartness NaN where runs measured nothing */
const withinResults = (apartness: number, seconds: number): string =>
  `${Number.isNaN(apartness) ? 'put together by when they started' : 'told from others by what they measured'}, begun within ${span(seconds)}`;

function list(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED);
  if (names.length > MOST_NAMED) return `${shown.join(', ')} and ${names.length - MOST_NAMED} more`;
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function span(seconds: number): string {
  if (seconds < 120) return counted(Math.max(1, Math.round(seconds)), 'second');
  if (seconds < 7200) return counted(Math.round(seconds / 60), 'minute');
  if (seconds < 2 * 86_400) return counted(Math.round(seconds / 3600), 'hour');
  return counted(Math.round(seconds / 86_400), 'day');
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
