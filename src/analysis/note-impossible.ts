import { isAmount, MOST_CORES, MOST_GIGABYTES, MOST_GPUS } from '../cost/held-amounts.ts';
import type { Diagnostics } from '../model/diagnostic.ts';
import type { Ledger } from '../model/ledger.ts';

/** Says where a log has amounts that no job can have held: negative ones, and more than any machine has, as where a mark for "no value" stands. They count as not known. */
export function noteImpossible({ table, row, wall, count }: Ledger, diagnostics: Diagnostics): void {
  const columns = [
    ['cores', table.cpus, MOST_CORES],
    ['GB of memory', table.memoryGb, MOST_GIGABYTES],
    ['GPUs', table.gpus, MOST_GPUS],
  ] as const;
  for (let attempt = 0; attempt < count; attempt++) {
    if (!((wall[attempt] as number) > 0)) continue;
    const at = row[attempt] as number;
    for (const [what, column, most] of columns) {
      const held = column.at(at);
      if (Number.isNaN(held) || isAmount(held, most)) continue;
      const message = `attempts with a number of ${what} that no job can have held (such as ${held}): taken for not known, so their cost is a lower bound`;
      diagnostics.note(`impossible-${what.split(' ')[0]?.toLowerCase()}`, 'warning', message, table.place(at));
    }
  }
}
