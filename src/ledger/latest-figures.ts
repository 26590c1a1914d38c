import type { Job } from '../model/job.ts';
import { isOpen } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';
import { byNews, latestOf, reachOf } from './news.ts';

/** What is true of an attempt when a record of it is written, and may be otherwise later: limits are extended, means and sums go on. */
const FIGURES = ['timeLimit', 'energyJoules', 'gpuEnergyJoules', 'gpuUtilisation'] as const;

type Figures = Pick<Job, (typeof FIGURES)[number]>;

/** Sums since the start: what a record told before the end is a part of them. */
const isSum = (name: (typeof FIGURES)[number]): boolean => name === 'energyJoules' || name === 'gpuEnergyJoules';

/** What a record may lack at the end and still have the sums of the attempt: a minute, or a hundredth of it. Our own judgement. */
const MOST_LACKING = { seconds: 60, share: 0.01 };

/** The figures of an attempt by the latest of its records that has them. Sums that stop well before what is known of it are none: part of an energy is not what was measured. */
export function latestFigures(table: JobTable, rows: readonly number[], best: number): Figures {
  const latest = latestOf(table, rows, best);
  const inOrder = [latest, ...rows.filter((row) => row !== latest).sort((a, b) => byNews(table, a, b))];
  const figureOf = (name: (typeof FIGURES)[number]): number => {
    const isKnown = (row: number): boolean => !Number.isNaN(table[name].at(row));
    const row = inOrder.find((each) => isKnown(each) && !(isSum(name) && isPart(table, each, latest)));
    return row === undefined ? Number.NaN : table[name].at(row);
  };
  const [timeLimit, energyJoules, gpuEnergyJoules, gpuUtilisation] = FIGURES.map(figureOf) as Four;
  return { timeLimit, energyJoules, gpuEnergyJoules, gpuUtilisation };
}

type Four = [number, number, number, number];

/** Whether the figures of a record are those of the attempt: it is the latest, or tells the same. */
export function isLatest(table: JobTable, rows: readonly number[], best: number): boolean {
  const latest = latestOf(table, rows, best);
  return latest === best || FIGURES.every((name) => Object.is(table[name].at(latest), table[name].at(best)));
}

/** Whether a record was written well before the latest, while the attempt ran. Not known of what trackers measure: their records of a run as a whole have its pauses in them. */
function isPart(table: JobTable, row: number, latest: number): boolean {
  if (!isOpen(table.stateAt(row)) || table.tracked.has(row)) return false;
  const most = Math.max(MOST_LACKING.seconds, table.elapsed.at(latest) * MOST_LACKING.share);
  return reachOf(table, latest) - reachOf(table, row) > most;
}
