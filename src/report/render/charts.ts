import type { TopLevelSpec } from 'vega-lite';
import { type Html, html, trusted } from './html.ts';
import { embedded } from './live/embedded.ts';
import { type Drawing, loadPen, type Pen } from './pen.ts';

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

/** How charts are drawn. */
export interface Drawn {
  /** Whether they may come alive where scripts run. */
  readonly live?: boolean;
  /** Who draws; left out, it is done here. */
  readonly pen?: Pen | undefined;
}

const FRAMES: readonly Frame[] = [
  { width: 880, narrow: false },
  { width: 350, narrow: true },
];

/** Takes up the pen. What is drawn elsewhere is drawn while the page goes on. */
export async function loadCharts({ live = false, pen }: Drawn = {}): Promise<DrawChart> {
  const draw = pen ?? (await loadPen());
  /** The chart in one frame: its drawing, and behind it the block by which it may come alive. */
  const drawn = async (chart: Chart, frame: Frame): Promise<Html> => {
    const id = idOf(chart, frame);
    const drawing = await draw({ source: chart.spec(frame), id, narrow: frame.narrow, live });
    const picture = framed(chart, frame, drawing);
    return live ? html`${picture}${drawing.alive !== undefined && embedded('live', id, drawing.alive)}` : picture;
  };
  return async (chart) => html`${await Promise.all(FRAMES.map((frame) => drawn(chart, frame)))}`;
}

const idOf = ({ id }: Chart, { narrow }: Frame): string => `${id}-${narrow ? 'narrow' : 'wide'}`;

function framed(chart: Chart, frame: Frame, { viewBox, body }: Drawing): Html {
  const name = frame.narrow ? 'chart narrow' : 'chart wide';
  const role = body.includes('<a href=') ? 'group' : 'img'; // what is in an image no one can follow
  return html`<svg class="${name}" data-chart="${chart.id}" role="${role}" aria-label="${chart.label}" viewBox="${viewBox}">${trusted(body)}</svg>`;
}
