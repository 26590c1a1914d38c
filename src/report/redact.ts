import type { AttemptLabels, CostedSweep, ProjectFacts } from '../model/facts.ts';
import type { Sweep } from '../model/sweep.ts';
import type { Tier, Tiers } from '../model/tier.ts';
import { redactPrices } from './redact-prices.ts';
import { redactSensitivity } from './redact-sensitivity.ts';

/** Gives each distinct text a name of its own by order of appearance: `user-1`, `user-2`. Empty texts stay empty. */
function pseudonyms(prefix: string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text === '') return '';
    const name = known.get(text) ?? `${prefix}-${known.size + 1}`;
    known.set(text, name);
    return name;
  };
}

/** Rules, besides those of rejected records, whose message quotes a path or a record. */
const QUOTING = ['file-unreadable', 'config-columns', 'config-hardware'];

/** Ids that a scheduler counts up; those that people and trackers give may be names. */
const SCHEDULER_ID = /^\d+(?:[_+]\d+)?$/;

const isNumber = (text: string): boolean => text !== '' && !Number.isNaN(Number(text));

/**
 * The same facts without names: users, accounts, clusters and partitions by number, jobs by sweep, ids that are not a scheduler's by number, values of hyperparameters that are words by number, no text of rejected
 * records, files by number. Figures, times, hardware and the project's name stay.
 */
export function redact(facts: ProjectFacts): ProjectFacts {
  const [user, account, cluster] = [pseudonyms('user'), pseudonyms('account'), pseudonyms('cluster')];
  const [partition, file, value] = [pseudonyms('partition'), pseudonyms('file'), pseudonyms('text')];
  const [job, search] = [pseudonyms('job'), pseudonyms('search')];
  const id = (text: string): string => (SCHEDULER_ID.test(text) ? text : job(text));
  const shown = (text: string): string => (isNumber(text) ? text : value(text));
  const hardware = new Set(facts.byModel.map(({ key }) => key));
  for (const input of facts.inputs) file(input.path);
  const quotes = new Set([...QUOTING, ...facts.rejects.map(({ rule }) => rule)]);
  const sweeps = facts.findings.sweeps.map((sweep) => redactSweep(sweep, shown, search));
  return {
    ...facts,
    ...redactPrices(facts, partition),
    inputs: facts.inputs.map((input) => ({ ...input, path: file(input.path) })),
    findings: {
      ...facts.findings,
      sweeps,
      triedIn: (sweep) => facts.findings.triedIn(sweep).map((tried) => ({ ...tried, values: tried.values.map(shown) })),
    },
    trialsOf: (sweep) => {
      const trials = facts.trialsOf(sweep);
      return {
        ...trials,
        parameters: trials.parameters.map((tried) => ({ ...tried, values: tried.values.map(shown) })),
      };
    },
    ...(facts.sensitivity === undefined
      ? {}
      : { sensitivity: redactSensitivity(facts.sensitivity, (text) => (hardware.has(text) ? text : shown(text))) }),
    sweeps: facts.sweeps.map((costed, index): CostedSweep => ({ ...costed, sweep: sweeps[index] as Sweep })),
    tiers: redactTiers(facts.tiers, id),
    byUser: facts.byUser.map((share) => ({ ...share, key: user(share.key) })),
    diagnostics: facts.diagnostics.map((each) => ({
      ...each,
      message: quotes.has(each.rule) ? `${each.rule}: what the log says is left out` : each.message,
      examples: each.examples.map((place) => ({ ...place, file: file(place.file) })),
    })),
    rejects: facts.rejects.map((reject) => ({ ...reject, file: file(reject.file), reason: reject.rule, text: '' })),
    idsOf: (row) => {
      const { jobId, jobIdRaw } = facts.idsOf(row);
      return { jobId: id(jobId), jobIdRaw: id(jobIdRaw) };
    },
    labelsOf: (attempt): AttemptLabels => {
      const labels = facts.labelsOf(attempt);
      return {
        name: sweeps[facts.findings.sweepOf[attempt] as number]?.id ?? '',
        user: user(labels.user),
        account: account(labels.account),
        cluster: cluster(labels.cluster),
        partition: partition(labels.partition),
      };
    },
  };
}

/** Ids that the rules of tiers quote may be names. */
function redactTiers({ singleModel, singleTune, project }: Tiers, id: (text: string) => string): Tiers {
  const shown = (tier: Tier): Tier => ({
    ...tier,
    rule: (tier.quotes ?? []).reduce((rule, quoted) => rule.replaceAll(quoted, id(quoted)), tier.rule),
  });
  return { singleModel: shown(singleModel), singleTune: shown(singleTune), project };
}

type Pseudonym = (text: string) => string;

function redactSweep(sweep: Sweep, shown: Pseudonym, search: Pseudonym): Sweep {
  const withoutNames = (text: string): string =>
    (sweep.quotes ?? []).reduce((told, quoted) => told.replaceAll(quoted, search(quoted)), text);
  return {
    ...sweep,
    name: sweep.id,
    evidence: sweep.evidence.map(({ rule, note }) => ({ rule, note: withoutNames(note) })),
    explanation: withoutNames(sweep.explanation),
    parameters: Object.fromEntries(Object.entries(sweep.parameters).map(([key, texts]) => [key, texts.map(shown)])),
    missing: sweep.missing.map((cell) =>
      Object.fromEntries(Object.entries(cell).map(([key, text]) => [key, shown(text)])),
    ),
  };
}
