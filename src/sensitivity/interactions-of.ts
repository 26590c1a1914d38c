import type { InteractionEffect } from '../model/sensitivity.ts';
import { crossed, indicatorsOf } from '../stats/grouping.ts';
import { constantColumn, dot, orthonormal, residualOf, squaresAlong } from '../stats/orthonormal.ts';
import { permutationP } from '../stats/permutation-p.ts';
import { shareOf } from '../stats/variance-shares.ts';
import type { Factor } from './factors.ts';
import { inOwnOrder } from './own-order.ts';
import type { Stratum } from './strata.ts';
import { LEAST_FREEDOM, PAIR_THRESHOLD } from './thresholds.ts';

/** Pairs of more combinations are left out: too many columns for what they could tell. Our own judgement. */
const MOST_COMBINATIONS = 100;

/** What each two parameters of a grid do together beyond what all do alone, where enough is left to tell it from chance. */
export function interactionsOf({ y, factors }: Stratum): InteractionEffect[] {
  const order = inOwnOrder(y, factors);
  const constant = constantColumn(y.length);
  const base = [constant, ...orthonormal(order.groupings.flatMap(indicatorsOf), [constant])];
  const centred = residualOf(order.y, [constant]);
  const total = dot(centred, centred);
  const open = residualOf(centred, base);
  const found = pairsOf(factors).flatMap(([a, b]): InteractionEffect[] => {
    const [one, other] = [order.groupings[a], order.groupings[b]];
    if (one === undefined || other === undefined) return [];
    const pair = crossed(one, other);
    if (pair.groups > MOST_COMBINATIONS) return [];
    const added = orthonormal(indicatorsOf(pair), base);
    const freedom = y.length - base.length - added.length;
    if (added.length === 0 || freedom < LEAST_FREEDOM) return [];
    const squares = squaresAlong(open, added);
    const meanSquare = (dot(open, open) - squares) / freedom;
    const { share, omegaSquared } = shareOf(total, meanSquare)(squares, added.length);
    const p = permutationP({ y: order.y, base, added });
    const keys = [(factors[a] as Factor).keys, (factors[b] as Factor).keys] as const;
    return [{ keys, standing: p <= PAIR_THRESHOLD ? 'matters' : 'not-shown', p, share, omegaSquared }];
  });
  return found.sort((a, b) => a.p - b.p || b.share - a.share || (a.keys.join() < b.keys.join() ? -1 : 1));
}

const pairsOf = (factors: readonly Factor[]): [number, number][] =>
  factors.flatMap((_, a) => factors.slice(a + 1).map((__, offset): [number, number] => [a, a + 1 + offset]));
