import { untoldReader } from '../cost/recognise-gpus.ts';
import type { ProjectFacts } from '../model/facts.ts';
import { type JobState, stateOf } from '../model/job-state.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Sweep } from '../model/sweep.ts';
import { secondsToHours } from '../model/units.ts';
import type { GpuShare, Share } from '../model/usage.ts';

/** Divides the project's GPU-hours and attempts among the keys that `keysOf` gives. Largest first; the parts add up to the whole. */
function divide(
  ledger: Ledger,
  partsOf: (attempt: number, row: number) => Iterable<readonly [key: string, gpus: number]>,
): Share[] {
  const parts = new Map<string, { attempts: number; held: number; gpuSeconds: number }>();
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    for (const [key, gpus] of partsOf(attempt, ledger.row[attempt] as number)) {
      const part = parts.get(key) ?? { attempts: 0, held: 0, gpuSeconds: 0 };
      part.attempts++;
      const seconds = gpus * (ledger.wall[attempt] as number);
      if (seconds > 0) part.held++;
      part.gpuSeconds += seconds;
      parts.set(key, part);
    }
  }
  return [...parts]
    .map(([key, { attempts, held, gpuSeconds }]) => ({
      key,
      attempts,
      ...(held < attempts ? { held } : {}),
      gpuHours: secondsToHours(gpuSeconds),
    }))
    .sort((a, b) => b.gpuHours - a.gpuHours || b.attempts - a.attempts || (a.key < b.key ? -1 : 1));
}

/** How many GPUs there are of all models. */
export const gpusIn = (shares: readonly GpuShare[]): number => shares.reduce((sum, { count }) => sum + count, 0);

export type GpusOfRow = (row: number) => readonly GpuShare[];

const sharesByState = (ledger: Ledger, gpusOf: GpusOfRow): Share[] =>
  divide(ledger, (attempt, row) => [[stateOf(ledger.state[attempt] as number), gpusIn(gpusOf(row))]]);

const sharesByUser = (ledger: Ledger, gpusOf: GpusOfRow): Share[] =>
  divide(ledger, (_, row) => [[ledger.table.user.at(row) || 'unknown', gpusIn(gpusOf(row))]]);

/** By GPU model; attempts with two models count in both, attempts without GPUs under `no GPU`, those of which the logs do not tell them under `not told`. */
function sharesByModel(ledger: Ledger, gpusOf: GpusOfRow): Share[] {
  const isUntold = untoldReader(ledger.table);
  return divide(ledger, (_, row) => {
    const shares = gpusOf(row);
    if (shares.length === 0) return [[isUntold?.(row) === true ? 'not told' : 'no GPU', 0]];
    return shares.map(({ model, count }) => [model, count] as const);
  });
}

/** The project by how attempts ended, by hardware and by user. */
export const sharesIn = (ledger: Ledger, gpusOf: GpusOfRow): Pick<ProjectFacts, 'byState' | 'byModel' | 'byUser'> => ({
  byState: sharesByState(ledger, gpusOf),
  byModel: sharesByModel(ledger, gpusOf),
  byUser: sharesByUser(ledger, gpusOf),
});

/** GPU-hours of the attempts of a sweep by how they ended. */
export function gpuHoursByState(
  ledger: Ledger,
  { members, shares }: Pick<Sweep, 'members' | 'shares'>,
  gpusOf: GpusOfRow,
): Map<JobState, number> {
  const seconds = new Map<JobState, number>();
  for (const attempt of members) {
    const state = stateOf(ledger.state[attempt] as number);
    const wall = (ledger.wall[attempt] as number) * (shares?.get(attempt) ?? 1);
    const held = gpusIn(gpusOf(ledger.row[attempt] as number)) * wall;
    seconds.set(state, (seconds.get(state) ?? 0) + held);
  }
  return new Map([...seconds].map(([state, held]) => [state, secondsToHours(held)]));
}
