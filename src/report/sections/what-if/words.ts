import type { Having, HavingPart } from '../../../model/hardware-what-if.ts';
import type { NotReplayed, Replay } from '../../../model/what-if.ts';
import { usd, usdRoughly } from '../../render/format.ts';

/** What each replay does, in a few words. */
export const REPLAYS: Readonly<Record<Replay['id'], string>> = {
  'half-at-random': 'half of the configurations, drawn at random',
  'random-until-best': 'random order until the best had run',
  'random-until-good': 'random order until one of the best tenth had run',
  'tpe-half': 'half of the configurations, chosen by a search that learns (TPE)',
  'tpe-until-good': 'a search that learns (TPE), until one of the best tenth had run',
  'median-stopping': 'runs stopped when behind the median of those before (median stopping)',
  'successive-halving': 'all begun, the best third kept at each rung (successive halving)',
  hyperband: 'brackets of successive halving over random configurations (Hyperband)',
};

/** Why a kind of replay is not offered. */
export const NOT_REPLAYED: Readonly<Record<NotReplayed, string>> = {
  'too-few-to-learn':
    'A search that learns was not replayed: of fewer than 20 configurations its random beginning is most.',
  'too-many-to-learn': 'A search that learns was not replayed: there are more than 200 configurations.',
  'values-untold': 'A search that learns was not replayed: the logs do not tell the values of all configurations.',
  'times-untold':
    'A search that learns was not replayed: the logs do not tell when runs ran, so not how many ran side by side.',
  'no-curves':
    'Early stopping was not replayed: it needs how the metric went while runs ran. With W&B run directories, name the metric (--metric) and it is read.',
  'curves-begin-late':
    'Successive halving was not replayed: most runs logged the metric for the first time after a third of the longest run.',
  'too-many-to-stop': 'Early stopping was not replayed: there are more than 200 configurations.',
};

export const HAVING: Readonly<Record<Having['id'], string>> = {
  'rented-low': 'Rented, cheapest',
  rented: 'Rented, on demand',
  shared: 'Shared cluster',
  'owned-busy': 'Owned, always in use',
  'owned-told': 'Owned, your figures',
  'bought-for-it': 'Bought for this alone',
};

/** How dollars are written: rents are list prices; what owning costs is known to two figures at best. */
export const dollarsOf = ({ id }: Pick<Having, 'id'>): ((value: number) => string) =>
  id.startsWith('rented') ? usd : usdRoughly;

export const PARTS: Readonly<Record<HavingPart, { readonly label: string; readonly colour: string }>> = {
  rent: { label: 'rent', colour: 'var(--series-8)' },
  hardware: { label: 'machines', colour: 'var(--series-1)' },
  network: { label: 'network', colour: 'var(--series-5)' },
  room: { label: 'server room', colour: 'var(--series-3)' },
  staff: { label: 'staff', colour: 'var(--series-4)' },
  repairs: { label: 'repairs', colour: 'var(--series-7)' },
  idle: { label: 'electricity while idle', colour: 'var(--series-6)' },
  electricity: { label: 'electricity at work', colour: 'var(--series-2)' },
};
