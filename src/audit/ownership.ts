import { type BreakEven, type HavingOption, HOURS_PER_YEAR, type Ownership, ownedPerHour } from '../model/ownership.ts';
import type { PaperClaim } from '../model/paper-claim.ts';
import { plainNumber } from '../model/print-number.ts';
import { type Figure, titleOf } from './claim-figures.ts';

/** Hardware bought up to 2020 is written off over three years: Epoch AI, training-cost-trends. */
const LIFE_YEARS = 3;
/** How busy a shared cluster is: an assumption, said to be one. */
const SHARED_UTILISATION = 0.5;

/** What the arithmetic starts from; USD and hours. */
interface Start {
  readonly title: string;
  readonly deviceHours: number;
  readonly spanHours: number;
  readonly rentLow: number;
  readonly rentHigh: number;
  readonly electricity: number;
  /** USD per kWh; NaN where the claim does not tell. */
  readonly electricityPrice: number;
  readonly purchase: number;
  readonly devices: number;
  readonly lifeYears: number;
  readonly lifeSaid: string | undefined;
}

/**
 * The same project rented, bought, owned and shared, by the claim's own prices: a project with device time, span, cloud cost and electricity, and an entry with a purchase for so many
 * devices. Undefined where the claim does not tell these.
 */
export function ownershipOf(claim: PaperClaim, figures: readonly Figure[]): Ownership | undefined {
  const start = startOf(claim, figures);
  if (start === undefined) return undefined;
  const { deviceHours, lifeYears, spanHours, purchase, devices } = start;
  const rent = { low: start.rentLow / deviceHours, high: start.rentHigh / deviceHours };
  const terms = { devicePrice: purchase / devices, lifeYears, electricityPerHour: start.electricity / deviceHours };
  return {
    project: start.title,
    deviceHours,
    ...terms,
    rent,
    options: optionsOf(start, rent, terms),
    breakEven: { low: breakEven(rent.low, terms), high: breakEven(rent.high, terms) },
    assumptions: [
      start.lifeSaid === undefined
        ? `Hardware lives ${LIFE_YEARS} years: Epoch AI writes off what was bought up to 2020 over so long. The claim names no life.`
        : `Hardware lives ${start.lifeSaid}, as the claim says.`,
      powerSentence(terms.electricityPerHour, start.electricityPrice),
      `A shared cluster is busy ${plainNumber(100 * SHARED_UTILISATION)} % of the time: our assumption.`,
      `Bought for the project alone, the devices stand idle after its ${plainNumber(spanHours / 24)} days.`,
      'Not counted on the side of owning: staff, space, network, interest, repairs, what the hardware sells for. On the side of rent: the host’s other charges, storage, transfer.',
    ],
  };
}

/** What electricity is counted, and what draw that is. */
function powerSentence(perHour: number, price: number): string {
  const said = `Electricity is the claim’s own, $${perHour.toFixed(3)} a device hour`;
  if (!(price > 0)) return `${said}.`;
  const watts = plainNumber((1000 * perHour) / price);
  return `${said}: ${watts} W with the building’s overhead, at $${price} per kWh.`;
}

type Terms = Pick<Ownership, 'devicePrice' | 'lifeYears' | 'electricityPerHour'>;

function startOf(claim: PaperClaim, figures: readonly Figure[]): Start | undefined {
  const amount = (name: string): number => figures.find((figure) => figure.name === name)?.reading.value ?? Number.NaN;
  const entries = Object.entries(claim.entries);
  const project = entries.find(([, { scope }]) => scope === 'project');
  const bought = entries.find(([, { purchase }]) => purchase !== undefined);
  if (project === undefined || bought === undefined) return undefined;
  const [key, entry] = project;
  const owned = bought[0];
  const life = figures.find(({ name }) => name === `${owned}.lifetime`);
  const counts = [amount(`${owned}.count`), amount(`${owned}.concurrency`)];
  const start: Start = {
    title: titleOf(key, entry),
    deviceHours: amount(`${key}.deviceHours`),
    spanHours: amount(`${key}.span`),
    rentLow: orOne(amount(`${key}.cloud.low`), amount(`${key}.cloud`)),
    rentHigh: orOne(amount(`${key}.cloud.high`), amount(`${key}.cloud`)),
    electricity: amount(`${key}.electricity`),
    electricityPrice: orOne(amount(`${key}.electricityPrice`), amount('electricityPrice')),
    purchase: amount(`${owned}.purchase`),
    devices: counts.find((count) => count > 0) ?? Number.NaN,
    lifeYears: life === undefined ? LIFE_YEARS : life.reading.value / HOURS_PER_YEAR,
    lifeSaid: life?.says,
  };
  const { electricityPrice: _, ...needed } = start;
  const numbers = Object.values(needed).filter((value) => typeof value === 'number');
  return numbers.every((value) => value > 0 && Number.isFinite(value)) ? start : undefined;
}

/** The first of two that is known. */
const orOne = (end: number, one: number): number => (Number.isNaN(end) ? one : end);

function optionsOf(start: Start, rent: Ownership['rent'], terms: Terms): readonly HavingOption[] {
  const { deviceHours, purchase, electricity, devices, lifeYears } = start;
  const owned = (utilisation: number) => {
    const usdPerDeviceHour = ownedPerHour(terms, utilisation);
    return { utilisation, usdPerDeviceHour, usd: usdPerDeviceHour * deviceHours };
  };
  const alone = deviceHours / (devices * lifeYears * HOURS_PER_YEAR);
  return [
    {
      id: 'rented-low',
      title: 'Rented, cheapest',
      usdPerDeviceHour: rent.low,
      usd: rent.low * deviceHours,
      note: 'preemptible, if the work bears being interrupted',
    },
    {
      id: 'rented-high',
      title: 'Rented, on demand',
      usdPerDeviceHour: rent.high,
      usd: rent.high * deviceHours,
      note: 'list price',
    },
    {
      id: 'bought-for-it',
      title: 'Bought for this project alone',
      utilisation: alone,
      usdPerDeviceHour: (purchase + electricity) / deviceHours,
      usd: purchase + electricity,
      note: 'the whole purchase is charged to it',
    },
    {
      id: 'shared',
      title: 'Shared cluster',
      ...owned(SHARED_UTILISATION),
      note: 'idle time is paid by those who use it',
    },
    {
      id: 'owned-busy',
      title: 'Owned, and always in use',
      ...owned(1),
      note: 'the part of its life that the project takes',
    },
  ];
}

/** Where price ÷ (life × utilisation) + electricity equals the rent. */
function breakEven(rent: number, { devicePrice, lifeYears, electricityPerHour }: Terms): BreakEven {
  const margin = rent - electricityPerHour;
  if (margin <= 0) return { rent, utilisation: Number.POSITIVE_INFINITY, deviceHours: Number.POSITIVE_INFINITY };
  const deviceHours = devicePrice / margin;
  return { rent, utilisation: deviceHours / (lifeYears * HOURS_PER_YEAR), deviceHours };
}
