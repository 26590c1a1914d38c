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
import { bitsOfValue } from './value-bits.ts';

/** One thing that a family's runs vary. */
export interface FamilyAxis {
  readonly factor: Factor;
  /** By the code of a value: how much it tells, in bits. */
  readonly bits: Float64Array;
  /** The same of a value that all runs of a sweep share. */
  readonly constantBits: Float64Array;
}

/** What the runs of a family vary, each thing once, and the combination that each run tries. */
export interface FamilyAxes {
  readonly axes: readonly FamilyAxis[];
  /** By position: a number for the combination of values; equal combinations have equal numbers. */
  readonly cells: Uint32Array;
  /** Bits that every sweep of these runs takes for what they all share. */
  readonly fixedBits: number;
}

/** Of no runs. */
export const NO_AXES: FamilyAxes = { axes: [], cells: new Uint32Array(0), fixedBits: 0 };

/** What a value tells less when all runs of a sweep share it and it is the usual one of the family, in bits. Our own judgement. */
export const USUAL_BITS = 6;

/**
 * Bits of a value that all runs of a sweep share: it tells the less the more usual it is in the family, and the half of it when it is but a word of their name.
 *
 * @param told bits of the value
 * @param usual the part of the family's runs that have it
 */
const bitsOfConstant = (isWord: boolean, told: number, usual: number): number =>
  isWord ? told * (1 - usual) * 0.5 : told - Math.min(told, USUAL_BITS) * usual;

/** Bits of the values of a run, where all runs of a sweep share them. */
export function constantBitsOf({ axes }: FamilyAxes, position: number): number {
  let bits = 0;
  for (const { factor, constantBits } of axes) bits += constantBits[factor.codes[position] as number] as number;
  return bits;
}

/** The family with those axes only that vary among some runs, and the bits that the others take in each sweep of them. */
export function narrowTo(
  { axes, cells }: FamilyAxes,
  positions: Uint32Array,
): FamilyAxes & { readonly fixedBits: number } {
  const [first] = positions as unknown as [number];
  const varying: FamilyAxis[] = [];
  let fixedBits = 0;
  for (const axis of axes) {
    const { codes } = axis.factor;
    if (doesVary(axis.factor, positions)) varying.push(axis);
    else fixedBits += axis.constantBits[codes[first] as number] as number;
  }
  return { axes: varying, cells, fixedBits };
}

/** Takes out of a family's factors what says the same twice, and what only counts the runs. */
export function familyAxes({ factors, runs }: FactorTable): FamilyAxes {
  const positions = allOf(runs);
  const cells = countedOnce(() => numberCells(factors, positions).distinct);
  const kept = factorsOf(withoutTitles(tellingFactors(factors, positions, cells), positions));
  const chosen = kept.filter(isNoIndex);
  if (chosen.length > 0 && chosen.length < kept.length) {
    const { cells: without, distinct } = numberCells(chosen, positions);
    // The index only counts what names or commands tell; a task that is tried again by hand has none.
    if (isEnough(distinct, kept, positions)) return { axes: chosen.map(weigh), cells: without, fixedBits: 0 };
  }
  return { axes: kept.map(weigh), cells: numberCells(kept, positions).cells, fixedBits: 0 };
}

/** Whether so many combinations are a large part of those that all factors tell apart. Of these there are no more than runs: mostly they need not be counted. */
const isEnough = (combinations: number, factors: readonly Factor[], positions: Uint32Array): boolean =>
  combinations >= INDEX_COUNTS * positions.length ||
  combinations >= INDEX_COUNTS * numberCells(factors, positions).distinct;

const isNoIndex = ({ key }: Factor): boolean => key !== ARRAY_TASK;

const factorsOf = (all: readonly Varying[]): Factor[] => all.map(factorOf);
const factorOf = ({ factor }: Varying): Factor => factor;

/** The positions of all runs. */
function allOf(runs: Uint32Array): Uint32Array {
  const positions = new Uint32Array(runs.length);
  for (let position = 0; position < positions.length; position++) positions[position] = position;
  return positions;
}

/** Factors that are no copy or alias of another, and no count. */
function tellingFactors(factors: readonly Factor[], positions: Uint32Array, cells: CountOfCells): Varying[] {
  const kept: Varying[] = [];
  for (const factor of factors) {
    const each = { factor, levels: levels(factor, positions) };
    if (
      !isCopyOfAny(factor, factors, positions) &&
      !isCounter(each, positions) &&
      !isAliasOfAny(each, kept, kept.length, positions, cells)
    )
      kept.push(each);
  }
  return kept;
}

function isCopyOfAny(factor: Factor, factors: readonly Factor[], positions: Uint32Array): boolean {
  for (const option of factors) if (isCopy(factor, option, positions)) return true;
  return false;
}

/** A text that is another in so many runs is a title, if the rest tells the same combinations apart without it. */
const MOSTLY_DISTINCT = 0.5;
/** Fewer texts may be a choice. */
const FEWEST_TITLES = 6;

/** Leaves out texts that only sum up what the rest says, as names of configuration files do. */
function withoutTitles(all: readonly Varying[], positions: Uint32Array): readonly Varying[] {
  let kept = all;
  for (const each of all) {
    const { values, isWord } = each.factor;
    const fewest = Math.max(FEWEST_TITLES, MOSTLY_DISTINCT * positions.length);
    if (isWord || each.levels < fewest || values.some(isNumber)) continue;
    const others = kept.filter((other) => other !== each);
    if (others.length > 0 && numberCells(factorsOf(others), positions).distinct >= each.levels) kept = others;
  }
  return kept;
}

const isNumber = (value: string): boolean => !Number.isNaN(Number(value));

/** An array's index says nothing more where the rest tells so large a part of the combinations apart. */
const INDEX_COUNTS = 0.5;
/** The index of an array's task is counted, not chosen: two arrays that count alike have nothing in common. Words of names mostly name the experiment. Our own judgement. */
const [INDEX_BITS, NAME_BITS] = [0.3, 8];

/**
 * The fewest bits that values of an axis take, however their runs are parted. Where a part has one of them only, that takes less: in all values together no more than
 * {@link USUAL_BITS}, since their shares add up to one, and with words about half of all.
 *
 * @param bits of the values together
 */
export const leastBits = ({ factor }: FamilyAxis, bits: number): number =>
  factor.isWord ? (bits - NAME_BITS) / 2 : bits - USUAL_BITS;

function weigh(factor: Factor): FamilyAxis {
  const { key, isWord, values, codes } = factor;
  const share = new Float64Array(values.length);
  const each = 1 / codes.length;
  for (let position = 0; position < codes.length; position++) {
    const code = codes[position] as number;
    share[code] = (share[code] as number) + each;
  }
  const bits = new Float64Array(values.length);
  const constantBits = new Float64Array(values.length);
  for (let code = 0; code < values.length; code++) {
    const told = key === ARRAY_TASK ? INDEX_BITS : isWord ? NAME_BITS : bitsOfValue(values[code] as string);
    bits[code] = told;
    constantBits[code] = bitsOfConstant(isWord, told, share[code] as number);
  }
  return { factor, bits, constantBits };
}
