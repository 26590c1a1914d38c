import type { ReliabilityBin } from './reliability.ts';
import type { Row, Share } from './summarise.ts';

const HEAD = [
  'set',
  'level',
  'logs',
  'sweeps',
  'F1',
  'B-cubed',
  'ARI',
  'exact',
  'name',
  'no digits',
  '1 h',
  'dir 10 m',
  'bar',
  '',
];

const three = (value: number): string => value.toFixed(3);
const percent = (value: number): string => `${(100 * value).toFixed(0)} %`;
const share = ({ right, of }: Share): string => (of === 0 ? '–' : `${percent(right / of)} of ${of}`);

/** The scores, a line for each set and level. */
export const scoreTable = (rows: readonly Row[]): string[][] => [HEAD, ...rows.map(scoreCells)];

function scoreCells({ set, level, logs, score, baselines, bar, isMet }: Row): string[] {
  const exact = percent(score.exact / Math.max(1, score.groups));
  const met = isMet === undefined ? '' : isMet ? 'met' : 'NOT met';
  return [
    ...[set, level, String(logs), String(score.groups)],
    ...[score.f1, score.bcubed, score.ari].map(three),
    exact,
    ...Object.values(baselines).map(three),
    ...[bar === undefined ? '–' : bar.toFixed(2), met],
  ];
}

/** Kinds and parameters of the sweeps that were found exactly, where the log tells them. */
export const judgementTable = (rows: readonly Row[]): string[][] => [
  ['set', 'level', 'kind right', 'parameters right', 'mistaken kinds'],
  ...rows
    .filter(({ kinds, parameters }) => kinds.of + parameters.of > 0)
    .map(({ set, level, kinds, parameters, mistakenKinds }) => [
      set,
      level,
      share(kinds),
      share(parameters),
      mostMistaken(mistakenKinds),
    ]),
];

const mostMistaken = (mistaken: Row['mistakenKinds']): string =>
  Object.entries(mistaken)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 2)
    .map(([kinds, count]) => `${kinds} ${count}`)
    .join(', ');

/** Confidence against what came true. */
export const reliabilityTable = (bins: readonly ReliabilityBin[]): string[][] => [
  ['confidence', 'sweeps', 'mean', 'right'],
  ...bins.map(({ from, sweeps, meanConfidence, right }) => [
    `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`,
    String(sweeps),
    meanConfidence.toFixed(2),
    right.toFixed(2),
  ]),
];

/** Columns aligned for a terminal: words to the left, numbers to the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isWord = head.map((_, column) => rows.slice(1).some((row) => /^[a-z]/i.test(row[column] ?? '')));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (isWord[column] ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
