import type { Diagnostics } from '../model/diagnostic.ts';
import type { Ledger } from '../model/ledger.ts';
import type { OutputMetric } from '../model/output-metric.ts';

/** Takes over what output files of jobs say of a metric, and says how many told it. */
export function noteOutputs(
  { table, row, wall }: Ledger,
  { name, valueAt }: OutputMetric,
  diagnostics: Diagnostics,
): void {
  const values = new Map<number, number>();
  let [silent, missing] = [0, 0];
  row.forEach((at, attempt) => {
    if (!((wall[attempt] as number) > 0)) return;
    const value = valueAt(table, at);
    if (value === undefined) missing++;
    else if (Number.isNaN(value)) silent++;
    else values.set(at, value);
  });
  table.measured.note(name, values);
  const note = (rule: string, isBad: boolean, message: string, count: number): void => {
    if (count > 0) diagnostics.note(rule, isBad ? 'warning' : 'info', message, undefined, count);
  };
  note('metric-read', false, 'attempts whose output file told the metric that the configuration asks for', values.size);
  note(
    'metric-silent',
    values.size === 0,
    'attempts in whose output file the pattern for the metric found no number',
    silent,
  );
  note(
    'metric-no-file',
    values.size === 0,
    'attempts that ran and have no output file where the configuration looks for the metric',
    missing,
  );
}
