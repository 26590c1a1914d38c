import type { Config, TopLevelSpec } from 'vega-lite';
import { type Html, html, trusted } from './html.ts';
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
  axis: { ...GUIDE, ...LABEL, titleFontWeight: 'normal', labelPadding: 5, tickSize: 4 },
  axisX: { grid: false },
  axisY: { domain: false, ticks: false },
};

/** Loads the drawing libraries (about 0.2 s, hence only when a page is made) and gives the pen. */
export async function loadCharts(): Promise<DrawChart> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const draw = async (spec: TopLevelSpec): Promise<string> => {
    const view = new vega.View(vega.parse(compile(spec, { config: CONFIG }).spec), { renderer: 'none' });
    const svg = await view.toSVG();
    view.finalize();
    return svg;
  };
  return async (chart) => {
    const drawings: Html[] = [];
    for (const frame of FRAMES) drawings.push(framed(chart, frame, await draw(chart.spec(frame))));
    return html`${drawings}`;
  };
}

function framed(chart: Chart, frame: Frame, svg: string): Html {
  const id = `${chart.id}-${frame.narrow ? 'narrow' : 'wide'}`;
  const { viewBox, body } = tidySvg(svg, id);
  const name = frame.narrow ? 'chart narrow' : 'chart wide';
  const role = body.includes('<a href=') ? 'group' : 'img'; // what is in an image no one can follow
  return html`<svg class="${name}" role="${role}" aria-label="${chart.label}" viewBox="${viewBox}">${trusted(body)}</svg>`;
}
