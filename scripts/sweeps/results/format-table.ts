import type { Share } from './by-trait.ts';
import type { ReliabilityBin } from './reliability.ts';
import type { Judgement, Row } from './summarise.ts';

/** All that the bench found out. */
export interface Results {
  readonly rows: readonly Row[];
  readonly judgements: Readonly<Record<'kinds' | 'parameters', Judgement>>;
  /** Sweeps found exactly, by what may make them hard to find, the hardest first. */
  readonly traits: Readonly<Record<string, Share>>;
  readonly reliability: readonly ReliabilityBin[];
}

const HEAD = ['set', 'level', 'logs', 'sweeps', 'F1', 'B³', 'ARI', 'exact', 'name', 'digits', '1 h', '10 min', 'bar'];
const LEGEND = [
  'F1 of pairs, B-cubed F1, adjusted Rand index, sweeps found exactly; F1 of the naive baselines:',
  'array id or exact job name; name without digits; user and a gap of 1 h; user, directory and 10 min.',
].join('\n');

/** The results as tables for a terminal, at most 100 columns wide. */
export function formatResults({ rows, judgements, traits, reliability }: Results): string {
  const parts = [
    aligned(scoreTable(rows)),
    LEGEND,
    aligned(judgementTable(rows)),
    judgementLines(judgements).join('\n'),
    aligned(traitTable(traits)),
    aligned(reliabilityTable(reliability)),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const three = (value: number): string => value.toFixed(3);
const percent = (value: number): string => `${(100 * value).toFixed(0)} %`;
const shareOf = ({ right, of }: Share): string => (of === 0 ? '–' : `${percent(right / of)} of ${of}`);
const verdict = (isMet: boolean | undefined): string => (isMet ? 'met' : 'no');

/** A line for each set and level: our scores, F1 of the four baselines, the bar for our F1. */
const scoreTable = (rows: readonly Row[]): string[][] => [HEAD, ...rows.map(scoreCells)];

const scoreCells = ({ set, level, logs, score, baselines, bar, isMet }: Row): string[] => [
  ...[set, level, String(logs), String(score.groups)],
  ...[score.f1, score.bcubed, score.ari].map(three),
  percent(score.exact / Math.max(1, score.groups)),
  ...Object.values(baselines).map(three),
  bar === undefined ? '' : `${bar.toFixed(2)} ${verdict(isMet)}`,
];

/** Kinds and parameters of the sweeps that were found exactly, where the log tells them. */
const judgementTable = (rows: readonly Row[]): string[][] => [
  ['set', 'level', 'kind right', 'parameters right', 'kinds mistaken most'],
  ...rows
    .filter(({ kinds, parameters }) => kinds.of + parameters.of > 0)
    .map((row) => [row.set, row.level, shareOf(row.kinds), shareOf(row.parameters), mostMistaken(row.mistakenKinds)]),
];

const mostMistaken = (mistaken: Row['mistakenKinds']): string =>
  Object.entries(mistaken)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 2)
    .map(([kinds, count]) => `${kinds} ${count}`)
    .join(', ');

const judgementLines = (judgements: Results['judgements']): string[] =>
  Object.entries(judgements)
    .filter(([, { of }]) => of > 0)
    .map(
      ([what, { bar, isMet, ...share }]) =>
        `${what} right at level full: ${shareOf(share)}, bar ${percent(bar)}, ${isMet ? 'met' : 'not met'}`,
    );

const HARDEST = 8;

const traitTable = (traits: Results['traits']): string[][] => [
  ['hardest at level full', 'found exactly'],
  ...Object.entries(traits)
    .slice(0, HARDEST)
    .map(([trait, share]) => [trait, shareOf(share)]),
];

/** Confidence against what came true. */
const reliabilityTable = (bins: readonly ReliabilityBin[]): string[][] => [
  ['confidence', 'sweeps', 'mean', 'right'],
  ...bins.map(({ from, sweeps, meanConfidence, right }) => [
    `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`,
    String(sweeps),
    meanConfidence.toFixed(2),
    right.toFixed(2),
  ]),
];

/** Columns aligned: words to the left, numbers to the right. Nothing for a head alone. */
function aligned(rows: readonly (readonly string[])[]): string {
  if (rows.length < 2) return '';
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isWord = head.map((_, column) => rows.slice(1).some((row) => /[a-z]{3}/i.test(row[column] ?? '')));
  const pad = (cell: string, column: number): string =>
    isWord[column] ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}
