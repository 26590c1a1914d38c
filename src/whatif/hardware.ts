import { methodName } from '../cost/draw.ts';
import { yearReader } from '../cost/year-of.ts';
import { exactly, type Range, scaleRange } from '../model/estimate.ts';
import type { ProjectFacts } from '../model/facts.ts';
import type { HardwareWhatIf, Having } from '../model/hardware-what-if.ts';
import type { Rate } from '../model/method.ts';
import type { Costs } from '../model/tier.ts';
import type { Usage } from '../model/usage.ts';
import { lifeOf } from '../tables/prices/owning.ts';
import { purchaseOf } from '../tables/prices/purchase.ts';
import { bar } from './having-bar.ts';
import { meanRange } from './mean-range.ts';
import { owningOf, type Priced } from './owning.ts';

/** Less than this is no reason to think of buying: a GPU for six weeks. Our own judgement. */
const LEAST_GPU_HOURS = 1000;

export interface HardwareInput extends Pick<ProjectFacts, 'method' | 'project'> {
  /** Of the attempts that held GPUs: what others drew is no cost of these. */
  readonly usage: Usage;
  readonly costs: Pick<Costs, 'energyKwh' | 'electricityUsd'>;
}

/** The same work on rented, owned and shared hardware. Undefined where there is too little of it, or no purchase price of any model in it is known. */
export function hardwareOtherwise(input: HardwareInput): HardwareWhatIf | undefined {
  const { usage, method, project } = input;
  // Partitions with prices of their own are what the user pays: no list price stands beside them.
  if (usage.gpuHours < LEAST_GPU_HOURS || usage.pricedApart !== undefined) return undefined;
  const told = toldBar(input);
  const priced = pricedModels(input);
  const gpuHours = priced.reduce((sum, { hours }) => sum + hours, 0);
  if (gpuHours < LEAST_GPU_HOURS) return undefined;
  const counted = priced.map(({ model }) => model);
  const rent = meanRange(priced.map(({ model, hours }) => ({ range: method.gpuPrice(methodName(model)), hours })));
  const meanGpus = gpuHours / (24 * project.days);
  const owning = owningOf(input, priced, { rent, gpuHours, meanGpus, days: project.days });
  return {
    gpuHours,
    covered: gpuHours / usage.gpuHours,
    uncovered: [...usage.gpuHoursByModel.keys()].filter((name) => !counted.includes(name)),
    meanGpus: Number.isFinite(meanGpus) ? meanGpus : Number.NaN,
    days: project.days,
    having: [
      bar('rented-low', { rent: scaleRange(exactly(rent.low), gpuHours) }),
      bar('rented', { rent: scaleRange({ low: rent.value, value: rent.value, high: rent.high }, gpuHours) }),
      ...(told === undefined ? [] : [told]),
      ...owning.having,
    ],
    breakEven: owning.breakEven,
    assumptions: owning.assumptions,
  };
}

/** By what the user says that owned hardware cost, where it is said of all models. */
function toldBar({ usage, costs, method }: HardwareInput): Having | undefined {
  const rates = [...usage.gpuHoursByModel].map(([model, hours]) => {
    const rate = method.own?.perGpuHour(methodName(model));
    return rate && scaleRange(rate, hours);
  });
  const known = rates.filter((rate) => rate !== undefined);
  if (known.length < rates.length) return undefined;
  const sum = (end: keyof Range): number => known.reduce((all, range) => all + range[end], 0);
  return bar('owned-told', {
    hardware: { low: sum('low'), value: sum('value'), high: sum('high') },
    electricity: costs.electricityUsd,
  });
}

/** What each model cost to buy and how long it is kept: as the user says, else by cited prices. */
function pricedModels({ usage, method, project }: HardwareInput): Priced[] {
  const cited = lifeAt(project.end);
  return [...usage.gpuHoursByModel].flatMap(([model, hours]) => {
    const name = methodName(model);
    const own = method.own?.bought(name);
    const rate = own?.purchase ?? (method.purchase ?? purchaseOf)(name);
    return rate === undefined || !(hours > 0) ? [] : [{ model, hours, rate, life: own?.life ?? cited }];
  });
}

/** Taken where the logs tell no time: the longest life. */
const UNTOLD_YEAR = 2025;

function lifeAt(end: number): Rate {
  const year = yearReader()(end);
  return lifeOf(Number.isNaN(year) ? UNTOLD_YEAR : year);
}
