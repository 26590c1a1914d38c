import type { CostedSweep } from '../../../model/facts.ts';
import type { BestTrial } from '../../../model/trial.ts';
import { secondsToHours } from '../../../model/units.ts';
import { bar } from '../../render/bar.ts';
import { amount, grouped, percent, significant, UNKNOWN } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { anchor, named } from '../../render/names.ts';
import { type Column, cell, type Row } from '../../render/table.ts';
import { day, duration } from '../../render/time.ts';
import { rentOf, told } from '../../render/told.ts';

const COLUMNS: readonly Column[] = [
  { head: 'Sweep', kind: 'prose' },
  { head: 'Kind' },
  { head: 'Start' },
  { head: 'Duration', kind: 'number' },
  { head: 'Attempts', kind: 'number' },
  { head: 'Runs', kind: 'number' },
  { head: 'GPU-hours', kind: 'number', sorted: 'descending' },
  { head: 'Cloud rent', kind: 'number' },
  { head: 'Coverage', kind: 'number' },
  { head: 'Confidence', kind: 'number' },
];
const BEST: Column = { head: 'Best', kind: 'number' };
const FIGURES = 4;

/** The columns of the table; with that of the best runs only where any is known. */
export const columnsOf = (hasBest: boolean): readonly Column[] => (hasBest ? [...COLUMNS, BEST] : COLUMNS);

export interface RowParts {
  /** GPU-hours that fill the bar. */
  readonly largest: number;
  readonly hasBest: boolean;
  readonly best: BestTrial | undefined;
  readonly card: Html;
}

/** A sweep as a row of the table, with its card below. */
export function sweepRow(
  { sweep, usage, costs, start, end }: CostedSweep,
  { largest, hasBest, best, card }: RowParts,
): Row {
  const hours = secondsToHours(end - start);
  const cells = [
    cell(html`<a href="#${anchor(sweep.id)}">${sweep.id}</a><span class="name">${named(sweep.name)}</span>`),
    cell(sweep.kind),
    cell(day(start), start),
    cell(duration(hours), sortable(hours)),
    counting(usage.attempts),
    counting(sweep.runs),
    cell(
      html`${told(usage, usage.gpuHours, amount(usage.gpuHours))}${usage.gpuHours > 0 && bar(usage.gpuHours / largest)}`,
      sortable(usage.gpuHours),
    ),
    cell(rentOf(usage, costs), sortable(costs.cloudUsd.value)),
    cell(percent(sweep.coverage), sortable(sweep.coverage)),
    cell(percent(sweep.confidence), sweep.confidence),
  ];
  return { cells: hasBest ? [...cells, bestCell(best)] : cells, below: card };
}

/** Enough figures to sort by. */
const sortable = (value: number): number => Number(value.toPrecision(7));

/** A count; below a thousand it is sorted by as it stands. */
const counting = (count: number) => (count < 1000 ? cell(String(count)) : cell(grouped(count), count));

const bestCell = (best: BestTrial | undefined) =>
  best === undefined
    ? cell(UNKNOWN, Number.NaN)
    : cell(
        html`${significant(best.trial.metric, FIGURES)}<span class="name">${named(best.metric.name, 30)}</span>`,
        best.trial.metric,
      );
