import type { ProjectFacts } from '../../../model/facts.ts';
import { RECORD_CLASSES, unaccounted } from '../../../model/reconciliation.ts';
import { type FlowLevel, type FlowPart, flow } from '../../render/flow.ts';
import { counted, grouped } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { RECORD_WORDS } from './record-words.ts';

const COLOURS = {
  attempts: 'var(--series-1)',
  steps: 'var(--series-8)',
  duplicates: 'var(--series-9)',
  arrayRemainders: 'var(--series-5)',
  nested: 'var(--series-10)',
  ignored: 'var(--series-2)',
  rejected: 'var(--series-6)',
} as const;

const [IN_PART, APART] = ['var(--series-3)', 'var(--series-7)'];

/** From the records of the logs to the attempts that the totals are made of: a whole on each line, and its parts add up to it. */
export function recordFlow(facts: ProjectFacts): Html {
  const { reconciliation } = facts.ledger;
  if (reconciliation.records === 0 || unaccounted(reconciliation) !== 0) return html``;
  return html`<figure class="drawing">${flow(flowLevels(facts))}
<figcaption>Every record read, and what the totals are made of. The parts of a line add up to its whole; the smallest are drawn a little
wider than they are, to be seen.</figcaption></figure>`;
}

/** The lines of the drawing, from the records to the tiers; those of attempts only where there are any. */
export function flowLevels(facts: ProjectFacts): FlowLevel[] {
  const { reconciliation, count } = facts.ledger;
  const classes = RECORD_CLASSES.filter((name) => reconciliation[name] > 0);
  const records: FlowLevel[] = [
    {
      title: html`<b>${counted(reconciliation.records, 'record')}</b> in ${counted(facts.inputs.length, 'log file')}`,
      parts: [{ label: '', count: reconciliation.records, colour: 'var(--muted)' }],
    },
    {
      title: 'Each is one of these:',
      parts: classes.map((name) => {
        const [one, many] = RECORD_WORDS[name];
        return part(reconciliation[name], reconciliation[name] === 1 ? one : many, COLOURS[name]);
      }),
    },
  ];
  if (count === 0) return records;
  return [...records, sweepLevel(facts, classes.indexOf('attempts')), tierLevel(facts)];
}

const part = (count: number, words: string, colour: string): FlowPart => ({
  label: html`<span><b>${grouped(count)}</b> ${words}</span>`,
  count,
  colour,
});

/** Attempts in sweeps, and the others. */
function sweepLevel({ ledger: { count, runs }, findings, sweeps }: ProjectFacts, of: number): FlowLevel {
  const inSweeps = findings.sweepOf.reduce((sum, sweep) => sum + (sweep < 0 ? 0 : 1), 0);
  return {
    of,
    title: html`<b>${counted(count, 'attempt')}</b>, each counted once; they make ${counted(runs, 'run')}:`,
    parts: [
      part(inSweeps, `in ${counted(sweeps.length, 'sweep')}`, IN_PART),
      part(count - inSweeps, 'in no sweep', APART),
    ].filter(({ count: some }) => some > 0),
  };
}

/** The same attempts by the tier that they first count for. */
function tierLevel({ ledger: { count }, tiers: { singleModel, singleTune } }: ProjectFacts): FlowLevel {
  const ofTune =
    singleModel.isStandIn === true
      ? 'of the longest completed run; single model and tune are not known'
      : `for the single tune; the single model is ${counted(singleModel.attempts, 'attempt')}`;
  const parts = [
    part(singleTune.attempts, ofTune, 'var(--accent)'),
    part(count - singleTune.attempts, 'for the rest of the project', 'var(--series-5)'),
  ];
  return {
    title: html`All <b>${grouped(count)}</b> are the full project:`,
    parts: parts.filter(({ count: some }) => some > 0),
  };
}
