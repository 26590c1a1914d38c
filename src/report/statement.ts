import type { Range } from '../model/estimate.ts';
import type { ProjectFacts } from '../model/facts.ts';
import type { Tier } from '../model/tier.ts';
import { amount, grouped, printsAlike, usd, usdSpan } from './render/format.ts';
import { standIn } from './render/stand-in.ts';
import { NOT_KNOWN, rentOf, told, toldEnergy } from './render/told.ts';
import { shortened, visibleText } from './render/visible-text.ts';
import { type Answer, acl, type Checklist, neurips } from './statement/checklists.ts';
import { modelCard } from './statement/model-card.ts';
import { numberSources } from './statement/number-sources.ts';
import { appendixSentences } from './statement/sentences.ts';
import { tex, texComment } from './statement/tex.ts';

/** Text in Markdown: what would be markup is escaped, what would hide or turn text is shown by its code, and it stays on its line. */
const md = (text: string): string =>
  visibleText(text)
    .replace(/[\\`*_<>#[\]|&~]/g, '\\$&')
    .replace(/\s+/g, ' ');

/** The compute statement as Markdown: a paragraph, answers to two checklists, a model card, and where each number stands. */
export const statementMarkdown = (facts: ProjectFacts): string =>
  [
    `# Compute statement: ${md(shortened(facts.project.name))}`,
    ...appendixSentences(facts).map(md),
    ...[neurips(facts), acl(facts)].flatMap(checklistMarkdown),
    '## Model card of Hugging Face, front matter',
    `\`\`\`yaml\n${visibleText(modelCard(facts)).replaceAll('`', "'")}\n\`\`\``,
    '## Where each number stands',
    [
      '| number | here | in report.json |',
      '|---|---|---|',
      ...numberSources(facts).map(({ what, figure, path }) => `| ${what} | ${md(figure)} | \`${path}\` |`),
    ].join('\n'),
    '',
  ].join('\n\n');

const checklistMarkdown = ({ title, answers }: Checklist): string[] => [
  `## ${title}`,
  ...answers.flatMap(({ question, sentences }) => [`**${question}.** ${sentences.map(md).join(' ')}`]),
];

/** `$9,870 ($7,850–$9,870)`, or one figure. */
const ranged = (range: Range): string =>
  printsAlike(range, usd) ? usd(range.value) : `${usd(range.value)} (${usdSpan(range)})`;

function row(label: string, tier: Tier, isKnown: boolean): string {
  const { attempts, gpuHours, costs } = tier;
  const figures = [
    grouped(attempts),
    told(tier, gpuHours, amount(gpuHours)),
    rentOf(tier, costs),
    toldEnergy(tier, costs.electricityUsd.value, ranged(costs.electricityUsd)),
  ];
  return [label, ...(isKnown ? figures : figures.map(() => NOT_KNOWN))].map(tex).join(' & ');
}

const answerTex = ({ question, sentences }: Answer): string =>
  `\\textit{${tex(question)}.} ${sentences.map(tex).join(' ')}`;

const checklistTex = ({ title, answers }: Checklist): string =>
  `\\paragraph{${tex(title)}.}\n\n${answers.map(answerTex).join('\n\n')}`;

function tableTex(facts: ProjectFacts): string {
  const { tiers, method } = facts;
  const isKnown = standIn(facts) === undefined;
  return `\\begin{table}[htbp]
\\centering
\\begin{tabular}{lrrrr}
 & Attempts & GPU-hours & Cloud compute & Electricity \\\\
\\hline
${row('Single model', tiers.singleModel, isKnown)} \\\\
${row('Single tune', tiers.singleTune, isKnown)} \\\\
${row('Full project', tiers.project, true)} \\\\
\\end{tabular}
\\caption{${tex(`Compute of one model, of the tuning that found it, and of the whole project. Cloud compute from cheapest to on demand; method “${method.name}”.`)}}
\\end{table}`;
}

/** The compute statement as LaTeX to `\input`: the paragraph, a table like the LISA study's Table 4, answers to two checklists. It needs no package. */
export const statementTex = (
  facts: ProjectFacts,
): string => `% ${texComment(shortened(facts.project.name))}: made by runledger ${facts.generator.version}. Put it into a paper with \\input{statement}.
${appendixSentences(facts).map(tex).join('\n\n')}

${tableTex(facts)}

${[neurips(facts), acl(facts)].map(checklistTex).join('\n\n')}

% Each number stands in report.json: ${numberSources(facts)
  .map(({ what, path }) => `${what}: ${path}`)
  .join('; ')}.
`;
