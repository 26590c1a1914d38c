import type { ProjectFacts } from '../../model/facts.ts';
import type { ClaimEntry, ClaimScope } from '../../model/paper-claim.ts';
import type { Costs, Tier, Tiers } from '../../model/tier.ts';
import type { Usage } from '../../model/usage.ts';
import { findGpu } from '../../tables/hardware/gpus.ts';

/** What logs say of a figure, in base units, and what it would be counted in another way. */
export interface Logged {
  readonly value: number;
  readonly otherwise: readonly { readonly value: number; readonly assumption: string }[];
}

/** By the last parts of a figure's name: `jobs`, `cloud.low`, `shares.M40`. */
export type LoggedValues = ReadonlyMap<string, Logged>;

const logged = (value: number, otherwise: Logged['otherwise'] = []): Logged => ({ value, otherwise });

const TIERS: Readonly<Record<Exclude<ClaimScope, 'project'>, keyof Tiers>> = {
  model: 'singleModel',
  tune: 'singleTune',
};

/** Figures that rest on all GPUs, beside shares and costs. */
const OF_GPUS = new Set(['deviceHours', 'concurrency', 'devicesPerJob']);

/**
 * What logs say of the figures of an entry. Costs are among them only if the logs were costed by the claim's own constants. Of a model that no log shows they say nothing, and nothing of GPU
 * time where they do not tell all GPUs.
 */
export function loggedValues(facts: ProjectFacts, entry: ClaimEntry, hasOwnMethod: boolean): LoggedValues {
  const { scope } = entry;
  if (scope === undefined) return new Map();
  const tier = facts.tiers[scope === 'project' ? 'project' : TIERS[scope]];
  if (tier.isStandIn === true) return new Map();
  const figures = Object.entries(scope === 'project' ? ofProject(facts, entry) : ofTier(tier));
  const told =
    tier.untold === undefined
      ? [...figures, ...(hasOwnMethod ? Object.entries(ofCosts(tier.costs)) : [])]
      : figures.filter(([name]) => !OF_GPUS.has(name) && !name.startsWith('shares.'));
  return new Map(told.filter(([, { value }]) => Number.isFinite(value)));
}

function ofProject(facts: ProjectFacts, { shares = {} }: ClaimEntry): Record<string, Logged> {
  const { usage, ledger, project, wallSummary, sweeps, byState } = facts;
  const hours = project.days * 24;
  const completed = byState.find(({ key }) => key === 'completed');
  const parts = Object.keys(shares).map((name): [string, Logged] => [`shares.${name}`, shareOf(usage, name)]);
  return {
    jobs: logged(usage.attempts, [
      { value: usage.attemptsThatRan, assumption: 'only jobs that ran are counted' },
      { value: ledger.runs, assumption: 'a job that was requeued is counted once' },
      { value: completed?.attempts ?? Number.NaN, assumption: 'only jobs that completed are counted' },
    ]),
    sweeps: logged(sweeps.length, [
      { value: sweeps.filter(({ sweep }) => sweep.kind === 'grid').length, assumption: 'only grids are counted' },
    ]),
    deviceHours: logged(usage.gpuHours, [
      { value: usage.wallHours, assumption: 'it is the time of jobs, whatever GPUs they held' },
      { value: completed?.gpuHours ?? Number.NaN, assumption: 'only jobs that completed are counted' },
    ]),
    span: logged(hours),
    concurrency: logged(usage.gpuHours / hours),
    devicesPerJob: logged(usage.gpuHours / usage.wallHours),
    meanJob: logged(wallSummary.mean, [{ value: wallSummary.median, assumption: 'it is the median' }]),
    shortestJob: logged(wallSummary.min),
    longestJob: logged(wallSummary.max),
    ...Object.fromEntries(parts),
  };
}

/** The part of the device hours on one hardware. Logs may name it more closely than the claim, or less: `A100` and `A100 80 GB`. */
function shareOf({ gpuHoursByModel, gpuHours }: Usage, name: string): Logged {
  const model = findGpu(name)?.name ?? name;
  const alike = [...gpuHoursByModel].filter(([other]) => isOrKind(other, model) || isOrKind(model, other));
  const total = alike.reduce((sum, [, hours]) => sum + hours, 0);
  const assumption = `${alike.map(([other]) => other).join(' and ')} in the logs is ${name}`;
  return logged((gpuHoursByModel.get(model) ?? 0) / gpuHours, [{ value: total / gpuHours, assumption }]);
}

const isOrKind = (kind: string, model: string): boolean => kind === model || kind.startsWith(`${model} `);

const ofTier = ({ attempts, gpuHours, wallHours }: Tier): Record<string, Logged> => ({
  jobs: logged(attempts),
  deviceHours: logged(gpuHours, [{ value: wallHours, assumption: 'it is the time of jobs, whatever GPUs they held' }]),
});

const ofCosts = ({ energyKwh, co2eKg, electricityUsd, cloudUsd }: Costs): Record<string, Logged> => ({
  energy: logged(energyKwh.value),
  co2e: logged(co2eKg.value),
  electricity: logged(electricityUsd.value),
  cloud: logged(cloudUsd.value, [
    { value: cloudUsd.low, assumption: 'it is rented at the cheapest' },
    { value: cloudUsd.high, assumption: 'it is rented at the dearest' },
  ]),
  'cloud.low': logged(cloudUsd.low),
  'cloud.high': logged(cloudUsd.high),
});
