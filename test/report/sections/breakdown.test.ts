import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../../src/model/facts.ts';
import type { Chart } from '../../../src/report/render/charts.ts';
import { html } from '../../../src/report/render/html.ts';
import { largestLosses } from '../../../src/report/sections/breakdown/largest-losses.ts';
import { weekMap } from '../../../src/report/sections/breakdown/week-map.ts';
import { DAY, factsOf, HOUR, T0 } from '../../support/ledger-of.ts';
import { emptyFacts, sampleFacts } from '../../support/sample-facts.ts';
import { textOf } from './text-of.ts';

const facts = sampleFacts();

describe('hours of the week', () => {
  const drawn: Chart[] = [];
  const draw = async (chart: Chart) => {
    drawn.push(chart);
    return html``;
  };

  it('say what stands out beside what it would be if all hours were alike, and by which clock', async () => {
    const gpuHours = new Float64Array(168);
    gpuHours[24 + 14] = 60; // Tuesday 14:00
    gpuHours[5 * 24 + 23] = 30; // Saturday 23:00
    gpuHours[6 * 24 + 5] = 10; // Sunday 5:00
    const some = { ...facts, weekHours: { gpuHours, untimedGpuHours: 7 } };
    const text = textOf(await weekMap(some, draw));
    expect(text).toContain(
      'The most fell on Tue 14:00–15:00; 40% on Saturdays and Sundays (29% if all hours were alike), 40% between 22:00 and 6:00 (33%).',
    );
    expect(text).toContain('7 GPU-hours are left out');
    expect(text).toContain('were held, by UTC.');
    expect(text).toContain('14:00 0 60 0 0 0 0 0');
    expect(drawn).toHaveLength(1);
    const clock = { zone: 'UTC', isOfLogs: true };
    expect(textOf(await weekMap({ ...some, clock }, draw))).toContain('by the clock of the logs, which state no zone.');
  });

  it('are no map for a project of less than a week, or of no known time', async () => {
    drawn.length = 0;
    expect(textOf(await weekMap(sampleFacts({ days: 6 }), draw))).toContain('less than a week');
    expect(textOf(await weekMap(emptyFacts(), draw))).toContain('No attempt held a GPU at a known time.');
    expect(drawn).toEqual([]);
  });
});

describe('the largest losses', () => {
  it('lead to their sweeps, with rent and how they were lost', () => {
    const losses: ProjectFacts['losses'] = {
      largest: [
        {
          ...{ sweep: 16, attempt: 0, row: 0, attempts: 5, gpuHours: 40 },
          cloudUsd: { low: 17.2, value: 58.4, high: 58.4 },
          byState: new Map([
            ['failed', 8],
            ['timeout', 30],
            ['cancelled', 2],
          ]),
        },
      ],
      items: 9,
      gpuHours: 160,
      cloudUsd: { low: 0, value: 0, high: 0 },
    };
    const section = largestLosses({ ...facts, losses });
    expect(section.text).toContain('<a href="#sweep-017">sweep-017</a>');
    const text = textOf(section);
    expect(text).toContain('The 1 largest of 9 sweeps and single runs');
    expect(text).toContain('25% of the 160 that were lost');
    expect(text).toMatch(/40 25% \$17–\$58 5 timed out 75%, failed 20%/);
  });

  it('name a run that is in no sweep by its id and name', () => {
    const lost = { jobId: '4711', name: 'pretrain', state: 'timeout' as const, elapsed: 9 * HOUR };
    const text = textOf(largestLosses(factsOf([lost, { submit: T0 + 20 * DAY }])));
    expect(text).toContain('All sweeps and single runs that lost');
    expect(text).toMatch(/single run 4711\s*pretrain 9 100% .* 1 timed out/);
  });

  it('are not there where nothing was lost', () => {
    expect(textOf(largestLosses(factsOf([{}])))).toContain('No attempt is known to have failed');
  });
});
