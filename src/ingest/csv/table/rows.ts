import { DictionaryColumn } from '../../../model/dictionary-column.ts';
import type { Texts } from '../../../model/job-columns.ts';
import { BLOCK_ROWS, NumberColumn } from '../../../model/number-column.ts';
import { TextColumn } from '../../../model/text-column.ts';
import type { CellColumn } from './cell-column.ts';
import type { Combinations } from './combinations.ts';
import { NumberReadout } from './readout.ts';

/** The rows of a table that are jobs: their numbers, ascending. */
export class Rows {
  length = 0;
  /** Kept from the first row on that is no job: up to there a job has the number of its row. */
  #numbers: NumberColumn | undefined;

  push(row: number): void {
    if (this.#numbers === undefined && row !== this.length) this.#numbers = countedTo(this.length);
    this.#numbers?.push(row);
    this.length++;
  }

  /** Whether the jobs are the first rows, without one between them that is none. */
  get areFirst(): boolean {
    return this.#numbers === undefined;
  }

  at(job: number): number {
    return this.#numbers === undefined ? job : this.#numbers.at(job);
  }
}

function countedTo(end: number): NumberColumn {
  const numbers = new NumberColumn(Uint32Array);
  for (let number = 0; number < end; number++) numbers.push(number);
  return numbers;
}

/** The texts of some rows: the column itself where these are all of them. */
export function pick({ column }: CellColumn, rows: Rows): Texts {
  if (rows.length === column.length) return column;
  const picked = column instanceof TextColumn ? new TextColumn() : new DictionaryColumn();
  for (let job = 0; job < rows.length; job++) picked.push(column.at(rows.at(job)));
  return picked;
}

/** The numbers of some rows. */
export function pickNumbers(
  numbers: NumberReadout | NumberColumn,
  rows: Rows,
  into = new NumberColumn(),
): NumberColumn {
  if (numbers instanceof NumberColumn && numbers.length === rows.length) return numbers;
  if (numbers instanceof NumberReadout && rows.areFirst) return numbersOfAll(numbers, rows.length, into);
  for (let job = 0; job < rows.length; job++) into.push(numbers.at(rows.at(job)));
  return into;
}

function numbersOfAll(numbers: NumberReadout, length: number, into: NumberColumn): NumberColumn {
  const whole = new Float64Array(Math.min(BLOCK_ROWS, length));
  for (let first = 0; first < length; first += BLOCK_ROWS) {
    const block = whole.subarray(0, length - first);
    numbers.block(first, block);
    into.pushAll(block);
  }
  return into;
}

const NO_CODE = -1;

/** Texts made of several cells of each row, once for each combination of them where these are few. */
export function compose(rows: Rows, combinations: Combinations, textAt: (row: number) => string): Texts {
  return combinations.areFew ? composeFew(rows, combinations, textAt) : composeMany(rows, textAt);
}

function composeFew(rows: Rows, combinations: Combinations, textAt: (row: number) => string): DictionaryColumn {
  const texts = new DictionaryColumn();
  const codes = new Int32Array(combinations.most).fill(NO_CODE);
  const block = new Uint32Array(Math.min(BLOCK_ROWS, rows.length));
  for (let first = 0; first < rows.length; first += BLOCK_ROWS) {
    const length = Math.min(BLOCK_ROWS, rows.length - first);
    const numbers = rows.areFirst ? combinations.blockAt(first) : undefined;
    for (let at = 0; at < length; at++) {
      const row = rows.at(first + at);
      const combination = numbers === undefined ? combinations.at(row) : (numbers[at] as number);
      if (codes[combination] === NO_CODE) codes[combination] = texts.codeOf(textAt(row));
      block[at] = codes[combination] as number;
    }
    texts.pushCodes(block.subarray(0, length));
  }
  return texts;
}

function composeMany(rows: Rows, textAt: (row: number) => string): TextColumn {
  const texts = new TextColumn();
  for (let job = 0; job < rows.length; job++) texts.push(textAt(rows.at(job)));
  return texts;
}
