import { expect, it } from 'vitest';
import { DAY, factsOf, HOUR, T0 } from '../support/ledger-of.ts';

it('a project goes from its first start to its last end, though some log tells how long a job ran and not when', () => {
  const untimed = { submit: Number.NaN, start: Number.NaN, end: Number.NaN, elapsed: HOUR };
  const [first, last] = [
    { submit: T0, start: T0 },
    { submit: T0 + 9 * DAY, start: T0 + 9 * DAY },
  ];
  for (const jobs of [
    [untimed, first, last],
    [first, untimed, last],
    [first, last, untimed],
  ]) {
    const { project } = factsOf(jobs);
    expect(project).toMatchObject({ start: T0, end: T0 + 9 * DAY + HOUR });
  }
});
