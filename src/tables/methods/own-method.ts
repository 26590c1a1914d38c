import type { Basis } from '../../model/basis.ts';
import type { Bought, CausedRange, Method, OwnHardware, Rate } from '../../model/method.ts';
import type { Said, SaidHardware, SaidMethod } from '../../model/said.ts';
import { findGpu } from '../hardware/gpus.ts';
import { ofModel } from './of-model.ts';

/** A year of 365.25 days, hours. */
const HOURS_PER_YEAR = 8766;

const basisOf = ({ place }: { readonly place: string }, note = ''): Basis => ({
  kind: 'user',
  note: `${place}${note === '' ? '' : `: ${note}`}`,
});

/** A constant in the user's figures. */
const said = (rate: Pick<Rate, 'name' | 'unit'>, figure: Said): Rate => ({
  name: rate.name,
  unit: rate.unit,
  low: figure.low,
  value: figure.value,
  high: figure.high,
  basis: [basisOf(figure)],
});

type ByModel = ReadonlyMap<string, Said>;

/** Figures by the name that a method has for a model: as the table knows it, else as written. */
const byModel = (figures: Readonly<Record<string, Said>> | undefined): ByModel =>
  new Map(Object.entries(figures ?? {}).map(([name, figure]) => [canonical(name), figure]));

const canonical = (name: string): string => findGpu(name)?.name ?? name;

function replaced(of: (model: string) => Rate, figures: ByModel, name: (model: string) => string): typeof of {
  return (model) => {
    const figure = ofModel(figures, model);
    if (figure === undefined) return of(model);
    return said({ name: name(model), unit: of(model).unit }, figure);
  };
}

/** Another method with the user's constants in place of some of its own. What is not said is the other's. */
export function ownMethod(base: Method, name: string, figures: SaidMethod): Method {
  const { gridIn: _, ...undated } = base;
  const watts = byModel(figures.gpuWatts);
  const usd = byModel(figures.gpuUsdPerHour);
  const { gridKgPerKwh, partitionUsdPerGpuHour, embodiedKgPerGpuHour, owned } = figures;
  return {
    ...(gridKgPerKwh === undefined ? base : undated),
    name,
    title: `${base.title}, with constants of the user’s own`,
    gpuPower: replaced(base.gpuPower, watts, (model) => `mean draw of one ${model}`),
    gpuPrice: replaced(base.gpuPrice, usd, (model) => `rent of one ${model}`),
    cpuPower: saidOr(base.cpuPower, figures.cpuWattsPerCore),
    memoryPower: saidOr(base.memoryPower, figures.memoryWattsPerGb),
    pue: saidOr(base.pue, figures.pue),
    grid: saidOr(gridKgPerKwh === undefined ? base.grid : { ...base.grid, name: 'grid intensity' }, gridKgPerKwh),
    electricity: saidOr(base.electricity, figures.electricityUsdPerKwh),
    ...(partitionUsdPerGpuHour === undefined ? {} : { partitionPrice: byPartition(partitionUsdPerGpuHour) }),
    ...(embodiedKgPerGpuHour === undefined ? {} : { embodied: said(EMBODIED, embodiedKgPerGpuHour) }),
    ...(owned === undefined ? {} : { own: ownHardware(owned) }),
  };
}

const saidOr = (rate: Rate, figure: Said | undefined): Rate => (figure === undefined ? rate : said(rate, figure));

const EMBODIED = { name: 'making of the hardware, per GPU-hour', unit: 'kg CO2e per GPU-hour' };

const byPartition = (prices: Readonly<Record<string, Said>>): ReadonlyMap<string, Rate> =>
  new Map(
    Object.entries(prices).map(([partition, price]) => [
      partition,
      said({ name: `a GPU-hour in partition ${partition}`, unit: 'USD per GPU-hour' }, price),
    ]),
  );

/** Purchase ÷ (years × 8,766 h × utilisation): hours in which it stands idle are paid by those in which it works. */
function ownHardware(owned: readonly SaidHardware[]): OwnHardware {
  const rates = new Map(owned.map((hardware) => [canonical(hardware.gpu), amortised(hardware)]));
  const bought = new Map(owned.map((hardware) => [canonical(hardware.gpu), boughtAt(hardware)]));
  return { perGpuHour: (model) => ofModel(rates, model), bought: (model) => ofModel(bought, model) };
}

function boughtAt({ gpu, purchaseUsd, lifetimeYears, place }: SaidHardware): Bought {
  const model = canonical(gpu);
  return {
    purchase: said(
      { name: `purchase of one ${model} with its share of the machine`, unit: 'USD per GPU' },
      { ...purchaseUsd, place },
    ),
    life: said({ name: `life of the ${model}`, unit: 'years' }, { ...lifetimeYears, place }),
  };
}

function amortised({ gpu, purchaseUsd, lifetimeYears, utilisation, place }: SaidHardware): Rate {
  const model = canonical(gpu);
  const perHour = (usd: number, years: number, share: number): number => usd / (years * HOURS_PER_YEAR * share);
  const [usd, years, share] = [purchaseUsd.value, lifetimeYears.value, utilisation.value];
  const cause = (what: string, low: number, high: number): CausedRange => ({ cause: `${what} of ${model}`, low, high });
  const note = `$${usd} over ${years} years of 8,766 hours at ${Math.round(100 * share)} % utilisation`;
  return {
    name: `purchase of one ${model}, per hour in use`,
    unit: 'USD per GPU-hour',
    low: perHour(purchaseUsd.low, lifetimeYears.high, utilisation.high),
    value: perHour(usd, years, share),
    high: perHour(purchaseUsd.high, lifetimeYears.low, utilisation.low),
    causes: [
      cause('price', perHour(purchaseUsd.low, years, share), perHour(purchaseUsd.high, years, share)),
      cause('lifetime', perHour(usd, lifetimeYears.high, share), perHour(usd, lifetimeYears.low, share)),
      cause('utilisation', perHour(usd, years, utilisation.high), perHour(usd, years, utilisation.low)),
    ],
    basis: [basisOf({ place }, note)],
  };
}
