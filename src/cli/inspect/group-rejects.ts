import type { Reject } from '../../model/diagnostic.ts';
import type { RejectGroup } from './file-reading.ts';

const LINES_SHOWN = 5;

/** Rejects by rule, the most frequent first. @param all how many there were, of which more than are kept may be counted only */
export function groupRejects(rejects: readonly Reject[], all: number): RejectGroup[] {
  const groups = new Map<string, { rule: string; count: number; reason: string; lines: number[] }>();
  for (const { rule, reason, line } of rejects) {
    const group = groups.get(rule) ?? { rule, count: 0, reason, lines: [] };
    groups.set(rule, group);
    group.count++;
    if (group.lines.length < LINES_SHOWN) group.lines.push(line);
  }
  const [first, ...others] = [...groups.values()].sort((a, b) => b.count - a.count);
  return first === undefined ? [] : [{ ...first, count: first.count + all - rejects.length }, ...others];
}
