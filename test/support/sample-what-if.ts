import type { ProjectFacts } from '../../src/model/facts.ts';
import type { Trial } from '../../src/model/trial.ts';
import type { WhatIf } from '../../src/model/what-if.ts';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import { purchaseOf } from '../../src/tables/prices/purchase.ts';
import { hardwareOtherwise } from '../../src/whatif/hardware.ts';
import { sweepsOtherwise } from '../../src/whatif/sweeps-otherwise.ts';
import { builtSweep } from './built-sweep.ts';

/** A grid of learning rates and dropouts with a best in the middle, noise, and a few runs that came to nothing. */
function sampleTrials(name: string, seed: number) {
  const random = seededRandom(seed);
  const runs = Array.from({ length: 48 }, (_, index) => {
    const [lr, dropout] = [Math.floor(index / 6), index % 6];
    const metric = 0.9 - 0.01 * (lr - 5) ** 2 - 0.004 * (dropout - 2) ** 2 + 0.01 * random();
    const place = { start: 3 * Math.floor(index / 4), hours: 2 + 2 * random(), values: [lr, dropout] };
    return index % 17 === 16 ? place : { ...place, metric };
  });
  const parameters = [8, 6].map((count, at) => ({
    key: at === 0 ? 'lr' : 'dropout',
    values: Array.from({ length: count }, (_, value) => String(value + 1)),
  }));
  return { ...builtSweep(runs, { goal: 'max', parameters }), metric: { name, goal: 'max' as const } };
}

/** Every run goes up to where it ends, the better the faster. */
function sampleCurve({ start, end, metric }: Trial) {
  const part = Array.from({ length: 20 }, (_, at) => (at + 1) / 20);
  return {
    steps: part.map((each) => 1000 * each),
    times: part.map((each) => start + each * (end - start)),
    values: part.map((each) => metric * (1 - Math.exp(-5 * each))),
  };
}

/** Those that have a metric: the seventh refines the sixth. */
const MEASURED = [0, 5, 6];

type Searches = Pick<WhatIf, 'sweeps' | 'leftOut' | 'families'>;

/** By metric and number of sweeps: replays take a while, and samples are asked for by every test. */
const known = new Map<string, Searches>();

function searchesOf(sweeps: ProjectFacts['sweeps'], metric: string): Searches {
  const looked = sweeps
    .slice(0, 7)
    .map(({ sweep, usage }) => ({ sweep: { ...sweep, kind: 'grid' as const, runs: 48 }, usage }));
  const key = `${looked.length} ${metric}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const trials = looked.map((_, index) => (MEASURED.includes(index) ? sampleTrials(metric, index) : undefined));
  const searches = sweepsOtherwise({
    sweeps: looked,
    trialsOf: (index) => trials[index] ?? { parameters: [], trials: [] },
    hasMetrics: true,
    curveOf: (trial) => (trials[5]?.trials.includes(trial) === true ? undefined : sampleCurve(trial)),
  });
  known.set(key, searches);
  return searches;
}

/** The same project otherwise: of all sweeps with a metric but one it is known how runs went. */
export function sampleWhatIf(
  facts: Pick<ProjectFacts, 'usage' | 'costs' | 'method' | 'project' | 'sweeps'>,
  metric: string,
): Pick<ProjectFacts, 'whatIf'> {
  const searches = searchesOf(facts.sweeps, metric);
  const hardware = hardwareOtherwise({ ...facts, method: { ...facts.method, purchase: () => purchaseOf('Titan X') } });
  if (searches.sweeps.length === 0 && hardware === undefined) return {};
  return { whatIf: { ...searches, ...(hardware === undefined ? {} : { hardware }) } };
}
