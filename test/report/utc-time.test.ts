import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utcTime } from '../../src/report/utc-time.ts';

it('times are what Date prints, to the second', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 253_402_300_799, noNaN: true }), (seconds) => {
      const printed = new Date(Math.floor(seconds) * 1000).toISOString();
      expect(utcTime(seconds)).toBe(printed.replace(/\.\d+Z$/, 'Z'));
    }),
  );
});

it.each([
  [0, '1970-01-01T00:00:00Z'],
  [-1, '1969-12-31T23:59:59Z'],
  [951_827_696, '2000-02-29T12:34:56Z'],
  [1_526_947_200, '2018-05-22T00:00:00Z'],
  [Number.NaN, ''],
])('%d is %j', (seconds, text) => {
  expect(utcTime(seconds)).toBe(text);
});
