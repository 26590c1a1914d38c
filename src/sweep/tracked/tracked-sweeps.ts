import type { Ledger } from '../../model/ledger.ts';
import type { FoundTrial, SweepKind } from '../../model/sweep.ts';
import type { Axis, FoundSweep } from '../found-sweep.ts';
import { roleOf } from '../slot-keys.ts';
import { PROGRAM_SLOT } from '../slots.ts';
import { sharesBySweep } from './shares.ts';
import { type Trial, trialsBySweep } from './trials.ts';

/** In a trial's place where it has no value, and where several trials ran in one attempt. */
export const NO_VALUE = 0xffff_ffff;

/** What a tracker calls its ways to search. */
const KINDS: Readonly<Record<string, SweepKind>> = { grid: 'grid', random: 'random', bayes: 'adaptive' };

/** The sweeps that a tracker itself knows of: which run is of which sweep is logged, nothing is inferred. */
export function findTrackedSweeps(ledger: Ledger): FoundSweep[] {
  const shares = sharesBySweep(ledger);
  return [...trialsBySweep(ledger)].map(([sweep, trials]) => {
    const axes = axesOf(trials);
    const runs = [...new Set(trials.flatMap(({ attempts }) => attempts.map((each) => ledger.run[each] as number)))];
    const cells = new Set(trials.map((_, place) => axes.map(({ codes }) => codes[place]).join())).size;
    const product = axes.reduce((sum, { values }) => sum * Math.max(1, values.length), 1);
    const kind = KINDS[trials.find(({ tracked }) => tracked.search !== '')?.tracked.search ?? ''];
    const ofSweep = shares.get(sweep);
    return {
      gathering: {
        runs: trials.length,
        isArray: false,
        retries: 0,
        additions: 0,
        doubt: 0,
        tracked: { sweep, assigned: assignedOf(trials), ...(kind === undefined ? {} : { kind }) },
      },
      design: { axes, distinctCells: cells, coverage: axes.length === 0 ? 1 : cells / product },
      runs: Uint32Array.from(runs).sort(),
      codes: codesByRun(ledger, trials, axes, Uint32Array.from(runs).sort()),
      ...(ofSweep === undefined ? {} : { shares: ofSweep }),
      ...(isShared(trials) ? { trials: trials.map(valued(axes)) } : {}),
    };
  });
}

/** Whether several trials ran in one attempt. */
const isShared = (trials: readonly Trial[]): boolean => {
  const attempts = trials.flatMap((trial) => trial.attempts);
  return new Set(attempts).size < attempts.length;
};

const valued =
  (axes: readonly TrialAxis[]) =>
  ({ attempts, rows }: Trial, place: number): FoundTrial => ({
    attempts,
    rows,
    values: axes.map(({ codes }) => (codes[place] === NO_VALUE ? -1 : (codes[place] as number))),
  });

const assignedOf = (trials: readonly Trial[]): number => {
  const stated = trials.map(({ tracked }) => tracked.sweepRuns).filter((runs) => !Number.isNaN(runs));
  return Math.max(trials.length, ...stated);
};

/** A hyperparameter and the value of each trial. */
interface TrialAxis extends Axis {
  readonly values: string[];
  readonly codes: number[];
}

/** What the trials of a sweep vary: of the hyperparameters that the sweep chose, where that is logged, else of all. */
function axesOf(trials: readonly Trial[]): TrialAxis[] {
  const configs = trials.map(({ tracked }) => parse<Record<string, string>>(tracked.config, {}));
  const sampled = new Set(trials.flatMap(({ tracked }) => parse<string[]>(tracked.sampled, [])));
  const isSampled = (key: string): boolean =>
    sampled.has(key) || [...sampled].some((each) => key.startsWith(`${each}.`));
  const keys = [...new Set(configs.flatMap((config) => Object.keys(config)))].sort();
  const candidates = keys.filter((key) => (sampled.size > 0 ? isSampled(key) : isParameter(key)));
  const axes = candidates.map((key) => axisOf(key, configs));
  return axes.filter(({ values, codes }) => trials.length === 1 || values.length > 1 || codes.includes(NO_VALUE));
}

const isParameter = (key: string): boolean => roleOf(key, PROGRAM_SLOT) !== 'ignored';

function axisOf(key: string, configs: readonly Readonly<Record<string, string>>[]): TrialAxis {
  const codeOf = new Map<string, number>();
  const values: string[] = [];
  const codes = configs.map((config) => {
    const value = config[key];
    if (value === undefined) return NO_VALUE;
    const known = codeOf.get(comparable(value));
    if (known !== undefined) return known;
    codeOf.set(comparable(value), values.length);
    return values.push(value) - 1;
  });
  return { key, role: roleOf(key, PROGRAM_SLOT) === 'replicate' ? 'replicate' : 'parameter', values, codes };
}

/** `1e-3` and `0.001` are one value: one is from the command line, the other from a file. */
const comparable = (value: string): string =>
  value.trim() !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : value;

/** Values by run of the ledger, as others have them; a run in which several trials ran has none of its own. */
function codesByRun(
  ledger: Ledger,
  trials: readonly Trial[],
  axes: readonly TrialAxis[],
  runs: Uint32Array,
): Uint32Array {
  const placeOf = new Map([...runs].map((run, place) => [run, place]));
  const codes = new Uint32Array(runs.length * axes.length).fill(NO_VALUE);
  const trialOf = new Map<number, number>();
  trials.forEach(({ attempts }, trial) => {
    for (const run of new Set(attempts.map((attempt) => ledger.run[attempt] as number))) {
      const isShared = trialOf.has(run);
      trialOf.set(run, trial);
      const place = (placeOf.get(run) as number) * axes.length;
      axes.forEach((axis, index) => {
        codes[place + index] = isShared ? NO_VALUE : (axis.codes[trial] as number);
      });
    }
  });
  return codes;
}

function parse<Content>(text: string, absent: Content): Content {
  return text === '' ? absent : (JSON.parse(text) as Content);
}
