import type { Random } from '../../fixtures/lisa/random.ts';
import type { Codebase, Context } from './codebase.ts';
import {
  type Axis,
  drawGrid,
  drawPoint,
  drawRandomSpace,
  gridCells,
  oneFactorCells,
  refineAround,
  seedAxis,
} from './draw-cells.ts';
import { type Hyperparameter, writeValue } from './hyperparameters.ts';
import type { Cell, Design, Difficulty, Pace, Sweep } from './project.ts';
import { drawWeighted, type Weights } from './weights.ts';

/** A sweep that will be run: a list of cells, or for an adaptive one the space in which it moves. */
export interface Plan {
  readonly sweep: Sweep;
  readonly cells: readonly Cell[];
  /** The axes of a grid, which a later sweep may refine. */
  readonly axes: readonly Axis[];
  readonly space: readonly Hyperparameter[];
}

const DESIGNS: Weights<Design> = { grid: 56, random: 15, adaptive: 7, seeds: 10, 'one-factor': 7, picked: 5 };

const PACES: Readonly<Record<Difficulty, Weights<Exclude<Pace, 'rounds'>>>> = {
  easy: { array: 38, 'chunked-array': 8, loop: 47, manual: 4, waves: 3 },
  hard: { array: 16, 'chunked-array': 8, loop: 28, manual: 8, waves: 40 },
};

/** A new sweep of a codebase in one of its contexts. */
export function planSweep(
  id: string,
  codebase: Codebase,
  context: Context,
  difficulty: Difficulty,
  random: Random,
): Plan {
  const design = drawWeighted(DESIGNS, random);
  const axes = axesFor(design, codebase, random);
  const space = design === 'random' || design === 'adaptive' ? drawRandomSpace(codebase, random) : [];
  // Of a program without a rate or a fraction nobody draws at random.
  if (axes.length + space.length === 0) return planSweep(id, codebase, context, difficulty, random.fork('again'));
  const cells = cellsFor(design, codebase, axes, space, random);
  const sweep = describe({ id, codebase, context, design, difficulty, searched: keysOf(axes, space) }, random);
  return { sweep, cells, axes: design === 'grid' ? axes : [], space };
}

function axesFor(design: Design, codebase: Codebase, random: Random): Axis[] {
  if (design === 'grid') return drawGrid(codebase, random);
  if (design === 'seeds') return [seedAxis(codebase, random.pick([3, 4, 5, 5, 6, 8, 10]))];
  if (design === 'picked') return drawGrid(codebase, random).filter(({ parameter }) => parameter.scale !== 'seed');
  return design === 'one-factor' ? starAxes(codebase, random) : [];
}

/** Two axes at least of three values at least, so that a star is not a grid. */
function starAxes(codebase: Codebase, random: Random): Axis[] {
  for (;;) {
    const axes = drawGrid(codebase, random).filter(
      ({ parameter: { scale }, values }) => scale !== 'seed' && values.length > 2,
    );
    if (axes.length > 1) return axes;
  }
}

function cellsFor(
  design: Design,
  codebase: Codebase,
  axes: readonly Axis[],
  space: readonly Hyperparameter[],
  random: Random,
): Cell[] {
  if (design === 'one-factor') return oneFactorCells(axes);
  if (design === 'picked') return pickCells(gridCells(axes), random);
  if (design !== 'random') return gridCells(axes);
  return Array.from({ length: random.pick([8, 10, 12, 16, 20, 30, 40, 60]) }, () => drawPoint(space, codebase, random));
}

/** Half of a grid, in its order. Every value of it may not be among them. */
function pickCells(cells: readonly Cell[], random: Random): Cell[] {
  const picked = new Set(random.shuffle(cells).slice(0, Math.max(4, Math.ceil(cells.length / 2))));
  return cells.filter((cell) => picked.has(cell));
}

const keysOf = (axes: readonly Axis[], space: readonly Hyperparameter[]): string[] => [
  ...axes.map(({ parameter }) => parameter.key),
  ...space.map(({ key }) => key),
];

/** Everything about a sweep but its cells. */
function describe(
  known: Pick<Sweep, 'id' | 'codebase' | 'context' | 'design' | 'searched'> & { readonly difficulty: Difficulty },
  random: Random,
): Sweep {
  const { difficulty, ...given } = known;
  const { codebase, design } = known;
  return {
    ...given,
    user: codebase.user,
    fixed: drawFixed(codebase, known.searched, random),
    pace: design === 'adaptive' ? 'rounds' : drawWeighted(PACES[difficulty], random),
    nameStyle: codebase.nameStyle,
    mark: drawMark(random),
    hidesArray: random.chance(0.4),
    seedEach: design === 'random' && random.chance(0.3),
    numberedFrom: 1,
    wall: Math.round(random.logNormal(2 * 3600, 0.9)),
    gpus: random.pick([1, 1, 1, 1, 2, 4]),
  };
}

/** An id as trackers make them. */
export const drawMark = (random: Random): string =>
  Array.from({ length: 8 }, () => random.pick([...'abcdefghkmnpqrstuvwxyz23456789'])).join('');

/** What an earlier search or a paper recommended in place of the default, for one or two of the hyperparameters that are not searched. */
function drawFixed({ hyperparameters, notation }: Codebase, searched: readonly string[], random: Random): Cell {
  if (!random.chance(0.3)) return {};
  const others = hyperparameters.filter(
    ({ key, scale }) => scale !== 'seed' && scale !== 'flag' && !searched.includes(key),
  );
  const chosen = random.shuffle(others).slice(0, random.integer(1, 2));
  return Object.fromEntries(chosen.map(({ key, ladder }) => [key, writeValue(random.pick(ladder), notation)]));
}

/** A second pass with finer steps around a good cell of a first; undefined where no axis can be refined. */
export function planRefinement(
  id: string,
  { sweep: first, cells, axes }: Plan,
  difficulty: Difficulty,
  random: Random,
): Plan | undefined {
  const best = random.pick(cells);
  const finer = refineAround(best, axes, first.codebase, random);
  if (finer === undefined || finer.reduce((product, { values }) => product * values.length, 1) < 3) return undefined;
  const searched = finer.map(({ parameter }) => parameter.key);
  const fixed = Object.fromEntries(Object.entries(best).filter(([key]) => key !== 'seed' && !searched.includes(key)));
  const sweep: Sweep = {
    ...describe({ ...first, id, design: 'grid', searched, difficulty }, random),
    fixed,
    wall: first.wall,
    gpus: first.gpus,
    refines: first.id,
  };
  return { sweep, cells: gridCells(finer), axes: finer, space: [] };
}

/** A cell near another, nearer in later rounds; what has no order changes now and then. */
export function moveNear(
  best: Cell,
  round: number,
  space: readonly Hyperparameter[],
  { notation }: Codebase,
  random: Random,
): Cell {
  const reach = 1.2 / (1 + round / 2);
  return Object.fromEntries(
    space.map(({ key, scale, ladder }) => {
      const [low, high, here] = [ladder[0], ladder.at(-1), Number(best[key])] as [number, number, number];
      const inside = (value: number): number => Math.min(Math.max(value, low), high);
      if (scale === 'rate')
        return [key, writeValue(inside(here * Math.exp(random.between(-reach, reach) * 2)), notation)];
      if (scale === 'fraction') return [key, writeValue(inside(here + random.between(-reach, reach) * 0.3), notation)];
      return [key, random.chance(reach / 2) ? writeValue(random.pick(ladder), notation) : (best[key] as string)];
    }),
  );
}
