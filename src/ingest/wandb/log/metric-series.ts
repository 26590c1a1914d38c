import type { PbfReader } from 'pbf';
import { parseTolerantJson } from '../tolerant-json.ts';
import { endOf, readItem } from './messages.ts';

/** Values of one metric in the order in which they were logged. */
export interface MetricSeries {
  /** Step of each value as the client counts them; NaN where it does not say. */
  readonly steps: number[];
  /** When it was logged, epoch seconds. */
  readonly times: number[];
  readonly values: number[];
}

/** More steps of one metric are left out. Our own judgement: a point each second for a month is 2.6 million. */
const MOST_POINTS = 4_000_000;

/** Takes some metrics out of the history of a run. */
export class ChosenMetrics {
  readonly series: ReadonlyMap<string, MetricSeries>;

  /** @param names of metrics; parts of nested ones joined by dots */
  constructor(names: readonly string[]) {
    this.series = new Map(names.map((name) => [name, { steps: [], times: [], values: [] }]));
  }

  /** @param pbf at the beginning of a history record's content, which goes to `end` */
  add(pbf: PbfReader, end: number): void {
    const row = new Map<string, number>();
    for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
      if (field !== 1) continue;
      const inner = endOf(pbf, end);
      const { key, json } = readItem(pbf, inner);
      if (this.series.has(key) || key === '_step' || key === '_timestamp')
        row.set(key, Number(parseTolerantJson(json) ?? Number.NaN));
      pbf.pos = inner;
    }
    for (const [name, { steps, times, values }] of this.series) {
      const value = row.get(name);
      if (value === undefined || values.length >= MOST_POINTS) continue;
      steps.push(row.get('_step') ?? Number.NaN);
      times.push(row.get('_timestamp') ?? Number.NaN);
      values.push(value);
    }
  }
}
