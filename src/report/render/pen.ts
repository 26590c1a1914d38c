import type { View } from 'vega';
import type { Config, TopLevelSpec } from 'vega-lite';
import { deflated } from './live/embedded.ts';
import { liveFrame } from './live/live-chart.ts';
import { tidySvg } from './tidy-svg.ts';

/** What is to be drawn: plain data, so that another thread may draw it. */
export interface Sketch {
  readonly source: TopLevelSpec;
  /** Ids inside of the drawing begin with it. */
  readonly id: string;
  /** Whether it is for a phone, which shows no tooltips. */
  readonly narrow: boolean;
  /** Whether it may come alive where scripts run. */
  readonly live: boolean;
}

/** A drawing as SVG that needs no script: its box, and what stands in it. */
export interface Drawing {
  readonly viewBox: string;
  readonly body: string;
  /** What the page needs to let it come alive, deflated; absent where it cannot. */
  readonly alive?: string;
}

/** Draws with Vega-Lite, here or in another thread. The same sketch gives the same bytes. */
export type Pen = (sketch: Sketch) => Promise<Drawing>;

const GUIDE = { domainColor: 'var(--chart-axis)', tickColor: 'var(--chart-axis)', gridColor: 'var(--chart-grid)' };
const LABEL = {
  labelColor: 'var(--chart-text)',
  labelFontSize: 12,
  titleColor: 'var(--chart-text)',
  titleFontSize: 12,
};

/** Colours are variables of the style sheet, so one drawing serves light and dark. */
const CONFIG: Config = {
  background: 'transparent',
  view: { stroke: null },
  mark: { description: '' }, // else Vega-Lite makes one of field names and unrounded numbers
  axis: { ...GUIDE, ...LABEL, titleFontWeight: 'normal', labelPadding: 5, tickSize: 4 },
  axisX: { grid: false },
  axisY: { domain: false, ticks: false },
};

/** Loads the drawing libraries: about 0.2 s, hence only when something is to be drawn. */
export async function loadPen(): Promise<Pen> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  return async ({ source, id, narrow, live }) => {
    const compiled = compile(source, { config: CONFIG }).spec;
    const view = new vega.View(vega.parse(compiled), { renderer: 'none' });
    const svg = tidySvg(await view.toSVG(), id, !narrow);
    const origin = originOf(view);
    view.finalize();
    const alive = live ? liveFrame({ source, compiled }, { size: sizeOf(svg.viewBox), origin }, vega) : undefined;
    return alive === undefined ? svg : { ...svg, alive: deflated(JSON.stringify(alive)) };
  };
}

function originOf(view: View): readonly [number, number] {
  const [x = 0, y = 0] = view.origin();
  const padding = view.padding();
  const { left = 0, top = 0 } = typeof padding === 'object' ? padding : { left: padding, top: padding };
  return [x + left, y + top];
}

function sizeOf(viewBox: string): readonly [number, number] {
  const [, , width = 0, height = 0] = viewBox.split(' ').map(Number);
  return [width, height];
}
