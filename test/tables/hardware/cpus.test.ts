import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CPU_MODELS, corePower, findCpu } from '../../../src/tables/hardware/cpus.ts';
import { describeShared } from '../../support/shared-data.ts';

describe('a processor is known', () => {
  it.each([
    ['Intel(R) Xeon(R) Gold 6248 CPU @ 2.50GHz', 'Xeon Gold 6248'],
    ['Intel(R) Xeon(R) Gold 6248', 'Xeon Gold 6248'],
    ['xeon-gold-6248', 'Xeon Gold 6248'],
    ['gold_6248r', 'Xeon Gold 6248R'],
    ['AMD EPYC 7742 64-Core Processor', 'EPYC 7742'],
    ['AMD EPYC 7742', 'EPYC 7742'],
    ['epyc-7763', 'EPYC 7763'],
    ['AMD EPYC 9654 96-Core Processor', 'EPYC 9654'],
    ['Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz', 'Xeon E5-2680 v4'],
    ['E5-2680v4', 'Xeon E5-2680 v4'],
    ['Intel(R) Xeon(R) CPU E5-2670 0 @ 2.60GHz', 'Xeon E5-2670'],
    ['Intel(R) Xeon(R) Platinum 8480+', 'Xeon Platinum 8480+'],
    ['Intel(R) Xeon(R) Platinum 8480C', undefined],
    ['Intel(R) Xeon(R) Processor @ 2.00GHz', undefined], // as clouds hide it
    ['6248', undefined],
    ['', undefined],
  ])('%j: %s', (name, expected) => {
    expect(findCpu(name)?.name).toBe(expected);
  });

  it.each(CPU_MODELS.map(({ name }) => name))('by its own name: %s', (name) => {
    expect(findCpu(name)?.name).toBe(name);
  });
});

describe('the power of a core', () => {
  // Green Algorithms v3.0, TDP_cpu.csv: TDP per core.
  it.each([
    ['EPYC 7763', 4.4],
    ['EPYC 7513', 6.3],
    ['Xeon E5-2650 v2', 11.9],
    ['Xeon E5-2683 v4', 7.5],
    ['Xeon Gold 6148', 7.5],
    ['Xeon Platinum 8268', 8.5],
  ])('of %s is %d W', (name, watts) => {
    const { low, value, high } = corePower(name);
    expect(value).toBeCloseTo(watts, 0.9);
    expect([low, high]).toEqual([value, value]);
  });

  it('of an unknown processor is a range that holds all', () => {
    const { low, value, high } = corePower('?');
    for (const { tdpWatts, cores } of CPU_MODELS) {
      expect(low).toBeLessThanOrEqual(tdpWatts / cores);
      expect(high).toBeGreaterThanOrEqual(tdpWatts / cores);
    }
    expect(low < value && value < high).toBe(true);
  });
});

it('every power is a number of watts that a socket can have: a peer’s table has some that are no number', () => {
  expect(CPU_MODELS.length).toBeGreaterThan(450);
  expect(CPU_MODELS.filter(({ tdpWatts }) => !(tdpWatts >= 30 && tdpWatts <= 600))).toEqual([]);
  expect(CPU_MODELS.filter(({ cores }) => !(Number.isInteger(cores) && cores >= 2 && cores <= 192))).toEqual([]);
});

describeShared('CodeCarbon’s table', 'ref/codecarbon/cpu_power.csv', (file) => {
  const theirs = new Map(
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => [line.slice(0, line.lastIndexOf(',')), Number(line.slice(line.lastIndexOf(',') + 1))]),
  );

  it('has the same power for every processor of ours', () => {
    const wrong = CPU_MODELS.filter(({ name, tdpWatts }) => {
      const maker = name.startsWith('EPYC') ? 'AMD' : 'Intel';
      return theirs.get(`${maker} ${name}`) !== tdpWatts;
    });
    expect(wrong).toEqual([]);
  });
});
