import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutWaiting } from '../../src/sweep/follow-ups.ts';

const HOUR = 3600;

/** Runs of so many hours, each submitted some seconds after the one before has ended. */
function sequence(hours: readonly number[], rest: number): { submit: number[]; end: number[] } {
  const [submit, end]: [number[], number[]] = [[], []];
  for (const each of hours) {
    submit.push((end.at(-1) ?? -rest) + rest);
    end.push((submit.at(-1) as number) + each * HOUR);
  }
  return { submit, end };
}

const clockOf = ({ submit, end }: { submit: readonly number[]; end: readonly number[] }): number[] =>
  Array.from(withoutWaiting(Float64Array.from(submit), Float64Array.from(end)));

describe('the time that a search waits for results', () => {
  it('is left out where each run follows the one before', () => {
    expect(clockOf(sequence([2, 5, 1, 3], 60))).toEqual([0, 60, 120, 180]);
  });

  it('is left out where rounds of several follow each other', () => {
    const submit = [0, 1, 2 * HOUR + 30, 2 * HOUR + 31, 5 * HOUR, 5 * HOUR + 1, 7 * HOUR + 9];
    const end = [HOUR, 2 * HOUR, 3 * HOUR, 5 * HOUR - 40, 7 * HOUR, 7 * HOUR, 8 * HOUR];
    expect(clockOf({ submit, end })).toEqual([0, 1, 31, 32, 72, 73, 82]);
  });

  it('counts where a run follows once only, which it may by chance', () => {
    const submit = [0, 2 * HOUR + 60, 9 * HOUR];
    expect(clockOf({ submit, end: [2 * HOUR, 3 * HOUR, 10 * HOUR] })).toEqual(submit);
  });

  it('counts where nobody waited for the end', () => {
    const submit = [0, HOUR, 2 * HOUR, 3 * HOUR];
    expect(clockOf({ submit, end: submit.map((time) => time + 9 * HOUR) })).toEqual(submit);
    expect(clockOf({ submit, end: submit.map(() => Number.POSITIVE_INFINITY) })).toEqual(submit);
  });

  it('never puts a run before another, nor makes a pause longer', () => {
    const runs = fc.array(fc.record({ pause: fc.nat(20_000), took: fc.nat(20_000) }), { maxLength: 40 });
    fc.assert(
      fc.property(runs, (sketches) => {
        let time = 0;
        const submit = sketches.map(({ pause }) => {
          time += pause;
          return time;
        });
        const clock = clockOf({ submit, end: sketches.map(({ took }, at) => (submit[at] as number) + took) });
        clock.forEach((at, index) => {
          const pause = at - (clock[index - 1] ?? at);
          expect(
            pause >= 0 && pause <= (submit[index] as number) - (submit[index - 1] ?? (submit[index] as number)),
          ).toBe(true);
        });
      }),
    );
  });
});
