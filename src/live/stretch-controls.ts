import type { SharedStretch } from './stretch.ts';

/** Buttons that do by keyboard what dragging does, and say which stretch is shown. Hidden are those that would do nothing. */
export function stretchControls(stretch: SharedStretch): {
  readonly element: HTMLElement;
  readonly update: () => void;
} {
  const element = document.createElement('div');
  element.className = 'stretch';
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', 'Time shown');
  const button = (text: string, act: () => Promise<void>): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'small';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  };
  const whole = button('All', () => stretch.set(null));
  const zoomIn = button('Zoom in', () => stretch.scale(0.5));
  const others = [
    button('Zoom out', () => stretch.scale(2)),
    button('Earlier', () => stretch.shift(-0.5)),
    button('Later', () => stretch.shift(0.5)),
    whole,
  ];
  const shown = document.createElement('output');
  element.append(zoomIn, ...others, shown);
  const update = (): void => {
    if (stretch.isWhole && others.some((other) => other === document.activeElement)) zoomIn.focus();
    for (const other of others) other.hidden = stretch.isWhole;
    shown.textContent = stretch.isWhole ? 'Drag across the chart to look closer.' : stretch.words;
  };
  update();
  return { element, update };
}
