import type { ProjectFacts } from '../../src/model/facts.ts';
import type { Tier } from '../../src/model/tier.ts';

const tier = ({ usage: _, ...rest }: Tier & { readonly usage?: unknown }) => rest;

/** What a report says of a project, whatever the logs were that it was read from. */
export function figuresOf(facts: ProjectFacts) {
  const { ledger, usage, findings } = facts;
  const idOf = (attempt: number): string => {
    const { table, row } = ledger;
    const at = row[attempt] as number;
    return `${table.cluster.at(at)} ${table.jobIdRaw.at(at) || table.jobId.at(at)} ${table.submit.at(at)}`;
  };
  return {
    ...{ usage, runs: ledger.runs, run: [...ledger.run], costs: facts.costs, wall: facts.wallSummary },
    byState: facts.byState,
    byModel: facts.byModel,
    byUser: facts.byUser,
    span: [facts.project.start, facts.project.end],
    tiers: [facts.tiers.singleModel, facts.tiers.singleTune, facts.tiers.project].map(tier),
    sweeps: facts.sweeps.map(({ sweep, usage: ofSweep, start, end }) => ({
      ...{ id: sweep.id, kind: sweep.kind, runs: sweep.runs, parameters: sweep.parameters },
      ...{ coverage: sweep.coverage, confidence: sweep.confidence, usage: ofSweep, start, end },
      members: [...sweep.members].map(idOf),
    })),
    sweepOf: [...findings.sweepOf],
    attempts: Array.from(ledger.row, (_, attempt) => idOf(attempt)),
  };
}
