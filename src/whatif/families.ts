import type { Sweep } from '../model/sweep.ts';

/** Sweeps that fed each other: one refines another, or several the same. Of those that are asked for, by index, the families of two or more. */
export function familiesOf(sweeps: readonly Sweep[], asked: readonly number[]): number[][] {
  const byId = new Map(sweeps.map((sweep) => [sweep.id, sweep]));
  const families = new Map<string, number[]>();
  for (const index of asked) {
    const origin = originOf(sweeps[index] as Sweep, byId);
    const family = families.get(origin);
    if (family === undefined) families.set(origin, [index]);
    else family.push(index);
  }
  return [...families.values()].filter(({ length }) => length > 1);
}

/** The search at which a chain of refinements begins. */
function originOf(sweep: Sweep, byId: ReadonlyMap<string, Sweep>): string {
  const seen = new Set<string>();
  let at = sweep;
  while (at.refines !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    const earlier = byId.get(at.refines);
    if (earlier === undefined) return at.refines;
    at = earlier;
  }
  return at.id;
}
