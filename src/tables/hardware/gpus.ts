import type { Citation } from '../../model/basis.ts';
import type { Range } from '../../model/estimate.ts';
import { type Board, type BoardFamily, FAMILIES, GENERATIONS } from './boards.ts';

/** A GPU or TPU as far as a name tells it: one board, or several between which the name leaves it open. */
export interface GpuModel {
  /** Canonical name, as reports print it: `A100 SXM 80 GB`, `A100 80 GB`, `A100`. */
  readonly name: string;
  /** The name that all boards of its kind share: `A100`. */
  readonly family: string;
  /** The boards that it can be; never empty. */
  readonly boards: readonly Board[];
  /** Thermal design power of what a log counts as one GPU, W: over all boards that it can be. The middle is what research clusters mostly have. */
  readonly boardWatts: Range;
  /** The middle of it, W. */
  readonly tdpWatts: number;
  /** Memory of one, GB: the least and the most. */
  readonly memoryGb: { readonly low: number; readonly high: number };
  /** Year in which the first of the boards came. */
  readonly year: number;
  /** Name of the architecture. */
  readonly generation: string;
  /** Its place in the order of architectures; 0 for TPUs. */
  readonly generationNumber: number;
  /** GPUs that one board holds. */
  readonly devicesPerBoard: number;
  /** What is to be known of the figures. */
  readonly notes: readonly string[];
  /** Where the figures are from; never empty. */
  readonly citations: readonly Citation[];
  readonly citation: Citation;
}

/** A slice that MIG cuts off a GPU: its memory is not the GPU's. */
const SLICE = /(?<![a-z\d])(?:mig[._-]?)?(?:\dc[._-]?)?\dg[._-]?\d+gb(?:\+me)?(?![a-z\d])/g;

/** Memory behind a model: `80GB`, `80 GB`, and the `80` of `a100-80`. */
const MEMORY = /(?<![a-z\d.])(\d{1,3}) ?gi?b?(?![a-z\d])|(?<=\d[a-z]*[^a-z\d])(\d{2})(?![a-z\d])/g;

/** What stands around a model and is no part of it: the maker, memory, parts for virtual machines (`-24Q`). */
const AROUND =
  /nvidia|geforce|tesla|amd|(?<![a-z\d])\d+ ?(?:gi?b?|q)(?![a-z\d])|(?<=\d[a-z]*[^a-z\d])\d{1,2}(?![a-z\d])/g;

/** Finds a GPU by any name that a log has for it: `titanx`, `NVIDIA A100-SXM4-80GB`, `gtx1080ti`. Undefined when none is known. */
export function findGpu(name: string): GpuModel | undefined {
  const known = found.get(name);
  if (known !== undefined || found.has(name)) return known;
  const model = readGpu(name.toLowerCase().replace(SLICE, ' '));
  found.set(name, model);
  return model;
}

/** Names come by the million and are a handful. */
const found = new Map<string, GpuModel | undefined>();

function readGpu(written: string): GpuModel | undefined {
  const words = written.replace(AROUND, ' ').split(/[^a-z\d]+/);
  const bare = words.join('');
  const family = FAMILIES.find(({ names, isWord }) =>
    isWord === true ? words.some((word) => beginsWith(word, names)) : names.test(bare),
  );
  if (family === undefined) return undefined;
  const form = Object.entries(family.forms ?? {}).find(([, pattern]) => pattern.test(bare))?.[0];
  const ofForm = narrowed(family.boards, (board) => board.form === form);
  const sizes = [...written.matchAll(MEMORY)].map(([, marked, plain]) => Number(marked ?? plain));
  return modelOf(
    family,
    narrowed(ofForm, ({ memoryGb }) => sizes.includes(memoryGb)),
  );
}

/** `gpu` before a model is no part of it: `gpua40`. */
const beginsWith = (word: string, names: RegExp): boolean => word.replace(/^(?:gpu|grid)/, '').search(names) === 0;

/** The boards that fit what the name says; all of them where none does. */
function narrowed(boards: readonly Board[], fits: (board: Board) => boolean): readonly Board[] {
  const fitting = boards.filter(fits);
  return fitting.length > 0 ? fitting : boards;
}

function modelOf(family: BoardFamily, boards: readonly Board[]): GpuModel {
  const watts = boards.flatMap(({ watts, otherWatts }) => [watts, otherWatts ?? watts]);
  const memory = boards.map(({ memoryGb }) => memoryGb);
  const first = boards[0] as Board;
  const generation = first.generation ?? family.generation;
  const tdpWatts = first.watts;
  return {
    name: nameOf(family, boards),
    family: family.name,
    boards,
    boardWatts: { low: Math.min(...watts), value: tdpWatts, high: Math.max(...watts) },
    tdpWatts,
    memoryGb: { low: Math.min(...memory), high: Math.max(...memory) },
    year: Math.min(...boards.map(({ year }) => year)),
    generation,
    generationNumber: GENERATIONS[generation],
    devicesPerBoard: family.devicesPerBoard ?? 1,
    notes: [...new Set(boards.flatMap(({ note }) => note ?? []))],
    citations: family.citations,
    citation: family.citations[0] as Citation,
  };
}

function nameOf(family: BoardFamily, boards: readonly Board[]): string {
  const form = shared(boards, (board) => board.name ?? (board.form && `${family.name} ${board.form}`));
  const memory = family.byMemory === true ? shared(boards, ({ memoryGb }) => ` ${memoryGb} GB`) : undefined;
  return `${form ?? family.name}${memory ?? ''}`;
}

/** What all have in common, if they do. */
function shared(boards: readonly Board[], of: (board: Board) => string | undefined): string | undefined {
  const [first, ...others] = new Set(boards.map(of));
  return others.length === 0 ? first : undefined;
}

/** Whether all that one model can be is of another: an `A100 SXM 80 GB` is an `A100`. */
export const isOf = (specific: GpuModel, general: GpuModel): boolean =>
  specific.boards.every((board) => general.boards.includes(board));

/** Every model that a name can tell: each family as far as its bare name goes, its forms, its sizes of memory where they are part of the name, and its boards. */
export const GPU_MODELS: readonly GpuModel[] = uniqueByName(
  FAMILIES.flatMap((family) => {
    const { boards } = family;
    const ofSize = (of: readonly Board[]): (readonly Board[])[] =>
      family.byMemory === true ? of.map(({ memoryGb }) => of.filter((other) => other.memoryGb === memoryGb)) : [];
    const ofForms = boards.map(({ form }) => boards.filter((other) => other.form === form));
    return [boards, ...ofSize(boards), ...ofForms.flatMap((of) => [of, ...ofSize(of)])].map((each) =>
      modelOf(family, each),
    );
  }),
);

function uniqueByName(models: readonly GpuModel[]): GpuModel[] {
  return [...new Map(models.map((model) => [model.name, model])).values()];
}
