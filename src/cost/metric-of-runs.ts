import { AppError } from '../errors.ts';
import type { JobTable } from '../model/job-table.ts';
import type { Ledger } from '../model/ledger.ts';
import type { ChosenMetric, Goal } from '../model/trial.ts';
import type { TierInput } from './tier-choice.ts';

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
export function metricOf({ ledger, metric }: Pick<TierInput, 'ledger' | 'metric'>): ChosenMetric | undefined {
  const { table } = ledger;
  const names = namesIn(table, rowsIn(table));
  if (metric === undefined) return onlyOne([...names].filter((name) => HELD_OUT.test(name)));
  const { name } = metric;
  if (!hasAny(table, name))
    throw new AppError({ code: 'unknown-metric', name, known: [...names].sort().slice(0, MOST_NAMED) });
  const goal = metric.goal ?? goalOf(name);
  if (goal === undefined) throw new AppError({ code: 'goal-unknown', name });
  return { name, goal };
}

/**
 * The metric by which the runs in some rows are compared with each other: what the user names, where they have it and something says which way it is better; else what their sweep was told
 * to better; else the only one by the same rule.
 * Projects that compare by several metrics have one in each sweep.
 */
export function metricAmong(
  { ledger: { table }, metric }: Pick<TierInput, 'ledger' | 'metric'>,
  rows: readonly number[],
): ChosenMetric | undefined {
  if (metric !== undefined && rows.some((row) => !Number.isNaN(metricAt(table, row, metric.name)))) {
    const goal = metric.goal ?? goalOf(metric.name);
    if (goal !== undefined) return { name: metric.name, goal };
  }
  return ofSearch(table, rows) ?? onlyOne([...namesIn(table, rows)].filter((name) => HELD_OUT.test(name)));
}

/** What a tracker's sweep was told to better, where all of these runs are of sweeps that were told the same and some run has it. */
function ofSearch(table: JobTable, rows: readonly number[]): ChosenMetric | undefined {
  const told = rows.flatMap((row) => table.tracked.at(row) ?? []).filter(({ metricName }) => metricName !== '');
  const [first] = told;
  if (first === undefined || told.some(({ metricName }) => metricName !== first.metricName)) return undefined;
  const { metricName: name } = first;
  const goal = GOALS_OF_SEARCHES[told.find(({ metricGoal }) => metricGoal !== '')?.metricGoal ?? ''] ?? goalOf(name);
  const isLogged = rows.some((row) => !Number.isNaN(metricAt(table, row, name)));
  return goal === undefined || !isLogged ? undefined : { name, goal };
}

const GOALS_OF_SEARCHES: Readonly<Record<string, Goal>> = { minimize: 'min', maximize: 'max' };

/** How many metrics a message lists. */
const MOST_NAMED = 8;

function onlyOne(names: readonly string[]): ChosenMetric | undefined {
  const found = names.flatMap((name) => {
    const goal = goalOf(name);
    return goal === undefined ? [] : [{ name, goal }];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Whether any log has metrics at all: those of trackers, tables that state them, and earlier reports on them. */
export const hasMetrics = ({ table }: Ledger): boolean =>
  table.tracked.length + table.measured.length + table.reported.length > 0;

/** Rows that can have metrics. */
function* rowsIn({ tracked, measured, reported }: JobTable): Generator<number> {
  yield* tracked.rows();
  yield* measured.rows();
  yield* reported.rows();
}

/** The names of the metrics of the first runs; a tracker's own begin with `_`. */
function namesIn(table: JobTable, rows: Iterable<number>): ReadonlySet<string> {
  const names = new Set<string>();
  let seen = 0;
  for (const row of rows) {
    if (seen++ >= LOOKED_AT) break;
    const reported = table.reported.at(row)?.metricName ?? '';
    const all = [
      ...Object.keys(metricsIn(table.tracked.at(row)?.metrics ?? '')),
      ...table.measured.at(row).keys(),
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
export function metricAt({ tracked, measured, reported }: JobTable, row: number, name: string): number {
  const before = reported.at(row);
  if (before !== undefined) return before.metricName === name ? before.metricValue : Number.NaN;
  const text = tracked.at(row)?.metrics ?? '';
  if (text === '') return measured.valueAt(row, name);
  if (!text.includes(JSON.stringify(name))) return measured.valueAt(row, name);
  const value = metricsIn(text)[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN;
}

const metricsIn = (text: string): Readonly<Record<string, unknown>> => (text === '' ? {} : JSON.parse(text));
