import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPartitions, type Partitions, scorePartition } from '../../scripts/sweeps/score/partition.ts';
import { scratch } from '../support/scratch.ts';
import { describeShared } from '../support/shared-data.ts';

const group = fc.integer({ min: -1, max: 3 });
const partitions: fc.Arbitrary<Partitions> = fc
  .array(fc.tuple(group, group), { minLength: 2, maxLength: 12 })
  .map((items) => ({ found: items.map(([found]) => found), truth: items.map(([, truth]) => truth) }));

const together = (groups: readonly number[], one: number, other: number): boolean =>
  one === other || (groups[one] === groups[other] && (groups[one] as number) >= 0);

/** All pairs of items, one by one. */
function countPairs({ found, truth }: Partitions): { both: number; joined: number; right: number; all: number } {
  const counts = { both: 0, joined: 0, right: 0, all: 0 };
  for (let one = 0; one < found.length; one++) {
    for (let other = one + 1; other < found.length; other++) {
      const [isJoined, isRight] = [together(found, one, other), together(truth, one, other)];
      counts.all++;
      if (isJoined) counts.joined++;
      if (isRight) counts.right++;
      if (isJoined && isRight) counts.both++;
    }
  }
  return counts;
}

const over = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** The mean over items of the part of the item's group in one partition that is in its group in the other. */
function meanShare(of: readonly number[], within: readonly number[]): number {
  const items = [...of.keys()];
  const shares = items.map((item) => {
    const own = items.filter((other) => together(within, item, other));
    return own.filter((other) => together(of, item, other)).length / own.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / items.length;
}

describe('the score of a partition', () => {
  it('is what counting all pairs one by one gives', () => {
    fc.assert(
      fc.property(partitions, (each) => {
        const { both, joined, right, all } = countPairs(each);
        const score = scorePartition(each);
        expect(score.precision).toBeCloseTo(over(both, joined), 12);
        expect(score.recall).toBeCloseTo(over(both, right), 12);
        const expected = (joined * right) / all;
        expect(score.ari).toBeCloseTo((both - expected) / ((joined + right) / 2 - expected || 1), 12);
      }),
    );
  });

  it('has the B-cubed F1 that going from item to item gives', () => {
    fc.assert(
      fc.property(partitions, (each) => {
        const [precision, recall] = [meanShare(each.truth, each.found), meanShare(each.found, each.truth)];
        expect(scorePartition(each).bcubed).toBeCloseTo((2 * precision * recall) / (precision + recall), 12);
      }),
    );
  });

  it('counts groups of two or more that are found with all of their items and no others', () => {
    fc.assert(
      fc.property(partitions, ({ found, truth }) => {
        const itemsOf = (groups: readonly number[], which: number): string =>
          [...groups.keys()].filter((item) => groups[item] === which).join();
        const groups = [0, 1, 2, 3].map((which) => itemsOf(truth, which)).filter((items) => items.includes(','));
        const exact = groups.filter((items) => [0, 1, 2, 3].some((which) => itemsOf(found, which) === items));
        expect(scorePartition({ found, truth })).toMatchObject({ groups: groups.length, exact: exact.length });
      }),
    );
  });

  it('over several logs counts the pairs of each', () => {
    fc.assert(
      fc.property(fc.array(partitions, { minLength: 1, maxLength: 4 }), (logs) => {
        const counts = logs.map(countPairs);
        const sum = (what: 'both' | 'joined' | 'right'): number => counts.reduce((all, each) => all + each[what], 0);
        const score = scorePartition(joinPartitions(logs));
        expect(score.precision).toBeCloseTo(over(sum('both'), sum('joined')), 12);
        expect(score.recall).toBeCloseTo(over(sum('both'), sum('right')), 12);
        expect(score.groups).toBe(logs.reduce((all, log) => all + scorePartition(log).groups, 0));
      }),
    );
  });

  it('is 1 for the same groups under other numbers, and 0 where no pair is right', () => {
    const same = scorePartition({ found: [7, 7, -1, 2, 2], truth: [0, 0, -1, 1, 1] });
    expect(same).toMatchObject({ f1: 1, bcubed: 1, ari: 1, exact: 2, groups: 2 });
    expect(scorePartition({ found: [0, 1, 0, 1], truth: [0, 0, 1, 1] })).toMatchObject({ f1: 0, exact: 0 });
  });
});

describeShared('the scorer that others use', '../eval/', (folder) => {
  it('prints the same figures', () => {
    const directory = scratch();
    const csv = (name: string, column: string, groups: readonly number[]): string => {
      const path = join(directory, name);
      const rows = groups.map((each, item) => `${item},${each < 0 ? '' : `g${each}`}`);
      writeFileSync(path, `${[`job_id_raw,${column}`, ...rows].join('\n')}\n`);
      return path;
    };
    for (const each of fc.sample(partitions, { numRuns: 15, seed: 4 })) {
      const files = [csv('found.csv', 'sweep_id', each.found), csv('truth.csv', 'sweep', each.truth)];
      const printed = execFileSync(process.execPath, [new URL('score-sweeps.mjs', folder).pathname, ...files], {
        encoding: 'utf8',
      });
      const { precision, recall, f1, bcubed, ari, exact } = scorePartition(each);
      const figures = [precision, recall, f1, bcubed, ari].map((figure) => figure.toFixed(4));
      const [p, r, f, b, a] = figures;
      expect(printed).toContain(`pairwise P ${p} R ${r} F1 ${f} · B-cubed F1 ${b} · ARI ${a}`);
      expect(printed).toContain(`exact ${exact}\n`);
    }
  });
});
