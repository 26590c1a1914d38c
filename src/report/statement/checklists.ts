import type { ProjectFacts } from '../../model/facts.ts';
import type { Usage } from '../../model/usage.ts';
import { amount, counted, grouped, significant, withRange } from '../render/format.ts';
import { standIn } from '../render/stand-in.ts';
import { type Held, hoursOf, NOT_KNOWN, NOT_PRICED, rentOf, toldEnergy, whyIncomparable } from '../render/told.ts';
import { LEAST_RATIO } from '../render/verdict.ts';
import { shortened } from '../render/visible-text.ts';
import { hardwareOf, limits, lostSentence, notCovered, runTimes } from './sentences.ts';

/** A question of a checklist and what the logs answer to it. */
export interface Answer {
  /** What is asked, shortened. */
  readonly question: string;
  readonly sentences: readonly string[];
}

/** Answers to one checklist. */
export interface Checklist {
  readonly title: string;
  readonly answers: readonly Answer[];
}

/** The NeurIPS paper checklist, "Experiments compute resources", by its three guidelines. */
export const neurips = (facts: ProjectFacts): Checklist => ({
  title: 'NeurIPS paper checklist, experiments compute resources',
  answers: [
    {
      question: 'Type of compute workers, cluster or cloud provider, memory and storage',
      sentences: [workers(facts), 'The logs do not tell storage, nor whose machines these are: [fill in].'],
    },
    {
      question: 'Compute of each experimental run, and in total',
      sentences: [`${capital(runTimes(facts))}.`, ofModel(facts), inTotal(facts), ...limits(facts)],
    },
    {
      question: 'Whether the full project required more compute than the experiments reported',
      sentences: [moreThanReported(facts), lostSentence(facts), notCovered(facts)],
    },
  ],
});

/** The ACL Responsible NLP Research checklist, C1 to C3. */
export const acl = (facts: ProjectFacts): Checklist => ({
  title: 'ACL Responsible NLP Research checklist, section C',
  answers: [
    {
      question: 'C1. Number of parameters, total computational budget, computing infrastructure',
      sentences: [
        `The budget of the whole project is ${hoursOf(facts.usage)}. ${ofModel(facts)} ${workers(facts)}`,
        ...limits(facts),
        'The logs do not tell the number of parameters: [fill in].',
      ],
    },
    {
      question: 'C2. Hyperparameter search and best-found values',
      sentences: [...search(facts), bestValues(facts)],
    },
    {
      question: 'C3. Descriptive statistics of results',
      sentences: [repeats(facts), results(facts)],
    },
  ],
});

function ofModel(facts: ProjectFacts): string {
  const { singleModel, singleTune } = facts.tiers;
  const why = standIn(facts);
  return why === undefined
    ? `One model takes ${hoursOf(singleModel)}, one tuning ${hoursOf(singleTune)}.`
    : `What one model and one tuning take is not known: ${why}.`;
}

function inTotal({ usage, costs }: ProjectFacts): string {
  const { energyKwh, co2eKg } = costs;
  const energy = toldEnergy(usage, energyKwh.value, `${withRange(energyKwh, amount)} kWh`);
  if (energy === NOT_KNOWN) return `In total ${hoursOf(usage)}; electricity and emissions are not known.`;
  const emissions = toldEnergy(usage, co2eKg.value, `${withRange(co2eKg, amount)} kg CO2e`);
  const rent = rentOf(usage, costs);
  return `In total ${hoursOf(usage)}, ${energy}, ${emissions}${rent === NOT_PRICED ? '' : `, or ${rent} of cloud rent`}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Hardware, and what of the host a run had on average. */
function workers(facts: ProjectFacts): string {
  const { usage, hosts } = facts;
  const parts = [
    ...(hosts !== undefined && hosts.cores > 0
      ? [`${amount(hosts.cores)} CPU ${amount(hosts.cores) === '1' ? 'core' : 'cores'}`]
      : []),
    ...(hosts !== undefined && hosts.memoryGb > 0 ? [`${amount(hosts.memoryGb)} GB of memory`] : []),
  ];
  const beside = parts.length === 0 ? '' : `, a run on average with ${parts.join(' and ')}`;
  return `${kindOf(usage, hardwareOf(facts))}${beside}.`;
}

function kindOf({ attemptsThatRan, untold }: Usage, hardware: string): string {
  const rest = untold && `${counted(untold.attempts, 'attempt')} on workers that the logs do not tell: [fill in]`;
  if (hardware !== '') return `GPU workers: ${hardware}${rest === undefined ? '' : `; ${rest}`}`;
  if (rest !== undefined) return `${capital(rest)}`;
  return attemptsThatRan === 0 ? 'No attempt ran, as far as the logs tell' : 'CPU workers';
}

/** The whole against the final model and its tuning. */
function moreThanReported(facts: ProjectFacts): string {
  const { usage, tiers } = facts;
  const why = standIn(facts) ?? whyIncomparable(usage.untold);
  if (why !== undefined) return `How much more is not known: ${why}.`;
  const byGpu = usage.gpuHours > 0;
  const hours = ({ gpuHours, cpuHours }: Held): number => (byGpu ? gpuHours : cpuHours);
  const unit = byGpu ? 'GPU-hours' : 'CPU-core-hours';
  const ratio = hours(tiers.project) / hours(tiers.singleModel);
  if (!Number.isFinite(ratio)) return 'The logs do not tell which runs are reported.';
  if (ratio < LEAST_RATIO) return 'No, as far as the logs show: they hold little or nothing beside the final model.';
  const beyond = hours(tiers.project) - hours(tiers.singleTune);
  const beyondTune =
    beyond > 0 ? `${amount(beyond)} ${unit} beyond the tuning that found it` : `none beyond the tuning that found it`;
  return `Yes: the project took ${amount(ratio)} times the ${unit} of the final model, and ${beyondTune}.`;
}

/** Sweeps by kind, and what the tuning of the final model varied. */
function search({ sweeps, tiers }: ProjectFacts): string[] {
  const kinds = new Map<string, number>();
  for (const { sweep } of sweeps) kinds.set(sweep.kind, (kinds.get(sweep.kind) ?? 0) + 1);
  const byKind = [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const counts = byKind.map(([kind, count]) => `${grouped(count)} ${kind}`).join(', ');
  const all = `Hyperparameter sweeps found: ${grouped(sweeps.length)}${counts === '' ? '' : ` (${counts})`}.`;
  const tune = sweeps.find(({ sweep }) => sweep.id === tiers.singleTune.sweepId)?.sweep;
  const varied = Object.entries(tune?.parameters ?? {}).map(
    ([key, values]) => `${shortened(key, MOST_LETTERS)} (${shown(values)})`,
  );
  if (tune === undefined || varied.length === 0) return [all];
  return [all, `That of the final model, ${tune.id}, had ${counted(tune.runs, 'run')} over ${varied.join(', ')}.`];
}

const MOST_VALUES = 6;
/** Of a name or value of a log, which may be of any length. */
const MOST_LETTERS = 60;

const shown = (values: readonly string[]): string => {
  const texts = values.map((value) => (value === '' ? 'none' : shortened(value, MOST_LETTERS)));
  return texts.length <= MOST_VALUES ? texts.join(', ') : `${texts.length} values, ${texts[0]} to ${texts.at(-1)}`;
};

function repeats({ sweeps }: ProjectFacts): string {
  const seeds = sweeps.filter(({ sweep }) => sweep.kind === 'seeds');
  const runs = seeds.reduce((sum, { sweep }) => sum + sweep.runs, 0);
  return seeds.length === 0
    ? 'No sweep repeats one setting over seeds, as far as the logs show.'
    : `${counted(seeds.length, 'sweep')} ${seeds.length === 1 ? 'repeats' : 'repeat'} one setting over seeds, in ${counted(runs, 'run')}.`;
}

/** The values of the best run of the tuning, where its runs are compared by a metric. */
function bestValues({ sweeps, tiers, trialsOf, bestOf }: ProjectFacts): string {
  const index = sweeps.findIndex(({ sweep }) => sweep.id === tiers.singleTune.sweepId);
  const best = index < 0 ? undefined : bestOf(index);
  if (best === undefined) return 'The logs do not tell which values were best: [fill in].';
  const { trial, metric, among } = best;
  const values = trialsOf(index).parameters.flatMap(({ key, values: all }, parameter) => {
    const value = all[trial.values[parameter] as number];
    return value === undefined
      ? []
      : [`${shortened(key, MOST_LETTERS)} ${value === '' ? 'none' : shortened(value, MOST_LETTERS)}`];
  });
  if (values.length === 0) return 'The logs do not tell which values were best: [fill in].';
  return `Best of ${counted(among, 'run')} by ${shortened(metric.name, MOST_LETTERS)} (${metric.goal}: ${significant(trial.metric, METRIC_FIGURES)}): ${values.join(', ')}.`;
}

const METRIC_FIGURES = 6;

/** What the logs hold of results. */
function results({ sweeps, bestOf, metric }: ProjectFacts): string {
  const compared = sweeps.reduce((count, _, sweep) => count + Number(bestOf(sweep) !== undefined), 0);
  const say = 'say whether those reported are of a single run, a mean or a maximum [fill in]';
  if (metric === undefined && compared === 0) return `The logs hold no results: ${say}.`;
  const where =
    compared === 0
      ? ''
      : ` The best ${compared === 1 ? 'run of 1 sweep stands' : `runs of ${grouped(compared)} sweeps stand`} in sweeps.csv.`;
  return `The logs hold results${metric === undefined ? '' : ` (${shortened(metric.name, MOST_LETTERS)})`}: ${say}.${where}`;
}
