import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../../src/model/facts.ts';
import type { HardwareWhatIf, Having } from '../../../src/model/hardware-what-if.ts';
import type { WhatIf } from '../../../src/model/what-if.ts';
import { html } from '../../../src/report/render/html.ts';
import { reportJson } from '../../../src/report/report-json.ts';
import { savedInAll } from '../../../src/report/sections/what-if/saved-in-all.ts';
import { whatIf } from '../../../src/report/sections/what-if.ts';
import { emptyFacts, sampleFacts } from '../../support/sample-facts.ts';
import { textOf } from './text-of.ts';

const draw = async () => html``;
const facts = sampleFacts();
const otherwise = facts.whatIf as WhatIf;
const textWith = async (changed: Partial<WhatIf>): Promise<string> =>
  textOf(await whatIf.render({ ...facts, whatIf: { ...otherwise, ...changed } }, draw));

describe('the same project otherwise', () => {
  it('is off where nothing can be said', () => {
    expect(whatIf.isShown?.(emptyFacts())).toBe(false);
    expect(whatIf.isShown?.(facts)).toBe(true);
  });

  it('advises in three sentences at most, each with a number and a caveat', async () => {
    const { text } = await whatIf.render(facts, draw);
    const items =
      [...text.matchAll(/<ul class="advice">([\s\S]*?)<\/ul>/g)][0]?.[1]?.match(/<li>[\s\S]*?<\/li>/g) ?? [];
    expect(items.length).toBeGreaterThan(1);
    expect(items.length).toBeLessThanOrEqual(3);
    for (const item of items) {
      expect(item).toMatch(/\d/);
      expect(item).toMatch(/; but\s/);
    }
  });

  describe('owns or rents', () => {
    const hardware = otherwise.hardware as HardwareWhatIf;
    const rent = (id: 'rented-low' | 'rented', low: number, value: number, high: number) => ({
      ...(hardware.having.find((each) => each.id === id) as Having),
      usd: { low, value, high },
    });
    const having = [
      rent('rented-low', 74_286, 74_286, 74_286),
      rent('rented', 305_000, 305_000, 357_000),
      ...hardware.having.filter(({ id }) => id !== 'rented-low' && id !== 'rented'),
    ];

    it.each([
      [0.72, 'the 72% of the GPU-hours that are on hardware of a known price cost about'],
      [1, 'this work costs about'],
    ])(
      'of %d of the hours, and says so; rent from the cheapest to the dearest: $74,286 to $357k',
      async (covered, words) => {
        const text = await textWith({ hardware: { ...hardware, covered, having } });
        expect(text).toContain(words);
        expect(text).toContain('against $74,286–$357k rented');
      },
    );
  });

  it('prints the caveats beside the figures of replays', async () => {
    const text = textOf(await whatIf.render(facts, draw));
    for (const caveat of [
      'Only what was really run can be drawn',
      'The best is the best that was seen',
      'only knows to be good now',
      'savings do not add up',
      'only where they are rented',
    ]) {
      expect(text).toContain(caveat);
    }
    expect(text).toContain('On other GPUs: not offered');
  });

  it('prints 0% for a search that learns nothing', async () => {
    const [first] = otherwise.sweeps;
    if (first === undefined) throw new Error('no sweep');
    const replays = first.replays.map((replay) =>
      replay.id === 'tpe-half' ? { ...replay, losesTo: 'random' as const } : replay,
    );
    const text = await textWith({ sweeps: [{ ...first, replays }] });
    expect(text).toMatch(
      /chosen by a search that learns \(TPE\)no better than random order with as many side by side 0% 0 \$0 – –/,
    );
    const json = JSON.parse(
      [...reportJson({ ...facts, whatIf: { ...otherwise, sweeps: [{ ...first, replays }] } })].join(''),
    );
    const half = json.whatIf.sweeps[0].replays.find(({ id }: { id: string }) => id === 'tpe-half');
    expect(half).toMatchObject({ saved: { low: 0, value: 0, high: 0 }, savedGpuHours: 0, savedUsd: 0 });
  });

  it('says why there is nothing of fewer trials', async () => {
    const none = { withoutMetric: 0, seeds: 0, tooFew: 0, constant: 0, beyond: 0 };
    expect(await textWith({ sweeps: [], leftOut: { ...none, withoutMetric: 9 } })).toContain('The logs hold no metric');
    expect(await textWith({ sweeps: [], leftOut: { ...none, tooFew: 9, seeds: 1 } })).toContain(
      '9 tried fewer than eight configurations',
    );
    expect(await textWith({ sweeps: [], leftOut: none })).toContain('No sweep was found');
  });

  it('adds up sweeps that fed each other once', () => {
    const saved = (each: number): number => otherwise.sweeps[each]?.replays[0]?.savedGpuHours ?? 0;
    const indices = otherwise.sweeps.map(({ sweep }) => sweep);
    const all = savedInAll({ ...otherwise, families: [] }, 'half-at-random');
    expect(all.gpuHours).toBeCloseTo(
      otherwise.sweeps.reduce((sum, _, at) => sum + saved(at), 0),
      9,
    );
    const fed = savedInAll(
      { ...otherwise, families: [[indices[0] as number, indices[1] as number]] },
      'half-at-random',
    );
    expect(fed.leftOut).toBe(1);
    expect(all.gpuHours - fed.gpuHours).toBeCloseTo(Math.min(saved(0), saved(1)), 9);
  });

  it('is data in report.json, by the ids of sweeps and without what is not a number', () => {
    const text = [...reportJson(facts)].join('');
    const { whatIf: data } = JSON.parse(text);
    expect(data.sweeps[0].id).toMatch(/^sweep-\d+$/);
    expect(data.hardware.breakEven).toHaveLength(2);
    expect(text).not.toContain('NaN');
    expect('whatIf' in JSON.parse([...reportJson(emptyFacts() as ProjectFacts)].join(''))).toBe(false);
  });
});
