import { describe, expect, it } from 'vitest';
import { DictionaryColumn } from '../../src/model/dictionary-column.ts';
import { blankJob } from '../../src/model/job.ts';
import type { Texts } from '../../src/model/job-columns.ts';
import { JobTable } from '../../src/model/job-table.ts';
import { NumberColumn } from '../../src/model/number-column.ts';
import { TextColumn } from '../../src/model/text-column.ts';

/** More rows than a chunk of numbers holds, and in all more bytes than a chunk of texts. */
const MANY = 70_000;

function filled<Column extends { push(value: never): void }>(column: Column, values: readonly unknown[]): Column {
  for (const value of values) column.push(value as never);
  return column;
}

const numbersIn = (column: NumberColumn): number[] => Array.from({ length: column.length }, (_, row) => column.at(row));
const textsIn = (column: Texts): string[] => Array.from({ length: column.length }, (_, row) => column.at(row));
const numbers = (count: number, seed: number): number[] =>
  Array.from({ length: count }, (_, row) => (row % 3 === 0 ? Number.NaN : row * 1000 + seed));

describe('a column appended to another', () => {
  it.each([
    ['nothing', 0, 5],
    ['a part of a chunk', 10, MANY],
    ['whole chunks', 65_536, MANY],
    ['many chunks, and a few rows', MANY, 3],
  ])('of numbers goes on behind %s', (_, before, count) => {
    for (const Kind of [Float64Array, Float32Array]) {
      const column = filled(new NumberColumn(Kind), numbers(before, 1));
      column.append(filled(new NumberColumn(), numbers(count, 2)));
      column.pushAbsent(2);
      column.push(7);
      const expected = [...numbers(before, 1), ...numbers(count, 2), Number.NaN, Number.NaN, 7];
      expect(numbersIn(column)).toEqual(expected.map((value) => (Kind === Float32Array ? Math.fround(value) : value)));
    }
  });

  it.each([
    ['few texts', 5],
    ['texts of several chunks', MANY],
  ])('of %s goes on, and others after it', (_, count) => {
    const texts = (seed: string): string[] =>
      Array.from({ length: count }, (__, row) => `${seed} text ü${row % 40_000} of them`);
    const column = filled(new TextColumn(), ['', 'first']);
    const [one, other] = [filled(new TextColumn(), texts('a')), filled(new TextColumn(), texts('b'))];
    column.append(one);
    column.append(other);
    column.pushEmpty(2);
    filled(column, ['', 'last', 'last']);
    expect(textsIn(column)).toEqual(['', 'first', ...texts('a'), ...texts('b'), '', '', '', 'last', 'last']);
    expect(textsIn(one)).toEqual(texts('a'));
  });

  it('of codes gets the codes of the other', () => {
    const column = filled(new DictionaryColumn(['x', '']), ['b', 'a']);
    column.append(filled(new DictionaryColumn(['a', 'b', 'c']), ['c', 'a', 'c']));
    column.pushEmpty(1);
    expect(textsIn(column)).toEqual(['b', 'a', 'c', 'a', 'c', '']);
    expect(column.values).toEqual(['x', '', 'b', 'a', 'c']);
  });
});

it('jobs in columns are those pushed one by one', () => {
  const states = ['completed', 'failed', 'completed'] as const;
  const jobs = states.map((state, index) => ({
    ...blankJob(index + 2),
    ...{ state, jobId: `${index}`, user: 'ann', command: 'row --lr=1', start: index * 100, elapsed: 60, gpus: index },
    gpuTypes: index === 0 ? '' : `A100=${index}`,
  }));
  const [single, columns] = [new JobTable(), new JobTable()];
  for (const table of [single, columns]) table.push({ ...blankJob(1), jobId: 'before', user: 'bob' }, 0);
  for (const job of jobs) single.push(job, 1);
  const textsOf = (field: 'jobId' | 'user' | 'command' | 'gpuTypes' | 'state', column: Texts): Texts =>
    filled(
      column,
      jobs.map((job) => job[field]),
    );
  const numbersOf = (field: 'line' | 'start' | 'elapsed' | 'gpus', column = new NumberColumn()): NumberColumn =>
    filled(
      column,
      jobs.map((job) => job[field]),
    );
  columns.pushColumns(
    {
      length: jobs.length,
      state: textsOf('state', new TextColumn()),
      numbers: {
        ...{ line: numbersOf('line', new NumberColumn(Uint32Array)), start: numbersOf('start') },
        ...{ elapsed: numbersOf('elapsed'), gpus: numbersOf('gpus') },
      },
      texts: {
        ...{ jobId: textsOf('jobId', new TextColumn()), user: textsOf('user', new DictionaryColumn()) },
        ...{ command: textsOf('command', new DictionaryColumn()), gpuTypes: textsOf('gpuTypes', new TextColumn()) },
      },
    },
    1,
  );
  const rowsOf = (table: JobTable): unknown[] =>
    Array.from({ length: table.length }, (_, row) =>
      Object.entries(table).flatMap(([name, column]) =>
        column instanceof NumberColumn || column instanceof TextColumn || column instanceof DictionaryColumn
          ? [[name, column.at(row)]]
          : [],
      ),
    );
  expect(rowsOf(columns)).toEqual(rowsOf(single));
  expect((rowsOf(columns)[0] as unknown[]).length).toBeGreaterThan(25);
});
