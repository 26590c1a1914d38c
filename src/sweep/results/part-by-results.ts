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
 * What parting must reach, as the mean over runs of how much nearer they are to their own than to others: of the runs of a list, by all that is known; of all runs of the family,
 * by results alone, since pauses are judged elsewhere. 1 is certain, 0 is chance. Our own judgement, on generated benchmarks: of those of one task, 3 in 100 are parted.
 */
const LEAST = { ofList: 0.15, byResults: 0.05 };

/** A list of runs that measured the same, with what is asked of them again and again. */
interface List {
  readonly outcomes: readonly Outcome[];
  readonly cells: readonly number[];
  readonly distances: Distances;
}

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

/**
 * Parts runs that nothing tells apart but how they went. Each experiment is taken to try each combination equally often; how often is not known, and the number is taken at which runs are
 * nearest to those that they are put with.
 *
 * @returns undefined where the runs are as well of one experiment
 */
export function partByResults(sets: readonly AlikeRuns[]): Experiment[] | undefined {
  const lists = sets.map(({ measured }) => measured.map(listOf));
  const most = Math.max(...lists.flat().map(({ cells }) => mostFrequent(cells)));
  let best: { readonly score: number; readonly sets: readonly (readonly PartedList[])[]; readonly rest: Group[] } = {
    score: 0,
    sets: [],
    rest: [],
  };
  for (const repeats of REPEATS.filter((times) => times < most)) {
    const rest: Group[] = [];
    const parted = sets.map((set, index) => partSet(set, lists[index] as List[], repeats, rest));
    const score = meanOver(parted.flat(), ({ inAll }) => inAll);
    if (score > best.score) best = { score, sets: parted, rest };
  }
  const all = best.sets.flat();
  if (meanOver(all, ({ byResults }) => byResults) < LEAST.byResults || !all.some(isParted)) return undefined;
  return [...all.flatMap((parted) => (isParted(parted) ? experimentsIn(parted) : [wholeOf(parted)])), ...best.rest.map(withoutResults)];
}

const listOf = (outcomes: readonly Outcome[]): List => ({
  outcomes,
  cells: outcomes.map(({ cell }) => cell),
  distances: distancesOf(outcomes),
});

function partSet({ cells, others }: AlikeRuns, lists: readonly List[], repeats: number, rest: Group[]): PartedList[] {
  const linked = lists.map((list) => {
    const numbers = linkRuns(list.distances.inAll, list.cells, repeats);
    const groups: Group[] = [];
    list.outcomes.forEach((outcome, run) => {
      const number = numbers[run] as number;
      (groups[number] ??= { outcomes: [], retries: 0 }).outcomes.push(outcome);
    });
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
  return groups.length > 1 && told.size > 1 && mean(inAll) >= LEAST.ofList;
}

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

const mean = (values: Float64Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
