import { type Column, columnOf } from './roles.ts';
import { TIME_UNITS } from './units.ts';

/** What a header says its numbers are of several runs. */
type Statistic = 'min' | 'max' | 'mean' | 'other';

const STATISTICS = new Map<string, Statistic>([
  ...['min', 'minimum'].map((word) => [word, 'min'] as const),
  ...['max', 'maximum'].map((word) => [word, 'max'] as const),
  ...['mean', 'avg', 'average', 'mittel', 'mittelwert'].map((word) => [word, 'mean'] as const),
  ...['std', 'stdev', 'stddev', 'sd', 'sem', 'median', 'var'].map((word) => [word, 'other'] as const),
]);

/** A header that says a statistic, and what it would be without it: `runtime s` of `runtime_mean_s`. */
interface Said {
  readonly statistic: Statistic;
  readonly rest: string;
}

/** The statistic of a header: its first or last word, or the last before a unit; in brackets stands a unit. */
function statisticIn(header: string): Said | undefined {
  const [, stem = header, brackets = ''] = /^(.*?)\s*([([].*)$/.exec(header.trim()) ?? [];
  const words = stem
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const hasUnit = Object.hasOwn(TIME_UNITS, words.at(-1) ?? '') && STATISTICS.has(words.at(-2) ?? '');
  const last = words.length - (hasUnit ? 2 : 1);
  const at = [last, 0].find((index) => STATISTICS.has(words[index] ?? ''));
  if (at === undefined || words.length < 2) return undefined;
  const rest = `${words.filter((_, index) => index !== at).join(' ')}${brackets === '' ? '' : ` ${brackets}`}`;
  return { statistic: STATISTICS.get(words[at] ?? '') as Statistic, rest };
}

/**
 * Columns of which several say statistics of the same (`runtime_mean`, `runtime_min`, `runtime_max`): then `_min` is no minutes, and of durations the mean is the one that counts where
 * nothing else tells them.
 *
 * @param isTold whether the user says what a column is
 */
export function withStatistics(columns: readonly Column[], isTold: (name: string) => boolean): readonly Column[] {
  const said = columns.map(({ name }) => (isTold(name) ? undefined : statisticIn(name)));
  const isOfSeveral = (one: Said | undefined): one is Said =>
    one !== undefined && said.some((other) => other?.rest === one.rest && other.statistic !== one.statistic);
  if (!said.some(isOfSeveral)) return columns;
  const plain = columns.map((column, index): Column => {
    const one = said[index];
    if (!isOfSeveral(one)) return column;
    if (columnOf(one.rest).role === 'duration') return { ...column, role: 'none' };
    return one.statistic === 'min' ? { ...column, role: undefined } : column;
  });
  const has = (role: Column['role']): boolean => plain.some((column) => column.role === role);
  if (has('duration') || (has('start') && has('end'))) return plain;
  const mean = said.findIndex((one) => isOfSeveral(one) && isMean(one));
  const { unit } = columnOf(said[mean]?.rest ?? '');
  return plain.map((column, index) => (index === mean ? { ...column, role: 'duration', unit } : column));
}

const isMean = ({ statistic, rest }: Said): boolean => statistic === 'mean' && columnOf(rest).role === 'duration';

/** Whether a header that is taken for a duration is the mean of several. */
export function isMeanDuration(header: string): boolean {
  const said = statisticIn(header);
  return said !== undefined && isMean(said);
}
