import type { ProjectFacts } from '../model/facts.ts';
import type { Trial } from '../model/trial.ts';
import { projectSensitivity } from '../sensitivity/project-sensitivity.ts';
import type { GpusOfRow } from './shares.ts';

interface Source extends Pick<ProjectFacts, 'ledger' | 'sweeps' | 'trialsOf'> {
  readonly gpusOf: GpusOfRow;
}

/** How sensitive the largest sweeps are to what they varied; absent where no sweep has runs enough. */
export function sensitivityIn({ ledger, sweeps, trialsOf, gpusOf }: Source): Pick<ProjectFacts, 'sensitivity'> {
  const candidates = sweeps.map(({ sweep, usage }, index) => ({
    sweep: index,
    runs: sweep.runs,
    gpuHours: usage.gpuHours,
    id: sweep.id,
  }));
  const hardwareOf = ({ attempts }: Trial): string =>
    [...new Set(attempts.flatMap((attempt) => gpusOf(ledger.row[attempt] as number).map(({ model }) => model)))]
      .sort()
      .join(' + ');
  const sensitivity = projectSensitivity(candidates, trialsOf, hardwareOf);
  return sensitivity.sweeps.length === 0 ? {} : { sensitivity };
}
