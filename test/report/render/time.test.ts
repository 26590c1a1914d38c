import { describe, expect, it } from 'vitest';
import { day, days, duration, minute } from '../../../src/report/render/time.ts';

const at = (text: string): number => Date.parse(text) / 1000;

describe('dates', () => {
  it('are days in UTC, whatever the machine’s zone', () => {
    expect(day(at('2017-06-09T23:59:59Z'))).toBe('9 Jun 2017');
    expect(minute(at('2017-06-09T04:05:06Z'))).toBe('9 Jun 2017 04:05');
  });

  it('join to a stretch, or to one day', () => {
    expect(days(at('2017-06-09T00:00:00Z'), at('2017-11-28T00:00:00Z'))).toBe('9 Jun 2017 to 28 Nov 2017');
    expect(days(at('2017-06-09T01:00:00Z'), at('2017-06-09T03:00:00Z'))).toBe('9 Jun 2017');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e15])('%d is no date', (seconds) => {
    expect([day(seconds), minute(seconds)]).toEqual(['–', '–']);
  });
});

describe('duration', () => {
  // The bounds that the LISA study gives: 3 minutes (a crash) to 9 days, mean 52 h.
  it.each([
    [0, '0 s'],
    [40 / 3600, '40 s'],
    [59.6 / 3600, '1 min'],
    [0.05, '3 min'],
    [59.7 / 60, '1 h'],
    [52, '52 h'],
    [50.1, '50.1 h'],
    [216, '9 days'],
    [Number.NaN, '–'],
  ])('%d h', (hours, printed) => expect(duration(hours)).toBe(printed));
});
