import type { View } from 'vega';
import type { Config, TopLevelSpec } from 'vega-lite';
import { type Html, html, trusted } from './html.ts';
import { deflated, embedded } from './live/embedded.ts';
import { liveFrame } from './live/live-chart.ts';
import { tidySvg } from './tidy-svg.ts';

/** The paper a chart is drawn on; each chart is drawn for a page and again for a phone. */
export interface Frame {
  /** Width of the whole drawing, px. */
  readonly width: number;
  readonly narrow: boolean;
}

export interface Chart {
  /** Unique on the page; ids inside the drawing begin with it. */
  readonly id: string;
  /** The drawing in a sentence, for those who do not see it. */
  readonly label: string;
  readonly spec: (frame: Frame) => TopLevelSpec;
}

/** Draws a chart as SVG that needs no script. */
export type DrawChart = (chart: Chart) => Promise<Html>;

const FRAMES: readonly Frame[] = [
  { width: 880, narrow: false },
  { width: 350, narrow: true },
];

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

/** Loads the drawing libraries (about 0.2 s, hence only when a page is made) and gives the pen. */
export async function loadCharts({ live = false }: { readonly live?: boolean } = {}): Promise<DrawChart> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  /** The chart in one frame: its drawing, and behind it the block by which it may come alive. */
  const drawn = async (chart: Chart, frame: Frame): Promise<Html> => {
    const source = chart.spec(frame);
    const compiled = compile(source, { config: CONFIG }).spec;
    const view = new vega.View(vega.parse(compiled), { renderer: 'none' });
    const svg = tidySvg(await view.toSVG(), idOf(chart, frame), !frame.narrow);
    const origin = originOf(view);
    view.finalize();
    const picture = framed(chart, frame, svg);
    if (!live) return picture;
    const alive = liveFrame({ source, compiled }, { size: sizeOf(svg.viewBox), origin }, vega);
    return html`${picture}${alive && embedded('live', idOf(chart, frame), deflated(JSON.stringify(alive)))}`;
  };
  return async (chart) => {
    const drawings: Html[] = [];
    for (const frame of FRAMES) drawings.push(await drawn(chart, frame));
    return html`${drawings}`;
  };
}

const idOf = ({ id }: Chart, { narrow }: Frame): string => `${id}-${narrow ? 'narrow' : 'wide'}`;

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

function framed(chart: Chart, frame: Frame, { viewBox, body }: ReturnType<typeof tidySvg>): Html {
  const name = frame.narrow ? 'chart narrow' : 'chart wide';
  const role = body.includes('<a href=') ? 'group' : 'img'; // what is in an image no one can follow
  return html`<svg class="${name}" data-chart="${chart.id}" role="${role}" aria-label="${chart.label}" viewBox="${viewBox}">${trusted(body)}</svg>`;
}
