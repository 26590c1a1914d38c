import { findGpu, type GpuModel } from '../hardware/gpus.ts';
import { CLOUDS_2026 } from './clouds-2026.ts';

/**
 * How far a priced GPU is from one without a price: generations apart, and how many times its memory and its board power are the other's (natural logarithm). A doubled memory counts as 1.4 generations,
 * a doubled power as 0.7. Our own judgement.
 */
const WEIGHTS = { generation: 0.5, memory: 1, power: 0.5 };

/** What draws less than this part of a board's power does not do its work. Our own judgement. */
const LEAST_POWER = 0.5;

/** Rented for the drawing of desktops, not for computing: no equivalent of what trains. */
const FOR_GRAPHICS: ReadonlySet<string> = new Set(['M60']);

const PRICED: readonly GpuModel[] = [...new Set(CLOUDS_2026.map(({ hardware }) => hardware))]
  .filter((hardware) => !FOR_GRAPHICS.has(hardware))
  .map((hardware) => findGpu(hardware) as GpuModel);

/**
 * The GPU on the price list that is nearest to one that nobody on it rents: of the same generation or a later one (an earlier one only if there is no other), with the least distance in generation, memory and
 * power, and at least half of its power. TPUs stand for TPUs only. Of two as near, the one that comes first on the list.
 *
 * @returns the whole family of the nearest: `V100`, not `V100 PCIe`, since what is rented is no more like it in one form than in another
 */
export function pricedAs(model: GpuModel): GpuModel {
  const kind = PRICED.filter((priced) => isTpu(priced) === isTpu(model));
  const notOlder = kind.filter(({ generationNumber }) => generationNumber >= model.generationNumber);
  const strong = notOlder.filter(({ boardWatts }) => boardWatts.high >= LEAST_POWER * model.tdpWatts);
  const candidates = [strong, notOlder, kind].find(({ length }) => length > 0) as GpuModel[];
  const nearest = candidates.reduce((best, each) => (distance(each, model) < distance(best, model) ? each : best));
  return findGpu(nearest.family) as GpuModel;
}

const isTpu = ({ generation }: GpuModel): boolean => generation === 'TPU';

function distance(priced: GpuModel, model: GpuModel): number {
  const generations = Math.abs(priced.generationNumber - model.generationNumber);
  const memory = Math.abs(Math.log(priced.memoryGb.low / model.memoryGb.low));
  const power = Math.abs(Math.log(priced.tdpWatts / model.tdpWatts));
  return WEIGHTS.generation * generations + WEIGHTS.memory * memory + WEIGHTS.power * power;
}

/** The same in words, for reports. */
export const whyPricedAs = (model: GpuModel, priced: GpuModel): string =>
  `no list price of ${model.name} (${traits(model)}); priced as the nearest that is rented by generation, memory and power: ${priced.name} (${traits(priced)})`;

const traits = ({ generation, memoryGb, tdpWatts }: GpuModel): string =>
  `${generation}, ${memoryGb.low === memoryGb.high ? memoryGb.low : `${memoryGb.low}–${memoryGb.high}`} GB, ${tdpWatts} W`;
