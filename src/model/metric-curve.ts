import { NumberColumn } from './number-column.ts';
import { SparseRows } from './sparse-rows.ts';

/** How a metric went while a run ran, in order. At most {@link MOST_POINTS} points; each stands for those since the one before it. */
export interface MetricCurve {
  /** Step of each point as the tracker counts them; NaN where it does not say. */
  readonly steps: ArrayLike<number>;
  /** Epoch seconds. */
  readonly times: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** Kept of each run. Our own judgement: rungs and medians are read off to half a percent of a run. */
const MOST_POINTS = 200;

/** The curves of one metric, of those rows of a table that have one. */
export class MetricCurves {
  readonly #rows = new SparseRows();
  readonly #ends = new NumberColumn(Uint32Array);
  readonly #points = { steps: new NumberColumn(), times: new NumberColumn(), values: new NumberColumn() };

  get length(): number {
    return this.#rows.length;
  }

  /** @param row of the table; greater than those pushed before. Of more than {@link MOST_POINTS} points the last of each of as many equal parts is kept. */
  push(row: number, curve: MetricCurve): void {
    const count = curve.values.length;
    if (count === 0) return;
    const kept = Math.min(count, MOST_POINTS);
    for (let part = 1; part <= kept; part++) {
      const at = Math.ceil((part * count) / kept) - 1;
      for (const name of ['steps', 'times', 'values'] as const) this.#points[name].push(curve[name][at] as number);
    }
    this.#rows.push(row);
    this.#ends.push(this.#points.values.length);
  }

  /** Undefined for a row without one. */
  at(row: number): MetricCurve | undefined {
    const entry = this.#rows.find(row);
    if (entry < 0) return undefined;
    const [from, to] = [entry === 0 ? 0 : this.#ends.at(entry - 1), this.#ends.at(entry)];
    const part = (column: NumberColumn): number[] =>
      Array.from({ length: to - from }, (_, point) => column.at(from + point));
    const { steps, times, values } = this.#points;
    return { steps: part(steps), times: part(times), values: part(values) };
  }
}
