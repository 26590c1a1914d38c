import type { CostedSweep, ProjectFacts } from '../../model/facts.ts';
import { isLost, type JobState } from '../../model/job-state.ts';
import type { PaperClaim } from '../../model/paper-claim.ts';
import { plainNumber } from '../../model/print-number.ts';

/** What the logs hold and a claim does not tell: sentences. */
export function leftOutBy(claim: PaperClaim, facts: ProjectFacts): readonly string[] {
  return [...projectTotal(claim, facts), ...lostJobs(claim, facts), ...otherSweeps(facts), ...singleJobs(facts)];
}

const hours = (value: number): string => `${plainNumber(value)} GPU-hours`;
const part = (share: number): string => `${plainNumber(100 * share, 1)} %`;

/** A claim that speaks of one model or one tune only. */
function projectTotal({ entries }: PaperClaim, { usage, tiers }: ProjectFacts): string[] {
  if (Object.values(entries).some(({ scope }) => scope === 'project')) return [];
  const isKnown = tiers.singleModel.isStandIn !== true && usage.untold === undefined;
  const times = isKnown ? usage.gpuHours / tiers.singleModel.gpuHours : Number.NaN;
  const beside = Number.isFinite(times) ? `, ${plainNumber(times)} times the single model` : '';
  return [`The claim gives no total of the project. The logs hold ${hours(usage.gpuHours)}${beside}.`];
}

function lostJobs({ covers = [] }: PaperClaim, { byState, usage }: ProjectFacts): string[] {
  const lost = byState.filter(({ key }) => isLost(key as JobState));
  const total = lost.reduce((sum, { gpuHours }) => sum + gpuHours, 0);
  const attempts = lost.reduce((sum, each) => sum + each.attempts, 0);
  if (attempts === 0) return [];
  const kinds = lost.map(({ key, attempts: count }) => `${plainNumber(count)} ${key}`).join(', ');
  const told = covers.includes('failed-runs')
    ? 'The claim has them in its total'
    : 'The claim does not tell them apart';
  return [
    `${plainNumber(attempts)} jobs did not complete (${kinds}): ${hours(total)}, ${part(total / usage.gpuHours)}. ${told}.`,
  ];
}

function otherSweeps({ sweeps, tiers, usage }: ProjectFacts): string[] {
  const tune = sweeps.find(({ sweep }) => sweep.id === tiers.singleTune.sweepId);
  if (tune === undefined || sweeps.length < 2) return [];
  const earlier = sweeps.filter((each) => each !== tune && each.end <= tune.end);
  const total = (all: readonly CostedSweep[]): number => all.reduce((sum, each) => sum + each.usage.gpuHours, 0);
  return [
    `${plainNumber(earlier.length)} sweeps ended before the single tune (${tune.sweep.id}) did: ${hours(total(earlier))}, ${part(total(earlier) / usage.gpuHours)} of the project. The cost of a tune does not show them.`,
  ];
}

function singleJobs({ findings, ledger, gpusOf }: ProjectFacts): string[] {
  let [count, total] = [0, 0];
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    if ((findings.sweepOf[attempt] as number) >= 0) continue;
    count++;
    const gpus = gpusOf(attempt).reduce((sum, share) => sum + share.count, 0);
    total += (gpus * (ledger.wall[attempt] as number)) / 3600;
  }
  return count === 0 ? [] : [`${plainNumber(count)} jobs are in no sweep: ${hours(total)}.`];
}
