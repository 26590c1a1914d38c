import type { Range } from '../model/estimate.ts';
import { HAVING_PARTS, type Having, type HavingPart } from '../model/hardware-what-if.ts';

/** A way to have hardware, by its pieces in US dollars. Those that are not there, or nothing, are left out. */
export function bar(id: Having['id'], usd: Partial<Record<HavingPart, Range>>): Having {
  const parts = HAVING_PARTS.flatMap((part) => {
    const range = usd[part];
    return range === undefined || range.high === 0 ? [] : [{ part, usd: range }];
  });
  const sum = (end: keyof Range): number => parts.reduce((all, each) => all + each.usd[end], 0);
  return { id, parts, usd: { low: sum('low'), value: sum('value'), high: sum('high') } };
}
