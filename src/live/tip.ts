import type { Telling } from './telling.ts';

/** How far beside the pointer it stands, px. */
const BESIDE = 14;

/** The box beside the pointer. One serves all charts; what it says is text, whatever names hold. */
export class Tip {
  private readonly box = document.createElement('div');

  constructor() {
    this.box.className = 'tip';
    this.box.setAttribute('aria-hidden', 'true'); // the table behind the chart says the same to those who read by ear
    this.box.hidden = true;
    document.body.append(this.box);
  }

  /** Says something beside a place in the window, px. */
  show({ head, lines }: Telling, x: number, y: number): void {
    const rows = lines.map(({ label, value, colour }) => {
      const row = element('div', 'tip-line');
      row.append(swatch(colour), element('bdi', 'tip-label', label), element('b', '', value));
      return row;
    });
    this.box.replaceChildren(...(head === '' ? [] : [element('div', 'tip-head', head)]), ...rows);
    this.box.hidden = false;
    this.place(x, y);
  }

  hide(): void {
    this.box.hidden = true;
  }

  /** Beside the pointer, on the side where there is room. */
  private place(x: number, y: number): void {
    const { width, height } = this.box.getBoundingClientRect();
    const room = document.documentElement;
    const left = x + BESIDE + width > room.clientWidth ? x - BESIDE - width : x + BESIDE;
    const top = y + BESIDE + height > room.clientHeight ? y - BESIDE - height : y + BESIDE;
    this.box.style.left = `${Math.max(4, Math.min(left, room.clientWidth - width - 4))}px`;
    this.box.style.top = `${Math.max(4, top)}px`;
  }
}

function element(tag: string, name: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (name !== '') made.className = name;
  made.textContent = text;
  return made;
}

function swatch(colour: string | undefined): HTMLElement {
  const spot = element('span', 'tip-colour');
  if (colour !== undefined) spot.style.background = colour;
  return spot;
}
