import type { Basis } from '../../model/basis.ts';
import type { Range } from '../../model/estimate.ts';
import type { Method, Rate } from '../../model/method.ts';
import { CCF, CODECARBON_RAM, EPOCH, GREEN_ALGORITHMS, UPTIME } from '../citations.ts';
import { intensityOf } from '../grid/intensity-of.ts';
import { findGpu, GPU_MODELS } from '../hardware/gpus.ts';
import { CLOUD_2025, PRICED_AS } from '../prices/cloud-2025.ts';

/** Mean draw of a GPU while its job runs, as a share of its board power. Our own judgement: figures measured by others lie in this band. */
const DRAW = { low: 0.45, value: 0.7, high: 1 };
const DRAW_BASIS: Basis = {
  kind: 'assumed',
  note: 'a GPU draws 45–100 % of its board power over a job, 70 % in the middle: utilisation is not in the logs',
};

/** Draw of a GPU by measured utilisation: NVML counts the time in which any kernel ran, so that a GPU that is always busy need not draw its board power. */
const IDLE = { low: 0.1, value: 0.15, high: 0.25 };
const BUSY = { low: 0.6, value: 0.8, high: 1 };
const BY_UTILISATION: Basis = {
  kind: 'assumed',
  note: 'at measured utilisation u a GPU draws idle + (busy − idle) × u: idle 10–25 % of its board power (15 % in the middle), busy 60–100 % (80 %)',
};

const POWERS = GPU_MODELS.map((model) => model.tdpWatts);

const UNKNOWN_MODEL: Basis = {
  kind: 'assumed',
  note: 'model unknown: from the smallest to the largest board of the hardware table, 300 W in the middle',
};

/** A draw as a share of board power, of one GPU of a model. */
function drawOf(what: string, share: Range, basis: Basis): (name: string) => Rate {
  return (name) => {
    const model = findGpu(name);
    const [smallest, middle, largest] =
      model === undefined
        ? [Math.min(...POWERS), 300, Math.max(...POWERS)]
        : [model.tdpWatts, model.tdpWatts, model.tdpWatts];
    const board: Basis =
      model === undefined
        ? UNKNOWN_MODEL
        : { kind: 'table', note: `board power ${model.tdpWatts} W`, citation: model.citation };
    return {
      name: `${what} of one ${model?.name ?? 'GPU of unknown model'}`,
      unit: 'W',
      low: share.low * smallest,
      value: share.value * middle,
      high: share.high * largest,
      basis: [board, basis],
    };
  };
}

function gpuPrice(name: string): Rate {
  const model = findGpu(name)?.name ?? '';
  const priced = PRICED_AS[model] ?? model;
  const price = CLOUD_2025[priced];
  const unit = 'USD per GPU-hour';
  if (price === undefined) return unknownPrice(model, unit);
  const basis: Basis[] = [{ kind: 'table', note: price.note, citation: EPOCH }];
  if (priced !== model) basis.push({ kind: 'assumed', note: `no large cloud rents ${model}; priced as ${priced}` });
  return {
    name: `cloud rent of one ${model}${priced === model ? '' : ` (as ${priced})`}`,
    unit,
    low: price.low,
    value: price.value,
    high: price.high,
    basis,
  };
}

function unknownPrice(model: string, unit: string): Rate {
  const prices = Object.values(CLOUD_2025);
  return {
    name: `cloud rent of one ${model === '' ? 'GPU of unknown model' : `${model}, not in the price table`}`,
    unit,
    low: Math.min(...prices.map((price) => price.low)),
    value: (CLOUD_2025.V100 as { value: number }).value,
    high: Math.max(...prices.map((price) => price.high)),
    basis: [
      { kind: 'assumed', note: 'no price known: from the cheapest to the dearest of the table, a V100 in the middle' },
      { kind: 'table', note: 'the span of the table', citation: EPOCH },
    ],
  };
}

/** Current figures; the grid of `region` (a code of the grid tables), or the world's. */
export const defaultMethod = (region: string | undefined): Method => ({
  name: 'default',
  title: 'runledger’s current tables',
  gpuPower: drawOf('mean draw', DRAW, DRAW_BASIS),
  measured: {
    gpuIdle: drawOf('draw at no utilisation', IDLE, BY_UTILISATION),
    gpuBusy: drawOf('draw at full utilisation', BUSY, BY_UTILISATION),
  },
  gpuPrice,
  cpuPower: {
    name: 'mean draw of one CPU core',
    unit: 'W',
    low: 0.47,
    value: 4.19,
    high: 12,
    basis: [
      { kind: 'table', note: 'low and middle: idle AMD EPYC to busy Intel Skylake, per virtual core', citation: CCF },
      { kind: 'table', note: 'high: default per core', citation: GREEN_ALGORITHMS },
    ],
  },
  memoryPower: {
    name: 'mean draw of one GB of memory',
    unit: 'W',
    low: 0.04,
    value: 0.3725,
    high: 0.392,
    basis: [
      { kind: 'table', note: 'low: about 40 W for 1 TB in large modules', citation: CODECARBON_RAM },
      { kind: 'table', note: 'middle: 0.3725 W per GB', citation: GREEN_ALGORITHMS },
      { kind: 'table', note: 'high: 0.000392 kWh per GB-hour', citation: CCF },
    ],
  },
  pue: {
    name: 'power usage effectiveness of the data centre (PUE)',
    unit: '1',
    low: 1.1,
    value: 1.54,
    high: 1.59,
    basis: [
      { kind: 'table', note: 'middle: mean of 2025; high: highest yearly mean since 2018', citation: UPTIME },
      { kind: 'table', note: 'low: large cloud providers', citation: CCF },
    ],
  },
  grid: intensityOf(region, undefined),
  electricity: {
    name: 'electricity',
    unit: 'USD per kWh',
    low: 0.0667,
    value: 0.0826,
    high: 0.1999,
    basis: [
      {
        kind: 'table',
        note: 'United States: industrial 2025 in the middle, 2020 low, New York all sectors (April 2025) high',
        citation: EPOCH,
      },
    ],
  },
});
