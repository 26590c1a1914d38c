import { partOf } from './by-context.ts';
import { designOf } from './design.ts';
import type { FactorTable } from './factor-table.ts';
import { type FoundSweep, foundSweep } from './found-sweep.ts';
import { type NamedSearches, NO_SEARCH } from './named-searches.ts';

/** Takes out of a family the runs whose submit lines name their search: each search is a sweep. */
export function bySearch(
  table: FactorTable,
  searches: NamedSearches,
): { readonly named: readonly FoundSweep[]; readonly others: FactorTable } {
  if (searches.templatesOf.length === 0) return { named: [], others: table };
  const parts = new Map<number, number[]>();
  table.runs.forEach((run, position) => {
    const search = searches.of(run);
    if (parts.get(search)?.push(position) === undefined) parts.set(search, [position]);
  });
  const others = parts.get(NO_SEARCH) ?? [];
  parts.delete(NO_SEARCH);
  if (parts.size === 0) return { named: [], others: table };
  return {
    named: [...parts].map(([search, positions]) => namedSweep(partOf(table, positions), searches.nameOf(search))),
    others: partOf(table, others),
  };
}

function namedSweep(table: FactorTable, search: string): FoundSweep {
  const positions = Uint32Array.from(table.runs.keys());
  const design = designOf(table, positions);
  return foundSweep(table, { positions, isArray: false, retries: 0, additions: 0, doubt: 0, search, design });
}
