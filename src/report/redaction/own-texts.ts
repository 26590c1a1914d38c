import type { ProjectFacts } from '../../model/facts.ts';
import type { Sweep } from '../../model/sweep.ts';
import type { Tier } from '../../model/tier.ts';

/** A redacted project of which nothing is left that a log could have said: what is rendered from it is our own text, and the names that the user gave to project and method. */
export function withoutLogText(facts: ProjectFacts): ProjectFacts {
  return {
    ...withoutValues(facts),
    ...eachSweep(facts, (sweep) => ({
      ...sweep,
      ...{ parameters: {}, missing: [], explanation: '' },
      evidence: sweep.evidence.map(({ rule }) => ({ rule, note: '' })),
    })),
    tiers: eachTier(facts, (tier) => ({ ...tier, rule: '' })),
    diagnostics: facts.diagnostics.map((each) => ({ ...each, message: '', examples: [] })),
    assumptions: facts.assumptions.map((rate) => ({
      ...rate,
      basis: rate.basis.filter(({ kind }) => kind === 'table' || kind === 'assumed'),
    })),
  };
}

/** The same with our sentences about what the logs hold, and with the keys of hyperparameters. */
export function withoutValues({ metric: _, ...facts }: ProjectFacts): ProjectFacts {
  const rules = [...new Map(facts.rejects.map((each) => [each.rule, each])).values()];
  const { command } = facts;
  return {
    ...facts,
    ...eachSweep(facts, (sweep) => ({
      ...sweep,
      missing: [],
      parameters: Object.fromEntries(Object.keys(sweep.parameters).map((key) => [key, []])),
    })),
    // Its tables of attempts have their headers alone.
    ledger: { ...facts.ledger, count: 0, runs: 0 },
    ...(command === undefined
      ? {}
      : { command: { words: command.words.filter(({ kind }) => kind === 'plain'), forPage: command.forPage } }),
    inputs: facts.inputs.map((input) => ({ ...input, path: '' })),
    trialsOf: () => ({ parameters: [], trials: [] }),
    byUser: [],
    rejects: rules.map((reject) => ({ ...reject, file: '', text: '' })),
    labelsOf: () => ({ name: '', user: '', account: '', cluster: '', partition: '' }),
    idsOf: () => ({ jobId: '', jobIdRaw: '' }),
  };
}

function eachSweep({ findings, sweeps }: ProjectFacts, change: (sweep: Sweep) => Sweep) {
  return {
    findings: { ...findings, sweeps: findings.sweeps.map(change), triedIn: () => [] },
    sweeps: sweeps.map((each) => ({ ...each, sweep: change(each.sweep) })),
  };
}

const eachTier = ({ tiers: { singleModel, singleTune, project } }: ProjectFacts, change: (tier: Tier) => Tier) => ({
  singleModel: change(singleModel),
  singleTune: change(singleTune),
  project: change(project),
});
