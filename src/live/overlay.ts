const SVG = 'http://www.w3.org/2000/svg';

/** Over a chart: a line where the pointer stands, and the stretch that is being chosen. */
export class Overlay {
  private readonly hair = document.createElementNS(SVG, 'rect');
  private readonly choice = document.createElementNS(SVG, 'rect');

  constructor(over: Element, [width, height]: readonly [number, number]) {
    const drawing = document.createElementNS(SVG, 'svg');
    drawing.setAttribute('class', 'over');
    drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    drawing.setAttribute('aria-hidden', 'true');
    this.hair.setAttribute('class', 'hair');
    this.choice.setAttribute('class', 'choice');
    for (const rect of [this.hair, this.choice]) rect.setAttribute('height', String(height));
    drawing.append(this.choice, this.hair);
    over.append(drawing);
  }

  /** The line at `x`, px of the drawing; none for undefined. */
  pointAt(x: number | undefined): void {
    span(this.hair, x ?? 0, x === undefined ? 0 : 1);
  }

  /** The stretch between two places, px of the drawing; none for undefined. */
  choose(ends: readonly [number, number] | undefined): void {
    const [from, to] = ends ?? [0, 0];
    span(this.choice, Math.min(from, to), Math.abs(to - from));
  }
}

function span(rect: SVGElement, x: number, width: number): void {
  rect.setAttribute('x', String(x));
  rect.setAttribute('width', String(width));
}
