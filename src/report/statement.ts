import type { ProjectFacts } from '../model/facts.ts';
import type { Tier } from '../model/tier.ts';
import { amount, grouped, percent, usd, usdSpan, withRange } from './render/format.ts';

const LOST = ['failed', 'cancelled', 'timeout', 'out-of-memory', 'preempted', 'node-fail', 'requeued'];

/** The sentences of a compute statement, in the order in which conference checklists ask. */
function sentences(facts: ProjectFacts): string[] {
  const { usage, project, sweeps, costs, tiers, method } = facts;
  const hardware = [...usage.gpuHoursByModel].map(([model, hours]) => `${model} (${percent(hours / usage.gpuHours)})`);
  const lost = facts.byState.filter(({ key }) => LOST.includes(key)).reduce((sum, { gpuHours }) => sum + gpuHours, 0);
  const on = hardware.length === 0 ? '' : ` on ${hardware.join(', ')}`;
  return [
    `The project took ${amount(usage.gpuHours)} GPU-hours${on} over ${amount(project.days)} days: ${grouped(usage.attempts)} attempts in ${grouped(sweeps.length)} hyperparameter sweeps and single jobs.`,
    `Training one model takes ${amount(tiers.singleModel.gpuHours)} GPU-hours (${tiers.singleModel.rule}); the tuning that found it took ${amount(tiers.singleTune.gpuHours)} GPU-hours (${tiers.singleTune.rule}).`,
    `The totals include preliminary, failed and abandoned runs: ${percent(lost / usage.gpuHours)} of the GPU-hours went to attempts that did not complete.`,
    `Estimated electricity is ${withRange(costs.energyKwh, amount)} kWh, emissions ${withRange(costs.co2eKg, amount)} kg CO2e (location-based), cloud rent of the same GPUs ${usdSpan(costs.cloudUsd)}; ranges and sources under the method “${method.name}” are in the report.`,
    'Not covered: work that is in none of these logs, idle machines, storage, network and the making of the hardware.',
  ];
}

/** The compute statement as Markdown: paragraphs to paste into a checklist or an appendix. */
export const statementMarkdown = (facts: ProjectFacts): string =>
  `# Compute statement: ${facts.project.name.replace(/[\\`*_<>#[\]]/g, '\\$&')}\n\n${sentences(facts).join('\n\n')}\n`;

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '–': '--',
  '“': '``',
  '”': "''",
};

const tex = (text: string): string =>
  text
    .replace(/[\\~^–“”]|[&%$#_{}]/g, (character) => SPECIAL[character] ?? `\\${character}`)
    .replaceAll('CO2e', 'CO$_2$e');

const row = (label: string, { attempts, gpuHours, costs }: Tier): string =>
  [label, grouped(attempts), amount(gpuHours), usdSpan(costs.cloudUsd), usd(costs.electricityUsd.value)]
    .map(tex)
    .join(' & ');

/** The compute statement as LaTeX: the paragraph, and a table like the LISA study's Table 4. */
export const statementTex = (
  facts: ProjectFacts,
): string => `% ${facts.project.name.replace(/\s+/g, ' ')}: made by runledger ${facts.generator.version}
${sentences(facts).map(tex).join('\n\n')}

\\begin{tabular}{lrrrr}
 & Jobs & GPU-hours & Cloud compute & Electricity \\\\
\\hline
${row('Single model', facts.tiers.singleModel)} \\\\
${row('Single tune', facts.tiers.singleTune)} \\\\
${row('Full project', facts.tiers.project)} \\\\
\\end{tabular}
`;
