import type { Basis } from '../../model/basis.ts';
import { exactly } from '../../model/estimate.ts';
import { CPU_MODELS, corePower, cpuPower } from '../hardware/cpus.ts';
import { MIG_GUIDE, SLICED_GPUS } from '../hardware/gpu-slices.ts';
import { GPU_MODELS, type GpuModel } from '../hardware/gpus.ts';
import { gpusOfMachine, MACHINE_NAMES, MACHINES_CITATION } from '../hardware/machines.ts';
import { PLAUSIBLE_POWER } from '../hardware/plausible-power.ts';
import { plainRows, type ReferenceRow, type ReferenceTable } from './reference-table.ts';

function gpuRow(model: GpuModel): ReferenceRow {
  const { low, high } = model.memoryGb;
  const note = model.notes.length > 0 ? model.notes.join('; ') : 'board power';
  return {
    rate: {
      name: model.name,
      unit: 'W',
      ...model.boardWatts,
      basis: model.citations.map((citation): Basis => ({ kind: 'table', note, citation })),
    },
    facts: {
      'memory, GB': low === high ? low : `${low}–${high}`,
      year: model.year,
      architecture: model.generation,
      'GPUs a board': model.devicesPerBoard,
    },
  };
}

/** A profile `3g.20gb` has three of the GPU's compute slices. */
const sliceRow = (gpu: string, profile: string, slices: number): ReferenceRow => ({
  rate: {
    name: `${profile} of ${gpu}`,
    unit: 'of a GPU',
    ...exactly(Number.parseInt(profile, 10) / slices),
    basis: [{ kind: 'table', note: 'share of the compute slices', citation: MIG_GUIDE }],
  },
});

function machineRow(name: string): ReferenceRow[] {
  const held = gpusOfMachine(name);
  if (held === undefined) return [];
  const note = 'GPUs or chips as logs count them';
  const basis: Basis[] = [{ kind: 'table', note, citation: MACHINES_CITATION }];
  return [{ rate: { name, unit: held.gpu, ...exactly(held.count), basis } }];
}

export const HARDWARE: ReferenceTable = {
  name: 'hardware',
  title: 'GPUs, TPUs and processors: thermal design power, memory, year',
  groups: [
    {
      title: 'GPUs and TPUs: power of what a log counts as one',
      note: 'Where a name leaves the board open, the range spans all that it can be, and the middle is what research clusters mostly have. A GPU that is not here is a range over all of these, and a diagnostic.',
      rows: GPU_MODELS.map(gpuRow),
    },
    {
      title: 'MIG slices, as shares of a GPU',
      rows: SLICED_GPUS.flatMap(({ models, profiles, slices }) =>
        models.flatMap((gpu) => profiles.map((profile) => sliceRow(gpu, profile, slices))),
      ),
    },
    { title: 'Machines for rent: their GPUs', rows: MACHINE_NAMES.flatMap(machineRow) },
    {
      title: 'Processors: power of one socket',
      rows: CPU_MODELS.map((model) => ({
        rate: cpuPower(model),
        facts: { cores: model.cores, year: model.year, generation: model.generation },
      })),
    },
    { title: 'Processors: power of one core where the model is not known', rows: plainRows([corePower('')]) },
    {
      title: 'What a job can have drawn: the band in which a measured energy is believed',
      rows: plainRows(PLAUSIBLE_POWER),
    },
  ],
};
