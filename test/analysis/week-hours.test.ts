import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekHoursOf } from '../../src/analysis/week-hours.ts';
import { gpuReader } from '../../src/cost/recognise-gpus.ts';
import { zoneClock } from '../../src/ingest/timestamp.ts';
import type { WeekHours } from '../../src/model/week-hours.ts';
import { DAY, factsOf, HOUR, type JobSketch, ledgerOf } from '../support/ledger-of.ts';

/** Thursday, 1 March 2018, 0:00 UTC. */
const THURSDAY = Date.UTC(2018, 2, 1) / 1000;
const MONDAY = THURSDAY - 3 * DAY;

function weekHours(sketches: readonly JobSketch[], zone = 'UTC'): WeekHours | undefined {
  const { project, usage } = factsOf(sketches);
  const ledger = ledgerOf(sketches);
  const span = { start: project.start, end: project.end, gpuHours: usage.gpuHours };
  return weekHoursOf(ledger, gpuReader(ledger.table), span, zoneClock(zone));
}

/** The hours that hold anything, as `day:hour` from Monday 0. */
const held = (found: WeekHours | undefined): Record<string, number> =>
  Object.fromEntries(
    Array.from(found?.gpuHours ?? [])
      .map((hours, at) => [`${Math.floor(at / 24)}:${at % 24}`, Number(hours.toFixed(9))] as const)
      .filter(([, hours]) => hours > 0),
  );

const at = (start: number, elapsed: number, gpus = 1): JobSketch => ({ submit: start, start, elapsed, gpus });

/** Every second of every attempt by itself, on the clock of the machine's own calendar. */
function bySeconds(sketches: readonly JobSketch[], zone: string): Float64Array {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: 'numeric',
    hourCycle: 'h23',
  });
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const sums = new Float64Array(168);
  for (const { start = 0, elapsed = 0, gpus = 0 } of sketches) {
    for (let second = start; second < start + elapsed; second += 60) {
      const parts = clock.formatToParts(new Date(second * 1000));
      const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
      const hour = days.indexOf(part('weekday')) * 24 + Number(part('hour'));
      sums[hour] = (sums[hour] as number) + (gpus * 60) / 3600;
    }
  }
  return sums;
}

describe('hours of the week', () => {
  it('begin on Monday; an hour and a half from 23:30 on Thursday is in two days', () => {
    expect(held(weekHours([at(THURSDAY + 23.5 * HOUR, 1.5 * HOUR, 2)]))).toEqual({ '3:23': 1, '4:0': 2 });
    expect(held(weekHours([at(MONDAY, 600)]))).toEqual({ '0:0': Number((1 / 6).toFixed(9)) });
    expect(held(weekHours([at(MONDAY + 7 * DAY - 60, 60)]))).toEqual({ '6:23': Number((1 / 60).toFixed(9)) });
  });

  it('are those of the zone: in Kolkata it is half past five hours later', () => {
    expect(held(weekHours([at(THURSDAY, HOUR)], 'Asia/Kolkata'))).toEqual({ '3:5': 0.5, '3:6': 0.5 });
    expect(held(weekHours([at(THURSDAY, HOUR)], 'America/New_York'))).toEqual({ '2:19': 1 });
  });

  it('skip the hour that spring leaves out', () => {
    const sunday = Date.UTC(2018, 2, 25) / 1000; // 1:00 UTC is 3:00 in Berlin
    expect(held(weekHours([at(sunday, 2 * HOUR)], 'Europe/Berlin'))).toEqual({ '6:1': 1, '6:3': 1 });
  });

  it('are those of the calendar, minute by minute, in any zone', () => {
    const job = fc.record({
      start: fc.integer({ min: 0, max: 300 * 24 * 60 }).map((minutes) => THURSDAY + minutes * 60),
      elapsed: fc.integer({ min: 1, max: 3 * 24 * 60 }).map((minutes) => minutes * 60),
      gpus: fc.integer({ min: 1, max: 8 }),
    });
    const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Auckland'];
    fc.assert(
      fc.property(fc.array(job, { minLength: 1, maxLength: 4 }), fc.constantFrom(...zones), (jobs, zone) => {
        const found = weekHours(
          jobs.map(({ start, elapsed, gpus }) => at(start, elapsed, gpus)),
          zone,
        );
        bySeconds(jobs, zone).forEach((hours, hour) => {
          expect(Math.abs((found?.gpuHours[hour] ?? Number.NaN) - hours)).toBeLessThan(1e-6);
        });
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('add up to the project, with what ran at no known time', () => {
    const untimed = { submit: Number.NaN, start: Number.NaN, end: Number.NaN, elapsed: 2 * HOUR };
    const found = weekHours([at(THURSDAY, 3 * HOUR), untimed]);
    expect(found?.gpuHours.reduce((sum, hours) => sum + hours, 0)).toBeCloseTo(3, 9);
    expect(found?.untimedGpuHours).toBeCloseTo(2, 9);
    expect(weekHours([at(THURSDAY, 3 * HOUR)])?.untimedGpuHours).toBe(0);
  });

  it('are none where nothing ran at a known time, or dates are a century apart', () => {
    expect(weekHours([{ elapsed: 0, state: 'pending' }])).toBeUndefined();
    expect(weekHours([at(THURSDAY, HOUR), at(THURSDAY + 200 * 365 * DAY, HOUR)])).toBeUndefined();
  });
});
