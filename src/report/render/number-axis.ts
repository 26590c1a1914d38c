/** A number on an axis and how it is written there. */
interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Steps of an axis that a reader can count in, of any power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];
const MOST_TICKS = 5;

/** Round numbers from 0 up to the first that is not below `highest`; 0 and 1 where nothing is above 0. */
export function roundTicks(highest: number): number[] {
  if (!(highest > 0) || !Number.isFinite(highest)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(highest / MOST_TICKS));
  const step = (STEPS.find((factor) => factor * power * MOST_TICKS >= highest) ?? 10) * power;
  const count = Math.ceil(highest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Numbers of an axis as the page writes them: Vega's own formats know neither our currency nor our separators. */
export function numberAxis(values: readonly number[], format: (value: number) => string) {
  const ticks = values.map((at): Tick => ({ at, label: format(at) }));
  return { title: null, values: [...values], labelExpr: expressionOf(ticks), labelFlush: false as const };
}

/** The label of a tick as an expression for Vega: of figures, never of text from a log. */
const expressionOf = (ticks: readonly Tick[]): string =>
  ticks.reduceRight(
    (rest, { at, label }) => `abs(datum.value - ${at}) <= ${at * 1e-6} ? ${JSON.stringify(label)} : ${rest}`,
    `''`,
  );
