import type { ProjectFacts } from '../../../model/facts.ts';
import type { NestingRule } from '../../../model/ledger.ts';
import type { DurationBasis } from '../../../model/tracked-run.ts';
import type { NestedTime, TimedBy } from '../../../model/tracking.ts';
import { amount, counted, grouped, percent } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { captioned, cell } from '../../render/table.ts';

const BASES: Readonly<Record<DurationBasis, string>> = {
  exit: 'the record of their exit',
  'last-seen': 'their last sign of life, since no exit was recorded: a lower bound',
  summary: 'the summary of their metrics, since there is no usable log',
  runtime: 'the total that an export states for the run',
  heartbeat: 'creation and last contact, gaps included',
  'debug-log': 'the first and last line of the debug log',
  none: 'nothing: they count as attempts of no length',
};

const RULES: Readonly<Record<NestingRule, string>> = {
  'slurm-job': 'by the job id that they logged',
  'host-time-user': 'by machine, time and user',
  'host-time': 'by machine and time, where no user is logged',
};

/** What W&B logged: what its hours rest on, and which of it ran inside of jobs. */
export function trackedRuns({ tracking }: ProjectFacts): Html {
  if (tracking === undefined) return html``;
  return html`<h3>Tracked runs</h3>
${tracking.nested === undefined ? html`` : insideJobs(tracking.nested)}
${captioned({
  id: 'tracked-time',
  caption: 'Sessions of Weights & Biases runs by what their time rests on, those inside of jobs included.',
  columns: [
    { head: 'Time from', kind: 'prose' },
    { head: 'Sessions', kind: 'number' },
    { head: 'Hours', kind: 'number' },
  ],
  rows: tracking.timedBy.map(timeRow),
})}`;
}

const timeRow = ({ basis, sessions, wallHours }: TimedBy) => ({
  cells: [cell(BASES[basis]), cell(grouped(sessions)), cell(amount(wallHours))],
});

function insideJobs({ byRule, jobs, allocatedGpuHours, usedGpuHours }: NestedTime): Html {
  const sessions = [...byRule.values()].reduce((sum, count) => sum + count, 0);
  const found = [...byRule].map(([rule, count]) => `${grouped(count)} ${RULES[rule]}`).join(', ');
  const idle = allocatedGpuHours - usedGpuHours;
  const share = allocatedGpuHours > 0 ? ` (${percent(idle / allocatedGpuHours)})` : '';
  return html`<p><b>${counted(sessions, 'session')}</b> ran inside of <b>${counted(jobs, 'Slurm job')}</b>: ${found}. The
jobs count, the sessions add no time. These jobs held <b>${amount(allocatedGpuHours)} GPU-hours</b>, and a run was under way in
${amount(usedGpuHours)} of them; the other <b>${amount(idle)}</b>${share} went to start-up, idle time and what came after a
crash.</p>`;
}
