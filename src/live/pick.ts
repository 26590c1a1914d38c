import type { Item } from 'vega-scenegraph';
import type { LiveView, PlacedMark } from './live-view.ts';

/** How near the pointer must come to a mark to mean it, px; half of what a finger covers for what is small. */
const NEAR: Readonly<Record<string, number>> = { rect: 6, symbol: 10, arc: 0, rule: 4 };
/** Marks of which one path shows many points. */
const PATHS = new Set(['area', 'line', 'trail']);

/** What is under the pointer: one mark, or of every line and area the point where the pointer is. */
export type Picked = { readonly one: Item } | { readonly across: readonly Point[] };

/** A point of a line or area, and of steps the point that ends its step. */
export interface Point {
  readonly item: Item;
  readonly until?: Item;
}

/** What a reader points at, by a place in the plot, px. */
export function pick(view: LiveView, x: number, y: number): Picked | undefined {
  const marks = [...view.marks()];
  const one = nearest(marks, x, y);
  if (one !== undefined) return { one };
  const across = marks.flatMap((placed) => (PATHS.has(placed.mark.marktype) ? pointAt(placed, x) : []));
  return across.length > 0 ? { across } : undefined;
}

/** Of the marks near the pointer the nearest; of those drawn over each other the upper. */
function nearest(marks: readonly PlacedMark[], x: number, y: number): Item | undefined {
  let found: Item | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { mark, left, top } of marks) {
    const near = NEAR[mark.marktype];
    if (near === undefined) continue;
    for (const item of mark.items) {
      const away = distance(item, x - left, y - top);
      if (away <= near && away <= least) [found, least] = [item, away];
    }
  }
  return found;
}

function distance({ bounds }: Item, x: number, y: number): number {
  const across = Math.max(bounds.x1 - x, 0, x - bounds.x2);
  return Math.hypot(across, Math.max(bounds.y1 - y, 0, y - bounds.y2));
}

/** The point of a line that holds at `x`: of steps the one that began them, else the nearest. */
function pointAt({ mark, left }: PlacedMark, x: number): readonly Point[] {
  const points = mark.items.filter((item) => item.x !== undefined).sort((a, b) => Number(a.x) - Number(b.x));
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const at = x - left;
  if (at < Number(first.x) - 1 || at > Number(last.x) + 1) return [];
  const before = points.findLast((item) => Number(item.x) <= at) ?? first;
  const after = points.find((item) => Number(item.x) > at) ?? before;
  if (first.interpolate === 'step-after') return [{ item: before, until: after }];
  return [{ item: Number(after.x) - at < at - Number(before.x) ? after : before }];
}
