import type { Interval } from '../../model/audit.ts';
import type { Estimate } from '../../model/estimate.ts';
import type { ProjectFacts } from '../../model/facts.ts';
import type { ClaimEntry, ClaimScope } from '../../model/paper-claim.ts';
import type { Costs, Tier, Tiers } from '../../model/tier.ts';
import type { Unit } from '../../model/units.ts';
import type { Usage } from '../../model/usage.ts';
import { findGpu } from '../../tables/hardware/gpus.ts';

/** What logs say of a figure, in base units, and what it would be counted in another way. */
export interface Logged {
  readonly value: number;
  /** Where it lies, if it is computed from printed constants. */
  readonly span?: Interval;
  /** By which constants it is costed, if they are not those of the claim's own method. */
  readonly by?: string;
  readonly otherwise: readonly { readonly value: number; readonly span?: Interval; readonly assumption: string }[];
}

/** Whose constants the logs were costed by: those of the claim's own method, those of one that the user chose, or of one that nobody named. */
export type Costing = 'own' | 'chosen' | 'unnamed';

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
 * What logs say of the figures of an entry. Costs are among them only if the logs were costed by a method that the claim or the user names. Of a model that no log shows they say nothing, and nothing of GPU
 * time where they do not tell all GPUs.
 */
export function loggedValues(facts: ProjectFacts, entry: ClaimEntry, costing: Costing): LoggedValues {
  const { scope } = entry;
  if (scope === undefined) return new Map();
  const tier = facts.tiers[scope === 'project' ? 'project' : TIERS[scope]];
  if (tier.isStandIn === true) return new Map();
  const figures = Object.entries(scope === 'project' ? ofProject(facts, entry) : ofTier(tier));
  const told =
    tier.untold === undefined
      ? [...figures, ...(costing === 'unnamed' ? [] : Object.entries(costsBy(facts, tier.costs, costing)))]
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

/** A doubling must show, however little a method knows. Our own judgement. */
const MOST_OPEN = 2;

const within = ({ low, value, high }: Estimate<Unit>): Interval => ({
  low: Math.max(low, value / MOST_OPEN),
  high: Math.min(high, value * MOST_OPEN),
});

/** The costs. By another method than the claim's own, what its constants leave open is no contradiction. */
function costsBy({ method }: ProjectFacts, costs: Costs, costing: Costing): Record<string, Logged> {
  const own = ofCosts(costs);
  if (costing === 'own') return own;
  const by = `by the method ${method.name}`;
  const { energyKwh, co2eKg, electricityUsd } = costs;
  const ranges: Readonly<Record<string, Estimate<Unit>>> = {
    energy: energyKwh,
    co2e: co2eKg,
    electricity: electricityUsd,
  };
  return Object.fromEntries(
    Object.entries(own).map(([field, { value, otherwise }]): [string, Logged] => {
      const range = ranges[field];
      const open =
        range === undefined
          ? []
          : [
              {
                value,
                span: within(range),
                assumption: `constants of the method ${method.name} lie elsewhere in their ranges`,
              },
            ];
      return [field, { value, by, otherwise: [...otherwise, ...open] }];
    }),
  );
}
