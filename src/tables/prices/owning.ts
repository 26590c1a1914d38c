import type { Rate } from '../../model/method.ts';
import { CBRE_2018, CBRE_2024, EPOCH_COSTS } from '../citations.ts';

/** Years over which hardware is written off, by the year in which it is used; the middle is Epoch AI's. */
export function lifeOf(year: number): Rate {
  const value = year <= 2020 ? 3 : year <= 2022 ? 4 : 5;
  return {
    name: `life of the hardware, ${year <= 2020 ? 'up to 2020' : year <= 2022 ? '2021 and 2022' : 'from 2023 on'}`,
    unit: 'years',
    low: 3,
    value,
    high: value === 5 ? 6 : 5,
    basis: [
      { kind: 'table', note: '3 years up to 2020, 4 in 2021 and 2022, 5 from 2023 on', citation: EPOCH_COSTS },
      { kind: 'assumed', note: 'range: clusters of universities are kept longer than clouds keep theirs' },
    ],
  };
}

/** Network of a cluster over the price of its servers: 19 % of the whole, 7 % to 24 % by the spread that Epoch AI gives. */
export const NETWORK: Rate = {
  name: 'network over the price of the machines',
  unit: '1',
  low: 0.07,
  value: 0.19 / 0.81,
  high: 0.32,
  basis: [{ kind: 'table', note: '19% of a cluster’s price is its network (7–24%)', citation: EPOCH_COSTS }],
};

/** Room, cooling and power supply, electricity not in it: what space for a kilowatt is let for. */
export const ROOM: Rate = {
  name: 'server room, by what colocation costs',
  unit: 'USD per kW and month',
  low: 120,
  value: 140,
  high: 184.06,
  basis: [
    { kind: 'table', note: '$120–140 per kW, by the kilowatt that the machines draw', citation: CBRE_2018 },
    { kind: 'table', note: 'high: $184.06 per kW', citation: CBRE_2024 },
  ],
};

export const STAFF: Rate = {
  name: 'staff',
  unit: 'USD per GPU and year',
  low: 150,
  value: 500,
  high: 1500,
  basis: [{ kind: 'assumed', note: 'one administrator at $150,000 a year for 300 GPUs (100 to 1,000)' }],
};

export const REPAIRS: Rate = {
  name: 'repairs, each year over the purchase',
  unit: '1',
  low: 0.02,
  value: 0.05,
  high: 0.1,
  basis: [{ kind: 'assumed', note: '5% of the purchase a year (2–10%)' }],
};

/** Draw of a machine that stands idle over its draw at work. */
export const IDLE_DRAW: Rate = {
  name: 'draw of an idle GPU over that of one at work',
  unit: '1',
  low: 0.1,
  value: 0.2,
  high: 0.4,
  basis: [
    {
      kind: 'assumed',
      note: '20% (10–40%): idle boards draw 10–25% of their power, and the machine around them draws on',
    },
  ],
};

/** Part of its life in which a shared cluster works. */
export const SHARED_USE: Rate = {
  name: 'part of the time in which a shared cluster works',
  unit: '1',
  low: 0.25,
  value: 0.5,
  high: 0.8,
  basis: [{ kind: 'assumed', note: '50% (25–80%)' }],
};
