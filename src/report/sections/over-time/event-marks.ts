import type { ProjectEvent } from '../../../model/project-event.ts';
import type { Frame } from '../../render/charts.ts';
import type { Key } from '../../render/figure.ts';
import { grouped } from '../../render/format.ts';
import { html } from '../../render/html.ts';
import { shortened, visibleText } from '../../render/visible-text.ts';
import { isWithin, type Span } from './drawn-span.ts';
import { plotWidth, timeAxis } from './time-frame.ts';

/** Rows of labels above a chart. */
const MOST_ROWS = 3;
const ROW_PX = 15;
const CHARACTER_PX = 6.8;
const GAP_PX = 8;
const MOST_CHARACTERS = 30;

/** An event with the place of its label: in which row above the plot, on which side of its line. */
interface Placed {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly label: string;
  readonly row: number;
  readonly align: 'left' | 'right';
}

/** The lines of events for a chart over time, and how much room their labels need above it, px. */
export function eventMarks(events: readonly ProjectEvent[], span: Span, frame: Frame, height: number) {
  const placed = place(events, span, frame);
  const rows = [...new Set(placed.map(({ row }) => row))];
  const room = rows.length === 0 ? 0 : (Math.max(...rows) + 1) * ROW_PX;
  return { room, layers: rows.flatMap((row) => layersOf(placed, row, span, frame, height)) };
}

/** What the lines are, for a chart's legend; nothing where none is drawn. */
export const eventKeys = (events: readonly ProjectEvent[], span: Span): Key[] =>
  events.some(({ at }) => isWithin(span, at))
    ? [{ label: html`<a href="#events">what happened</a>`, colour: 'var(--accent)', dashes: '3 3' }]
    : [];

/** From the last to the first, lowest row first: so a label runs on above the lines of the events after it, and not across them. */
function place(events: readonly ProjectEvent[], span: Span, frame: Frame): Placed[] {
  const width = plotWidth(frame);
  const taken = Array.from({ length: MOST_ROWS }, () => Number.POSITIVE_INFINITY);
  const numbered = events.map((event, index) => ({ event, number: grouped(index + 1) }));
  const within = numbered.filter(({ event }) => isWithin(span, event.at)).reverse();
  return within.map(({ event, number }) => {
    const x = ((event.at - span[0]) / (span[1] - span[0])) * width;
    const note = visibleText(shortened(event.note, MOST_CHARACTERS));
    return {
      at: event.at * 1000,
      ...labelAt(x, frame.narrow ? [number] : [`${number} ${note}`, number], width, taken),
    };
  });
}

/** The first of the labels that has room. Where none has, the line stands alone, and the table says what it is. */
function labelAt(x: number, labels: readonly string[], width: number, taken: number[]): Omit<Placed, 'at'> {
  for (const label of labels) {
    const [from, to, align] = sideOf(x, label, width);
    const row = taken.findIndex((first) => to <= first);
    if (row < 0) continue;
    taken.fill(from, 0, row + 1); // what is lower would have this line through it
    return { label, row, align };
  }
  return { label: '', row: 0, align: 'left' };
}

/** Where a label begins and ends, px: right of its line, or left of it near the right edge. */
function sideOf(x: number, label: string, width: number): readonly [number, number, 'left' | 'right'] {
  const length = label.length * CHARACTER_PX + GAP_PX;
  return x + length > width && x > length ? [x - length, x, 'right'] : [x, x + length, 'left'];
}

function layersOf(placed: readonly Placed[], row: number, span: Span, frame: Frame, height: number) {
  const here = placed.filter((each) => each.row === row);
  const x = { field: 'at', ...timeAxis(frame, span) };
  const top = -row * ROW_PX;
  const text = (align: 'left' | 'right') => ({
    data: { values: here.filter((each) => each.align === align) },
    mark: {
      type: 'text' as const,
      align,
      dx: align === 'left' ? 4 : -4,
      baseline: 'bottom' as const,
      fontSize: 12,
      fill: 'var(--accent)',
      aria: false,
    },
    encoding: { x, y: { value: top - 1 }, text: { field: 'label', type: 'nominal' as const } },
  });
  return [
    {
      data: { values: here },
      mark: { type: 'rule' as const, strokeDash: [3, 3], strokeWidth: 1.25, color: 'var(--accent)', aria: false },
      encoding: { x, y: { value: top - ROW_PX + 3 }, y2: { value: height } },
    },
    text('left'),
    text('right'),
  ];
}
