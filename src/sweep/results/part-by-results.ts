import { apartness } from './apartness.ts';
import { type Distances, distancesOf } from './distances.ts';
import { linkRuns } from './link-runs.ts';
import type { AlikeRuns, Outcome } from './outcomes.ts';
import { type Group, placeOthers } from './place-others.ts';

/** Runs that one experiment made, as far as results tell. */
export interface Experiment {
  readonly outcomes: readonly Outcome[];
  readonly retries: number;
  /** How clearly its results are its own, 0 to 1; NaN where none of its runs measured anything. */
  readonly apartness: number;
}

/** How often an experiment may try each combination. Of more, parts are found. */
const REPEATS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20];

/** A group is one of an experiment's size when it has so large a part of all combinations so often: the others count for nothing. Our own judgement. */
const HALF = 0.5;

/**
 * What parting must reach, as the mean over runs of how much nearer they are to their own than to others (1 is certain, 0 is chance), and what chance may reach more of few runs: so much over
 * the root of their number. Asked of each list by all that is known, and of all runs by results alone, since pauses are judged elsewhere. Our own judgement, on generated searches of one
 * task, of which one in 80 is parted.
 */
const LEAST = { sure: 0.07, chance: 1 };

/** A list of runs that measured the same, with what is asked of them again and again. */
interface List {
  readonly outcomes: readonly Outcome[];
  readonly cells: readonly number[];
  readonly distances: Distances;
}

/** A parting with a half or a third of the repeats is taken where it reaches so large a part of the best score: two tasks that look alike look like one of twice the repeats. Parts of one task reach what chance does, less than a third. Our own judgement. */
const NEARLY = 0.6;

/** One list parted. */
interface PartedList {
  readonly list: List;
  readonly groups: Group[];
  /** By run: the number of its group. */
  readonly numbers: Uint32Array;
  /** By run: how much it is nearer to its own, in all and by results alone; 0 in groups that are less than half complete. */
  readonly inAll: Float64Array;
  readonly byResults: Float64Array;
}

/** All lists parted, each combination so often in a group. */
interface Parting {
  readonly repeats: number;
  readonly lists: readonly PartedList[];
  /** Groups of runs that measured nothing. */
  readonly rest: readonly Group[];
  /** Mean over runs of how much nearer they are to their own. */
  readonly score: number;
}

/**
 * Parts runs that nothing tells apart but how they went. Each experiment is taken to try each combination equally often; how often is not known, and the number is taken at which runs are
 * nearest to those that they are put with.
 *
 * @returns undefined where the runs are as well of one experiment
 */
export function partByResults(sets: readonly AlikeRuns[]): Experiment[] | undefined {
  const lists = sets.map(({ measured }) => measured.map(listOf));
  const most = Math.max(...lists.flat().map(({ cells }) => mostFrequent(cells)));
  const tried = REPEATS.filter((times) => times < most).map((repeats): Parting => {
    const rest: Group[] = [];
    const parted = sets.flatMap((set, index) => partSet(set, lists[index] as List[], repeats, rest));
    return { repeats, lists: parted, rest, score: meanOver(parted, ({ inAll }) => inAll) };
  });
  const best = tried.reduce<Parting | undefined>(
    (found, each) => (each.score > (found?.score ?? 0) ? each : found),
    undefined,
  );
  if (best === undefined || !isMoreThanChance(best.lists.flatMap(({ byResults }) => [...byResults]))) return undefined;
  if (!best.lists.some(isParted)) return undefined;
  const finest = tried.find((each) => best.repeats % each.repeats === 0 && each.score >= NEARLY * best.score) ?? best;
  return [
    ...finest.lists.flatMap((list, index) =>
      isParted(best.lists[index] as PartedList) ? experimentsIn(list) : [wholeOf(list)],
    ),
    ...finest.rest.map(withoutResults),
  ];
}

const listOf = (outcomes: readonly Outcome[]): List => ({
  outcomes,
  cells: outcomes.map(({ cell }) => cell),
  distances: distancesOf(outcomes),
});

function partSet({ cells, others }: AlikeRuns, lists: readonly List[], repeats: number, rest: Group[]): PartedList[] {
  const linked = lists.map((list) => {
    const numbers = linkRuns(list.distances.inAll, list.cells, repeats);
    const groups = Array.from({ length: Math.max(...numbers) + 1 }, (): Group => ({ outcomes: [], retries: 0 }));
    for (const [run, outcome] of list.outcomes.entries()) groups[numbers[run] as number]?.outcomes.push(outcome);
    return { list, numbers, groups };
  });
  const groups = linked.flatMap((each) => each.groups);
  const measured = groups.length;
  placeOthers(groups, others, repeats);
  rest.push(...groups.slice(measured));
  return linked.map((each) => {
    const complete = each.groups.map(({ outcomes }) => Math.min(1, outcomes.length / (cells * repeats)));
    const weigh = (distances: Float32Array): Float64Array =>
      apartness(distances, each.list.cells, each.numbers).map((apart, run) => {
        const part = complete[each.numbers[run] as number] as number;
        return part < HALF ? 0 : apart * part;
      });
    const { inAll, byResults } = each.list.distances;
    return { ...each, inAll: weigh(inAll), byResults: weigh(byResults) };
  });
}

function isParted({ groups, numbers, inAll }: PartedList): boolean {
  const told = new Set([...numbers].filter((_, run) => inAll[run] !== 0));
  return groups.length > 1 && told.size > 1 && isMoreThanChance(inAll);
}

const isMoreThanChance = (apart: ArrayLike<number>): boolean =>
  mean(apart) >= LEAST.sure + LEAST.chance / Math.sqrt(apart.length);

const experimentsIn = ({ groups, numbers, inAll }: PartedList): Experiment[] =>
  groups.map(({ outcomes, retries }, group) => ({
    outcomes: inOrder(outcomes),
    retries,
    apartness: mean(inAll.filter((_, run) => numbers[run] === group)),
  }));

/** A list that results do not part. */
const wholeOf = ({ groups }: PartedList): Experiment => ({
  outcomes: inOrder(groups.flatMap(({ outcomes }) => outcomes)),
  retries: groups.reduce((sum, { retries }) => sum + retries, 0),
  apartness: 0,
});

const withoutResults = ({ outcomes, retries }: Group): Experiment => ({ outcomes, retries, apartness: Number.NaN });

const inOrder = (outcomes: readonly Outcome[]): Outcome[] => [...outcomes].sort((a, b) => a.position - b.position);

function mostFrequent(cells: readonly number[]): number {
  const times = new Map<number, number>();
  for (const cell of cells) times.set(cell, (times.get(cell) ?? 0) + 1);
  return Math.max(...times.values());
}

function meanOver(lists: readonly PartedList[], of: (list: PartedList) => Float64Array): number {
  const runs = lists.reduce((sum, { list }) => sum + list.outcomes.length, 0);
  return runs === 0 ? 0 : lists.reduce((sum, each) => sum + of(each).reduce((all, value) => all + value, 0), 0) / runs;
}

const mean = (values: ArrayLike<number>): number =>
  values.length === 0 ? 0 : Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
