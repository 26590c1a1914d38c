import { exactly, multiplyRanges, type Range, scaleRange } from '../model/estimate.ts';
import { gpusToBuy, type HardwareWhatIf, type Having, type HavingPart } from '../model/hardware-what-if.ts';
import type { Rate } from '../model/method.ts';
import { HOURS_PER_YEAR } from '../model/ownership.ts';
import { IDLE_DRAW, NETWORK, REPAIRS, ROOM, SHARED_USE, STAFF } from '../tables/prices/owning.ts';
import { breakEvens } from './break-even.ts';
import type { HardwareInput } from './hardware.ts';
import { bar } from './having-bar.ts';
import { meanRange } from './mean-range.ts';

/** GPU-hours on a model, what one GPU of it costs to buy, and how many years it is kept. */
export interface Priced {
  readonly model: string;
  readonly hours: number;
  readonly rate: Rate;
  readonly life: Rate;
}

/** What a year of one owned GPU costs besides electricity for its work, USD, and what an hour of electricity does. */
export interface OwnedTerms {
  readonly perYear: Readonly<Record<Exclude<HavingPart, 'rent' | 'idle' | 'electricity'>, Range>>;
  /** Electricity of an hour at work, and of an hour of idling. */
  readonly electricityPerHour: Range;
  readonly idlePerHour: Range;
}

/** What owning costs by purchase prices, the user's or cited ones. */
export function owningOf(
  input: HardwareInput,
  priced: readonly Priced[],
  amounts: Omit<Amounts, 'purchase'>,
): Pick<HardwareWhatIf, 'having' | 'breakEven' | 'assumptions'> {
  const purchase = meanRange(priced.map(({ rate, hours }) => ({ range: rate, hours })));
  const terms = termsOf(
    input,
    purchase,
    meanRange(priced.map(({ rate, life, hours }) => ({ range: perYear(rate, life), hours }))),
  );
  return {
    having: [
      ownedAt('shared', terms, amounts.gpuHours, SHARED_USE),
      ownedAt('owned-busy', terms, amounts.gpuHours, exactly(1)),
      ...boughtForIt(terms, { ...amounts, purchase }),
    ],
    breakEven: breakEvens(terms, amounts.rent),
    assumptions: [
      ...new Set(priced.map(({ rate }) => rate)),
      ...new Set(priced.map(({ life }) => life)),
      ...[NETWORK, ROOM, STAFF, REPAIRS, IDLE_DRAW, SHARED_USE],
    ],
  };
}

/** The part of a purchase that a year of its life uses up. */
const perYear = (purchase: Range, life: Range): Range => ({
  low: purchase.low / life.high,
  value: purchase.value / life.value,
  high: purchase.high / life.low,
});

/** What it costs to own: by the project's own electricity, as it is on average for an hour of its GPUs. */
function termsOf({ usage, costs, method }: HardwareInput, purchase: Range, hardware: Range): OwnedTerms {
  const perHour = scaleRange(costs.electricityUsd, 1 / usage.gpuHours);
  const kilowatts = costs.energyKwh.value / method.pue.value / usage.gpuHours;
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

/** As many GPUs as the work takes at least, all of their price charged to the project, the rest for its span alone. */
function boughtForIt(terms: OwnedTerms, { gpuHours, purchase, meanGpus, days }: Amounts): Having[] {
  if (!(days >= 1)) return [];
  const gpus = gpusToBuy(meanGpus);
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
