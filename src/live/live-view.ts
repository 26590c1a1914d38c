import { Dataflow, type Operator, transforms } from 'vega-dataflow';
import { locale } from 'vega-format';
import { expressionInterpreter } from 'vega-interpreter';
import { type Context, context, type Scale } from 'vega-runtime';
import { type Item, type Mark, Scenegraph, SVGRenderer } from 'vega-scenegraph';
import type { LiveFrame } from '../report/render/live/live-chart.ts';
import { FUNCTIONS } from './expression-functions.ts';
import { TRANSFORMS } from './transforms.ts';

Object.assign(transforms, TRANSFORMS);

/** No chart of ours loads anything, and none may. */
const NO_LOADER = { load: refuse, sanitize: refuse };

function refuse(): Promise<never> {
  return Promise.reject(new Error('charts load nothing'));
}

/** A mark, and where in the plot the group begins that it is drawn in, px. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly left: number;
  readonly top: number;
}

/**
 * A chart's dataflow with the SVG that it draws into: what Vega's own View does for us, without its event streams, its canvas and
 * the compiler of expressions, which a strict policy of content forbids.
 */
export class LiveView extends Dataflow {
  readonly frame: LiveFrame;
  private readonly parsed: Context;
  private readonly renderer: SVGRenderer;
  private readonly scene = new Scenegraph();
  private failure: unknown;

  // What Vega's transforms look for on a view. The size is settled before the chart comes here.
  readonly _signals: Context['signals'];
  readonly _autosize = 0;

  constructor(frame: LiveFrame, element: Element) {
    super();
    this.frame = frame;
    this.loader(NO_LOADER);
    this.logger(this.keepingErrors());
    if (frame.flow.locale !== undefined) this.locale(locale(frame.flow.locale.number, frame.flow.locale.time));
    this.parsed = context(this, transforms, FUNCTIONS, expressionInterpreter).parse(frame.flow);
    this._signals = this.parsed.signals;
    const { root } = this.scene;
    this.parsed.root?.set(root);
    const rootData = this.parsed.data.root?.input as Operator & { source?: unknown };
    (root as { source?: unknown }).source = rootData;
    this.pulse(rootData, this.changeset().insert(root.items));
    this.renderer = new SVGRenderer(NO_LOADER).initialize(element, frame.size[0], frame.size[1], frame.origin);
  }

  /**
   * Runs what has changed and draws it; throws what Vega would only have written on the console.
   *
   * @param pause is waited for between the two, so that a large chart does not hold up the page
   */
  async show(pause?: () => Promise<void>): Promise<void> {
    await this.runAsync();
    await pause?.();
    await this.renderer.renderAsync(this.scene.root);
    if (this.failure !== undefined) throw this.failure;
  }

  /** The time that is shown, ms from 1970; all of it for null. */
  async zoom(domain: readonly [number, number] | null): Promise<void> {
    const signal = this._signals.zoom;
    if (signal === undefined) return;
    this.update(signal, domain);
    await this.show();
  }

  /** The scale of the horizontal axis. */
  get across(): Scale | undefined {
    return this.parsed.scales.x?.value;
  }

  /** Every mark that shows data. */
  *marks(): Generator<PlacedMark> {
    yield* marksWithin(this.scene.root, 0, 0);
  }

  // Called by Vega's transforms.
  dirty(item: Item): void {
    this.renderer.dirty(item);
  }

  scenegraph(): Scenegraph {
    return this.scene;
  }

  padding(): object {
    return { left: 0, right: 0, top: 0, bottom: 0 };
  }

  private keepingErrors(): object {
    const silent = { level: () => silent, warn: () => silent, info: () => silent, debug: () => silent };
    return {
      ...silent,
      error: (error: unknown) => {
        this.failure ??= error;
      },
    };
  }
}

function* marksWithin(mark: Mark, left: number, top: number): Generator<PlacedMark> {
  if (mark.marktype !== 'group') {
    if (mark.role === 'mark') yield { mark, left, top };
    return;
  }
  for (const group of mark.items) {
    for (const child of group.items ?? []) yield* marksWithin(child, left + (group.x ?? 0), top + (group.y ?? 0));
  }
}
