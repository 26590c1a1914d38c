import { html } from '../render/html.ts';
import { findings } from './reconciliation/findings.ts';
import { inputFiles } from './reconciliation/input-files.ts';
import { recordFlow } from './reconciliation/record-flow.ts';
import { recordSum } from './reconciliation/record-sum.ts';
import { reproduce } from './reconciliation/reproduce.ts';
import type { Section } from './section.ts';

/** Proof that nothing was lost or counted twice between the log files and the totals. */
export const reconciliation: Section = {
  id: 'reconciliation',
  title: 'From log files to totals',
  render: (facts) => html`
${recordFlow(facts)}
${recordSum(facts)}
${findings(facts)}
${inputFiles(facts)}
${reproduce(facts)}`,
};
