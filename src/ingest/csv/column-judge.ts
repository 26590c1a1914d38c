import { isNameOfParameter, isNameOfResult } from './column-words.ts';

/** What a column is that an export does not tell from others. */
export type Verdict = 'parameter' | 'result';

/** Values are counted up to this many a column: more are many. */
const MOST_VALUES = 4096;
/** Of fewer runs no share is told. Our own judgement. */
const FEWEST_RUNS = 4;
/** A grid of n values a parameter has few of them among its runs; a result is different in every run. Our own judgement. */
const FEW_VALUES_SHARE = 0.5;
/** Texts that are different in nearly every run are paths and names. Our own judgement. */
const MANY_VALUES_SHARE = 0.9;
/** Grids are made of numbers such as 0.1, 3e-4, 512; results have all their digits. */
const ROUND = /^[-+]?0*(?:\d{1,2}0*(?:\.0*)?|\d?\.\d0*|0?\.0*\d{1,2}0*|\d(?:\.\d0*)?e[-+]?\d+)$/i;
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$|^[-+]?(?:nan|inf|infinity)$/i;

/** The columns of the controllers of sweeps: `parameters.lr.values` says that `lr` is searched. */
export const PARAMETERS = 'parameters.';
const SEARCHED = /^parameters\.(.+?)(?:\.(?:values?|min|max|distribution|q|mu|sigma|probabilities))?$/;

export const isNumber = (text: string): boolean => NUMBER.test(text);

const isRound = (text: string): boolean => ROUND.test(text) || isPowerOfTwo(Number(text));
const isPowerOfTwo = (number: number): boolean => number >= 1 && Number.isInteger(Math.log2(number));

/** Counts what stands in one column. */
class ColumnCount {
  filled = 0;
  isText = false;
  /** Whether all numbers so far are such as grids are made of. */
  #isRound = true;
  #isLackingOver = false;
  #isLackingBroken = false;
  readonly #values = new Set<string>();

  /** @param within which sweep, or none; `times` how many runs have it */
  add(text: string, within: string, times: number): void {
    this.filled += times;
    this.isText ||= !isNumber(text);
    this.#isRound &&= isRound(text);
    if (this.#values.size < MOST_VALUES) this.#values.add(`${within} ${text.slice(0, 64)}`);
  }

  /** Whether a further number would change nothing but {@link filled}. */
  get isSettled(): boolean {
    return !this.#isRound && this.#values.size === MOST_VALUES;
  }

  addLack(isFinished: boolean): void {
    if (isFinished) this.#isLackingOver = true;
    else this.#isLackingBroken = true;
  }

  get isNumeric(): boolean {
    return this.filled > 0 && !this.isText;
  }

  judge(name: string): Verdict {
    if (this.filled === 0) return 'parameter';
    if (!this.isText && isNameOfResult(name)) return 'result';
    if (isNameOfParameter(name)) return 'parameter';
    // Only runs that did not come to their end lack it: it is written at the end.
    if (this.#isLackingBroken && !this.#isLackingOver) return 'result';
    const share = this.filled < FEWEST_RUNS ? 0 : this.#values.size / this.filled;
    if (this.isText) return share < MANY_VALUES_SHARE ? 'parameter' : 'result';
    return this.#isRound || share <= FEW_VALUES_SHARE ? 'parameter' : 'result';
  }
}

/**
 * Judges which columns of an export are hyperparameters and which are results. The web page writes all hyperparameters in the order of their names and then all results in the
 * order of theirs; where the order begins anew once, that is the border. Else each column is judged by its name and values.
 */
export class ColumnJudge {
  readonly #names: readonly string[];
  readonly #counts: readonly ColumnCount[];

  /** @param names of the columns that the export does not tell apart, in its order */
  constructor(names: readonly string[]) {
    this.#names = names;
    this.#counts = names.map(() => new ColumnCount());
  }

  /** @param texts of one run, column by column */
  add(texts: readonly string[], sweep: string, isFinished: boolean): void {
    for (const index of this.#counts.keys()) {
      const text = texts[index] ?? '';
      if (text === '') this.addLack(index, isFinished);
      else this.addText(index, text, 1, sweep);
    }
  }

  /** A text of one column that so many runs have, of a sweep or of none. */
  addText(index: number, text: string, times: number, sweep = ''): void {
    this.#counts[index]?.add(text, sweep, times);
  }

  /** Numbers of one column that so many runs have, of which the texts are not asked for; false where they have to be. */
  addNumbers(index: number, times: number): boolean {
    const count = this.#counts[index];
    if (count?.isSettled !== true) return false;
    count.filled += times;
    return true;
  }

  /** A run that has nothing in a column. */
  addLack(index: number, isFinished: boolean): void {
    this.#counts[index]?.addLack(isFinished);
  }

  verdicts(): readonly Verdict[] {
    const border = borderIn(this.#names);
    if (border !== undefined && this.#isBelieved(border)) {
      return this.#names.map((_, index) => (index < border ? 'parameter' : 'result'));
    }
    const searched = new Set(this.#names.map((name) => SEARCHED.exec(name)?.[1]));
    return this.#names.map((name, index) =>
      searched.has(name) || name.startsWith(PARAMETERS)
        ? 'parameter'
        : (this.#counts[index] as ColumnCount).judge(name),
    );
  }

  /**
   * Who puts results first on the page makes the alphabet begin anew behind them: then at least half of the numbers before the border are named as results are. And a table that people
   * made has columns in any order (`lr,batch_size`): then most of what is behind the border looks like hyperparameters.
   */
  #isBelieved(border: number): boolean {
    const behind = this.#names.slice(border).map((name, index) => this.#counts[border + index]?.judge(name));
    if (behind.filter((verdict) => verdict === 'result').length * 2 < behind.length) return false;
    const numbers = this.#names.filter((_, index) => index < border && this.#counts[index]?.isNumeric);
    return numbers.length === 0 || numbers.filter(isNameOfResult).length * 2 < numbers.length;
  }
}

/** Where the alphabet begins anew, if it does so once; letters are compared as they are, or in lower case. */
function borderIn(names: readonly string[]): number | undefined {
  for (const keys of [names, names.map((name) => name.toLowerCase())]) {
    const breaks = keys.flatMap((key, index) => (index > 0 && key < (keys[index - 1] as string) ? [index] : []));
    if (breaks.length === 1) return breaks[0];
  }
  return undefined;
}
