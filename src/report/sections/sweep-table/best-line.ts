import type { BestTrial, SweepTrials } from '../../../model/trial.ts';
import { counted, significant } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { named } from '../../render/names.ts';
import { OUTCOMES } from '../../render/outcome.ts';

const MOST_VALUES = 8;
const FIGURES = 5;

/** The best run in a sentence: `Best of 24 runs: val_acc 0.8431 (higher is better), run abc, with lr 0.1, dropout 0.5.` */
export function bestLine(
  { trial, metric, among }: BestTrial,
  runId: string,
  { parameters }: Pick<SweepTrials, 'parameters'>,
): Html {
  const outcome = OUTCOMES[trial.state];
  const values = parameters.flatMap(({ key, values: all }, index) => {
    const value = all[trial.values[index] as number];
    return value === undefined ? [] : [html`${named(key, 40)} <b>${named(value, 40)}</b>`];
  });
  const tried = values.slice(0, MOST_VALUES).map((value, index) => html`${index > 0 && ', '}${value}`);
  const left = values.length - MOST_VALUES;
  return html`<p>Best of ${counted(among, 'run')} with ${named(metric.name, 60)} (${metric.goal === 'min' ? 'lower' : 'higher'} is better): <b>${significant(trial.metric, FIGURES)}</b>,
run ${named(runId, 60)}${outcome.isLost && `, which did not finish (${outcome.label})`}${values.length > 0 && html`, with ${tried}${left > 0 && ` and ${left} more`}`}.</p>`;
}
