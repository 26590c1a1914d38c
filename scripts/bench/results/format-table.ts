import { STAGES, type StageSeconds } from '../measure/run-stages.ts';
import type { SizeResult } from './summarise-size.ts';

const HEAD = ['jobs', 'what', 'wall s', 'jobs/s', 'peak MB', '× wc', '× DuckDB aggregate', '× DuckDB table'];

const NAMES = {
  wc: 'wc -l',
  duckdbAggregate: 'DuckDB aggregate',
  duckdbTable: 'DuckDB table',
  report: 'runledger report',
} as const;

const STAGE_NAMES: Readonly<Record<keyof StageSeconds, string>> = {
  reading: 'reading',
  ledger: 'ledger',
  sweeps: 'sweeps',
  usage: 'usage and costs',
  jobsCsv: 'jobs.csv',
  otherData: 'other data',
  page: 'page',
};

/** The medians as a table for a terminal, columns aligned, and under it the linearity and the bars. */
export function formatTable(results: readonly SizeResult[], linearity: number | undefined): string {
  const rows = [HEAD, ...results.flatMap(rowsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => align(cell, column, widths[column] ?? 0)).join('  '));
  const notes = [...results.map(stageLine), ...linearityLine(results, linearity), ...results.flatMap(barLines)];
  return [...lines, '', ...notes].join('\n');
}

function rowsOf({ jobs, medians }: SizeResult): string[][] {
  return (['wc', 'duckdbAggregate', 'duckdbTable', 'report'] as const).map((who) => {
    const { seconds, jobsPerSecond, peakMb } = medians[who];
    const times = (other: { seconds: number }): string => (seconds / other.seconds).toFixed(2);
    const speed = [seconds.toFixed(2), String(Math.round(jobsPerSecond)), peakMb?.toFixed(0) ?? '–'];
    const ratios = [times(medians.wc), times(medians.duckdbAggregate), times(medians.duckdbTable)];
    return [String(jobs), NAMES[who], ...speed, ...ratios];
  });
}

/** Names to the left, numbers to the right. */
const align = (cell: string, column: number, width: number): string =>
  column === 1 ? cell.padEnd(width) : cell.padStart(width);

/** What one report spends its time on. */
function stageLine({ jobs, stages }: SizeResult): string {
  const shown = STAGES.map((stage) => `${STAGE_NAMES[stage]} ${stages[stage].toFixed(2)}`);
  return `${jobs} jobs, seconds on one core: ${shown.join(', ')}`;
}

function linearityLine(results: readonly SizeResult[], linearity: number | undefined): string[] {
  if (linearity === undefined) return [];
  return [`time a job at ${results.at(-1)?.jobs} jobs over that at ${results[0]?.jobs}: ${linearity.toFixed(2)}`];
}

const barLines = ({ jobs, bars }: SizeResult): string[] =>
  bars.map(
    ({ name, atMost, value, isMet }) =>
      `${jobs} jobs, ${name}: ${value.toFixed(2)}, at most ${atMost}: ${isMet ? 'met' : 'NOT met'}`,
  );
