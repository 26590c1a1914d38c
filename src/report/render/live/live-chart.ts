import type { Spec } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import { LIVE_FUNCTIONS, LIVE_TRANSFORMS } from './live-support.ts';
import { type ShownField, shownFields } from './shown-fields.ts';
import { withZoom } from './with-zoom.ts';

/** A dataflow of Vega: its operators, and how numbers and dates are written where not as in English. */
export interface Flow {
  readonly operators: readonly unknown[];
  readonly locale?: { readonly number?: object; readonly time?: object };
}

/** All that the page needs to let a drawing come alive. */
export interface LiveFrame {
  readonly flow: Flow;
  /** Width and height of the drawing, px. */
  readonly size: readonly [number, number];
  /** Where in it the plot begins, px. */
  readonly origin: readonly [number, number];
  /** What is told of a mark, in this order. */
  readonly fields: readonly ShownField[];
  /** Whether time runs across it, so that a stretch can be looked at. */
  readonly isOverTime: boolean;
}

/** What of Vega is needed here; handed in, as it is loaded late. */
export interface VegaParts {
  readonly parse: (spec: Spec, config: undefined, options: { readonly ast: true }) => object;
  readonly read: (data: never, format: never) => unknown;
}

/**
 * A compiled chart as the dataflow that runs in the page, its expressions as trees: nothing is left to parse or to compile there.
 * Undefined for a chart that needs more than the runtime in the page can do.
 */
export function liveFrame(
  chart: { readonly source: TopLevelSpec; readonly compiled: Spec },
  place: Pick<LiveFrame, 'size' | 'origin'>,
  { parse, read }: VegaParts,
): LiveFrame | undefined {
  const { spec, isOverTime } = withZoom(chart.compiled);
  const { operators, locale } = parse(spec, undefined, { ast: true }) as Flow;
  const flow = tidied({ operators, ...(locale && { locale }) }, read) as Flow;
  if (!isSupported(flow)) return undefined;
  return { flow, ...place, fields: shownFields(chart.source), isOverTime };
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Data as they are after reading, and of expressions the tree alone. */
function tidied(value: unknown, read: VegaParts['read'], under = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => tidied(entry, read));
  if (!isNode(value)) return value;
  if ('$ingest' in value) return read(value.$ingest as never, value.$format as never);
  const kept = Object.entries(value).filter(([key]) => !isSpare(key, value, under));
  return Object.fromEntries(kept.map(([key, entry]) => [key, tidied(entry, read, key)]));
}

/** The text of an expression is needed only where Vega knows parameters by it. */
const isSpare = (key: string, of: Node, under: string): boolean =>
  (key === 'code' && 'ast' in of && under !== '$expr') || (key === 'raw' && of.type === 'Literal');

function isSupported({ operators }: Flow): boolean {
  const known = (operators as readonly Node[]).every(
    ({ type }) => type === undefined || LIVE_TRANSFORMS.has(String(type).toLowerCase()),
  );
  return known && [...calledIn(operators)].every((name) => LIVE_FUNCTIONS.has(name.replace(/^_/, '')));
}

/** The functions that expressions call. */
function* calledIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const entry of value) yield* calledIn(entry);
  else if (isNode(value)) {
    if (value.type === 'CallExpression') yield String((value.callee as Node).name);
    for (const entry of Object.values(value)) if (isNode(entry)) yield* calledIn(entry);
  }
}
