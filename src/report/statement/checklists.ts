import type { ProjectFacts } from '../../model/facts.ts';
import { amount, counted, grouped, usdSpan, withRange } from '../render/format.ts';
import { shortened } from '../render/visible-text.ts';
import { hardwareOf, lostSentence, NOT_COVERED, runTimes, totalOf } from './sentences.ts';

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
      sentences: [
        `${capital(runTimes(facts))}. One model takes ${amount(facts.tiers.singleModel.gpuHours)} GPU-hours, one tuning ${amount(facts.tiers.singleTune.gpuHours)}. In total ${totalOf(facts)}, ${withRange(facts.costs.energyKwh, amount)} kWh, ${withRange(facts.costs.co2eKg, amount)} kg CO2e, or ${usdSpan(facts.costs.cloudUsd)} of cloud rent.`,
      ],
    },
    {
      question: 'Whether the full project required more compute than the experiments reported',
      sentences: [moreThanReported(facts), lostSentence(facts), NOT_COVERED],
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
        `The budget of the whole project is ${totalOf(facts)}, of which one model takes ${amount(facts.tiers.singleModel.gpuHours)}. ${workers(facts)}`,
        'The logs do not tell the number of parameters: [fill in].',
      ],
    },
    {
      question: 'C2. Hyperparameter search and best-found values',
      sentences: [...search(facts), 'The logs do not tell which values were best: [fill in].'],
    },
    {
      question: 'C3. Descriptive statistics of results',
      sentences: [
        `${repeats(facts)} The logs hold no results: say whether those reported are of a single run, a mean or a maximum [fill in].`,
      ],
    },
  ],
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Hardware, and what of the host a run had on average. */
function workers(facts: ProjectFacts): string {
  const { usage } = facts;
  const hardware = hardwareOf(facts);
  const kind = hardware === '' ? 'CPU workers' : `GPU workers: ${hardware}`;
  const perHour = (hours: number): number => hours / usage.wallHours;
  const cores = usage.cpuHours > 0 ? ` with ${amount(perHour(usage.cpuHours))} CPU cores` : '';
  const memory =
    usage.memoryGbHours > 0
      ? `${cores === '' ? ' with' : ' and'} ${amount(perHour(usage.memoryGbHours))} GB of memory`
      : '';
  const beside = cores === '' && memory === '' ? '' : `, a run on average${cores}${memory}`;
  return `${kind}${beside}.`;
}

/** The whole against the final model and its tuning. */
function moreThanReported({ usage, tiers }: ProjectFacts): string {
  const times = usage.gpuHours / tiers.singleModel.gpuHours;
  if (!Number.isFinite(times)) return 'The logs do not tell which runs are reported.';
  const beyondTune = usage.gpuHours - tiers.singleTune.gpuHours;
  return `Yes: the project took ${amount(times)} times the GPU-hours of the final model, and ${amount(beyondTune)} GPU-hours beyond the tuning that found it.`;
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
  const texts = values.map((value) => shortened(value, MOST_LETTERS));
  return texts.length <= MOST_VALUES ? texts.join(', ') : `${texts.length} values, ${texts[0]} to ${texts.at(-1)}`;
};

function repeats({ sweeps }: ProjectFacts): string {
  const seeds = sweeps.filter(({ sweep }) => sweep.kind === 'seeds');
  const runs = seeds.reduce((sum, { sweep }) => sum + sweep.runs, 0);
  return seeds.length === 0
    ? 'No sweep repeats one setting over seeds, as far as the logs show.'
    : `${counted(seeds.length, 'sweep')} repeat one setting over seeds, in ${counted(runs, 'run')}.`;
}
