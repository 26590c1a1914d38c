import {
  type CountOfCells,
  countedOnce,
  doesVary,
  isAliasOfAny,
  isCopy,
  isCounter,
  levels,
  type Varying,
} from './axes.ts';
import type { Factor } from './factor.ts';
import { ARRAY_TASK, type FactorTable } from './factor-table.ts';
import { numberCells } from './number-cells.ts';

/** What a set of runs varies: the factors that matter and how well they fill their grid. */
export interface Design {
  /** Factors that vary, aliases left out; replicates among them. */
  readonly axes: readonly Factor[];
  readonly distinctCells: number;
  /** Distinct combinations ÷ product of the numbers of values; 1 when nothing varies. */
  readonly coverage: number;
}

/**
 * Finds what the runs at `positions` vary. Left out are factors that do not vary here, copies in names of what the command says, aliases of another (one value a value, such as the
 * learning rate in name and command), ids (another value in each run where others repeat), words that follow from the rest, and the array index once anything else varies.
 */
export function designOf(table: FactorTable, positions: Uint32Array): Design {
  const varying = varyingIn(table, positions);
  const cells = countedOnce(() => countCells(varying, positions));
  const distinct = withoutAliases(varying, positions, cells);
  const axes = withoutWordsThatFollow(withoutCounters(distinct, positions), positions);
  const distinctCells = axes.length === varying.length ? cells() : countCells(axes, positions);
  let product = 1;
  for (const axis of axes) product *= axis.levels;
  return { axes: axes.map(factorOf), distinctCells, coverage: distinctCells / product };
}

const factorOf = ({ factor }: Varying): Factor => factor;

/** Factors of several values that no other tells better, by preference. */
function varyingIn({ factors }: FactorTable, positions: Uint32Array): Varying[] {
  const varying: Varying[] = [];
  for (const factor of factors) {
    // Most do not.
    if (!doesVary(factor, positions) || isCopyOfBetter(factor, factors, positions)) continue;
    varying.push({ factor, levels: levels(factor, positions) });
  }
  return varying.sort(byPreference);
}

function isCopyOfBetter(factor: Factor, factors: readonly Factor[], positions: Uint32Array): boolean {
  for (const other of factors) if (isToldBetter(factor, other) && isCopy(factor, other, positions)) return true;
  return false;
}

function withoutAliases(varying: readonly Varying[], positions: Uint32Array, cells: CountOfCells): Varying[] {
  const distinct: Varying[] = [];
  for (const [index, each] of varying.entries())
    if (!isAliasOfAny(each, varying, index, positions, cells)) distinct.push(each);
  return distinct;
}

/** Without ids, where others repeat, and the index of an array, where anything else varies. */
function withoutCounters(distinct: readonly Varying[], positions: Uint32Array): Varying[] {
  let repeated = false;
  let named = false;
  for (const each of distinct) {
    repeated ||= each.levels < positions.length;
    named ||= each.factor.key !== ARRAY_TASK;
  }
  const kept: Varying[] = [];
  for (const each of distinct) {
    if ((repeated && isCounter(each, positions)) || (named && each.factor.key === ARRAY_TASK)) continue;
    kept.push(each);
  }
  return kept;
}

/** Whether another factor has a word for what it is, or this one has none either. */
const isToldBetter = (factor: Factor, other: Factor): boolean => other.named || !factor.named;

/** Words of names tell nothing more where the values tell as many combinations without them. */
function withoutWordsThatFollow(axes: readonly Varying[], positions: Uint32Array): Varying[] {
  const kept = [...axes];
  for (const axis of axes) {
    if (!axis.factor.isWord) continue;
    const others = kept.filter((other) => other !== axis);
    if (others.length > 0 && countCells(others, positions) === countCells(kept, positions))
      kept.splice(kept.indexOf(axis), 1);
  }
  return kept;
}

/** Factors that the log has a word for come first, and those of the command before those of the name. */
const byPreference = ({ factor: a }: Varying, { factor: b }: Varying): number =>
  Number(b.named) - Number(a.named) || Number(a.ofName) - Number(b.ofName);

/** How many distinct combinations of values the positions hold. */
function countCells(axes: readonly Varying[], positions: Uint32Array): number {
  for (const axis of axes) if (axis.levels === positions.length) return positions.length;
  return numberCells(axes.map(factorOf), positions).distinct;
}
