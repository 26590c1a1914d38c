import { AppError } from '../errors.ts';
import type { JobTable } from '../model/job-table.ts';
import type { Ledger } from '../model/ledger.ts';
import type { ChosenMetric, Goal, TierInput } from './tier-choice.ts';

/** How many runs are looked at for the names of metrics. */
const LOOKED_AT = 200;

/** Words of names that say which way is better. `_error_rate` is less, `word_acc` more. Our own judgement. */
const LESS = /(^|[^a-z])(loss|error|err|wer|cer|perplexity|ppl|mse|rmse|mae|nll|bpb|bpc|fid)([^a-z]|$)/i;
const MORE =
  /(^|[^a-z])(acc|accuracy|f1|bleu|rouge|rougel|auc|auroc|map|miou|iou|precision|recall|score|reward|uas|las|r2|top1|top5)(\d*)([^a-z]|$)/i;

/** Metrics of data that the training did not see. */
const HELD_OUT = /(^|[^a-z])(val|valid|validation|dev|eval|test)([^a-z]|$)/i;

/** Which way a metric of this name is better; undefined where the name does not tell. */
export function goalOf(name: string): Goal | undefined {
  const [isLess, isMore] = [LESS.test(name), MORE.test(name)];
  if (isLess === isMore) return undefined;
  return isLess ? 'min' : 'max';
}

/**
 * The metric by which runs are compared: the one that the user names; else the only one of held-out data whose name tells which way is better. Undefined where there is none, or several.
 *
 * @throws AppError when no run has the metric that the user names, or nothing says which way it is better
 */
export function metricOf({ ledger, metric }: TierInput): ChosenMetric | undefined {
  const { table } = ledger;
  const names = namesIn(table);
  if (metric === undefined) return onlyOne([...names].filter((name) => HELD_OUT.test(name)));
  const { name } = metric;
  if (!hasAny(table, name))
    throw new AppError({ code: 'unknown-metric', name, known: [...names].sort().slice(0, MOST_NAMED) });
  const goal = metric.goal ?? goalOf(name);
  if (goal === undefined) throw new AppError({ code: 'goal-unknown', name });
  return { name, goal };
}

/** How many metrics a message lists. */
const MOST_NAMED = 8;

function onlyOne(names: readonly string[]): ChosenMetric | undefined {
  const found = names.flatMap((name) => {
    const goal = goalOf(name);
    return goal === undefined ? [] : [{ name, goal }];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Whether any log has metrics at all: those of trackers, and earlier reports on them. */
export const hasMetrics = ({ table }: Ledger): boolean => table.tracked.length > 0 || table.reported.length > 0;

/** Rows that can have metrics. */
function* rowsIn({ tracked, reported }: JobTable): Generator<number> {
  yield* tracked.rows();
  yield* reported.rows();
}

/** The names of the metrics of the first runs; a tracker's own begin with `_`. */
function namesIn(table: JobTable): ReadonlySet<string> {
  const names = new Set<string>();
  let seen = 0;
  for (const row of rowsIn(table)) {
    if (seen++ >= LOOKED_AT) break;
    const reported = table.reported.at(row)?.metricName ?? '';
    const all = [
      ...Object.keys(metricsIn(table.tracked.at(row)?.metrics ?? '')),
      ...(reported === '' ? [] : [reported]),
    ];
    for (const name of all) if (!name.startsWith('_')) names.add(name);
  }
  return names;
}

function hasAny(table: JobTable, name: string): boolean {
  for (const row of rowsIn(table)) if (!Number.isNaN(metricAt(table, row, name))) return true;
  return false;
}

/** The last value of a metric of the run in a row; NaN where it has none, or none that is finite. */
export function metricAt({ tracked, reported }: JobTable, row: number, name: string): number {
  const before = reported.at(row);
  if (before !== undefined) return before.metricName === name ? before.metricValue : Number.NaN;
  const text = tracked.at(row)?.metrics ?? '';
  if (!text.includes(JSON.stringify(name))) return Number.NaN;
  const value = metricsIn(text)[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN;
}

const metricsIn = (text: string): Readonly<Record<string, unknown>> => (text === '' ? {} : JSON.parse(text));
