import type { Item } from 'vega-scenegraph';
import type { LiveFrame } from '../report/render/live/live-chart.ts';
import { LiveView } from './live-view.ts';
import { Overlay } from './overlay.ts';
import { pick } from './pick.ts';
import type { SharedStretch, Stretch } from './stretch.ts';
import { type Surroundings, Teller } from './telling.ts';
import type { Tip } from './tip.ts';
import { writeNumbers } from './written.ts';

/** Less than this, a drag is a click, px. */
const LEAST_DRAG = 6;

interface Place {
  /** px of the plot. */
  readonly x: number;
  readonly y: number;
}

/** A chart that answers to the pointer. */
export class LiveChart {
  readonly box: HTMLElement;
  private readonly view: LiveView;
  private readonly overlay: Overlay;
  private readonly tip: Tip;
  private readonly teller: Teller;
  private begun: number | undefined;
  private hot: Item | undefined;
  /** Whether the click that ends a drag is still to come. */
  private hasDragged = false;

  constructor(frame: LiveFrame, { box, tip, around }: { box: HTMLElement; tip: Tip; around: Surroundings }) {
    this.box = box;
    this.tip = tip;
    this.teller = new Teller(frame, around);
    const stage = document.createElement('div');
    this.view = new LiveView(frame, stage);
    box.append(stage);
    this.overlay = new Overlay(box, frame.size);
    box.addEventListener('pointermove', (event) => this.look(event));
    box.addEventListener('pointerdown', (event) => this.look(event));
    box.addEventListener('pointerleave', () => this.leave());
    box.addEventListener('click', (event) => this.open(event));
  }

  /** @param pause is waited for between steps */
  async draw(pause: () => Promise<void>): Promise<void> {
    await pause();
    await this.view.show(pause);
    await pause();
    writeNumbers(this.box);
    const drawing = this.box.querySelector('svg');
    drawing?.setAttribute('aria-hidden', 'true'); // the box carries the label
    drawing?.removeAttribute('width');
    drawing?.removeAttribute('height');
  }

  /** Lets a stretch of time be chosen by dragging, and shows what is chosen in any chart. */
  async follow(stretch: SharedStretch): Promise<void> {
    const { box } = this;
    box.classList.add('drags');
    box.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      this.begun = this.placeOf(event).x;
      box.setPointerCapture(event.pointerId);
    });
    box.addEventListener('pointerup', (event) => this.endDrag(stretch, this.placeOf(event).x));
    box.addEventListener('pointercancel', () => this.endDrag(stretch, undefined));
    box.addEventListener('dblclick', () => stretch.set(null));
    const [start = 0, end = 0] = (this.view.across?.domain() ?? []).map(Number);
    await stretch.join({ whole: [start, end], follow: (to) => this.showStretch(to) });
  }

  private async showStretch(to: Stretch | null): Promise<void> {
    this.leave();
    await this.view.zoom(to);
    writeNumbers(this.box);
    this.box.dispatchEvent(new CustomEvent('redrawn', { bubbles: true }));
  }

  private look(event: PointerEvent): void {
    const { x, y } = this.placeOf(event);
    const [left] = this.view.frame.origin;
    if (this.begun !== undefined) this.overlay.choose([this.begun + left, this.inPlot(x) + left]);
    const picked = pick(this.view, x, y);
    const telling = picked && this.teller.tell(picked);
    this.heat(picked !== undefined && 'one' in picked ? picked.one : undefined);
    this.overlay.pointAt(picked !== undefined && 'across' in picked ? x + left : undefined);
    if (telling === undefined) this.tip.hide();
    else this.tip.show(telling, event.clientX, event.clientY);
  }

  private leave(): void {
    this.tip.hide();
    this.heat(undefined);
    this.overlay.pointAt(undefined);
  }

  /** Sets off the mark that is spoken of. */
  private heat(item: Item | undefined): void {
    if (item === this.hot) return;
    this.hot?._svg?.classList.remove('hot');
    item?._svg?.classList.add('hot');
    this.hot = item;
    this.box.classList.toggle('leads', item?.href !== undefined);
  }

  private endDrag(stretch: SharedStretch, x: number | undefined): void {
    const { begun } = this;
    this.begun = undefined;
    this.overlay.choose(undefined);
    const scale = this.view.across;
    if (begun === undefined || x === undefined || scale?.invert === undefined) return;
    const ends = [this.inPlot(begun), this.inPlot(x)].sort((a, b) => a - b);
    this.hasDragged = Number(ends[1]) - Number(ends[0]) >= LEAST_DRAG;
    if (!this.hasDragged) return;
    void stretch.set([Number(scale.invert(Number(ends[0]))), Number(scale.invert(Number(ends[1])))]);
  }

  /** Follows the link of a mark, to a place on this page alone. */
  private open(event: MouseEvent): void {
    if (this.hasDragged) {
      this.hasDragged = false;
      return;
    }
    const { x, y } = this.placeOf(event);
    const picked = pick(this.view, x, y);
    const href = picked !== undefined && 'one' in picked ? picked.one.href : undefined;
    if (href?.startsWith('#')) location.hash = href;
  }

  /** Where in the plot an event happened; the drawing may be shown at any width. */
  private placeOf({ clientX, clientY }: MouseEvent): Place {
    const { left, top, width } = this.box.getBoundingClientRect();
    const { size, origin } = this.view.frame;
    const scale = size[0] / width;
    return { x: (clientX - left) * scale - origin[0], y: (clientY - top) * scale - origin[1] };
  }

  private inPlot(x: number): number {
    const [from = 0, to = 0] = this.view.across?.range() ?? [];
    return Math.min(Math.max(x, from), to);
  }
}
