import { load } from 'js-yaml';
import { countIn, isEntries, textIn } from '../loose-values.ts';

/** How a sweep searches, and what. */
export interface SweepSearch {
  /** Names of the hyperparameters that it chooses, as a JSON array in the order of their names; `''` when that is not told. */
  readonly sampled: string;
  /** `grid`, `random`, `bayes`; `''` when that is not told. */
  readonly search: string;
  /** The metric that it betters and which way, `minimize` or `maximize`; `''` when that is not told. */
  readonly metricName: string;
  readonly metricGoal: string;
  /** How many runs the sweep has; NaN when that is not told. */
  readonly sweepRuns: number;
}

const UNTOLD: SweepSearch = { sampled: '', search: '', metricName: '', metricGoal: '', sweepRuns: Number.NaN };
/** What a parameter has that is searched; one that is constant has a `value`. */
const SEARCHED = ['values', 'min', 'max', 'distribution', 'probabilities', 'mu', 'sigma', 'q'];
/** Longer, it is no configuration of a sweep, characters. Our own judgement. */
const LONGEST = 1 << 20;
const DEEPEST = 12;

/** Reads sweeps as the API gives them; of many runs of one sweep its configuration is parsed once. */
export class SweepReader {
  #config = '';
  #read: SweepSearch = UNTOLD;

  read(sweep: unknown): SweepSearch {
    if (!isEntries(sweep)) return UNTOLD;
    const { config } = sweep;
    const sweepRuns = countIn(sweep.runCount);
    if (typeof config !== 'string') return { ...searchOf(config, sweep.method), sweepRuns };
    if (config !== this.#config) {
      this.#config = config;
      this.#read = searchOf(parseYaml(config), undefined);
    }
    return { ...this.#read, search: textIn(sweep.method).toLowerCase() || this.#read.search, sweepRuns };
  }
}

/** Aliases are refused: they can be made to expand without bound. */
function parseYaml(text: string): unknown {
  if (text.length > LONGEST) return undefined;
  try {
    return load(text, { maxAliases: 0 });
  } catch {
    return undefined; // damage is data, not an error
  }
}

function searchOf(config: unknown, method: unknown): SweepSearch {
  if (!isEntries(config)) return { ...UNTOLD, search: textIn(method).toLowerCase() };
  const names = searchedIn(config.parameters, '', 0).sort((a, b) => (a < b ? -1 : 1));
  return {
    ...UNTOLD,
    sampled: names.length > 0 ? JSON.stringify(names) : '',
    search: (textIn(method) || textIn(config.method)).toLowerCase(),
    ...metricIn(config.metric),
  };
}

/** A goal that is left out is `minimize` to W&B, but is left out as often by mistake: the name of the metric is to tell then. */
const metricIn = (metric: unknown): Pick<SweepSearch, 'metricName' | 'metricGoal'> =>
  isEntries(metric)
    ? { metricName: textIn(metric.name), metricGoal: textIn(metric.goal).toLowerCase() }
    : { metricName: '', metricGoal: '' };

/** Parameters nest in `parameters` of their own, and their names by dots. */
function searchedIn(parameters: unknown, prefix: string, depth: number): string[] {
  if (!isEntries(parameters) || depth > DEEPEST) return [];
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    if (!isEntries(parameter)) return [];
    if (isEntries(parameter.parameters)) return searchedIn(parameter.parameters, `${prefix}${name}.`, depth + 1);
    const isConstant = Object.hasOwn(parameter, 'value') || parameter.distribution === 'constant';
    return !isConstant && SEARCHED.some((key) => Object.hasOwn(parameter, key)) ? [`${prefix}${name}`] : [];
  });
}
