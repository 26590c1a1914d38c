import type { DictionaryColumn } from '../../../model/dictionary-column.ts';
import { UNTOLD_GPUS } from '../../../model/job.ts';
import type { JobTable } from '../../../model/job-table.ts';
import { parseJoules } from '../energy.ts';
import { parseTres } from '../tres.ts';

/** What tables other than that of the jobs say, and for each job read which part of it is meant. */
export interface Explanations {
  /** `tres_alloc` of each job: `1=2,2=500,1001=1`. */
  readonly tres: DictionaryColumn;
  /** Cluster and association of each job. */
  readonly owners: DictionaryColumn;
  /** `gres/gpu:a100` by the number of the resource. */
  readonly tresNames: ReadonlyMap<string, string>;
  /** Users by cluster and association. */
  readonly users: ReadonlyMap<string, string>;
}

/** Resources that have the same number in every database (slurmdb_defs.h, `tres_types_t`). */
const FIXED: ReadonlyMap<string, string> = new Map([
  ['1', 'cpu'],
  ['2', 'mem'],
  ['3', 'energy'],
  ['4', 'node'],
]);

/** A TRES list by name: `cpu=2,mem=500,gres/gpu=1`. */
const named = (list: string, names: ReadonlyMap<string, string>): string =>
  list
    .split(',')
    .map((item) => {
      const [id = '', value] = item.split('=');
      return `${names.get(id) ?? FIXED.get(id) ?? id}=${value}`;
    })
    .join(',');

/**
 * Fills in what the job table leaves to others, once the whole dump is read: tables come in any order.
 *
 * @param first row of the first job of the dump
 * @param now epoch seconds of the last event in the dump: jobs that run are counted up to it
 */
export function explainRows(
  table: JobTable,
  first: number,
  { tres, owners, ...known }: Explanations,
  now: number,
): void {
  const amounts = tres.values.map((list) => {
    const text = list === '' ? '' : named(list, known.tresNames);
    return { ...parseTres(text), joules: parseJoules(/(?:^|,)energy=(\d+)/.exec(text)?.[1] ?? '') };
  });
  const isTold = known.tresNames.size > 0;
  for (let index = 0; index < tres.length; index++) {
    const row = first + index;
    const { cpus, gpus, gpuTypes, memoryGb, joules } = amounts[tres.code(index)] as (typeof amounts)[number];
    table.cpus.set(row, cpus);
    table.gpus.set(row, gpus);
    table.gpuTypes.set(row, isTold || table.elapsed.at(row) === 0 ? gpuTypes : UNTOLD_GPUS);
    table.memoryGb.set(row, memoryGb);
    table.energyJoules.set(row, joules);
    const user = known.users.get(owners.at(index)) ?? '';
    if (user !== '') table.user.set(row, user);
    if (Number.isNaN(table.elapsed.at(row))) table.elapsed.set(row, Math.max(0, now - table.start.at(row)));
  }
}
