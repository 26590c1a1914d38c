import type { Basis } from '../../model/basis.ts';
import type { Range } from '../../model/estimate.ts';
import type { Method, Rate } from '../../model/method.ts';
import { EMBODIED_PER_GPU_HOUR } from '../carbon/embodied.ts';
import { CCF, CODECARBON_RAM, DGX_H100, EPOCH, GREEN_ALGORITHMS, UPTIME } from '../citations.ts';
import { intensityOf } from '../grid/intensity-of.ts';
import { findGpu, GPU_MODELS, type GpuModel } from '../hardware/gpus.ts';
import { cloudRent } from '../prices/cloud-rent.ts';
import { remembered } from './remembered.ts';

/** Causes that several constants share: they move together. */
const CAUSES = {
  load: 'how hard the GPUs worked',
  loadAtUse: 'what a GPU draws at the utilisation that was measured',
  board: 'which GPUs they were',
  rent: 'which cloud, and on demand or spot',
  grid: 'which published figure of the grid holds',
  region: 'where the electricity came from',
};

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

/** Over all boards of the hardware table, W. */
const ANY_BOARD: Range = {
  low: Math.min(...GPU_MODELS.map(({ boardWatts }) => boardWatts.low)),
  value: 300,
  high: Math.max(...GPU_MODELS.map(({ boardWatts }) => boardWatts.high)),
};

const UNKNOWN_MODEL: Basis = {
  kind: 'assumed',
  note: 'model unknown: from the smallest to the largest board of the hardware table, 300 W in the middle',
};

/** A draw as a share of board power, of one GPU of a model. */
function drawOf(what: string, share: Range, cause: string, basis: Basis): (name: string) => Rate {
  return (name) => {
    const model = findGpu(name);
    const { low: smallest, value: middle, high: largest } = model?.boardWatts ?? ANY_BOARD;
    const byLoad = { cause, low: share.low * middle, high: share.high * middle };
    const byBoard = { cause: CAUSES.board, low: share.value * smallest, high: share.value * largest };
    const board = model === undefined ? [UNKNOWN_MODEL] : boardBasis(model);
    return {
      name: `${what} of one ${model?.name ?? 'GPU of unknown model'}`,
      unit: 'W',
      low: share.low * smallest,
      value: share.value * middle,
      high: share.high * largest,
      basis: [...board, basis],
      causes: smallest < largest ? [byLoad, byBoard] : [byLoad],
    };
  };
}

function boardBasis({ boardWatts, citations, notes }: GpuModel): Basis[] {
  const { low, value, high } = boardWatts;
  const open = low < high ? ` (${low}–${high} W where the name leaves the board open or sources differ)` : '';
  const note = [`board power ${value} W${open}`, ...notes].join('; ');
  return citations.map((citation) => ({ kind: 'table', note, citation }));
}

function gpuPrice(name: string): Rate {
  const rent = cloudRent(name);
  return { ...rent, causes: [{ cause: CAUSES.rent, low: rent.low, high: rent.high }] };
}

const CPU: Rate = {
  name: 'mean draw of one CPU core',
  unit: 'W',
  low: 0.47,
  value: 4.19,
  high: 12,
  basis: [
    { kind: 'table', note: 'low and middle: idle AMD EPYC to busy Intel Skylake, per virtual core', citation: CCF },
    { kind: 'table', note: 'high: default per core', citation: GREEN_ALGORITHMS },
  ],
};

const MEMORY: Rate = {
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
};

const OVERHEAD: Rate = {
  name: 'the whole machine, as a multiple of its GPUs, cores and memory',
  unit: '1',
  low: 1.05,
  value: 1.15,
  high: 1.45,
  basis: [
    { kind: 'assumed', note: 'low: losses of good power supplies alone; middle: with fans, boards and network' },
    {
      kind: 'table',
      note: 'high: 10.2 kW at most, of which 8 GPUs of 700 W, 2 processors of 350 W and 2 TB at 0.3725 W a GB are 7.05 kW',
      citation: DGX_H100,
    },
  ],
};

const PUE: Rate = {
  name: 'power usage effectiveness of the data centre (PUE)',
  unit: '1',
  low: 1.1,
  value: 1.54,
  high: 1.59,
  basis: [
    { kind: 'table', note: 'middle: mean of 2025; high: highest yearly mean since 2018', citation: UPTIME },
    { kind: 'table', note: 'low: large cloud providers', citation: CCF },
  ],
};

const ELECTRICITY: Rate = {
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
};

/** No table here has prices of other countries: theirs are told to be those of the United States. */
const electricityIn = (region: string | undefined): Rate =>
  region === undefined || /^US(-|$)/.test(region)
    ? ELECTRICITY
    : { ...ELECTRICITY, basis: [{ kind: 'assumed', note: abroad(region) }, ...ELECTRICITY.basis] };

const abroad = (region: string): string =>
  `no price of electricity in ${region} is in the tables: that of the United States stands in. Say electricityUsdPerKwh in runledger.yaml`;

/** The grid of a year, whose tables disagree in the same way in all years. */
function gridOf(region: string | undefined, year: number | undefined): Rate {
  const grid = intensityOf(region, year);
  const cause = region === undefined ? CAUSES.region : CAUSES.grid;
  return { ...grid, causes: [{ cause, low: grid.low, high: grid.high }] };
}

/** Current figures; the grid of `region` (a code of the grid tables) in the year of the work, or the world's. */
export const defaultMethod = (region: string | undefined): Method => ({
  name: 'default',
  title: 'runledger’s current tables',
  gpuPower: remembered(drawOf('mean draw', DRAW, CAUSES.load, DRAW_BASIS)),
  measured: {
    gpuIdle: remembered(drawOf('draw at no utilisation', IDLE, CAUSES.loadAtUse, BY_UTILISATION)),
    gpuBusy: remembered(drawOf('draw at full utilisation', BUSY, CAUSES.loadAtUse, BY_UTILISATION)),
  },
  gpuPrice: remembered(gpuPrice),
  cpuPower: CPU,
  memoryPower: MEMORY,
  overhead: OVERHEAD,
  pue: PUE,
  grid: gridOf(region, undefined),
  gridIn: remembered((year: number) => gridOf(region, year)),
  electricity: electricityIn(region),
  embodied: EMBODIED_PER_GPU_HOUR,
});
