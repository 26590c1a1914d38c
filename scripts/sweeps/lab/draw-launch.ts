import { pickWeighted, type Weighted } from '../../bench/dump/pick-weighted.ts';
import type { Random } from '../../fixtures/lisa/random.ts';
import { areApart } from './are-apart.ts';
import { type Axis, SEED } from './axes.ts';
import { cellText } from './cells.ts';
import { drawBase, drawDesign, drawGrid } from './draw-design.ts';
import type { Design, Difficulty, LabSweep, Layout, Project } from './lab.ts';

/** A sweep before it has a label. */
export type Draft = Omit<LabSweep, 'label'>;

/** How what is launched next relates to what was launched before. */
export type Relation = 'fresh' | 'refined' | 'alike' | 'interleaved' | 'again';

/** One or, interleaved, two sweeps that somebody sets off. */
export interface Launch {
  readonly relation: Relation;
  readonly sweeps: readonly Draft[];
}

/** `alike`: identical name and keys, another grid, minutes later. Tuned until it is a third of the sweeps of hard labs. */
const RELATIONS: Readonly<Record<Difficulty, Weighted<Relation>>> = {
  easy: [
    ['fresh', 0.8],
    ['refined', 0.15],
    ['again', 0.05],
  ],
  hard: [
    ['fresh', 0.4],
    ['alike', 0.42],
    ['interleaved', 0.14],
    ['again', 0.04],
  ],
};

const LAYOUTS: Readonly<Record<Difficulty, readonly Layout[]>> = {
  easy: ['loop', 'loop', 'loop', 'array', 'by-hand'],
  hard: ['waves', 'waves', 'loop', 'loop', 'array'],
};

const WORDS = ['', '', 'crf', 'big', 'small', 'biaffine', 'noaug', 'ctx'];
/** Draws before a relation is given up for a fresh sweep under a new word. */
const MOST_DRAWS = 60;
/** Cells that two sweeps may share: the best of one is where the next begins. */
const MOST_SHARED = 1;

/**
 * What a person launches next in a project.
 *
 * @param recent sweeps of the project whose failed runs may still be tried again, the last one last
 */
export function drawLaunch(random: Random, difficulty: Difficulty, project: Project, recent: readonly Draft[]): Launch {
  const relation = recent.length === 0 ? 'fresh' : pickWeighted(random, RELATIONS[difficulty]);
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const sweeps = drawSweeps(random, difficulty, relation, project, recent);
    if (relation === 'again' || isTold(sweeps, recent)) return { relation, sweeps };
  }
  const [sweep] = drawSweeps(random, difficulty, 'fresh', project, []);
  return { relation: 'fresh', sweeps: sweep === undefined ? [] : [{ ...sweep, word: `v${recent.length + 1}` }] };
}

/** Whether each sweep can be told from the recent ones, and from its twin. */
const isTold = (sweeps: readonly Draft[], recent: readonly Draft[]): boolean =>
  sweeps.every((sweep, index) => [...recent, ...sweeps.slice(0, index)].every((other) => canBeTold(sweep, other)));

function canBeTold(one: Draft, other: Draft): boolean {
  if (one.word !== other.word || one.layout === 'array' || other.layout === 'array') return true;
  const axes = [...new Set([...one.shown, ...other.shown])];
  const texts = new Set(other.design.cells.map((cell) => cellText(cell, axes)));
  const shared = one.design.cells.filter((cell) => texts.has(cellText(cell, axes))).length;
  return shared <= MOST_SHARED && areApart(one, other);
}

function drawSweeps(
  random: Random,
  difficulty: Difficulty,
  relation: Relation,
  project: Project,
  recent: readonly Draft[],
): readonly Draft[] {
  const last = recent.at(-1);
  if (relation === 'again' && last !== undefined) return [last];
  if ((relation === 'alike' || relation === 'refined') && last !== undefined) {
    return [draft(random, difficulty, project, last.word, similar(random, project, last.design))];
  }
  const word = random.pick(WORDS);
  const count = relation === 'interleaved' ? 2 : 1;
  return Array.from({ length: count }, () => {
    const sweep = draft(
      random,
      difficulty,
      project,
      word,
      drawDesign(random, project.axes, drawBase(random, project.axes)),
    );
    return count === 2 ? { ...sweep, layout: 'waves', shown: shownIn(project, sweep.design) } : sweep;
  });
}

/** The same keys with other values: finer ones, or around another point. */
function similar(random: Random, { axes }: Project, { base, varied }: Design): Design {
  const keys = varied.filter(({ short }) => short !== SEED.short);
  const isMoved = random.chance(0.5);
  const point = isMoved
    ? { ...drawBase(random, axes), ...Object.fromEntries(keys.map(({ short }) => [short, base[short] ?? ''])) }
    : base;
  if (keys.length === 0) return drawDesign(random, axes, point);
  return drawGrid(
    random,
    point,
    keys.map((axis) => (random.chance(0.5) ? finer(axis, base[axis.short] ?? '') : axis)),
  );
}

/** Values around one that did well, whole where they are counts; where it is no number, the axis as it was. */
function finer(axis: Axis, best: string): Axis {
  const centre = Number(best);
  if (!(centre > 0) || axis.isFlag) return axis;
  const near = [0.5, 0.75, 1.25, 1.5].map((factor) => Number((centre * factor).toPrecision(3)));
  const values = new Set(near.map((value) => String(axis.range === undefined ? Math.round(value) : value)));
  return values.size > 1 ? { ...axis, values: [...values] } : axis;
}

function draft(random: Random, difficulty: Difficulty, project: Project, word: string, design: Design): Draft {
  const layout = design.kind === 'adaptive' ? 'one-by-one' : random.pick(LAYOUTS[difficulty]);
  return { project, word, design, layout, shown: layout === 'array' ? [] : shownIn(project, design) };
}

/** In the order of the project's axes, the seed last. */
function shownIn({ axes, listsAll }: Project, { varied }: Design): readonly Axis[] {
  const isVaried = ({ short }: Axis): boolean => varied.some((axis) => axis.short === short);
  return [...axes, SEED].filter((axis) => isVaried(axis) || (listsAll && axis !== SEED));
}
