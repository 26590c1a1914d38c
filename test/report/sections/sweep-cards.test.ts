import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../../src/model/facts.ts';
import type { JobState } from '../../../src/model/job-state.ts';
import type { Sweep } from '../../../src/model/sweep.ts';
import type { SweepTrials, Trial } from '../../../src/model/trial.ts';
import { html } from '../../../src/report/render/html.ts';
import { visibleText } from '../../../src/report/render/visible-text.ts';
import { isLogarithmic, scaled } from '../../../src/report/sections/sweep-table/axes.ts';
import { axisLabels } from '../../../src/report/sections/sweep-table/axis-labels.ts';
import { type Drawing, drawing } from '../../../src/report/sections/sweep-table/drawing.ts';
import { sweepTable } from '../../../src/report/sections/sweep-table.ts';
import { factsFrom } from '../../support/read-logs.ts';
import { sampleFacts } from '../../support/sample-facts.ts';
import { HOSTILE_WORDS, SEARCHES } from '../../support/searches.ts';
import { textOf } from './text-of.ts';

const draw = async () => html``;

/** A sweep of which only what a drawing needs is told. */
const sweepOf = (runs: number): Sweep => {
  const [{ sweep }] = sampleFacts({ sweeps: 1, attempts: runs }).sweeps as [ProjectFacts['sweeps'][number]];
  return { ...sweep, runs };
};

const trial = (attempt: number, values: readonly number[], rest: Partial<Trial> = {}): Trial => ({
  attempts: [attempt],
  values,
  state: 'completed',
  start: 0,
  end: 3600,
  wallHours: 1,
  gpuHours: 2,
  cloudUsd: 1,
  metric: Number.NaN,
  ...rest,
});

const drawn = (trials: SweepTrials): Drawing => drawing(sweepOf(trials.trials.length), trials, undefined);

/** The cells of the heat map in a text, row by row: class and words. */
const cellsIn = (text: string): string[][] =>
  (text.split('<tbody>')[1] ?? '')
    .split('</table>')[0]
    ?.split('<tr>')
    .slice(1)
    .map((row) =>
      [...row.matchAll(/<td class=(\w+)>(.*?)(?=<td|<th|$)/gs)].map(
        ([, name, words]) => `${name}: ${words?.replaceAll(/<[^>]+>/g, '')}`,
      ),
    ) ?? [];

describe('the cards of four searches', () => {
  let cards: string[] = [];
  beforeAll(async () => {
    const { text } = await sweepTable.render(await factsFrom({ 'jobs.csv': SEARCHES }), draw);
    cards = text
      .split('<tr class="below">')
      .slice(1)
      .sort((a, b) => ((/id="(sweep-\d+)"/.exec(a)?.[1] ?? '') < (/id="(sweep-\d+)"/.exec(b)?.[1] ?? '') ? -1 : 1));
    expect(cards).toHaveLength(4);
  });

  it('has a grid of means over seeds, in which not tried, failed and not measured are three things', () => {
    // Means and counts by hand from the table: (0.71 + 0.72 + 0.73) ÷ 3; with a run that timed out (0.80 + 0.82) ÷ 2.
    expect(cellsIn(cards[0] ?? '')).toEqual([
      ['s1: 0.72 ×3', 's3: 0.81 ×2 +1✕', 's5: ★ 0.9 ×3'],
      ['s2: 0.75 ×3', 's3: 0.84 ×3', 'lost: ✕ failed ×3'],
      ['unmeasured: no value ×3', 's4: 0.87 ×3', 'm: –'],
    ]);
    const words = textOf(html`${[]}`) + (cards[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(words).toContain('val_acc (higher is better) 0.72 0.9');
    expect(words).toContain('+1✕: one more that did not finish');
    expect(words).toContain('ended, without a value of val_acc');
    expect(words).toContain('✕ did not finish');
    expect(words).toContain('– not tried');
    expect(words).toContain('Runs that differ only in seed are taken together.');
    expect(words).toContain(
      'Best of 17 runs with val_acc (higher is better): 0.91 , run g20 , with lr 3e-3 , dropout 0.1 , seed 3 .',
    );
  });

  it('has a dot for each run of one parameter, and the figures behind them', () => {
    const plot = /<svg class="plot".*?<\/svg>/s.exec(cards[1] ?? '')?.[0] ?? '';
    const marks = [...plot.matchAll(/<path class="mark (\w+)" d="([^"]*)"/g)];
    const counts = new Map(marks.map(([, name, path]) => [name, path?.match(/M/g)?.length]));
    // Of 20 runs the 5th and the 14th failed, and the 7th had no value; the 14th would have had none either.
    expect([counts.get('lost'), counts.get('unmeasured')]).toEqual([2, 1]);
    expect([...counts.values()].reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(20);
    expect(plot).toContain('lr (logarithmic)');
    expect((cards[1] ?? '').match(/<table class="runs">.*?<\/table>/s)?.[0].match(/<tr>/g)).toHaveLength(21);
  });

  it('has a line for each combination of many parameters', () => {
    const plot = /<svg class="plot".*?<\/svg>/s.exec(cards[2] ?? '')?.[0] ?? '';
    expect(plot.match(/<path class="way /g)).toHaveLength(24);
    expect(plot.match(/<path class="way lost"/g)).toHaveLength(3);
    for (const key of ['lr', 'wd', 'dropout', 'layers', 'optimiser', 'val_acc']) expect(plot).toMatch(`>${key}`);
    // Through five parameters to what it came to.
    expect(/<path class="way s5" d="(M[^"]*)"/.exec(plot)?.[1]?.match(/[ML]/g)).toHaveLength(6);
  });

  it('has hostile words as text', () => {
    const card = cards[3] ?? '';
    expect(card).not.toMatch(/<img|<b>name|<i>mallory|<\/script/);
    for (const word of HOSTILE_WORDS) expect(card).toContain(visibleText(word).slice(0, 3).replaceAll('<', '&lt;'));
    expect(card.length).toBeLessThan(12_000);
  });
});

const SQUARE = [
  { key: 'a', values: ['1', '2', '3', '4'] },
  { key: 'b', values: ['1', '2', '3'] },
];
const run = fc.record({
  row: fc.nat(2),
  column: fc.nat(3),
  state: fc.constantFrom<JobState>('completed', 'failed', 'pending', 'running'),
  metric: fc.nat(99),
});
type Run = typeof run extends fc.Arbitrary<infer Of> ? Of : never;

/** Holds a cell to what is counted from the runs in it. */
function expectCell(cell: string, here: readonly Run[]): void {
  const of = (state: JobState): number[] => here.filter((each) => each.state === state).map(({ metric }) => metric);
  const [done, failed, running] = [of('completed'), of('failed'), of('running')] as const;
  const [first] = [done, running, failed, of('pending')].filter(({ length }) => length > 0);
  if (first === undefined) {
    expect(cell).toBe('m: –');
    return;
  }
  const word =
    first === done
      ? 's[1-5]: '
      : first === running
        ? 'running: running '
        : first === failed
          ? 'lost: ✕ failed '
          : 'waiting: waiting ';
  const [, shown] = new RegExp(`^${word}([\\d.]+)`).exec(cell) ?? [];
  const mean = first.reduce((sum, metric) => sum + metric, 0) / first.length;
  expect(Math.abs(Number(shown) - mean)).toBeLessThanOrEqual(0.0005 * Math.max(1, mean));
  expect(/×(\d+)/.exec(cell)?.[1]).toBe(first.length > 1 ? String(first.length) : undefined);
  expect(/\+(\d+)✕/.exec(cell)?.[1]).toBe(first !== failed && failed.length > 0 ? String(failed.length) : undefined);
}

describe('a heat map', () => {
  it('shows in every cell the mean of the runs that finished there, and is empty where there was none', () => {
    fc.assert(
      fc.property(fc.array(run, { minLength: 12, maxLength: 40 }), (runs) => {
        const isAll =
          new Set(runs.map(({ row }) => row)).size === 3 && new Set(runs.map(({ column }) => column)).size === 4;
        fc.pre(isAll);
        const trials = runs.map(({ row, column, state, metric }, index) =>
          trial(index, [column, row], { state, metric }),
        );
        const cells = cellsIn(
          drawn({ parameters: SQUARE, trials, metric: { name: 'val_acc', goal: 'max' } }).content.text,
        );
        cells.forEach((line, row) => {
          line.forEach((cell, column) => {
            expectCell(
              cell,
              runs.filter((each) => each.row === row && each.column === column),
            );
          });
        });
        expect(cells.flat()).toHaveLength(12);
      }),
    );
  });

  it('nests what does not fit beside each other, with each combination in its place', () => {
    const parameters = ['a', 'b', 'c'].map((key, index) => ({
      key,
      values: Array.from({ length: index + 3 }, (_, value) => `${key}${value}`),
    }));
    const all = [0, 1, 2].flatMap((a) => [0, 1, 2, 3].flatMap((b) => [0, 1, 2, 3, 4].map((c) => [a, b, c])));
    const trials = all.map((values, index) => trial(index, values, { gpuHours: index }));
    const { text } = drawn({ parameters, trials }).content;
    // 5 of c across; a, and within it b, down: row by row the order in which they were made.
    const shown = cellsIn(text).map((row) => row.map((cell) => Number(cell.split(': ')[1])));
    expect(shown).toEqual(Array.from({ length: 12 }, (_, row) => [0, 1, 2, 3, 4].map((column) => row * 5 + column)));
    expect(text.match(/<th scope=rowgroup rowspan=4><bdi>(a\d)/g)).toHaveLength(3);
  });

  it('shades the lowest most where less is better', () => {
    const parameters = [
      { key: 'a', values: ['1', '2'] },
      { key: 'b', values: ['1', '2'] },
    ];
    const trials = [0.4, 0.3, 0.2, 900].map((metric, index) =>
      trial(index, [index % 2, Math.floor(index / 2)], { metric }),
    );
    const text = drawn({ parameters, trials, metric: { name: 'val_loss', goal: 'min' } }).content.text;
    // 900 diverged, and leaves the others apart.
    expect(cellsIn(text).map((row) => row.map((cell) => cell.slice(0, 2)))).toEqual([
      ['s2', 's4'],
      ['s5', 's1'],
    ]);
    expect(text).toContain('(lower is better) 900');
  });
});

describe('a drawing', () => {
  const one = [{ key: 'lr', values: ['0.1', '0.2', '0.3'] }];

  it('is refused where several runs ran in one job: their values and hours would be each other’s', () => {
    const trials = [trial(0, [-1]), trial(1, [-1])];
    const shared = { ...sweepOf(2), shares: new Map([[0, 0.5]]) };
    for (const sweep of [sweepOf(5), shared]) {
      const { isDrawn, content } = drawing(sweep, { parameters: one, trials }, undefined);
      expect(isDrawn).toBe(false);
      expect(content.text).toContain('Several runs ran inside of one job');
      expect(content.text).not.toMatch(/<svg|<table/);
    }
  });

  it('is refused, and says why, where marks could not be told apart', () => {
    const values = Array.from({ length: 1001 }, (_, index) => String(index));
    const { isDrawn, content } = drawn({
      parameters: [{ key: 'lr', values }],
      trials: values.map((_, index) => trial(index, [index])),
    });
    expect([isDrawn, content.text.includes('1,001 combinations are too many to draw')]).toEqual([false, true]);
  });

  it('says where it goes by order because nothing is known of what was tried', () => {
    const { content } = drawn({ parameters: [], trials: [trial(0, []), trial(1, []), trial(2, [])] });
    expect(content.text).toContain('order of submission');
    expect(content.text).toContain('What each run tried is not in the logs.');
  });

  it('names a value that is not known as such', () => {
    const { content } = drawn({ parameters: one, trials: [trial(0, [0]), trial(1, [1]), trial(2, [-1])] });
    expect(content.text).toContain('not known');
  });

  it('takes hours by the clock where no GPU was held', () => {
    const { content } = drawn({
      parameters: one,
      trials: [0, 1, 2].map((value) => trial(value, [value], { gpuHours: 0 })),
    });
    expect(content.text).toContain('<b><bdi>hours</bdi></b>');
  });
});

describe('labels of an axis', () => {
  it('tell values apart, however alike or long', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('0.1', '0.10000000000000001', '', 'ab'.repeat(5000), `${'ab'.repeat(5000)}c`),
    );
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 30 }), (values) => {
        const labels = axisLabels(values, true);
        expect(labels).toHaveLength(values.length);
        for (const label of labels) expect(Array.from(label).length).toBeLessThan(22);
      }),
    );
    expect(axisLabels([`${'a'.repeat(99)}x${'b'.repeat(99)}`, `${'a'.repeat(99)}y${'b'.repeat(99)}`], true)).toEqual([
      'aaaaaa…bbbbbb',
      'aaaaaa…bbbbbb (2)',
    ]);
  });

  it('are as written where people wrote them, and short where machines did', () => {
    expect(axisLabels(['1e-3', '0.30000000000000004', '1.03266e-05', '-0.000123456789', 'adam', ''], false)).toEqual([
      '1e-3',
      '0.3',
      '1.033e-5',
      '-1.235e-4',
      'adam',
      'not given',
      'not known',
    ]);
    expect(axisLabels(['0.1000000001', '0.1000000002'], true)).toEqual(['0.1000000001', '0.1000000002']);
  });
});

describe('a scale', () => {
  it('keeps the order of numbers, from end to end', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 20 }),
        (numbers) => {
          const sorted = numbers.toSorted((a, b) => a - b);
          const places = scaled(sorted);
          expect(places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0))).toBe(true);
          expect([places[0], places.at(-1)]).toEqual([0, 1]);
        },
      ),
    );
  });

  it('goes by logarithms where sizes differ by much and none is nought', () => {
    expect(
      [
        [1, 50],
        [1, 49],
        [0, 50],
        [-1, 50],
      ].map(isLogarithmic),
    ).toEqual([true, false, false, false]);
    expect(scaled([1, 10, 100])).toEqual([0, 0.5, 1]);
  });
});
