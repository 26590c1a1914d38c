import type { CostedSweep } from '../model/facts.ts';
import type { ChosenTier, Held, TierInput } from './tier-choice.ts';

/**
 * The sweep that found a model with its refinements: the earlier ones whose range it searches more finely, which led to it, and the later ones that search its own range more finely. Others that
 * go back to the same beginning are another search.
 *
 * @param repeated what was held by later runs of the setting that it found
 */
export function tuneOf(
  { sweeps, measure }: Pick<TierInput, 'sweeps' | 'measure'>,
  found: CostedSweep,
  rule: string,
  repeated?: Held,
): ChosenTier {
  const earlier = ancestorsOf(found, sweeps);
  const later = descendantsOf(found, sweeps).filter((each) => !earlier.includes(each));
  const { id } = found.sweep;
  const told = `${rule}${refining(earlier, later)}${repeating(found)}${unsure(found)}`;
  const others = [...earlier, ...later].map(({ sweep }) => heldBy(sweep));
  if (repeated !== undefined) others.push(repeated);
  if (others.length === 0) return { usage: found.usage, rule: told, sweepId: id };
  const { attempts, shares } = together([...others, heldBy(found.sweep)]);
  return { usage: measure(attempts, shares), rule: told, sweepId: id };
}

/** What a sweep held. */
export const heldBy = ({ members, shares }: CostedSweep['sweep']): Held => ({
  attempts: members,
  ...(shares === undefined ? {} : { shares }),
});

/** What several held: each attempt once, with the parts of it that each has. */
function together(several: readonly Held[]): Required<Held> {
  const parts = new Map<number, number>();
  for (const { attempts, shares } of several) {
    for (const attempt of attempts)
      parts.set(attempt, Math.min(1, (parts.get(attempt) ?? 0) + (shares?.get(attempt) ?? 1)));
  }
  return { attempts: Uint32Array.from(parts.keys()).sort(), shares: parts };
}

/** The sweeps that it refines, one after the other, the earliest first. */
function ancestorsOf({ sweep }: CostedSweep, sweeps: readonly CostedSweep[]): CostedSweep[] {
  const found: CostedSweep[] = [];
  let next = sweep.refines;
  while (next !== undefined && next !== sweep.id) {
    const before = sweeps.find((each) => each.sweep.id === next);
    if (before === undefined || found.includes(before)) break;
    found.unshift(before);
    next = before.sweep.refines;
  }
  return found;
}

/** The sweeps that refine it, or refine one that does. */
function descendantsOf({ sweep }: CostedSweep, sweeps: readonly CostedSweep[]): CostedSweep[] {
  const known = new Set([sweep.id]);
  const found: CostedSweep[] = [];
  for (let isNew = true; isNew; ) {
    const more = sweeps.filter((each) => known.has(each.sweep.refines ?? '') && !known.has(each.sweep.id));
    for (const each of more) known.add(each.sweep.id);
    found.push(...more);
    isNew = more.length > 0;
  }
  return found;
}

const MOST_NAMED = 4;

function named(sweeps: readonly CostedSweep[]): string {
  const ids = sweeps.slice(0, MOST_NAMED).map(({ sweep }) => sweep.id);
  const rest = sweeps.length - ids.length;
  return `${ids.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function refining(earlier: readonly CostedSweep[], later: readonly CostedSweep[]): string {
  if (earlier.length + later.length === 0) return '';
  const parts = [
    ...(earlier.length > 0 ? [`${named(earlier)}, which it refines`] : []),
    ...(later.length > 0 ? [`${named(later)}, which ${later.length === 1 ? 'refines' : 'refine'} it`] : []),
  ];
  return `, with ${parts.join(', and ')}`;
}

const repeating = ({ sweep }: CostedSweep): string =>
  sweep.kind === 'seeds' ? '; it repeats one setting over seeds, so what found that setting is not in it' : '';

/** Below these odds it is more likely than not that a sweep has other runs too, or not all of its own. */
const EVEN = 0.5;

const unsure = ({ sweep: { confidence } }: CostedSweep): string =>
  confidence < EVEN ? `; only ${Math.round(100 * confidence)} % sure that just these runs are one sweep` : '';
