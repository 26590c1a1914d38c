import type { ProjectFacts } from '../../model/facts.ts';
import { stateOf } from '../../model/job-state.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { Trial } from '../../model/trial.ts';
import { secondsToHours } from '../../model/units.ts';
import { type GpusOfRow, gpusIn } from '../shares.ts';

/** How a trial ended, when it ran and what it took. */
export type Taken = Pick<Trial, 'state' | 'start' | 'end' | 'wallHours' | 'gpuHours' | 'cloudUsd'>;

export interface TakingSource extends Pick<ProjectFacts, 'costOf'> {
  readonly ledger: Ledger;
  readonly gpusOf: GpusOfRow;
}

/** What attempts took that are those of one run. */
export function takenByAttempts({ ledger, gpusOf, costOf }: TakingSource, attempts: readonly number[]): Taken {
  const [first, last] = [attempts[0] as number, attempts.at(-1) as number];
  let [wall, held, cloudUsd] = [0, 0, 0];
  for (const attempt of attempts) {
    const seconds = ledger.wall[attempt] as number;
    wall += seconds;
    held += seconds * gpusIn(gpusOf(ledger.row[attempt] as number));
    cloudUsd += costOf(attempt).cloudUsd;
  }
  return {
    state: stateOf(ledger.state[last] as number),
    start: ledger.start[first] as number,
    end: ledger.end[last] as number,
    wallHours: secondsToHours(wall),
    gpuHours: secondsToHours(held),
    cloudUsd,
  };
}
