import type { CommandWord, ReportCommand } from '../model/command.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { AttemptLabels, CostedSweep, ProjectFacts } from '../model/facts.ts';
import type { Sweep } from '../model/sweep.ts';
import type { Tier, Tiers } from '../model/tier.ts';
import type { ChosenMetric } from '../model/trial.ts';
import { type KnownNames, knownNames } from './redaction/known-names.ts';
import { type Pseudonym, pseudonyms } from './redaction/pseudonyms.ts';
import { redactBases, redactTierCosts } from './redaction/redact-bases.ts';
import { type RedactParameters, redactParameters } from './redaction/redact-parameters.ts';
import { redactPrices } from './redaction/redact-prices.ts';
import { redactSensitivity } from './redaction/redact-sensitivity.ts';
import { withoutNames } from './redaction/without-names.ts';

/** Rules, besides those of rejected records, whose message quotes a path or a record. */
const QUOTING = ['file-unreadable', 'config-columns', 'config-hardware'];

/** Ids that a scheduler counts up; those that people and trackers give may be names. */
const SCHEDULER_ID = /^\d{1,12}(?:[_+]\d{1,9})?$/;

/** What stands in place of each kind of name. */
function makePseudonyms({ inputs }: ProjectFacts) {
  const names = {
    ...{ user: pseudonyms('user'), account: pseudonyms('account'), cluster: pseudonyms('cluster') },
    ...{ partition: pseudonyms('partition'), file: pseudonyms('file'), path: pseudonyms('path') },
    ...{ job: pseudonyms('job'), search: pseudonyms('search'), event: pseudonyms('event') },
  };
  for (const { path } of inputs) names.file(path);
  return {
    ...names,
    id: (text: string): string => (SCHEDULER_ID.test(text) ? text : names.job(text)),
  };
}

type Pseudonyms = ReturnType<typeof makePseudonyms>;

/**
 * The same facts without names: users, accounts, clusters and partitions by number, jobs by sweep, ids that are not a scheduler's by number, values of hyperparameters that are words, or
 * secrets, by number, notes of events by number, keys that only names of jobs show by number, no text of rejected records, files by number; what other texts quote of them likewise. Figures, times, hardware and
 * the project's name stay.
 */
export function redact(facts: ProjectFacts, known: KnownNames = knownNames(facts)): ProjectFacts {
  const names = makePseudonyms(facts);
  const scrub = withoutNames(known);
  const parameters = redactParameters(facts, scrub);
  const sweeps = facts.findings.sweeps.map((sweep) => redactSweep(sweep, parameters, names.search, scrub));
  const prices = redactPrices(facts, names.partition);
  return {
    ...facts,
    ...prices,
    ...redactBases({ ...facts, ...prices }, pathless(facts, names, scrub)),
    ...(facts.command === undefined ? {} : { command: redactCommand(facts.command, names) }),
    ...(facts.metric === undefined ? {} : { metric: { ...facts.metric, name: scrub(facts.metric.name) } }),
    inputs: facts.inputs.map((input) => ({ ...input, path: names.file(input.path) })),
    findings: {
      ...facts.findings,
      sweeps,
      triedIn: remembered((sweep) => parameters.list(facts.findings.triedIn(sweep))),
    },
    trialsOf: (sweep) => {
      const trials = facts.trialsOf(sweep);
      return { ...withMetric(trials, scrub), parameters: parameters.list(trials.parameters) };
    },
    bestOf: (sweep) => {
      const best = facts.bestOf(sweep);
      return best && withMetric(best, scrub);
    },
    ...redactSensitivity(facts, parameters, scrub),
    sweeps: facts.sweeps.map((costed, index): CostedSweep => ({ ...costed, sweep: sweeps[index] as Sweep })),
    tiers: redactTiers(facts.tiers, names.id, pathless(facts, names, scrub)),
    events: facts.events.map((each) => ({ ...each, note: names.event(each.note) })),
    byUser: facts.byUser.map((share) => ({ ...share, key: names.user(share.key) })),
    diagnostics: facts.diagnostics.map((each) => redactDiagnostic(each, facts, names, scrub)),
    rejects: facts.rejects.map((each) => ({ ...each, file: names.file(each.file), reason: each.rule, text: '' })),
    ...redactAttempts(facts, names, sweeps),
  };
}

/** What names a metric, with its name as it is shown. */
const withMetric = <Named extends { readonly metric?: ChosenMetric }>(named: Named, scrub: Pseudonym): Named =>
  named.metric === undefined ? named : { ...named, metric: { ...named.metric, name: scrub(named.metric.name) } };

/** Answers each question once: rows of attempts ask for their sweep's parameters a million times. */
function remembered<Answer>(answer: (index: number) => Answer): (index: number) => Answer {
  const answers = new Map<number, Answer>();
  return (index) => {
    const known = answers.get(index) ?? answer(index);
    answers.set(index, known);
    return known;
  };
}

function redactAttempts(facts: ProjectFacts, names: Pseudonyms, sweeps: readonly Sweep[]) {
  return {
    idsOf: (row: number) => {
      const { jobId, jobIdRaw } = facts.idsOf(row);
      return { jobId: names.id(jobId), jobIdRaw: names.id(jobIdRaw) };
    },
    labelsOf: (attempt: number): AttemptLabels => {
      const labels = facts.labelsOf(attempt);
      return {
        name: sweeps[facts.findings.sweepOf[attempt] as number]?.id ?? '',
        user: names.user(labels.user),
        account: names.account(labels.account),
        cluster: names.cluster(labels.cluster),
        partition: names.partition(labels.partition),
      };
    },
  };
}

function redactDiagnostic(
  each: Diagnostic,
  { rejects }: ProjectFacts,
  { file }: Pseudonyms,
  scrub: Pseudonym,
): Diagnostic {
  const quotes = QUOTING.includes(each.rule) || rejects.some(({ rule }) => rule === each.rule);
  return {
    ...each,
    message: quotes ? `${each.rule}: what the log says is left out` : scrub(each.message),
    examples: each.examples.map((place) => ({ ...place, file: file(place.file) })),
  };
}

/** Ids that the rules of tiers quote may be names. */
function redactTiers({ singleModel, singleTune, project }: Tiers, id: Pseudonym, scrub: Pseudonym): Tiers {
  const shown = (tier: Tier): Tier => ({
    ...redactTierCosts(tier, scrub),
    rule: scrub((tier.quotes ?? []).reduce((rule, quoted) => rule.replaceAll(quoted, id(quoted)), tier.rule)),
  });
  return { singleModel: shown(singleModel), singleTune: shown(singleTune), project: shown(project) };
}

/** What was typed with its names and paths replaced: the options stay, so that a reader sees what was asked. */
function redactCommand({ words, forPage, config }: ReportCommand, names: Pseudonyms): ReportCommand {
  const kinds: Readonly<Record<CommandWord['kind'], Pseudonym>> = {
    ...{ plain: (text) => text, path: names.path, user: names.user, account: names.account, id: names.id },
  };
  return {
    words: words.map(({ text, kind }) => ({ text: kinds[kind](text), kind })),
    forPage,
    ...(config === undefined ? {} : { config: { ...config, path: names.path(config.path) } }),
  };
}

/** Texts that may say where the configuration lies, with whatever folders stand before it. */
function pathless({ command }: ProjectFacts, { path: pseudonym }: Pseudonyms, scrub: Pseudonym): Pseudonym {
  const path = command?.config?.path ?? '';
  if (path === '') return scrub;
  const anywhere = new RegExp(`[^\\s(“"]*${path.replaceAll(/\W/g, '\\$&')}`, 'g');
  return (text) => scrub(text.replaceAll(anywhere, pseudonym(path)));
}

function redactSweep(sweep: Sweep, { values, told }: RedactParameters, search: Pseudonym, scrub: Pseudonym): Sweep {
  const shown = (text: string): string =>
    scrub(
      told(
        (sweep.quotes ?? []).reduce((rest, quoted) => rest.replaceAll(quoted, search(quoted)), text),
        sweep,
      ),
    );
  return {
    ...sweep,
    name: sweep.id,
    evidence: sweep.evidence.map(({ rule, note }) => ({ rule, note: shown(note) })),
    explanation: shown(sweep.explanation),
    ...values(sweep),
  };
}
