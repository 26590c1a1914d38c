import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  halvesOf,
  monthsOf,
  nextMonth,
  planWindows,
  type Window,
  windowName,
} from '../../../src/cli/collect/windows.ts';

const at = (text: string): number => Date.parse(`${text}Z`) / 1000;
const DAY = 86_400;

/** Any span between 2000 and 2040, mostly of some months, to the second. */
const spans = fc
  .tuple(
    fc.integer({ min: at('2000-01-01T00:00:00'), max: at('2040-01-01T00:00:00') }),
    fc.integer({ min: 1, max: 900 * DAY }),
  )
  .map(([start, length]): Window => ({ start, end: start + length }));

function expectTiling(windows: readonly Window[], { start, end }: Window): void {
  expect(windows[0]?.start).toBe(start);
  expect(windows.at(-1)?.end).toBe(end);
  for (const [index, window] of windows.entries()) {
    expect(window.end).toBeGreaterThan(window.start);
    if (index > 0) expect(window.start).toBe(windows[index - 1]?.end);
  }
}

describe('months', () => {
  it('tile any span without gap or overlap, and none reaches over the first of a month', () => {
    fc.assert(
      fc.property(spans, (span) => {
        const windows = monthsOf(span);
        expectTiling(windows, span);
        for (const { start, end } of windows) expect(end).toBeLessThanOrEqual(nextMonth(start));
      }),
    );
  });

  it('tile it whatever was halved earlier', () => {
    fc.assert(
      fc.property(spans, fc.func(fc.boolean()), (span, wasSaved) => {
        expectTiling(planWindows(span, wasSaved), span);
      }),
    );
  });

  it('begin on the first, in leap years too', () => {
    const windows = monthsOf({ start: at('2023-12-31T12:00:00'), end: at('2024-03-02T00:00:00') });
    expect(windows.map(windowName)).toEqual([
      '2023-12-31T120000-to-2024-01-01',
      '2024-01',
      '2024-02',
      '2024-03-01-to-2024-03-02',
    ]);
  });

  it('have names of their own', () => {
    fc.assert(
      fc.property(spans, spans, (one, other) => {
        expect(windowName(one) === windowName(other)).toBe(one.start === other.start && one.end === other.end);
      }),
    );
  });
});

describe('halves', () => {
  it('tile a window and meet at a midnight, until a day is left', () => {
    fc.assert(
      fc.property(spans, (window) => {
        const halves = halvesOf(window);
        if (halves === undefined) expect(window.end - window.start).toBeLessThanOrEqual(DAY);
        else {
          expectTiling(halves, window);
          expect(halves[0].end % DAY).toBe(0);
        }
      }),
    );
  });

  it('that were saved are planned again instead of the month', () => {
    const known = new Set(['2024-03-16-to-2024-04-01', '2024-03-01-to-2024-03-08']);
    const plan = planWindows({ start: at('2024-03-01T00:00:00'), end: at('2024-05-01T00:00:00') }, (window) =>
      known.has(windowName(window)),
    );
    expect(plan.map(windowName)).toEqual([
      '2024-03-01-to-2024-03-08',
      '2024-03-08-to-2024-03-16',
      '2024-03-16-to-2024-04-01',
      '2024-04',
    ]);
  });
});
