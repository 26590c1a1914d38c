import { methodName } from '../cost/draw.ts';
import { yearReader } from '../cost/year-of.ts';
import { exactly, multiplyRanges, type Range, scaleRange } from '../model/estimate.ts';
import type { ProjectFacts } from '../model/facts.ts';
import { HAVING_PARTS, type HardwareWhatIf, type Having, type HavingPart } from '../model/hardware-what-if.ts';
import type { Rate } from '../model/method.ts';
import { HOURS_PER_YEAR } from '../model/ownership.ts';
import { IDLE_DRAW, lifeOf, NETWORK, REPAIRS, ROOM, SHARED_USE, STAFF } from '../tables/prices/owning.ts';
import { purchaseOf } from '../tables/prices/purchase.ts';
import { breakEvens } from './break-even.ts';

/** Less than this is no reason to think of buying: a GPU for six weeks. Our own judgement. */
const LEAST_GPU_HOURS = 1000;

/** Taken where the logs tell no time: the longest life. */
const UNTOLD_YEAR = 2025;

export type HardwareInput = Pick<ProjectFacts, 'usage' | 'costs' | 'method' | 'project'>;

/** What a year of one owned GPU costs besides electricity for its work, USD, and what an hour of electricity does. */
export interface OwnedTerms {
  readonly perYear: Readonly<Record<Exclude<HavingPart, 'rent' | 'idle' | 'electricity'>, Range>>;
  /** Electricity of an hour at work, and of an hour of idling. */
  readonly electricityPerHour: Range;
  readonly idlePerHour: Range;
}

/** The same work on rented, owned and shared hardware. Undefined where there is too little of it, or no cited purchase price of any model in it. */
export function hardwareOtherwise(input: HardwareInput): HardwareWhatIf | undefined {
  const { usage, method, project } = input;
  const priced = pricedModels(input);
  const gpuHours = priced.reduce((sum, { hours }) => sum + hours, 0);
  // Partitions with prices of their own are what the user pays: no list price stands beside them.
  if (gpuHours < LEAST_GPU_HOURS || usage.pricedApart !== undefined) return undefined;
  const year = yearReader()(project.end);
  const life = lifeOf(Number.isNaN(year) ? UNTOLD_YEAR : year);
  const purchase = meanRange(priced.map(({ rate, hours }) => ({ range: rate, hours })));
  const rent = meanRange(priced.map(({ model, hours }) => ({ range: method.gpuPrice(methodName(model)), hours })));
  const terms = termsOf(input, purchase, life);
  const meanGpus = gpuHours / (24 * project.days);
  return {
    gpuHours,
    covered: gpuHours / usage.gpuHours,
    uncovered: [...usage.gpuHoursByModel.keys()].filter((name) => !priced.some(({ model }) => model === name)),
    meanGpus: Number.isFinite(meanGpus) ? meanGpus : Number.NaN,
    days: project.days,
    having: havingOf(terms, { rent, gpuHours, purchase, meanGpus, days: project.days }),
    breakEven: breakEvens(terms, rent),
    purchase,
    assumptions: [
      ...new Set(priced.map(({ rate }) => rate)),
      ...[life, NETWORK, ROOM, STAFF, REPAIRS, IDLE_DRAW, SHARED_USE],
    ],
  };
}

interface Priced {
  readonly model: string;
  readonly hours: number;
  readonly rate: Rate;
}

function pricedModels({ usage, method }: HardwareInput): Priced[] {
  return [...usage.gpuHoursByModel].flatMap(([model, hours]) => {
    const rate = (method.purchase ?? purchaseOf)(methodName(model));
    return rate === undefined || !(hours > 0) ? [] : [{ model, hours, rate }];
  });
}

/** Bound by bound, weighted by hours. */
function meanRange(parts: readonly { readonly range: Range; readonly hours: number }[]): Range {
  const all = parts.reduce((sum, { hours }) => sum + hours, 0);
  const mean = (end: keyof Range): number => parts.reduce((sum, { range, hours }) => sum + range[end] * hours, 0) / all;
  return { low: mean('low'), value: mean('value'), high: mean('high') };
}

/** What it costs to own: by the project's own electricity, as it is on average for an hour of its GPUs. */
function termsOf({ usage, costs, method }: HardwareInput, purchase: Range, life: Rate): OwnedTerms {
  const perHour = scaleRange(costs.electricityUsd, 1 / usage.gpuHours);
  const kilowatts = costs.energyKwh.value / method.pue.value / usage.gpuHours;
  const hardware: Range = {
    low: purchase.low / life.high,
    value: purchase.value / life.value,
    high: purchase.high / life.low,
  };
  return {
    perYear: {
      hardware,
      network: multiplyRanges(hardware, NETWORK),
      room: scaleRange(ROOM, 12 * kilowatts),
      staff: scaleRange(STAFF, 1),
      repairs: multiplyRanges(purchase, REPAIRS),
    },
    electricityPerHour: perHour,
    idlePerHour: multiplyRanges(perHour, IDLE_DRAW),
  };
}

interface Amounts {
  readonly rent: Range;
  readonly gpuHours: number;
  readonly purchase: Range;
  readonly meanGpus: number;
  readonly days: number;
}

function havingOf(terms: OwnedTerms, amounts: Amounts): Having[] {
  const { rent, gpuHours } = amounts;
  const rented = (id: 'rented-low' | 'rented', perHour: Range): Having =>
    bar(id, { rent: scaleRange(perHour, gpuHours) });
  return [
    rented('rented-low', exactly(rent.low)),
    rented('rented', { low: rent.value, value: rent.value, high: rent.high }),
    ownedAt('shared', terms, gpuHours, SHARED_USE),
    ownedAt('owned-busy', terms, gpuHours, exactly(1)),
    ...boughtForIt(terms, amounts),
  ];
}

/** Hardware that works part of its life: what stands idle is paid by what works. */
function ownedAt(id: Having['id'], terms: OwnedTerms, gpuHours: number, use: Range): Having {
  const hours = (of: number): number => gpuHours / (HOURS_PER_YEAR * of);
  const years: Range = { low: hours(use.high), value: hours(use.value), high: hours(use.low) };
  const idle = (of: number): number => (gpuHours * (1 - of)) / of;
  const yearly = Object.entries(terms.perYear).map(([part, perYear]) => [part, multiplyRanges(perYear, years)]);
  return {
    ...bar(id, {
      ...Object.fromEntries(yearly),
      idle: multiplyRanges(terms.idlePerHour, { low: idle(use.high), value: idle(use.value), high: idle(use.low) }),
      electricity: scaleRange(terms.electricityPerHour, gpuHours),
    }),
    utilisation: { low: use.low, value: use.value, high: use.high },
  };
}

/** As many GPUs as worked on average, all of their price charged to the project, the rest for its span alone. */
function boughtForIt(terms: OwnedTerms, { gpuHours, purchase, meanGpus, days }: Amounts): Having[] {
  if (!(days >= 1)) return [];
  const gpus = Math.max(1, Math.round(meanGpus));
  const years = (gpus * days) / 365.25;
  const { room, staff, repairs } = terms.perYear;
  const hardware = scaleRange(purchase, gpus);
  const network = multiplyRanges(hardware, NETWORK);
  return [
    bar('bought-for-it', {
      ...{ hardware, network, room: scaleRange(room, years), staff: scaleRange(staff, years) },
      repairs: scaleRange(repairs, years),
      electricity: scaleRange(terms.electricityPerHour, gpuHours),
    }),
  ];
}

function bar(id: Having['id'], usd: Partial<Record<HavingPart, Range>>): Having {
  const parts = HAVING_PARTS.flatMap((part) => {
    const range = usd[part];
    return range === undefined || range.high === 0 ? [] : [{ part, usd: range }];
  });
  const sum = (end: keyof Range): number => parts.reduce((all, each) => all + each.usd[end], 0);
  return { id, parts, usd: { low: sum('low'), value: sum('value'), high: sum('high') } };
}
