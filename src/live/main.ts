import type { LiveFrame } from '../report/render/live/live-chart.ts';
import { LiveChart } from './live-chart.ts';
import { SharedStretch } from './stretch.ts';
import { stretchControls } from './stretch-controls.ts';
import type { Surroundings } from './telling.ts';
import { Tip } from './tip.ts';

const tip = new Tip();
const stretch = new SharedStretch();
const controlled = new WeakSet<Element>();

/**
 * Puts a living chart in the place of a drawing, which stays for print and for saving. Rejects, and leaves the drawing, where the
 * chart cannot be shown.
 *
 * @param text the chart's `LiveFrame` as JSON
 */
async function enliven(drawing: SVGElement, text: string): Promise<void> {
  const frame = JSON.parse(text) as LiveFrame;
  const figure = drawing.closest('figure');
  const box = document.createElement('div');
  box.className = `live ${drawing.classList.contains('narrow') ? 'narrow' : 'wide'}`;
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', drawing.getAttribute('aria-label') ?? '');
  const chart = new LiveChart(frame, { box, tip, around: surroundings(figure) });
  await chart.draw(pause);
  drawing.before(box);
  drawing.classList.add('replaced');
  box.dispatchEvent(new CustomEvent('redrawn', { bubbles: true }));
  if (!frame.isOverTime) return;
  await chart.follow(stretch);
  if (figure !== null && !controlled.has(figure)) addControls(figure);
}

/** Until the browser has done what waits: whatever a reader does is answered between the steps of making a chart. */
const pause = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done);
  });

/** What the figure says beside the drawing. */
function surroundings(figure: Element | null): Surroundings {
  const height = figure?.querySelector('.axis')?.textContent ?? '';
  const keys = [...(figure?.querySelectorAll('.legend li') ?? [])].map((key): [string, string] => {
    const swatch = key.querySelector('.swatch > *');
    return [swatch?.getAttribute('fill') ?? swatch?.getAttribute('stroke') ?? '', key.textContent?.trim() ?? ''];
  });
  return { height, legend: new Map(keys) };
}

function addControls(figure: Element): void {
  controlled.add(figure);
  const { element, update } = stretchControls(stretch);
  figure.querySelector('.figure-tools')?.prepend(element);
  figure.addEventListener('redrawn', update);
}

Object.assign(globalThis, { runledgerEnliven: enliven });
