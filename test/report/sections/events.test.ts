import { describe, expect, it } from 'vitest';
import type { ProjectEvent } from '../../../src/model/project-event.ts';
import type { Frame } from '../../../src/report/render/charts.ts';
import type { Html } from '../../../src/report/render/html.ts';
import { drawnSpan } from '../../../src/report/sections/over-time/drawn-span.ts';
import { eventKeys, eventMarks } from '../../../src/report/sections/over-time/event-marks.ts';
import { eventTable, heldUntil } from '../../../src/report/sections/over-time/event-table.ts';
import { emptyFacts, sampleFacts } from '../../support/sample-facts.ts';
import { textOf } from './text-of.ts';

const DAY = 86_400;
const facts = sampleFacts();
const START = facts.timeline.start;
const event = (day: number, note = 'a note'): ProjectEvent => ({
  at: START + day * DAY,
  local: START + day * DAY + 3600,
  isDay: false,
  note,
});
const wide: Frame = { width: 880, narrow: false };
const narrow: Frame = { width: 350, narrow: true };

interface Mark {
  readonly data: { readonly values: readonly { readonly at: number; readonly label: string; readonly row: number }[] };
  readonly mark: { readonly type: string };
}

/** What stands at each line, by day. */
function labelsOf(events: readonly ProjectEvent[], frame: Frame) {
  const { layers } = eventMarks(events, drawnSpan({ ...facts, events }), frame, 100);
  const lines = (layers as unknown as Mark[]).filter(({ mark }) => mark.type === 'rule');
  return lines
    .flatMap(({ data }) => data.values)
    .map(({ at, label, row }) => ({ day: (at / 1000 - START) / DAY, label, row }))
    .sort((a, b) => a.day - b.day);
}

describe('the time that is drawn', () => {
  it('is that of the GPUs and the sweeps, and of what happened shortly before or after', () => {
    const [start, end] = drawnSpan({ ...facts, events: [] });
    expect([start, end]).toEqual([START, START + 172 * DAY]);
    expect(drawnSpan({ ...facts, events: [event(-10), event(185)] })).toEqual([START - 10 * DAY, START + 185 * DAY]);
    expect(drawnSpan({ ...facts, events: [event(-400), event(500)] })).toEqual([start, end]);
  });

  it('is some time even where nothing is known', () => {
    const [start, end] = drawnSpan(emptyFacts());
    expect(end).toBeGreaterThan(start);
  });
});

describe('what happened, in the charts', () => {
  it('has a line each, with number and note; a narrow chart has the numbers alone', () => {
    const events = [event(20, 'deadline'), event(100, 'x'.repeat(90))];
    expect(labelsOf(events, wide)).toEqual([
      { day: 20, label: '1 deadline', row: 0 },
      { day: 100, label: `2 ${'x'.repeat(30)}…`, row: 0 },
    ]);
    expect(labelsOf(events, narrow).map(({ label }) => label)).toEqual(['1', '2']);
  });

  it('sets labels that would meet above each other, the earlier higher, so that no line runs through one', () => {
    const found = labelsOf([event(50, 'one'), event(52, 'two'), event(54, 'three')], wide);
    expect(found.map(({ label, row }) => [label, row])).toEqual([
      ['1 one', 2],
      ['2 two', 1],
      ['3 three', 0],
    ]);
  });

  it('keeps the line where there is no room for a label', () => {
    const events = Array.from({ length: 60 }, (_, index) => event(50 + index / 10));
    const found = labelsOf(events, wide);
    expect(found).toHaveLength(60);
    expect(found.some(({ label }) => label === '')).toBe(true);
  });

  it('leaves out what is not in the time that is drawn, and numbers the others as the table does', () => {
    const events = [event(-400, 'before'), event(20, 'deadline')];
    expect(labelsOf(events, wide).map(({ label }) => label)).toEqual(['2 deadline']);
    const text = textOf(eventTable({ ...facts, events }) as Html);
    expect(text).toContain('before (not in the time that is drawn)');
    expect(eventKeys([event(-400)], drawnSpan(facts))).toEqual([]);
  });
});

describe('the table of what happened', () => {
  it('has the time on the project’s clock and the GPU-hours until then', () => {
    const text = textOf(
      eventTable({
        ...facts,
        events: [event(172, 'the end')],
        clock: { zone: 'Europe/Berlin', isOfLogs: false },
      }) as Html,
    );
    expect(text).toContain('by Europe/Berlin');
    expect(text).toContain('1 28 Nov 2017 01:00 the end 239,942100%'); // 9 June 2017 and 172 days; an hour ahead
  });

  it('is not there when nothing was said', () => expect(eventTable({ ...facts, events: [] })).toBe(false));

  it('counts within a bin as if it were even, nothing before and all after', () => {
    const flat = new Float64Array(0);
    const spending = {
      start: 1000,
      binSeconds: 100,
      gpuHours: Float64Array.of(4, 4, 10),
      cloudUsd: { low: flat, value: flat, high: flat },
      untimedGpuHours: 0,
    };
    expect([0, 1000, 1050, 1100, 1150, 1250, 1300, 9e9].map((at) => heldUntil(spending, at))).toEqual([
      0, 0, 2, 4, 4, 7, 10, 10,
    ]);
    expect(heldUntil({ ...spending, gpuHours: flat }, 0)).toBeNaN();
  });
});
